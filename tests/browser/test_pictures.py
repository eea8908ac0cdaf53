"""The narrative chart and the map for people who do not point: the Tab key alone reaches and opens everything."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from visits import Visit

pytestmark = [pytest.mark.browser, pytest.mark.site]

PICTURES = pytest.mark.parametrize("path", ["chart/", "relationships/"])
WIDTHS = pytest.mark.parametrize("visit", [390, 1280], indirect=True)


def _press_tab_through(page: Page, picture: str) -> list[tuple[str, str, bool]]:
    """Press Tab from the top of the page to its end; give the links of the picture, with name and whether in view."""
    reached = []
    for _ in range(400):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """picture => {
                const link = document.activeElement;
                if (link === document.body) return null;
                const box = link.getBoundingClientRect();
                const seen = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
                const name = link.getAttribute("aria-label") ?? link.textContent;
                return [link.closest(picture) && link.matches("a") ? link.getAttribute("href") : "", name.trim(), seen];
            }""",
            picture,
        )
        if here is None:
            return reached
        if here[0]:
            reached.append(tuple(here))
    return reached


@WIDTHS
@PICTURES
def test_tab_reaches_every_link_of_a_picture(visit: Visit, path: str) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    visit.open(path)
    links = visit.page.locator("article svg a")
    wanted = [link.get_attribute("href") for link in links.all()]
    reached = _press_tab_through(visit.page, "article svg")
    assert wanted
    assert [address for address, _, _ in reached] == wanted
    assert all(name for _, name, _ in reached)
    assert all(seen for _, _, seen in reached), [name for _, name, seen in reached if not seen]


def test_enter_opens_the_link_that_has_the_focus(visit: Visit) -> None:
    visit.open("chart/")
    visit.page.locator("article svg a[href*='scenes/']").first.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/scenes/*/")
    expect(visit.page.locator("article .tellings")).to_be_visible()


@pytest.mark.parametrize("visit", [390], indirect=True)
def test_arrow_keys_scroll_a_chart_that_is_wider_than_the_phone(visit: Visit) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    visit.open("chart/")
    scroller = visit.page.locator(".rt-scroller").first
    scroller.focus()
    before = scroller.evaluate("box => box.scrollLeft")
    visit.page.keyboard.press("ArrowRight")
    visit.page.wait_for_function("document.querySelector('.rt-scroller').scrollLeft > 0", timeout=5000)
    assert before == 0


def test_every_link_can_be_hit_with_a_finger(visit: Visit) -> None:
    """WCAG 2.2, target size: links that stand alone are at least 24 px in each direction."""
    visit.open("characters/ted-kramer/")
    boxes = [link.bounding_box() for link in visit.page.locator("article a.number").all()]
    assert boxes
    assert all(box and box["width"] >= 24 and box["height"] >= 24 for box in boxes)
