"""Weigh whether neighbouring sentences of a telling belong to one scene.

What the telling shows by itself (`boundaries.py`), with what the other tellings do at the same
place: two sentences that retell one and the same sentence belong together.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from operator import mul

from retold.lexicon import Lexicon
from retold.model import People, Telling
from retold.reading.boundaries import describe_boundaries
from retold.reading.similarity import Links, Weighed

# Weights of a logistic regression over stories told twice; `tools/tune_scenes.py` finds them and tells how they carry over.
WEIGHTS: tuple[tuple[str, float], ...] = (
    ("always", -0.44),
    ("the telling is long", 0.32),
    ("a paragraph ends between them", -2.32),
    ("share of their words that both have", 1.63),
    ("share of the words around that both sides have", 2.01),
    ("the second begins with a time mark", -0.81),
    ("the second names a new place", -0.57),
    ("the second begins with its subject", 0.70),
    ("the second tells of a beginning", -0.40),
    ("the first tells of an ending", -0.67),
    ("speech goes on from one to the next", 0.55),
    ("share of the second's characters who were not in the first", -1.05),
    ("share of the characters around who are on both sides", 0.65),
    ("both retell one sentence", 1.95),
    ("one sentence retells both", -0.67),
)
# For a telling alone: what the last two of `WEIGHTS` usually see.
_USUAL_PARTNERS = (0.31, 0.16)
# No bond is surer than this, so that a scene's reach stays bounded however alike its sentences are.
_SUREST_BOND = 0.92

Sides = Sequence[tuple[Links, Links]]


def weigh_bonds(telling: Telling, weights: Weighed, sides: Sides, people: People, lexicon: Lexicon) -> list[float]:
    """Give the chance that each sentence and the next are of one scene.

    Args:
        telling: The telling.
        weights: The weighted words of each of its sentences.
        sides: For each other telling the chances of partners, found from this side and
            from the other side, both by this telling's sentences.
        people: The cast.
        lexicon: The word lists.
    """
    factors = [weight for _, weight in WEIGHTS]
    return [
        min(_SUREST_BOND, 1 / (1 + math.exp(-sum(map(mul, factors, bond)))))
        for bond in describe_bonds(telling, weights, sides, people, lexicon)
    ]


def describe_bonds(
    telling: Telling, weights: Weighed, sides: Sides, people: People, lexicon: Lexicon
) -> Iterator[tuple[float, ...]]:
    """Give what speaks for or against each bond, in the order of `WEIGHTS`."""
    for number, shown in enumerate(describe_boundaries(telling, weights, people, lexicon)):
        yield shown + _compare_all(number, sides)


def _compare_all(number: int, sides: Sides) -> tuple[float, ...]:
    """The mean over the other tellings."""
    if not sides:
        return _USUAL_PARTNERS
    each = [(_overlap(to[number], to[number + 1]), _overlap(back[number], back[number + 1])) for to, back in sides]
    return tuple(sum(values) / len(each) for values in zip(*each, strict=True))


def _overlap(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """Bhattacharyya's coefficient of two sets of chances."""
    return sum(math.sqrt(chance * other[place]) for place, chance in one.items() if place in other)
