"""The most central sentence of a scene."""

from __future__ import annotations

from collections import Counter
from math import sqrt

from retold.reading.titles.line import Line


def find_central(passages: list[list[Line]], stems: list[list[frozenset[str]]]) -> tuple[int, Line] | None:
    """Find the sentence that shares most with the rest of the scene, as (passage, line).

    Centrality as overlap with the other sentences (the centroid of Radev et al. 2004),
    normalised by length; a sentence that opens with somebody's name reads best alone.
    """
    counts = Counter(stem for told in stems for found in told for stem in found)
    numbered = [(n, *pair) for n, told in enumerate(passages) for pair in zip(told, stems[n], strict=True)]
    best: tuple[float, int, Line] | None = None
    for number, line, found in numbered:
        worth = sum(counts[stem] - 1 for stem in found) / sqrt(len(found) + 4)
        worth += 0.15 * len({who for who in line.who if who >= 0})
        worth += 0.3 * any(who >= 0 and tag == "NP" for who, tag in zip(line.who[:6], line.tags[:6], strict=True))
        worth -= 0.3 * (line.tags[:1] == ["PRS"])
        worth -= 0.05 * max(0, len(line.tags) - 30)
        if best is None or worth > best[0]:
            best = (worth, number, line)
    return best and (best[1], best[2])
