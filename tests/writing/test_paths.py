"""Addresses of pages."""

from __future__ import annotations

import pytest

from retold import Source, read_story
from retold.writing.paths import relative, slug_tellings, slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [("O'Brien & Söhne", "obrien-sohne"), ("Mrs. Phelps", "mrs-phelps"), ("  ", ""), ("Анна_К", "анна-к")],
)
def test_slugs_are_readable(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_tellings_of_one_title_get_addresses_of_their_own() -> None:
    sources = [
        Source("a", "", title="A synopsis"),
        Source("b", "", title="A synopsis"),
        Source("c", ""),
        Source("?", ""),
    ]
    assert list(slug_tellings(read_story(sources).tellings).values()) == ["a-synopsis", "a-synopsis-2", "c", "telling"]


def test_links_are_relative() -> None:
    assert relative("characters/ann.md", "scenes/one.md") == "../characters/ann.md"
    assert relative("characters/ann.md", "index.md") == "characters/ann.md"
