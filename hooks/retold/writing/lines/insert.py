"""Good orders of any tangle, by taking lines out and putting each back where it crosses least.

While all other lines stay, the best course of one line through the layers is a shortest
path over the gaps between them, so each insertion is exact.  Taking out a few lines at a
time and keeping what is no worse is large neighbourhood search (Shaw, CP 1998) over the
sifting of Matuszewski, Schönfeld and Molitor (Graph Drawing 1999).  The random numbers are
a fixed sequence and the work is counted, so the result hangs on the tangle alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from retold.writing.lines.values import Orders, Tangle, lines_of

_WORK = 250_000  # pairs of gaps compared over all insertions; some tenths of a second


@dataclass(slots=True)
class _Loom:
    """Orders in the making: some lines are placed, some are out."""

    tangle: Tangle
    orders: Orders
    places: list[dict[int, int]]  # layer -> line -> number of its group
    spans: dict[int, range]  # line -> its layers
    masks: tuple[int, ...]
    work: int = 0
    dice: int = 20161
    crossings: int = field(default=0)

    def roll(self, sides: int) -> int:
        """The next number of a fixed sequence, below `sides` (Knuth's MMIX generator)."""
        self.dice = (self.dice * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.dice >> 33) % sides

    def take_out(self, line: int) -> None:
        """Remove a placed line and its crossings."""
        at = [self.orders[layer].index(line) for layer in self.spans[line]]
        for layer, gap in zip(self.spans[line], at, strict=True):
            del self.orders[layer][gap]
        above = [self._above(layer) for layer in self.spans[line]]
        for n, (here, there) in enumerate(pairwise(above)):
            common = here[-1] & there[-1]
            flips = ((here[at[n]] ^ there[at[n + 1]]) & common).bit_count()
            self.crossings -= flips * self.tangle.weights[line]

    def put_in(self, line: int) -> None:
        """Place a line along the course with the fewest crossings."""
        span = self.spans[line]
        gaps = [self._gaps(layer, line) for layer in span]
        above = [self._above(layer) for layer in span]
        costs, trails = [0] * len(gaps[0]), []
        for n in range(1, len(span)):
            common = above[n - 1][-1] & above[n][-1]
            before = [above[n - 1][gap] & common for gap in gaps[n - 1]]
            self.work += len(before) * len(gaps[n])
            best, trail = [], []
            for gap in gaps[n]:
                mine = above[n][gap] & common
                cost, came = min(
                    (cost + (mine ^ theirs).bit_count(), at)
                    for at, (cost, theirs) in enumerate(zip(costs, before, strict=True))
                )
                best.append(cost)
                trail.append(came)
            costs = best
            trails.append(trail)
        at = costs.index(min(costs))
        self.crossings += costs[at] * self.tangle.weights[line]
        for n in range(len(span) - 1, -1, -1):
            self.orders[span[n]].insert(gaps[n][at], line)
            at = trails[n - 1][at] if n else 0

    def _above(self, layer: int) -> list[int]:
        """For each gap of a layer, the bits of the lines above it."""
        seen, above = 0, [0]
        for line in self.orders[layer]:
            seen |= self.masks[line]
            above.append(seen)
        return above

    def _gaps(self, layer: int, line: int) -> list[int]:
        """The gaps where a line may stand: with its group, or between two groups."""
        order, place = self.orders[layer], self.places[layer]
        mine = [at for at, other in enumerate(order) if place[other] == place[line]]
        if mine:
            return list(range(mine[0], mine[-1] + 2))
        inner = (gap for gap in range(1, len(order)) if place[order[gap - 1]] != place[order[gap]])
        return sorted({0, *inner, len(order)})


def insert_lines(tangle: Tangle, work: int = _WORK) -> Orders:
    """Order a tangle well, within a bounded amount of work."""
    places = [{line: number for number, group in enumerate(layer) for line in group} for layer in tangle.layers]
    spans: dict[int, range] = {}
    for at, layer in enumerate(tangle.layers):
        for line in lines_of(layer):
            spans[line] = range(spans[line].start if line in spans else at, at + 1)
    loom = _Loom(tangle, [[] for _ in tangle.layers], places, spans, tangle.masks())
    for line in sorted(spans, key=lambda line: (-len(spans[line]), line)):
        loom.put_in(line)
    _sift(loom)
    while loom.crossings and loom.work < work and len(spans) > 1:
        _shake(loom)
    return loom.orders


def _sift(loom: _Loom) -> None:
    """Reinsert every line until a whole round brings nothing."""
    before = loom.crossings + 1
    while loom.crossings < before:
        before = loom.crossings
        for line in sorted(loom.spans):
            loom.take_out(line)
            loom.put_in(line)


def _shake(loom: _Loom) -> None:
    """Take a few lines of one layer out, put them back in another order; keep what is no worse."""
    layer = loom.orders[loom.roll(len(loom.orders))]
    if not layer:
        loom.work += 1
        return
    size = 2 + loom.roll(min(4, len(layer)))
    out = list(dict.fromkeys(layer[loom.roll(len(layer))] for _ in range(size)))
    kept, crossings = [list(order) for order in loom.orders], loom.crossings
    loom.work += len(kept)
    for line in out:
        loom.take_out(line)
    for line in out[::-1] if loom.roll(2) else out:
        loom.put_in(line)
    if loom.crossings > crossings:
        loom.orders, loom.crossings = kept, crossings
