"""The pages that list: all characters, all scenes, all tellings."""

from __future__ import annotations

from retold.model import Page
from retold.writing.concordance import Concordance
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections


def write_characters(book: Concordance) -> Page:
    """Write the list of all characters."""
    return _write_index(book, book.paths.characters, "Characters", "characters")


def write_scenes(book: Concordance) -> Page:
    """Write the list of all scenes."""
    return _write_index(book, book.paths.scenes, "Scenes", "scenes")


def write_tellings(book: Concordance) -> Page:
    """Write the list of all tellings."""
    return _write_index(book, book.paths.tellings, "Tellings", "tellings")


def _write_index(book: Concordance, path: str, title: str, template: str) -> Page:
    return Page(path, title, "index", fill_sections(template, Pen(book, path)))
