"""Let single sentences that nobody else tells join the scene next to them."""

from __future__ import annotations

from collections.abc import Sequence

# One sentence of one telling is rarely an event of its own: it stays alone only where both its bonds are weaker
# than the threshold of any other pair.
_WEAK = 0.3


def join_orphans(
    groups: Sequence[Sequence[int]], bonds: Sequence[Sequence[float]], offsets: Sequence[int]
) -> list[list[int]]:
    """Move every group of one sentence to the neighbour that it is bound to most, unless that bond is weak.

    Args:
        groups: The sentences of all tellings, counted through, in groups.
        bonds: For every telling the chance that each sentence and the next are of one scene.
        offsets: How many sentences come before those of each telling.

    Returns:
        The groups, each ascending, ordered by their first sentence.
    """
    home = {item: number for number, group in enumerate(groups) for item in group}
    members = [list(group) for group in groups]
    for chain, offset in zip(bonds, offsets, strict=False):
        for number in range(len(chain) + 1):
            alone = home[offset + number]
            bound = [
                (chain[k], offset + near)
                for k, near in ((number, number + 1), (number - 1, number - 1))
                if 0 <= k < len(chain)
            ]
            if len(members[alone]) == 1 and bound and max(bound)[0] > _WEAK:
                home[offset + number] = home[max(bound)[1]]
                members[home[offset + number]] += members[alone]
                members[alone] = []
    return sorted(sorted(group) for group in members if group)
