"""The pages of pictures, each with the same facts as a table."""

from __future__ import annotations

from collections.abc import Callable

from retold.model import Page, Story
from retold.writing.concordance import Concordance
from retold.writing.markdown import Markdown
from retold.writing.pen import Pen
from retold.writing.pictures import Picture, Place, draw_chart, draw_map, draw_matrix, draw_timeline
from retold.writing.sections import fill_sections

_Draw = Callable[[Story, Place], Picture]


def write_pictures(book: Concordance) -> tuple[Page, ...]:
    """Write the pages of the narrative chart, the map, the timeline and the matrix."""
    story = book.story.facts.title or "The story"
    return (
        _write_picture(
            book, "chart", "The story at a glance", draw_chart, f"{story} in one picture: who meets whom, when."
        ),
        _write_picture(book, "timeline", "Timeline", draw_timeline, f"When and where the scenes of {story} happen."),
        _write_picture(
            book, "matrix", "Who is in which scene", draw_matrix, f"Every character and every scene of {story}."
        ),
        _write_picture(book, "relationships", "Relationships", draw_map, f"Who is what to whom in {story}."),
    )


def place_chart(book: Concordance, page: str) -> Markdown:
    """Draw the narrative chart for a page."""
    return Markdown(draw_chart(book.story, _place(book, page)).figure)


def _write_picture(book: Concordance, name: str, title: str, draw: _Draw, about: str) -> Page:
    path = book.paths.page(name)
    picture = draw(book.story, _place(book, path))
    figure, table = Markdown(picture.figure), Markdown(picture.table)
    sections = fill_sections("picture", Pen(book, path), title=title, figure=figure, table=table)
    return Page(path, title, "chart", sections, description=about, meta={"hide": ["navigation", "toc"]})


def _place(book: Concordance, page: str) -> Place:
    return Place(page, book.paths, book.paths.directory_urls)
