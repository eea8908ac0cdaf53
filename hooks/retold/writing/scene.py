"""A scene's page: what every telling says of one event."""

from __future__ import annotations

from retold.model import Page, Passage, Quote, Scene
from retold.writing.concordance import Concordance
from retold.writing.differences import group_told_once
from retold.writing.machines import describe_scene
from retold.writing.markdown import clean_text
from retold.writing.parts import name_missing, set_columns
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections
from retold.writing.wording import count_things


def write_scene(book: Concordance, scene: Scene) -> Page:
    """Write a scene's page."""
    path = book.paths.scene(scene)
    pen = Pen(book, path)
    order = book.story.scenes
    place = book.numbers[scene.slug] - 1
    sections = fill_sections(
        "scene",
        pen,
        scene=scene,
        number=place + 1,
        previous=order[place - 1] if place else None,
        following=order[place + 1] if place + 1 < len(order) else None,
        places=_gather_quotes(scene.places),
        times=_gather_quotes(scene.times),
        columns=(columns := set_columns(pen, scene)),
        missing=name_missing(pen, columns),
        told_in=lambda slug: _find_tellers(book, scene, slug),
        differences=book.differences_in(scene.slug),
        only_in=group_told_once(book, scene),
    )
    return Page(
        path,
        scene.title,
        "scene",
        sections,
        slug=scene.slug,
        description=_describe(book, scene, place + 1),
        meta={
            "hide": ["navigation"],
            "crumb": book.crumb("scenes", "Scenes"),
            "json_ld": describe_scene(book, scene, place + 1),
        },
    )


def _gather_quotes(quotes: tuple[Quote, ...]) -> list[tuple[str, list[Quote]]]:
    """Put quotes of the same words together, so that a place stands once with all its citations."""
    gathered: dict[str, list[Quote]] = {}
    for quote in quotes:
        gathered.setdefault(clean_text(quote.text).casefold(), []).append(quote)
    return [(same[0].text, same) for same in gathered.values()]


def _find_tellers(book: Concordance, scene: Scene, slug: str) -> list[str]:
    """Name the tellings that speak of somebody in a scene, when others of the scene do not."""
    tellers = [
        passage.telling
        for passage in scene.passages
        if any(slug == found for n in passage.sentences for _, found in book.mentions.get((passage.telling, n), ()))
    ]
    return tellers if len(tellers) < len(scene.passages) else []


def _describe(book: Concordance, scene: Scene, number: int) -> str:
    """Describe a scene in a line, for search engines and link previews."""
    where = f"Scene {number} of {len(book.story.scenes)} of {book.story.facts.title or 'the story'}"
    quote = scene.summary[0].text if scene.summary else "".join(_read_first(book, p) for p in scene.passages[:1])
    told = f", told by {count_things(len(scene.passages), 'telling')}: {quote}" if quote else "."
    return clean_text(f"{where}{told}")


def _read_first(book: Concordance, passage: Passage) -> str:
    return book.text_of(passage.telling, book.tellings[passage.telling].sentences[passage.sentences[0]].span)
