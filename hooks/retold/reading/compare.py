"""Compare the tellings of each scene: where they differ, and what only one tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from retold.lexicon import Lexicon
from retold.model import Comparison, Difference, Passage, People, Scene, Telling, Version
from retold.reading.contrast import RULES, Contrast, Pair, Told
from retold.reading.facts import Reader, find_people_words, pair_sentences, weigh_stems
from retold.reading.vocabulary import build_vocabulary

# Shared words must weigh as much as two rare ones (each met in one sentence of thirty or fewer).
_ENOUGH = 4.5
_MOST_IN_A_SCENE = 3


def compare_tellings(
    tellings: tuple[Telling, ...], people: People, scenes: tuple[Scene, ...], lexicon: Lexicon
) -> Comparison:
    """Find the facts that the tellings of a scene tell otherwise.

    Args:
        tellings: Every telling of the story.
        people: The cast, with its mentions in all tellings.
        scenes: The scenes, aligned over the tellings.
        lexicon: The word lists of the tellings' language.

    Returns:
        The differences in the order of the scenes, the surest of a scene first.
    """
    shared = [scene for scene in scenes if len({p.telling for p in scene.passages}) > 1]
    if not shared:
        return Comparison(())
    vocabulary = build_vocabulary(lexicon)
    readers = {t.name: Reader(t, vocabulary, find_people_words(t, people)) for t in tellings}
    weights = weigh_stems((readers[p.telling], p.sentences) for scene in shared for p in scene.passages)
    names = {character.slug: min(character.aliases, key=len) for character in people.characters if character.aliases}
    table = _Table(readers, weights, names)
    return Comparison(tuple(difference for scene in shared for difference in _compare_scene(scene, table)))


@dataclass(frozen=True, slots=True)
class _Table:
    """What all scenes are compared with: the tellings, the rarity of words, the people's short names."""

    readers: dict[str, Reader]
    weights: dict[str, float]
    names: dict[str, str]


def _compare_scene(scene: Scene, table: _Table) -> Iterator[Difference]:
    for one, other in combinations(scene.passages, 2):
        if one.telling != other.telling:
            contrasts = sorted(_contrast_passages(table, one, other), key=lambda c: (-c.score, c.about))
            for contrast in _keep_best(contrasts):
                left = _version(table.readers[one.telling], contrast.left)
                right = _version(table.readers[other.telling], contrast.right)
                yield Difference(scene.slug, contrast.kind, contrast.about, (left, right))


def _contrast_passages(table: _Table, one: Passage, other: Passage) -> Iterator[Contrast]:
    a, b = table.readers[one.telling], table.readers[other.telling]
    said_left = frozenset[str]().union(*(a.content(n) for n in one.sentences))
    said_right = frozenset[str]().union(*(b.content(n) for n in other.sentences))
    for _, n, m in pair_sentences(a, b, one.sentences, other.sentences, table.weights):
        pair = Pair(a, b, a.parse(n), b.parse(m), table.weights, said_left, said_right, table.names)
        for rule in RULES:
            yield from rule(pair)


def _keep_best(contrasts: list[Contrast]) -> Iterator[Contrast]:
    """Keep the surest: no words differ twice, and few a scene."""
    marked: set[tuple[int, int]] = set()
    kept = 0
    for contrast in contrasts:
        marks = {(0, i) for i in contrast.left.marks} | {(1, i) for i in contrast.right.marks}
        if contrast.score >= _ENOUGH and not marks & marked and kept < _MOST_IN_A_SCENE:
            marked |= marks
            kept += 1
            yield contrast


def _version(reader: Reader, told: Told) -> Version:
    return Version(reader.quote(reader.span(told.words)), (reader.span(told.marks),))
