"""A character's page: who they are, what they do in the story, whom they meet."""

from __future__ import annotations

from retold.model import Character, Page
from retold.writing.concordance import Concordance
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections


def write_character(book: Concordance, character: Character) -> Page:
    """Write a character's page."""
    path = book.paths.character(character)
    sections = fill_sections(
        "character",
        Pen(book, path),
        character=character,
        also_called=[alias for alias in character.aliases if alias != character.name],
        scenes=book.scenes_with(character.slug),
    )
    actors = [character.portrayed_by] if character.portrayed_by else []
    return Page(
        path,
        character.name,
        "character",
        sections,
        slug=character.slug,
        search_terms=tuple(dict.fromkeys([*character.aliases, *actors])),
    )
