"""Weigh whether neighbouring sentences of a telling belong to one scene.

Lexical cohesion as in Hearst, "TextTiling" (1997), with what the other tellings do at the
same place: two sentences that retell one and the same sentence belong together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import mul

from retold.lexicon import Lexicon
from retold.model import Telling
from retold.reading.similarity import PERSON, Links
from retold.reading.times import find_opening_times

# Weights of a logistic regression over stories told twice; `tools/tune_scenes.py` finds them and tells how they carry over.
WEIGHTS: tuple[tuple[str, float], ...] = (
    ("always", -0.18),
    ("the telling is long", 0.34),
    ("a paragraph ends between them", -2.54),
    ("share of their words that both have", 1.89),
    ("the second begins with a time mark", -1.08),
    ("speech goes on from one to the next", 0.28),
    ("share of the second's characters who were not in the first", -1.21),
    ("both retell one sentence", 2.23),
    ("one sentence retells both", -0.49),
    ("they retell a sentence and the next", 0.59),
    ("neither is told elsewhere", 1.42),
)
# In a telling of one paragraph the missing breaks tell nothing: the usual share of breaks stands for them.
_USUAL_BREAKS = 0.15
# The longer a telling, the more sentences it has for one event: counted as logarithm over a usual synopsis' length,
# up to a book of some thousand sentences.
_USUAL_LENGTH, _LONG = 50, 4.0
# Likewise for a telling alone: what the last four of `WEIGHTS` usually see.
_USUAL_PARTNERS = (0.24, 0.09, 0.23, 0.08)
# No bond is surer than this, so that a scene's reach stays bounded however alike its sentences are.
_SUREST_BOND = 0.92


def weigh_bonds(
    telling: Telling,
    weights: Sequence[Mapping[str, float]],
    followed: Sequence[tuple[Links, Links]],
    lexicon: Lexicon,
) -> list[float]:
    """Give the chance that each sentence and the next are of one scene.

    Args:
        telling: The telling.
        weights: The weighted words of each of its sentences.
        followed: For each other telling the chances of partners, found from this side and
            from the other side, both by this telling's sentences.
        lexicon: The word lists.
    """
    factors = [weight for _, weight in WEIGHTS]
    return [
        min(_SUREST_BOND, 1 / (1 + math.exp(-sum(map(mul, factors, bond)))))
        for bond in describe_bonds(telling, weights, followed, lexicon)
    ]


def describe_bonds(
    telling: Telling,
    weights: Sequence[Mapping[str, float]],
    followed: Sequence[tuple[Links, Links]],
    lexicon: Lexicon,
) -> list[tuple[float, ...]]:
    """Give what speaks for or against each bond, in the order of `WEIGHTS`."""
    breaks = [float(here.paragraph != after.paragraph) for here, after in pairwise(telling.sentences)]
    if not any(breaks):
        breaks = [_USUAL_BREAKS] * len(breaks)
    times = find_opening_times(telling, range(len(telling.sentences)), lexicon)
    speech = _speech_goes_on(telling)
    length = min(_LONG, math.log(max(1, len(weights)) / _USUAL_LENGTH))
    shares, entries = _share_words(weights), _share_entries(weights)
    return [
        (
            1.0,
            length,
            breaks[n],
            shares[n],
            float(bool(times[n + 1])),
            speech[n],
            entries[n],
            *_compare_all(n, followed),
        )
        for n in range(len(breaks))
    ]


def _speech_goes_on(telling: Telling) -> list[bool]:
    """Tell for every sentence whether a quotation is open at its end; none outlasts its paragraph."""
    text, goes_on, is_open, paragraph = telling.text, [], False, 0
    for sentence in telling.sentences:
        is_open, paragraph = is_open and sentence.paragraph == paragraph, sentence.paragraph
        start, end = sentence.span.start, sentence.span.end
        opened, closed = text.rfind("“", start, end), text.rfind("”", start, end)
        if opened != closed:
            is_open = opened > closed
        is_open = is_open != bool(text.count('"', start, end) % 2)
        goes_on.append(is_open)
    return goes_on


def _share_words(weights: Sequence[Mapping[str, float]]) -> list[float]:
    totals = [sum(words.values()) for words in weights]
    return [
        sum([mine[stem] + after[stem] for stem in mine if stem in after]) / (totals[n] + totals[n + 1] or 1.0)
        for n, (mine, after) in enumerate(pairwise(weights))
    ]


def _share_entries(weights: Sequence[Mapping[str, float]]) -> list[float]:
    present = [[stem for stem in words if stem[0] == PERSON] for words in weights]
    return [
        sum(person not in mine for person in persons) / (len(persons) + 1)
        for mine, persons in zip(weights, present[1:], strict=False)
    ]


def _compare_all(number: int, followed: Sequence[tuple[Links, Links]]) -> tuple[float, ...]:
    """The mean over the other tellings."""
    if not followed:
        return _USUAL_PARTNERS
    each = [_compare_partners(to, back, number) for to, back in followed]
    return tuple(sum(values) / len(each) for values in zip(*each, strict=True))


def _compare_partners(to: Links, back: Links, number: int) -> tuple[float, ...]:
    mine, after = to[number], to[number + 1]
    told, after_told = sum(mine.values()), sum(after.values())
    return (
        _overlap(mine, after),
        _overlap(back[number], back[number + 1]),
        sum(chance * after[place + 1] for place, chance in mine.items() if place + 1 in after),
        (1 - told) * (1 - after_told),
    )


def _overlap(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """Bhattacharyya's coefficient of two sets of chances."""
    return sum(math.sqrt(chance * other[place]) for place, chance in one.items() if place in other)
