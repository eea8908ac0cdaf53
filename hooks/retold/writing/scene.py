"""A scene's page: what every telling says of one event."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import Page, Passage, Quote, Scene, Sentence
from retold.writing.concordance import Concordance
from retold.writing.machines import describe_scene
from retold.writing.markdown import Markdown, clean_text
from retold.writing.pen import Pen
from retold.writing.prose import Prose
from retold.writing.sections import fill_sections
from retold.writing.wording import count_things


@dataclass(frozen=True, slots=True)
class Column:
    """One telling's part of a scene, in paragraphs of sentences ready to print."""

    telling: str
    sentences: tuple[tuple[Sentence, Markdown], ...]


def write_scene(book: Concordance, scene: Scene) -> Page:
    """Write a scene's page."""
    path = book.paths.scene(scene)
    pen = Pen(book, path)
    order = book.story.scenes
    place = order.index(scene)
    sections = fill_sections(
        "scene",
        pen,
        scene=scene,
        number=place + 1,
        previous=order[place - 1] if place else None,
        following=order[place + 1] if place + 1 < len(order) else None,
        columns=set_columns(pen, scene),
        told_in=lambda slug: _find_tellers(book, scene, slug),
        differences=[d for d in book.story.differences if d.scene == scene.slug],
        only_in=_sort_only_in(book, scene),
    )
    return Page(
        path,
        scene.title,
        "scene",
        sections,
        slug=scene.slug,
        description=_describe(book, scene, place + 1),
        meta={"json_ld": describe_scene(book, scene, place + 1)},
    )


def set_columns(pen: Pen, scene: Scene) -> list[Column]:
    """Set the tellings of a scene side by side, differing words marked."""
    return [_set_column(pen, scene, passage) for passage in scene.passages]


def _set_column(pen: Pen, scene: Scene, passage: Passage) -> Column:
    versions = [v for d in pen.story.story.differences if d.scene == scene.slug for v in d.versions]
    marks = tuple(mark for v in versions if v.quote.telling == passage.telling for mark in v.marks)
    prose = Prose(pen, passage.telling, marks)
    sentences = [pen.story.tellings[passage.telling].sentences[number] for number in passage.sentences]
    return Column(passage.telling, tuple((sentence, prose.sentence(sentence)) for sentence in sentences))


def _find_tellers(book: Concordance, scene: Scene, slug: str) -> list[str]:
    """Name the tellings that speak of somebody in a scene, when others of the scene do not."""
    tellers = [
        passage.telling
        for passage in scene.passages
        if any(slug == found for n in passage.sentences for _, found in book.mentions.get((passage.telling, n), ()))
    ]
    return tellers if len(tellers) < len(scene.passages) else []


def _sort_only_in(book: Concordance, scene: Scene) -> list[tuple[str, list[Quote]]]:
    found = [only.quote for only in book.story.only_in if only.scene == scene.slug]
    return [(name, quotes) for name in book.tellings if (quotes := [q for q in found if q.telling == name])]


def _describe(book: Concordance, scene: Scene, number: int) -> str:
    """Describe a scene in a line, for search engines and link previews."""
    first = scene.passages[0]
    quote = scene.summary[0].text if scene.summary else _read_first(book, first)
    where = f"Scene {number} of {len(book.story.scenes)}"
    tellings = count_things(len(scene.passages), "telling")
    return clean_text(f"{where} of {book.story.facts.title or 'the story'}, told by {tellings}: {quote}")


def _read_first(book: Concordance, passage: Passage) -> str:
    return book.text_of(passage.telling, book.tellings[passage.telling].sentences[passage.sentences[0]].span)
