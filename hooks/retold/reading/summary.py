"""The most central sentence of a scene."""

from __future__ import annotations

from collections import Counter
from math import sqrt

from retold.reading.titles.score import content_stems
from retold.reading.titles.tags import Line


def find_central(passages: list[list[Line]]) -> tuple[int, Line] | None:
    """Find the sentence that shares most with the rest of the scene, as (passage, line).

    Centrality as overlap with the other sentences (the centroid of Radev et al. 2004),
    normalised by length; a sentence that opens with somebody's name reads best alone.
    """
    stems = [(number, line, set(content_stems(line))) for number, lines in enumerate(passages) for line in lines]
    counts = Counter(stem for _, _, found in stems for stem in found)
    best: tuple[float, int, Line] | None = None
    for number, line, found in stems:
        worth = sum(counts[stem] - 1 for stem in sorted(found)) / sqrt(len(found) + 4)
        worth += 0.15 * len({who for who in line.who if who >= 0})
        worth += 0.3 * any(who >= 0 and kind == "name" for who, kind in zip(line.who[:6], line.kinds[:6], strict=True))
        worth -= 0.3 * (line.tags[:1] == ["PRS"])
        worth -= 0.05 * max(0, len(line.tags) - 30)
        if best is None or worth > best[0]:
            best = (worth, number, line)
    return best and (best[1], best[2])
