"""The navigation: indexes, pictures, articles, help; never single characters or scenes."""

from __future__ import annotations

from retold.model import Page, PageKind, Section
from retold.writing.nav import arrange_nav


def _page(path: str, kind: PageKind, slug: str = "") -> Page:
    return Page(path, path.removesuffix(".md").title(), kind, (Section("title", "# T"),), slug=slug)


def test_detail_pages_are_not_listed_and_groups_follow_the_indexes() -> None:
    pages = [
        _page("index.md", "front"),
        _page("characters/index.md", "index"),
        _page("characters/ann.md", "character", "ann"),
        _page("chart.md", "chart"),
        _page("wanted.md", "special"),
        _page("hat.md", "article"),
        _page("contributing.md", "article"),
    ]
    assert arrange_nav(pages) == [
        "index.md",
        {"Characters/Index": "characters/index.md"},
        {"Pictures": [{"Chart": "chart.md"}]},
        {"Articles": [{"Hat": "hat.md"}]},
        {"Help": [{"Wanted": "wanted.md"}, {"Contributing": "contributing.md"}]},
    ]


def test_empty_groups_are_left_out() -> None:
    assert arrange_nav([_page("index.md", "front")]) == ["index.md"]
