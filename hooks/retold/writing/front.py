"""The front page: the story at a glance."""

from __future__ import annotations

from retold.model import Page
from retold.writing.concordance import Concordance
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections


def write_front(book: Concordance) -> Page:
    """Write the front page: cast, scenes, tellings."""
    path = book.paths.front
    title = book.story.facts.title or "The story"
    return Page(path, title, "front", fill_sections("front", Pen(book, path), title=title))
