"""Addresses of pages."""

from __future__ import annotations

import pytest

from retold import Source, read_story
from retold.writing.paths import address, relative, slug_tellings, slugify


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


@pytest.mark.parametrize(
    ("target", "page", "folders", "spelled"),
    [
        ("characters/ann.md", "index.md", True, "characters/ann/"),
        ("characters/ann.md", "chart.md", True, "../characters/ann/"),
        ("characters/ann.md", "characters/ben.md", True, "../ann/"),
        ("characters/index.md", "chart.md", True, "../characters/"),
        ("index.md", "chart.md", True, "../"),
        ("index.md", "index.md", True, "./"),
        ("emma/scenes/анна.md", "emma/index.md", True, "scenes/%D0%B0%D0%BD%D0%BD%D0%B0/"),
        ("characters/ann.md", "index.md", False, "characters/ann.html"),
        ("characters/ann.md", "characters/ben.md", False, "ann.html"),
        ("index.md", "scenes/one.md", False, "../index.html"),
    ],
)
def test_drawings_link_to_built_pages(target: str, page: str, folders: bool, spelled: str) -> None:  # noqa: FBT001
    assert address(target, page, folders=folders) == spelled
