"""The most central sentence of a scene."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from retold.reading.titles.line import Line
from retold.reading.titles.told import Told

# The sentence that the title is made of says the event; others must share much more with the scene to be put first.
_TITLE_WORTH = 0.8


Place = tuple[int, int]


def weigh_sentences(passages: list[list[Told]], counts: Mapping[str, int]) -> dict[Place, float]:
    """Weigh how central every sentence of a scene is, by (passage, place in it).

    Centrality as overlap with the other sentences (the centroid of Radev et al. 2004),
    normalised by length; a sentence that opens with somebody's name reads best alone.

    Args:
        passages: The scene's sentences, a list for each telling.
        counts: How many of them have each stem.
    """
    worths: dict[Place, float] = {}
    for number, sentences in enumerate(passages):
        for at, told in enumerate(sentences):
            stems = told.stems
            shared = sum([counts[stem] for stem in stems]) - len(stems)
            worths[number, at] = shared / sqrt(len(stems) + 4) + _worth_alone(told.line)
    return worths


def find_central(worths: dict[Place, float], title_source: Place | None) -> Place | None:
    """Find the sentence that shares most with the rest of the scene, the first of equals."""
    best = max(worths, key=worths.__getitem__, default=None)
    if best is None or title_source is None:
        return best
    worth = worths[title_source] + _TITLE_WORTH
    return title_source if (-worth, title_source) < (-worths[best], best) else best


def _worth_alone(line: Line) -> float:
    """How well a sentence reads by itself: with names, not opened by a pronoun, not long."""
    named = len({*line.who, -1}) - 1
    opens = max(line.who[:6], default=-1) >= 0
    return 0.15 * named + 0.3 * opens - 0.6 * (line.tags[:1] == ["PRS"]) - 0.05 * max(0, len(line.tags) - 30)
