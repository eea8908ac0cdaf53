"""A telling's page: its whole text in order, every sentence with an address."""

from __future__ import annotations

from itertools import groupby

from retold.model import Page, Telling
from retold.writing.concordance import Concordance
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections


def write_telling(book: Concordance, telling: Telling) -> Page:
    """Write a telling's page."""
    path = book.paths.telling(book.slugs[telling.name])
    paragraphs = [tuple(group) for _, group in groupby(telling.sentences, key=lambda s: s.paragraph)]
    sections = fill_sections("telling", Pen(book, path), telling=telling, paragraphs=paragraphs)
    edit = f"{telling.source.path}#L1" if telling.source.path else ""
    return Page(path, book.title_of(telling.name), "telling", sections, slug=book.slugs[telling.name], edit=edit)
