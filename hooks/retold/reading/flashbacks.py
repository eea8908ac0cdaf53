"""Find the scenes that a telling tells out of their order, and those that it tells as long past."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from retold.lexicon import Lexicon
from retold.model import Cut, Evidence, Telling
from retold.reading.times import find_opening_times

# Neighbours that merely change places are told together, not out of order.
_LEAST_MOVE = 2
# "had met", "had once met": what stands between is no object, as in "had a boat" and "had to go".
_NO_PERFECT = frozenset(("a", "an", "the", "to", "no", "his", "her", "their", "any", "some", "two", "three", "many"))
# So near before the verb stands what opens its clause: "whom she had once met".
_CLAUSE = 6


def mark_flashbacks(cuts: Sequence[Cut], tellings: Sequence[Telling], lexicon: Lexicon) -> tuple[Cut, ...]:
    """Name for every scene the tellings that tell it as long past; what is only moved is kept as a reason.

    The longest run of scenes that a telling has in order (Schensted, "Longest increasing and
    decreasing subsequences", 1961) is its order; a scene outside the run, which passes at
    least two of it, is told out of order.  It is a flashback when its first sentence there
    says so: by a mark of time, by the pluperfect or by somebody who remembers.
    """
    back: list[list[str]] = [[] for _ in cuts]
    moves: list[list[Evidence]] = [[] for _ in cuts]
    ago = frozenset(lexicon.words("flashback_words"))
    memory = frozenset(lexicon.words("memory_words"))
    openers = frozenset(lexicon.words("clause_openers"))
    for telling in tellings:
        told = {k: p.sentences for k, cut in enumerate(cuts) for p in cut.passages if p.telling == telling.name}
        moved = _find_moved({k: sum(numbers) / len(numbers) for k, numbers in told.items()})
        openings = find_opening_times(telling, (numbers[0] for numbers in told.values()), lexicon)
        for (k, numbers), opening in zip(told.items(), openings, strict=True):
            if not ago.isdisjoint(map(str.lower, opening)) or (
                k in moved and _looks_back(telling, numbers[0], len(opening), memory, openers)
            ):
                back[k].append(telling.name)
            elif k in moved:
                moves[k].append(Evidence("told out of order", f"{telling.name} {numbers[0] + 1}: told {moved[k]}"))
    return tuple(
        replace(cut, flashback_in=tuple(names), reasons=(*cut.reasons, *more)) if names or more else cut
        for cut, names, more in zip(cuts, back, moves, strict=True)
    )


def _looks_back(telling: Telling, number: int, opening: int, memory: frozenset[str], openers: frozenset[str]) -> bool:
    """Tell whether a sentence says that it tells of what was before: had met, remembers, "years before"."""
    begin, end = telling.words.first[number : number + 2]
    words = [word.lower() for word in telling.words.texts[begin:end]]
    if not memory.isdisjoint(words) or "before" in words[max(0, opening - 1) : opening]:
        return True
    return any(
        word == "had" and after not in _NO_PERFECT and openers.isdisjoint(words[max(0, at - _CLAUSE) : at])
        for at, (word, after) in enumerate(pairwise(words))
    )


def _find_moved(middles: Mapping[int, float]) -> dict[int, str]:
    """The scenes that a telling has elsewhere, and where, from the middle of each of its passages."""
    scenes = list(middles)
    run = [scenes[index] for index in find_longest_run(list(middles.values()))]
    kept, ordered = [middles[k] for k in run], set(run)
    steps = {k: bisect_left(kept, middles[k]) - bisect_left(run, k) for k in scenes if k not in ordered}
    return {k: "earlier" if step < 0 else "later" for k, step in steps.items() if abs(step) >= _LEAST_MOVE}


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
