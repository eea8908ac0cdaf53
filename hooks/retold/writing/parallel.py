"""The parallel view: all tellings side by side, scene by scene."""

from __future__ import annotations

from retold.model import Page
from retold.writing.concordance import Concordance
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections


def write_parallel(book: Concordance) -> Page:
    """Write the parallel view."""
    path = book.paths.page("parallel")
    return Page(path, "Side by side", "parallel", fill_sections("parallel", Pen(book, path)))
