"""The pages of pictures, each with the same facts as a table."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import Page
from retold.writing.concordance import Concordance
from retold.writing.markdown import Markdown
from retold.writing.pen import Pen
from retold.writing.pictures import Place, draw_chart
from retold.writing.sections import fill_sections


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture and its table as they go into a page."""

    figure: Markdown
    table: Markdown


def write_chart(book: Concordance) -> Page:
    """Write the page of the narrative chart."""
    path = book.paths.page("chart")
    placed = place_chart(book, path)
    sections = fill_sections("chart", Pen(book, path), figure=placed.figure, table=placed.table)
    about = f"{book.story.facts.title or 'The story'} in one picture: who meets whom, and when."
    # Every title in the picture stands on a page of its own.
    meta = {"search": {"exclude": True}, "hide": ["navigation", "toc"]}
    return Page(path, "The story at a glance", "chart", sections, description=about, meta=meta)


def place_chart(book: Concordance, page: str) -> Placed:
    """Draw the narrative chart for a page."""
    place = Place(lambda path: book.paths.seen_from(page, path), book.paths)
    picture = draw_chart(book.story, place)
    return Placed(Markdown(picture.figure), Markdown(picture.table))
