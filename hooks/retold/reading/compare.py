"""Compare the tellings of each scene: where they differ, and what only one tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from retold.lexicon import Lexicon
from retold.model import Comparison, Difference, People, Scene, Telling, Version
from retold.model import Passage as Numbers
from retold.reading.differences.contrast import Contrast, Pair, Passage, Side, Told
from retold.reading.differences.deeds import find_fillers, tell_doers, tell_objects, tell_places, tell_sources
from retold.reading.differences.facts import Reader, find_people_words, find_short_names, pair_sentences, weigh_stems
from retold.reading.differences.numbers import tell_numbers
from retold.reading.differences.vocabulary import build_vocabulary
from retold.reading.differences.whole import tell_descriptions, tell_kin, tell_owners_of_names
from retold.reading.differences.words import tell_kinds, tell_opposites, tell_owners

RULES: tuple[Callable[[Pair], Iterator[Contrast]], ...] = (
    tell_numbers,
    tell_objects,
    tell_doers,
    tell_places,
    tell_sources,
    tell_opposites,
    tell_owners,
    tell_kinds,
)
# Shared words must weigh as much as two rare ones (each met in one sentence of thirty or fewer).
_ENOUGH = 3.8
_MOST_IN_A_SCENE = 3
# What two sentences say differently counts less when each has another that it is more like.
_NOT_BEST = 0.7


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
    table = _Table(readers, weights, find_short_names(tellings, people))
    whole = [
        *tell_descriptions(people, scenes, readers),
        *tell_kin(people, scenes, readers),
        *tell_owners_of_names(scenes, readers),
    ]
    return Comparison(
        tuple(
            difference
            for scene in scenes
            for difference in (*(d for d in whole if d.scene == scene.slug), *_compare_scene(scene, table))
        )
    )


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


def _contrast_passages(table: _Table, one: Numbers, other: Numbers) -> Iterator[Contrast]:
    a, b = table.readers[one.telling], table.readers[other.telling]
    here, there = _read_passage(a, one), _read_passage(b, other)
    for best, n, m in pair_sentences(a, b, one.sentences, other.sentences, table.weights):
        pair = Pair(Side(a, a.parse(n), here), Side(b, b.parse(m), there), table.weights, table.names)
        for rule in RULES:
            for contrast in rule(pair):
                yield contrast if best else replace(contrast, score=contrast.score * _NOT_BEST)


def _read_passage(reader: Reader, numbers: Numbers) -> Passage:
    said = frozenset[str]().union(*(reader.said(n) for n in numbers.sentences))
    clauses = [clause for n in numbers.sentences for clause in reader.parse(n).clauses]
    doers = {(c.deed, "doer", filler) for c in clauses for filler in find_fillers(c.doer)}
    done_to = {(c.deed, "done to", filler) for c in clauses for filler in find_fillers(c.done_to)}
    rings = frozenset[int]().union(*(reader.rings(n) for n in numbers.sentences))
    return Passage(said, rings, frozenset(doers | done_to))


def _keep_best(contrasts: list[Contrast]) -> Iterator[Contrast]:
    """Keep the surest: no words differ twice, no two sentences twice in the same, and few a scene."""
    seen: set[tuple[object, ...]] = set()
    kept = 0
    for contrast in contrasts:
        left, right = contrast.left, contrast.right
        keys: set[tuple[object, ...]] = {("left", i) for i in left.marks} | {("right", i) for i in right.marks}
        keys.add((contrast.about, left.sentence, right.sentence))
        if contrast.score >= _ENOUGH and not keys & seen and kept < _MOST_IN_A_SCENE:
            seen |= keys
            kept += 1
            yield contrast


def _version(reader: Reader, told: Told) -> Version:
    return Version(reader.quote(reader.span(told.words)), (reader.span(told.marks),))
