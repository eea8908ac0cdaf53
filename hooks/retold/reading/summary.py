"""The most central sentence of a scene."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import sqrt

from retold.reading.titles.line import Line

# The sentence that the title is made of says the event; others must share much more with the scene to be put first.
_TITLE_WORTH = 0.8


def find_central(
    passages: list[list[Line]], stems: list[list[dict[str, int]]], title_source: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Find the sentence that shares most with the rest of the scene, as (passage, place in it).

    Centrality as overlap with the other sentences (the centroid of Radev et al. 2004),
    normalised by length; a sentence that opens with somebody's name reads best alone.
    """
    counts = Counter(chain.from_iterable(chain.from_iterable(stems)))
    best: tuple[float, tuple[int, int]] | None = None
    for number, lines in enumerate(passages):
        for at, line in enumerate(lines):
            found = stems[number][at]
            shared = sum([counts[stem] for stem in found]) - len(found)
            worth = shared / sqrt(len(found) + 4) + _worth_alone(line)
            worth += _TITLE_WORTH * ((number, at) == title_source)
            if best is None or worth > best[0]:
                best = (worth, (number, at))
    return best and best[1]


def _worth_alone(line: Line) -> float:
    """How well a sentence reads by itself: with names, not opened by a pronoun, not long."""
    named = set(line.who) - {-1}
    opens = max(line.who[:6], default=-1) >= 0
    return 0.15 * len(named) + 0.3 * opens - 0.6 * (line.tags[:1] == ["PRS"]) - 0.05 * max(0, len(line.tags) - 30)
