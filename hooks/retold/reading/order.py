"""Put the scenes in the order of the story."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from retold.model import Cut, Telling


def order_cuts(cuts: Sequence[Cut], tellings: Sequence[Telling]) -> tuple[Cut, ...]:
    """Order the scenes as the fullest telling has them; the others' own scenes follow what they follow there."""
    order: list[int] = []
    for telling in sorted(tellings, key=lambda telling: -len(telling.sentences)):
        here = sorted((_middle(cut, telling.name), k) for k, cut in enumerate(cuts) if _middle(cut, telling.name) >= 0)
        placed = set(order)
        after: dict[int, list[int]] = {}
        last = -1
        for _, k in here:
            if k in placed:
                last = k
            else:
                after.setdefault(last, []).append(k)
        merged = after.get(-1, [])
        for k in order:
            merged.append(k)
            merged += after.get(k, ())
        order = merged
    return tuple(cuts[k] for k in order)


def find_flashbacks(cuts: Sequence[Cut]) -> tuple[tuple[str, ...], ...]:
    """Name for every scene the tellings that tell it out of the order of the scenes.

    The longest run of scenes that a telling has in order (Schensted 1961, by patience
    sorting) is its order; what is not in the run is told earlier or later than it happens.
    """
    names = dict.fromkeys(passage.telling for cut in cuts for passage in cut.passages)
    out: list[list[str]] = [[] for _ in cuts]
    for name in names:
        places = [(k, middle) for k, cut in enumerate(cuts) if (middle := _middle(cut, name)) >= 0]
        in_order = _longest_run([middle for _, middle in places])
        for index, (k, _) in enumerate(places):
            if index not in in_order:
                out[k].append(name)
    return tuple(map(tuple, out))


def _middle(cut: Cut, name: str) -> float:
    """Where a telling has the scene: the middle of its passage, or -1."""
    for passage in cut.passages:
        if passage.telling == name:
            return sum(passage.sentences) / len(passage.sentences)
    return -1


def _longest_run(values: Sequence[float]) -> set[int]:
    """Indexes of a longest increasing subsequence."""
    tails: list[float] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[at], ends[at] = value, index
    run = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        run.add(index)
        index = before[index]
    return run
