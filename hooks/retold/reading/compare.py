"""Compare the tellings of each scene: where they differ, and what only one tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations, pairwise, product
from typing import NamedTuple

from retold.lexicon import Lexicon
from retold.model import Comparison, Difference, OnlyIn, People, Scene, Span, Telling, Version
from retold.model import Passage as Numbers
from retold.reading.differences.ages import tell_ages
from retold.reading.differences.contrast import Contrast, Pair, Passage, Side, Told
from retold.reading.differences.deeds import (
    find_fillers,
    most_of_doers,
    most_of_names,
    most_of_objects,
    most_of_places,
    most_of_sources,
    tell_doers,
    tell_names,
    tell_objects,
    tell_places,
    tell_sources,
)
from retold.reading.differences.facts import Reader, find_people_words, pair_sentences, weigh_stems
from retold.reading.differences.given_names import tell_given_names
from retold.reading.differences.numbers import find_amounts, find_things, most_of_numbers, tell_numbers
from retold.reading.differences.only import COUNTERPART, find_only_in
from retold.reading.differences.opposites import find_polar, most_of_opposites, tell_opposites
from retold.reading.differences.sisters import find_sisters, most_of_sisters, tell_sisters
from retold.reading.differences.vocabulary import build_vocabulary
from retold.reading.differences.whole import tell_descriptions, tell_kin, tell_owners_of_names
from retold.reading.differences.words import (
    most_of_denials,
    most_of_kinds,
    most_of_modifiers,
    most_of_owners,
    tell_denials,
    tell_kinds,
    tell_modifiers,
    tell_owners,
)
from retold.reading.short_names import find_short_names


class Rule(NamedTuple):
    """A rule of the comparison, and the most that its contrasts of a pair could score: at a glance, and never too little.

    Rules that ask for the same deed or much other evidence also compare sentences that are only `near`.
    """

    most: Callable[[Pair], float]
    tell: Callable[[Pair], Iterator[Contrast]]
    near: bool = False


RULES = (
    Rule(most_of_numbers, tell_numbers, near=True),
    Rule(most_of_objects, tell_objects, near=True),
    Rule(most_of_doers, tell_doers, near=True),
    Rule(most_of_places, tell_places, near=True),
    Rule(most_of_sources, tell_sources, near=True),
    Rule(most_of_names, tell_names),
    Rule(most_of_opposites, tell_opposites, near=True),
    Rule(most_of_owners, tell_owners),
    Rule(most_of_denials, tell_denials),
    Rule(most_of_kinds, tell_kinds),
    Rule(most_of_modifiers, tell_modifiers),
    Rule(most_of_sisters, tell_sisters, near=True),
)
# Shared words must weigh as much as two rare ones (each met in one sentence of thirty or fewer).
_ENOUGH = 2.0
_MOST_IN_A_SCENE = 5
# How much surer a difference must be between scenes that were not aligned.
_GAP = 1.5
# Sentences of two scenes tell of the same only when they share this much (cosine).
_LIKE = 0.1
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
    if len({passage.telling for scene in scenes for passage in scene.passages}) < 2:
        return Comparison(())
    vocabulary = build_vocabulary(lexicon)
    readers = {t.name: Reader(t, vocabulary, find_people_words(t, people)) for t in tellings}
    weights = weigh_stems((readers[p.telling], p.sentences) for scene in scenes for p in scene.passages)
    table = _Table(readers, weights, find_short_names(tellings, people))
    found: list[Difference] = []
    marked: set[frozenset[tuple[str, Span]]] = set()
    for new in (
        *tell_descriptions(people, scenes, readers),
        *tell_kin(people, scenes, readers),
        *tell_owners_of_names(scenes, readers),
        *tell_given_names(people, scenes, readers, lexicon),
        *tell_ages(people, scenes, readers),
        *(difference for scene in scenes for difference in _compare_scene(scene, table)),
        *(difference for gap in _find_gaps(scenes) for difference in _compare_gap(gap, table)),
    ):
        if not _find_marks(new) or _find_marks(new) not in marked:
            marked.add(_find_marks(new))
            found.append(new)
    found = [*found, *_compare_neighbours(scenes, table, found)]
    order = {scene.slug: number for number, scene in enumerate(scenes)}
    only = tuple(one for scene in scenes for one in _tell_only(scene, table))
    return Comparison(tuple(sorted(found, key=lambda difference: order[difference.scene])), only)


def _find_marks(difference: Difference) -> frozenset[tuple[str, Span]]:
    """The words that differ: those of a description are those of its sentence too."""
    return frozenset((version.quote.telling, mark) for version in difference.versions for mark in version.marks)


@dataclass(frozen=True, slots=True)
class _Table:
    """What all scenes are compared with: the tellings, the rarity of words, the people's short names."""

    readers: dict[str, Reader]
    weights: dict[str, float]
    names: dict[str, str]
    pairs: dict[tuple[Numbers, Numbers], list[tuple[float, int, int]]] = field(default_factory=dict)
    passages: dict[Numbers, Passage] = field(default_factory=dict)

    def pair(self, one: Numbers, other: Numbers) -> list[tuple[float, int, int]]:
        """The sentences of two passages that share most, found once."""
        if (one, other) not in self.pairs:
            a, b = self.readers[one.telling], self.readers[other.telling]
            self.pairs[one, other] = pair_sentences(a, b, one.sentences, other.sentences, self.weights)
        return self.pairs[one, other]

    def read(self, told: Numbers) -> Passage:
        """What a telling says in a passage, read once."""
        passage = self.passages.get(told)
        if passage is None:
            reader, sentences = self.readers[told.telling], told.sentences
            passage = self.passages[told] = Passage(
                tuple([reader.glance(number) for number in sentences]),
                partial(_find_roles, reader, sentences),
                partial(_find_single, reader, sentences),
            )
        return passage


def _compare_scene(scene: Scene, table: _Table) -> list[Difference]:
    """Compare every two tellings of a scene; what three tell differently becomes one difference."""
    found: list[Difference] = []
    for one, other in combinations(scene.passages, 2):
        if one.telling != other.telling:
            contrasts = _keep_best(_contrast_passages(table, one, other, _ENOUGH), _ENOUGH)
            for contrast in contrasts:
                _add(found, _make_difference(scene.slug, contrast, table, (one.telling, other.telling)))
    return found


def _add(found: list[Difference], new: Difference) -> None:
    """Add a difference, or its second version to the one that has its first already."""
    for number, old in enumerate(found):
        tellings = {version.quote.telling for version in old.versions}
        fresh = tuple(version for version in new.versions if version.quote.telling not in tellings)
        if old.about != new.about or len(fresh) > 1:
            continue
        if set(new.versions) & set(old.versions):
            found[number] = replace(old, versions=(*old.versions, *fresh))
            return
    found.append(new)


def _find_gaps(scenes: tuple[Scene, ...]) -> Iterator[list[Scene]]:
    """Find runs of scenes that one telling alone tells: two of them may be the same event, not seen as one."""
    run: list[Scene] = []
    for scene in scenes:
        if len(scene.passages) == 1:
            run.append(scene)
        else:
            yield run
            run = []
    yield run


def _compare_gap(gap: list[Scene], table: _Table) -> Iterator[Difference]:
    """Compare what the tellings tell between two shared scenes, with more caution; the first quote's scene gets it."""
    numbers: dict[str, tuple[int, ...]] = {}
    for passage in (scene.passages[0] for scene in gap):
        numbers[passage.telling] = tuple(sorted((*numbers.get(passage.telling, ()), *passage.sentences)))
    for one, other in combinations(numbers.items(), 2):
        contrasts = _contrast_passages(table, Numbers(*one), Numbers(*other), _ENOUGH + _GAP)
        for contrast in _keep_best(contrasts, _ENOUGH + _GAP):
            place = next(
                s for s in gap if s.passages[0].telling == one[0] and contrast.left.sentence in s.passages[0].sentences
            )
            yield _make_difference(place.slug, contrast, table, (one[0], other[0]))


def _compare_neighbours(scenes: tuple[Scene, ...], table: _Table, found: list[Difference]) -> Iterator[Difference]:
    """Compare each scene with the next across tellings: where one ends and the other begins is a guess."""
    marked = {(v.quote.telling, mark) for difference in found for v in difference.versions for mark in v.marks}
    for scene, after in pairwise(scenes):
        if len(scene.passages) == len(after.passages) == 1:
            continue  # a gap, compared already
        for one, other in product(scene.passages, after.passages):
            if one.telling == other.telling:
                continue
            around = _join((scene, after), one.telling), _join((scene, after), other.telling)
            contrasts = _contrast_passages(table, one, other, _ENOUGH + _GAP, around)
            for contrast in _keep_best(contrasts, _ENOUGH + _GAP):
                new = _make_difference(scene.slug, contrast, table, (one.telling, other.telling))
                marks = {(v.quote.telling, mark) for v in new.versions for mark in v.marks}
                if not marks & marked:
                    marked |= marks
                    yield new


def _join(scenes: tuple[Scene, ...], telling: str) -> Numbers:
    """The sentences that a telling has in the scenes."""
    return Numbers(telling, tuple([n for s in scenes for p in s.passages if p.telling == telling for n in p.sentences]))


def _contrast_passages(
    table: _Table, one: Numbers, other: Numbers, enough: float, around: tuple[Numbers, Numbers] | None = None
) -> Iterator[Contrast]:
    """Let the rules compare the sentences that share most, as far as a contrast could score enough.

    Passages of two scenes come with the sentences `around` them, in which neither telling may have both.
    """
    pairs = [pair for pair in table.pair(one, other) if not around or pair[0] >= _LIKE]
    if not pairs:
        return
    here, there = map(table.read, around or (one, other))
    found = _make_pairs(table, pairs, (one.telling, here), (other.telling, there))
    rules = [rule for rule in RULES if rule.near or not around]
    chosen = [(rule, pair, share) for rule in rules for pair, share in found if rule.most(pair) * share >= enough]
    for rule, pair, share in chosen:
        for contrast in rule.tell(pair):
            yield replace(contrast, score=contrast.score * share)


def _make_pairs(
    table: _Table, pairs: list[tuple[float, int, int]], left: tuple[str, Passage], right: tuple[str, Passage]
) -> list[tuple[Pair, float]]:
    """Make pairs of sentences, each with the share of a contrast's score that counts."""
    a, b = table.readers[left[0]], table.readers[right[0]]
    seen: set[tuple[int, int]] = set()
    found = []
    for _, n, m in pairs:
        best = not {(0, n), (1, m)} <= seen
        seen |= {(0, n), (1, m)}
        sides = Side(a, n, left[1], a.glance(n)), Side(b, m, right[1], b.glance(m))
        found.append((Pair(*sides, table.weights, table.names), 1.0 if best else _NOT_BEST))
    return found


def _find_roles(reader: Reader, sentences: tuple[int, ...]) -> frozenset[tuple[str, str, str]]:
    """Find who or what fills which role of a deed in a passage, and what its opposites say of whom."""
    clauses = [clause for n in sentences for clause in reader.parse(n).clauses]
    doers = {(c.deed, "doer", filler) for c in clauses for filler in find_fillers(c.doer)}
    done_to = {(c.deed, "done to", filler) for c in clauses for filler in find_fillers(c.done_to)}
    return frozenset(
        doers | done_to | {role for n in sentences for polar in find_polar(reader, n) for role in polar.says()}
    )


def _find_single(reader: Reader, sentences: tuple[int, ...]) -> frozenset[str]:
    """Find the fine kinds of which a passage names one thing alone, and all its amounts."""
    things = {(kind, one.noun) for n in sentences for one in find_sisters(reader, n) for kind in one.kinds}
    counts = Counter([kind for kind, _ in things])
    counts.update([thing for n in sentences for thing in find_things(reader, n)])
    amounts = [amount for n in sentences for amount in find_amounts(reader, n)]
    return frozenset([*amounts, *[kind for kind, count in counts.items() if count == 1]])


def _tell_only(scene: Scene, table: _Table) -> Iterator[OnlyIn]:
    numbers: dict[str, tuple[int, ...]] = {}
    for passage in scene.passages:
        numbers[passage.telling] = (*numbers.get(passage.telling, ()), *passage.sentences)
    passages = {name: table.read(Numbers(name, sentences)) for name, sentences in numbers.items()}
    twice: dict[str, set[int]] = {name: set() for name in numbers}
    for (one, left), (other, right) in combinations(numbers.items(), 2):
        for likeness, n, m in table.pair(Numbers(one, left), Numbers(other, right)):
            if likeness > COUNTERPART:
                twice[one].add(n)
                twice[other].add(m)
    return find_only_in(scene, table.readers, passages, twice, table.weights)


def _keep_best(contrasts: Iterator[Contrast], enough: float) -> Iterator[Contrast]:
    """Keep the surest: no words differ twice, no two sentences twice in the same, and few a scene."""
    seen: set[tuple[object, ...]] = set()
    kept = 0
    for contrast in sorted(contrasts, key=lambda c: (-c.score, c.about, c.left.marks, c.right.marks)):
        left, right = contrast.left, contrast.right
        keys: set[tuple[object, ...]] = {("left", i) for i in left.marks} | {("right", i) for i in right.marks}
        keys.add((contrast.about, left.sentence, right.sentence))
        if contrast.score >= enough and not keys & seen and kept < _MOST_IN_A_SCENE:
            seen |= keys
            kept += 1
            yield contrast


def _make_difference(slug: str, contrast: Contrast, table: _Table, tellings: tuple[str, str]) -> Difference:
    versions = tuple(
        _version(table.readers[name], told)
        for name, told in zip(tellings, (contrast.left, contrast.right), strict=True)
    )
    return Difference(slug, contrast.kind, contrast.about, versions)


def _version(reader: Reader, told: Told) -> Version:
    return Version(reader.quote(reader.span(told.words)), (reader.span(told.marks),))
