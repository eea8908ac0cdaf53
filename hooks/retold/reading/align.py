"""Cut the tellings into scenes and align them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from retold.lexicon import Lexicon
from retold.model import Cut, Passage, People, Telling
from retold.reading.cohesion import weigh_bonds
from retold.reading.group import group_items
from retold.reading.order import order_cuts
from retold.reading.partners import follow_telling
from retold.reading.similarity import Links, find_links, read_bags, weigh_words

# Sentences are of one scene while the mean chance of their pairs is above this.
_THRESHOLD = 0.4
# Chances below this are left out.
_SLIGHT = 0.05


def align_tellings(tellings: tuple[Telling, ...], people: People, lexicon: Lexicon) -> tuple[Cut, ...]:
    """Cut all tellings into scenes, jointly: every sentence is in exactly one cut."""
    bags = weigh_words([read_bags(telling, people) for telling in tellings])
    followed: dict[tuple[int, int], Links] = {}
    for one in range(len(bags)):
        for other in range(one + 1, len(bags)):
            there, back = find_links(bags[one], bags[other])
            followed[one, other] = follow_telling(there, len(back))
            followed[other, one] = follow_telling(back, len(there))
    turned = {(other, one): _turn(rows, len(bags[other])) for (one, other), rows in followed.items()}
    bonds = []
    for k, telling in enumerate(tellings):
        others = [o for o in range(len(tellings)) if o != k]
        bonds.append(weigh_bonds(telling, bags[k], [(followed[k, o], turned[k, o]) for o in others], lexicon))
    offsets = [0]
    for telling in tellings:
        offsets.append(offsets[-1] + len(telling.sentences))
    chances = _weigh_pairs(bonds, followed, offsets)
    groups = group_items(offsets[-1], chances, _THRESHOLD)
    cuts = [_cut(group, tellings, offsets) for group in groups]
    return order_cuts(cuts, tellings)


def _turn(rows: Links, length: int) -> Links:
    turned: Links = tuple({} for _ in range(length))
    for number, row in enumerate(rows):
        for place, chance in row.items():
            turned[place][number] = chance
    return turned


def _weigh_pairs(
    bonds: Sequence[list[float]], followed: dict[tuple[int, int], Links], offsets: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    for k, chain in enumerate(bonds):
        for number in range(len(chain) + 1):
            for place, chance in _spread(chain, number, 1.0):
                if place > number:
                    yield offsets[k] + number, offsets[k] + place, chance
    for (one, other), rows in followed.items():
        for number, row in enumerate(rows):
            pair: dict[int, float] = {}
            for place, chance in row.items():
                for near, share in _spread(bonds[other], place, chance):
                    pair[near] = pair.get(near, 0.0) + share
            for near, share in pair.items():
                yield offsets[one] + number, offsets[other] + near, min(1.0, share) / 2


def _spread(bonds: Sequence[float], place: int, chance: float) -> Iterator[tuple[int, float]]:
    yield place, chance
    share = chance
    for near in range(place, len(bonds)):
        share *= bonds[near]
        if share < _SLIGHT:
            break
        yield near + 1, share
    share = chance
    for near in range(place - 1, -1, -1):
        share *= bonds[near]
        if share < _SLIGHT:
            break
        yield near, share


def _cut(group: Sequence[int], tellings: Sequence[Telling], offsets: Sequence[int]) -> Cut:
    passages = []
    for telling, (begin, end) in zip(tellings, pairwise(offsets), strict=True):
        numbers = tuple(item - begin for item in group if begin <= item < end)
        if numbers:
            passages.append(Passage(telling.name, numbers))
    return Cut(tuple(passages))
