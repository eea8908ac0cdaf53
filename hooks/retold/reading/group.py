"""Group sentences into scenes: average-linkage clustering over sparse chances, then single moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

Sums = list[dict[int, float]]

# Moves settle after two or three rounds; a bound keeps the time linear.
_ROUNDS = 6


def group_items(count: int, chances: Iterable[tuple[int, int, float]], threshold: float) -> list[list[int]]:
    """Group items so that the pairs inside a group have mean chances above the threshold.

    Correlation clustering (Bansal, Blum & Chawla 2004): every pair inside a group gains its
    chance less the threshold.  Average linkage makes the groups, moves of single items
    improve them.  Pairs that are not given have the chance 0, so the work follows the given
    pairs, not all pairs.

    Args:
        count: Items are numbered from 0 to `count`.
        chances: Pairs (one, other, chance of being in one group); a pair given twice adds up.
        threshold: The chance above which two items rather belong together.

    Returns:
        The groups, each ascending, ordered by their first item.
    """
    sums: Sums = [{} for _ in range(count)]
    for one, other, chance in chances:
        sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + chance
    groups = _link([dict(row) for row in sums], threshold)
    return sorted(sorted(group) for group in _move(groups, sums, threshold))


def _link(sums: Sums, threshold: float) -> list[list[int]]:
    """Merge the two groups with the highest mean chance while it is over the threshold (Sokal & Michener 1958)."""
    members = [[item] for item in range(len(sums))]
    heap = [
        (-chance, one, other, 2)
        for one, row in enumerate(sums)
        for other, chance in row.items()
        if one < other and chance > threshold
    ]
    heapify(heap)
    while heap:
        _, one, other, size = heappop(heap)
        if not members[one] or not members[other] or size != len(members[one]) + len(members[other]):
            continue  # one of the two has changed since
        if len(sums[one]) < len(sums[other]):
            one, other = other, one
        members[one] += members[other]
        members[other] = []
        _merge_rows(sums, one, other)
        for third, chance in sums[one].items():
            mean = chance / (len(members[one]) * len(members[third]))
            if mean > threshold:
                heappush(heap, (-mean, min(one, third), max(one, third), len(members[one]) + len(members[third])))
    return [group for group in members if group]


def _merge_rows(sums: Sums, one: int, other: int) -> None:
    del sums[one][other]
    for third, chance in sums[other].items():
        if third != one:
            del sums[third][other]
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + chance
    sums[other] = {}


def _move(groups: Sequence[Sequence[int]], sums: Sums, threshold: float) -> Iterable[list[int]]:
    """Move single items to the group where they gain most, until none gains; whoever saw a move is asked again."""
    home = [0] * len(sums)
    for number, group in enumerate(groups):
        for item in group:
            home[item] = number
    size = [len(group) for group in groups]
    asked: Iterable[int] = range(len(sums))
    for _ in range(_ROUNDS):
        stirred: set[int] = set()
        for item in asked:
            here, best = home[item], _find_best(sums[item], home, size, home[item], threshold)
            if best != here:
                home[item] = best
                size[here] -= 1
                size[best] += 1
                stirred.update(sums[item])
                stirred.add(item)
        if not stirred:
            break
        asked = sorted(stirred)
    found: dict[int, list[int]] = {}
    for item, number in enumerate(home):
        found.setdefault(number, []).append(item)
    return found.values()


def _find_best(row: dict[int, float], home: list[int], size: list[int], here: int, threshold: float) -> int:
    """Give the group where an item with these chances gains most; where it is, if that is as good."""
    gains = {here: threshold}
    for other, chance in row.items():
        group = home[other]
        gains[group] = gains.get(group, 0.0) + chance
    best, most = here, gains[here] - threshold * size[here]
    for group, gain in gains.items():
        worth = gain - threshold * size[group]
        if worth > most or (worth == most and best != here and group < best):
            best, most = group, worth
    return best
