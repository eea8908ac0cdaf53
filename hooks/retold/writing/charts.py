"""The pages of pictures, each with the same facts as a table."""

from __future__ import annotations

from collections.abc import Callable

from retold.model import Page, Story
from retold.writing.concordance import Concordance
from retold.writing.markdown import Markdown
from retold.writing.pen import Pen
from retold.writing.pictures import Picture, Place, draw_chart, draw_map, draw_matrix, draw_timeline
from retold.writing.sections import fill_sections
from retold.writing.wording import begin_large

_Draw = Callable[[Story, Place], Picture]

# Name, title, how it is drawn, and what a line about it says.
_PICTURES: tuple[tuple[str, str, _Draw, str], ...] = (
    ("chart", "The story at a glance", draw_chart, "{} in one picture: who meets whom, when."),
    ("timeline", "Timeline", draw_timeline, "When and where the scenes of {} happen."),
    ("matrix", "Who is in which scene", draw_matrix, "Every character and every scene of {}."),
    ("relationships", "Relationships", draw_map, "Who is what to whom in {}."),
)


def write_pictures(book: Concordance) -> tuple[Page, ...]:
    """Write the pages of the narrative chart, the timeline, the matrix and the map."""
    story = book.story.facts.title or "the story"
    return tuple(
        _write_picture(book, name, title, draw, begin_large(about.format(story)))
        for name, title, draw, about in _PICTURES
    )


def place_chart(book: Concordance, page: str) -> Markdown:
    """Draw the narrative chart for a page."""
    return Markdown(draw_chart(book.story, _place(book, page)).figure)


def _write_picture(book: Concordance, name: str, title: str, draw: _Draw, about: str) -> Page:
    path = book.paths.page(name)
    picture = draw(book.story, _place(book, path))
    figure, table = Markdown(picture.figure), Markdown(picture.table)
    all_of_them = [(other, called) for other, called, _, _ in _PICTURES]
    sections = fill_sections("picture", Pen(book, path), title=title, figure=figure, table=table, pictures=all_of_them)
    return Page(path, title, "chart", sections, description=about, meta={"hide": ["navigation", "toc"]})


def _place(book: Concordance, page: str) -> Place:
    return Place(page, book.paths, book.paths.directory_urls)
