"""The parallel view: all tellings side by side, scene by scene."""

from __future__ import annotations

from retold.model import Page
from retold.writing.concordance import Concordance
from retold.writing.parts import name_missing, set_columns
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections


def write_parallel(book: Concordance) -> Page:
    """Write the parallel view."""
    path = book.paths.page("parallel")
    pen = Pen(book, path)
    rows = [
        (scene, columns, name_missing(pen, columns))
        for scene in book.story.scenes
        if (columns := set_columns(pen, scene))
    ]
    sections = fill_sections("parallel", pen, rows=rows)
    title = book.story.facts.title or "the story"
    return Page(
        path,
        "Side by side",
        "parallel",
        sections,
        description=f"Every telling of {title} side by side, scene by scene.",
        meta={"hide": ["navigation"]},
    )
