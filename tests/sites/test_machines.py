"""What machines read of the built site: descriptions, link previews, structured facts, lists."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.site


def _read(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


def _describe(text: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return dict(json.loads(found))


def test_a_character_is_described_as_a_person(hook_site: Path) -> None:
    told = _describe(_read(hook_site, "characters/joanna"))
    assert told["@type"] == "Person"
    assert str(told["url"]).endswith("/characters/joanna/")


def test_every_other_page_is_described_as_a_page_of_this_site(hook_site: Path) -> None:
    for page in ("characters", "chart", "contributing", "special/wanted"):
        told = _describe(_read(hook_site, page))
        assert (told["@type"], told["isPartOf"]["name"]) == ("WebPage", "Kramer vs. Kramer")
        assert str(told["url"]).endswith(f"/{page}/")
        assert told["name"]
        assert told["description"]


def test_recent_changes_are_a_feed_that_every_page_names(hook_site: Path) -> None:
    named = re.findall(
        r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]*)"', _read(hook_site, "chart")
    )
    assert named == (["../feed.xml"] if (hook_site / "feed.xml").is_file() else [])


def test_the_front_page_is_described_as_the_film_that_it_is(hook_site: Path) -> None:
    assert _describe(_read(hook_site, ""))["@type"] == "Movie"


def test_every_page_of_the_story_has_a_preview_of_its_own(hook_site: Path) -> None:
    seen: set[str] = set()
    for page in ("", "characters/joanna", "characters/billy", "tellings", "differences", "chart"):
        text = _read(hook_site, page)
        (previewed,) = re.findall(r'<meta property="og:description" content="([^"]*)">', text)
        (described,) = re.findall(r'<meta name="description" content="([^"]*)">', text)
        assert html.unescape(previewed) == html.unescape(described)
        assert '<link rel="canonical"' in text
        seen.add(previewed)
    assert len(seen) == 6


def test_lists_for_machines_are_there(hook_site: Path) -> None:
    assert (hook_site / "sitemap.xml").is_file()
    assert (hook_site / "llms.txt").read_text(encoding="utf-8").startswith("# Kramer vs. Kramer\n")
    assert "properties" in json.loads((hook_site / "story.schema.json").read_text(encoding="utf-8"))
