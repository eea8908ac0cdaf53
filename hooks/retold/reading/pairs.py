"""Weigh for all pairs of sentences, within and across tellings, whether they are of one scene."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from retold.reading.similarity import Links

# Chances below this are left out: no scene hangs on them, and a scene's reach stays bounded.
_SLIGHT = 0.05


def turn_links(links: Links, length: int) -> Links:
    """Give the same chances by the sentences of the other telling."""
    turned: Links = tuple({} for _ in range(length))
    for number, row in enumerate(links):
        for place, chance in row.items():
            turned[place][number] = chance
    return turned


def weigh_pairs(
    bonds: Sequence[Sequence[float]], followed: Mapping[tuple[int, int], Links], offsets: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Give (one, other, chance of one scene) over the sentences of all tellings, counted through.

    Within a telling the bonds between two sentences multiply.  Across, a sentence belongs
    with what it retells and with what belongs with that; each direction gives half.

    Args:
        bonds: For every telling the chance that each sentence and the next are of one scene.
        followed: For every ordered pair of tellings the chances of partners.
        offsets: How many sentences come before those of each telling.
    """
    for chain, offset in zip(bonds, offsets, strict=False):
        for number in range(len(chain)):
            for near, chance in _reach_after(chain, number, 1.0):
                yield offset + number, offset + near, chance
    for (one, other), rows in followed.items():
        for number, row in enumerate(rows):
            reached: dict[int, float] = {}
            for place, chance in row.items():
                for near, share in _reach(bonds[other], place, chance):
                    reached[near] = reached.get(near, 0.0) + share
            for near, share in reached.items():
                yield offsets[one] + number, offsets[other] + near, min(1.0, share) / 2


def _reach(bonds: Sequence[float], place: int, chance: float) -> Iterator[tuple[int, float]]:
    yield place, chance
    yield from _reach_after(bonds, place, chance)
    for near in range(place - 1, -1, -1):
        chance *= bonds[near]
        if chance < _SLIGHT:
            break
        yield near, chance


def _reach_after(bonds: Sequence[float], place: int, chance: float) -> Iterator[tuple[int, float]]:
    for near in range(place, len(bonds)):
        chance *= bonds[near]
        if chance < _SLIGHT:
            break
        yield near + 1, chance
