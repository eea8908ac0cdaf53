"""Find the scenes that a telling tells out of their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from retold.lexicon import Lexicon
from retold.model import Cut, Telling
from retold.reading.times import find_opening_times

# Neighbours that merely change places are told together, not out of order.
_LEAST_MOVE = 2


def find_flashbacks(cuts: Sequence[Cut], tellings: Sequence[Telling], lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """Name for every scene the tellings that tell it out of the order of the scenes, or as long past.

    The longest run of scenes that a telling has in order (Schensted, "Longest increasing and
    decreasing subsequences", 1961) is its order; a scene outside the run, which passes at
    least two of it, is told out of order.
    """
    found: list[list[str]] = [[] for _ in cuts]
    words = frozenset(lexicon.words("flashback_words"))
    for telling in tellings:
        told = {k: p.sentences for k, cut in enumerate(cuts) for p in cut.passages if p.telling == telling.name}
        moved = _find_moved({k: sum(numbers) / len(numbers) for k, numbers in told.items()})
        openings = find_opening_times(telling, (numbers[0] for numbers in told.values()), lexicon)
        for k, opening in zip(told, openings, strict=True):
            if k in moved or not words.isdisjoint(map(str.lower, opening)):
                found[k].append(telling.name)
    return tuple(map(tuple, found))


def _find_moved(middles: Mapping[int, float]) -> set[int]:
    """The scenes that a telling has elsewhere, from the middle of each of its passages."""
    scenes = list(middles)
    run = [scenes[index] for index in find_longest_run(list(middles.values()))]
    kept = [middles[k] for k in run]
    return {
        k
        for k in scenes
        if k not in set(run) and abs(bisect_left(kept, middles[k]) - bisect_left(run, k)) >= _LEAST_MOVE
    }


def find_longest_run(values: Sequence[float]) -> list[int]:
    """Give the indexes of a longest increasing subsequence, ascending; n log n by patience sorting."""
    tails: list[float] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [index]
    run = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]
