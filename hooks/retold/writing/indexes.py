"""The pages that list: characters, scenes, tellings."""

from __future__ import annotations

from retold.model import Page
from retold.writing.acts import divide_into_acts
from retold.writing.concordance import Concordance
from retold.writing.lead import join_descriptions
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections


def write_characters(book: Concordance) -> Page:
    """Write the list of all characters."""
    about = f"Everybody in {_name(book)}: who they are, who plays them, and the scenes they are in."
    return _write_index(
        book, book.paths.characters, "Characters", "characters", about, join_descriptions=join_descriptions
    )


def write_scenes(book: Concordance) -> Page:
    """Write the list of all scenes."""
    about = f"The scenes of {_name(book)} in their order."
    acts = divide_into_acts(book.story.scenes)
    return _write_index(book, book.paths.scenes, "Scenes", "scenes", about, acts=acts)


def write_tellings(book: Concordance) -> Page:
    """Write the list of all tellings."""
    about = f"The texts that {_name(book)} is read from, with their authors and licences."
    return _write_index(book, book.paths.tellings, "Tellings", "tellings", about)


def _write_index(book: Concordance, path: str, title: str, template: str, description: str, **facts: object) -> Page:
    return Page(
        path,
        title,
        "index",
        fill_sections(template, Pen(book, path), **facts),
        description=description,
        meta={"hide": ["navigation"]},
    )


def _name(book: Concordance) -> str:
    return book.story.facts.title or "the story"
