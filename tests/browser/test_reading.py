"""What a reader does: search, click from page to page, on a phone and on a laptop."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from visits import Visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

WIDTHS = pytest.mark.parametrize("visit", [390, 1280], indirect=True)


def _kinds(site: Path) -> list[str]:
    """One page of every kind that the wiki has, and every page that it has once."""
    folders = {}
    for page in sorted(site.rglob("index.html")):
        path = page.parent.relative_to(site).as_posix()
        depth = path.count("/")
        folders.setdefault(path.split("/")[0] if depth else path, []).append("" if path == "." else f"{path}/")
    return [pages[0] for pages in folders.values()] + [pages[-1] for pages in folders.values() if len(pages) > 1]


@pytest.mark.parametrize(
    ("words", "path", "shown"),
    [
        ("meryl streep", "/characters/joanna/", "Joanna"),
        ("Mrs. Phelps", "/characters/margaret-phelps/", "Margaret Phelps"),
        ("jungle gym", "/scenes/[^/]+/", "falls off the jungle gym"),
    ],
)
def test_search_leads_first_to_the_right_page(visit: Visit, words: str, path: str, shown: str) -> None:
    visit.open()
    visit.page.keyboard.press("/")
    visit.page.keyboard.type(words)
    result = visit.page.locator(".md-search-result__link").first
    expect(result).to_have_attribute("href", re.compile(f"{path}$"), timeout=10_000)
    expect(result).to_contain_text(shown)


def test_front_page_to_character_to_scene_to_telling_and_back(visit: Visit) -> None:
    visit.open()
    article = visit.page.locator("article")
    article.get_by_role("link", name="Joanna", exact=True).first.click()
    expect(visit.page.locator("article h1")).to_contain_text("Joanna")
    article.locator("a[href*='scenes/']").first.click()
    expect(visit.page).to_have_url(re.compile("/scenes/[^/]+/"))
    article.locator("a[href*='tellings/'][href*='#s']").first.click()
    expect(visit.page).to_have_url(re.compile("/tellings/[^/]+/#s[0-9]+$"))
    anchor = visit.page.url.rsplit("#", 1)[1]
    expect(visit.page.locator(f"#{anchor}")).to_be_in_viewport()
    for _ in range(3):
        visit.page.go_back()
    expect(visit.page).to_have_url(visit.address)


@WIDTHS
def test_nothing_overflows(visit: Visit, hook_site: Path) -> None:
    for path in _kinds(hook_site):
        visit.open(path)
        wide = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} px too wide"


@WIDTHS
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(visit: Visit, hook_site: Path, scheme: str) -> None:
    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    found = {}
    for path in _kinds(hook_site):
        visit.open(path)
        violations = Axe().run(visit.page).response["violations"]
        if violations:
            found[path] = [(v["id"], v["impact"], [n["target"] for n in v["nodes"]][:3]) for v in violations]
    assert not found


def test_paper_is_white_whatever_the_screen_is(visit: Visit) -> None:
    visit.page.emulate_media(color_scheme="dark")
    visit.open("chart/")
    ink = "getComputedStyle(document.querySelector('article h1')).color"
    assert visit.page.evaluate(ink) == "rgb(230, 227, 220)"
    visit.page.emulate_media(color_scheme="dark", media="print")
    assert visit.page.evaluate(ink) == "rgb(31, 35, 40)"
    line = "getComputedStyle(document.querySelector('.rt-line.rt-c0')).stroke"
    assert visit.page.evaluate(line) == "rgb(1, 56, 141)"
