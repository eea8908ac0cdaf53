"""Group sentences into scenes: average-linkage clustering over sparse chances."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def group_items(count: int, chances: Iterable[tuple[int, int, float]], threshold: float) -> list[list[int]]:
    """Merge the two groups with the highest mean chance of belonging together, while it is over the threshold.

    Unweighted average linkage (Sokal & Michener 1958) with a heap of candidates; pairs that
    are not given count as 0, so the work follows the given pairs, not all pairs.

    Args:
        count: Items are numbered from 0 to `count`.
        chances: Pairs (one, other, chance of being in one group), each pair once.
        threshold: The mean chance below which groups stay apart.

    Returns:
        The groups, each ascending, ordered by their first item.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for one, other, chance in chances:
        sums[one][other] = sums[one].get(other, 0.0) + chance
        sums[other][one] = sums[one][other]
    members = [[item] for item in range(count)]
    alive = [True] * count
    heap = [
        (-c, one, other, 1, 1)
        for one in range(count)
        for other, c in sums[one].items()
        if one < other and c > threshold
    ]
    heapify(heap)
    while heap:
        _, one, other, size, other_size = heappop(heap)
        if not (alive[one] and alive[other]) or size != len(members[one]) or other_size != len(members[other]):
            continue
        if len(sums[one]) < len(sums[other]):
            one, other = other, one
        alive[other] = False
        members[one] += members[other]
        del sums[one][other]
        for third, chance in sums[other].items():
            if third != one:
                del sums[third][other]
                sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + chance
        for third, chance in sums[one].items():
            mean = chance / (len(members[one]) * len(members[third]))
            if mean > threshold:
                first, second = sorted((one, third))
                heappush(heap, (-mean, first, second, len(members[first]), len(members[second])))
    return sorted(sorted(group) for item, group in enumerate(members) if alive[item])
