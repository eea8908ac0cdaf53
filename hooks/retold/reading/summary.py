"""The most central sentence of a scene."""

from __future__ import annotations

from collections import Counter
from math import sqrt

from retold.reading.titles.line import Line

# The sentence that the title is made of says the event; others must share much more with the scene to be put first.
_TITLE_WORTH = 0.8


def find_central(
    passages: list[list[Line]], stems: list[list[frozenset[str]]], title_source: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Find the sentence that shares most with the rest of the scene, as (passage, place in it).

    Centrality as overlap with the other sentences (the centroid of Radev et al. 2004),
    normalised by length; a sentence that opens with somebody's name reads best alone.
    """
    counts = Counter(stem for told in stems for found in told for stem in found)
    best: tuple[float, tuple[int, int]] | None = None
    for number, lines in enumerate(passages):
        for at, line in enumerate(lines):
            found = stems[number][at]
            worth = sum(counts[stem] - 1 for stem in found) / sqrt(len(found) + 4) + _worth_alone(line)
            worth += _TITLE_WORTH * ((number, at) == title_source)
            if best is None or worth > best[0]:
                best = (worth, (number, at))
    return best and best[1]


def _worth_alone(line: Line) -> float:
    """How well a sentence reads by itself: with names, not opened by a pronoun, not long."""
    named = {who for who in line.who if who >= 0}
    opens = any(who >= 0 and tag == "NP" for who, tag in zip(line.who[:6], line.tags[:6], strict=True))
    return 0.15 * len(named) + 0.3 * opens - 0.3 * (line.tags[:1] == ["PRS"]) - 0.05 * max(0, len(line.tags) - 30)
