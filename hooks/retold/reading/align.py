"""Cut the tellings into scenes and align them, jointly.

Each telling is followed through each other one; the chances that sentences tell the same,
and the chances that neighbours belong together, make chances for all pairs of sentences
over all tellings; grouping these gives the scenes.  Nothing in it forbids that the order
crosses, that a telling lacks a scene or that a passage is scattered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, combinations, pairwise

from retold.lexicon import Lexicon
from retold.model import Cut, Passage, People, Telling
from retold.reading.chain import cut_chain
from retold.reading.cohesion import weigh_bonds
from retold.reading.flashbacks import mark_flashbacks
from retold.reading.group import group_items
from retold.reading.order import order_cuts
from retold.reading.orphans import join_orphans
from retold.reading.pairs import turn_links, weigh_pairs
from retold.reading.partners import follow_both
from retold.reading.reasons import Reasons
from retold.reading.similarity import Links, Weighed, find_links, read_bags, weigh_words

# Two sentences rather belong together when their chance is above this: half of the F-measure that can be reached,
# about 0.72 over pairs of all kinds (Lipton, Elkan & Naryanaswamy, "Optimal thresholding of classifiers to maximize F1", 2014).
_THRESHOLD = 0.36
# Pairs within one telling are easier: about 0.84 can be reached.
_THRESHOLD_ALONE = 0.42


def align_tellings(tellings: tuple[Telling, ...], people: People, lexicon: Lexicon) -> tuple[Cut, ...]:
    """Cut all tellings into scenes, jointly: every sentence is in exactly one cut, in the order of the story."""
    tellings = tuple(telling for telling in tellings if telling.sentences)
    weights = weigh_words([read_bags(telling, people) for telling in tellings])
    followed = follow_all(weights)
    bonds = [
        weigh_bonds(telling, words, sides, people, lexicon)
        for telling, words, sides in zip(tellings, weights, find_sides(followed, len(tellings)), strict=True)
    ]
    offsets = list(accumulate((len(telling.sentences) for telling in tellings), initial=0))
    if len(tellings) == 1:
        groups = cut_chain(bonds[0], _THRESHOLD_ALONE)
    else:
        groups = group_items(offsets[-1], weigh_pairs(bonds, followed, offsets), _THRESHOLD)
        groups = join_orphans(groups, bonds, offsets)
    reasons = Reasons(tellings, weights, followed, bonds)
    passages = [_split_passages(group, tellings, offsets) for group in groups]
    cuts = order_cuts([Cut(told, reasons.explain(told)) for told in passages], tellings)
    return mark_flashbacks(cuts, tellings, lexicon)


def follow_all(weights: Sequence[Weighed]) -> dict[tuple[int, int], Links]:
    """Follow every telling through every other one."""
    followed: dict[tuple[int, int], Links] = {}
    for one, other in combinations(range(len(weights)), 2):
        there, back = find_links(weights[one], weights[other])
        followed[one, other], followed[other, one] = follow_both(there, back)
    return followed


def find_sides(followed: Mapping[tuple[int, int], Links], count: int) -> list[list[tuple[Links, Links]]]:
    """Give for every telling the chances of partners in each other one, found from this side and from the other."""
    return [
        [(followed[k, o], turn_links(followed[o, k], len(followed[k, o]))) for o in range(count) if o != k]
        for k in range(count)
    ]


def _split_passages(group: Sequence[int], tellings: Sequence[Telling], offsets: Sequence[int]) -> tuple[Passage, ...]:
    passages = []
    for telling, (begin, end) in zip(tellings, pairwise(offsets), strict=True):
        numbers = tuple(item - begin for item in group if begin <= item < end)
        if numbers:
            passages.append(Passage(telling.name, numbers))
    return tuple(passages)
