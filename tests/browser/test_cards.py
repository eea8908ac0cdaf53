"""Citations and links show what they lead to: by pointer, by keyboard, by touch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from visits import Visit

pytestmark = [pytest.mark.browser, pytest.mark.site]


def test_a_citation_shows_its_sentence_and_escape_hides_it(visit: Visit) -> None:
    visit.open("characters/joanna/")
    card = visit.page.locator("#retold-card")
    visit.page.locator(".lead .cite").first.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text("Joanna")
    visit.page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_link_that_has_the_focus_shows_its_page(visit: Visit) -> None:
    visit.open("characters/joanna/")
    visit.page.keyboard.press("Tab")
    visit.page.locator(".lead a[href*='ted-kramer']").focus()
    card = visit.page.locator("#retold-card")
    expect(card).to_contain_text("Ted Kramer is")
    assert visit.page.locator("[aria-describedby='retold-card']").count() == 1


def test_the_first_touch_shows_and_the_second_goes_there(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800}, has_touch=True)
    page.goto(f"{address}characters/joanna/")
    citation = page.locator(".lead .cite").first
    citation.tap()
    expect(page.locator("#retold-card")).to_be_visible()
    assert page.url.endswith("characters/joanna/")
    citation.tap()
    page.wait_for_url("**/tellings/**")
    page.close()


def test_a_long_touch_shows_the_page_of_a_link(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800}, has_touch=True)
    page.goto(f"{address}characters/joanna/")
    link = page.locator(".lead a[href*='ted-kramer']")
    link.dispatch_event("pointerover", {"pointerType": "touch", "bubbles": True})
    hold = "link => !link.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, cancelable: true}))"
    assert link.evaluate(hold)  # the card stands in for the menu
    expect(page.locator("#retold-card")).to_contain_text("Ted Kramer is")
    assert not link.evaluate(hold)  # which comes when asked again
    page.close()


def test_the_pages_read_well_without_javascript(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}characters/joanna/")
    expect(page.locator(".infobox")).to_be_visible()
    assert "sentence" in (page.locator(".cite").first.get_attribute("title") or "")
    page.locator(".rows a").first.click()
    expect(page.locator(".tellings")).to_be_visible()
    page.close()
