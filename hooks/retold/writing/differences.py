"""The page of differences: where the tellings disagree, and what only one of them tells."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import Difference, Page, Quote, Scene
from retold.writing.concordance import Concordance
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections

# Anchors, by which the page shows one kind alone without any script.
_KINDS = {"contradiction": "Contradictions", "detail": "Other details", "told-once": "Told once"}


@dataclass(frozen=True, slots=True)
class Group:
    """What differs in one scene."""

    scene: Scene
    differences: tuple[Difference, ...]
    told_once: tuple[tuple[str, tuple[Quote, ...]], ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of differences that the scene has."""
        found = [difference.kind for difference in self.differences]
        return tuple(dict.fromkeys([*found, *(["told-once"] if self.told_once else [])]))

    def count(self, kind: str) -> int:
        """How many differences of a kind there are."""
        if kind == "told-once":
            return sum(len(quotes) for _, quotes in self.told_once)
        return sum(difference.kind == kind for difference in self.differences)


def write_differences(book: Concordance) -> Page:
    """Write where the tellings differ, scene by scene."""
    path = book.paths.page("differences")
    groups = _group_differences(book)
    counts = [(kind, called, sum(group.count(kind) for group in groups)) for kind, called in _KINDS.items()]
    kinds = [(kind, called, number) for kind, called, number in counts if number]
    story = book.story.facts.title or "the story"
    return Page(
        path,
        "Where the tellings differ",
        "index",
        fill_sections("differences", Pen(book, path), groups=groups, kinds=kinds),
        description=f"Where the tellings of {story} differ, and what only one of them tells.",
        meta={"hide": ["navigation"]},
    )


def group_told_once(book: Concordance, scene: Scene) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    """Group what single tellings tell of a scene, in the order of the tellings."""
    quotes = book.told_once.get(scene.slug, ())
    by_telling = ((name, tuple(quote for quote in quotes if quote.telling == name)) for name in book.tellings)
    return tuple((name, told) for name, told in by_telling if told)


def _group_differences(book: Concordance) -> list[Group]:
    groups = (
        Group(scene, book.differences_in(scene.slug), group_told_once(book, scene)) for scene in book.story.scenes
    )
    return [group for group in groups if group.differences or group.told_once]
