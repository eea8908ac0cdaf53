"""Good orders of any tangle, by taking lines out and putting each back where it crosses least.

While all other lines stay, the best course of one line through some layers is a shortest
path over the gaps between them, so each insertion is exact.  Taking many lines out of a
window of layers and keeping what is no worse is large neighbourhood search (Shaw, CP 1998)
over the sifting of Matuszewski, Schönfeld and Molitor (Graph Drawing 1999).  The random
numbers are a fixed sequence and the work is counted, so the result hangs on the tangle alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from retold.writing.lines.values import Orders, Tangle, count_crossings, lines_of

WORK = 2_500_000  # steps over all insertions; about a second
_ROUNDS = 5  # rounds of inserting all lines that a larger tangle may take beyond that
_EXTRA = 20_000_000  # but never more steps than these, some seconds
_REACHES = (8, 24)  # layers of a window to either side; wide ones move whole lines
_MOST_OUT = 10  # lines taken out at a time, beside two that cross


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
    crossings: int = 0

    def roll(self, sides: int) -> int:
        """The next number of a fixed sequence, below `sides` (Knuth's MMIX generator)."""
        self.dice = (self.dice * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.dice >> 33) % sides

    def take_out(self, line: int, window: range) -> None:
        """Remove a line and its crossings from a window of its layers."""
        layers = self._with_neighbours(line, window)
        at = [self.orders[layer].index(line) for layer in layers]
        for layer, place in zip(layers, at, strict=True):
            if layer in window:
                del self.orders[layer][place]
        above, others = [self._above(layer) for layer in layers], ~self.masks[line]
        for (here, a), (there, b) in pairwise(zip(above, at, strict=True)):
            flips = ((here[a] ^ there[b]) & here[-1] & there[-1] & others).bit_count()
            self.crossings -= flips * self.tangle.weights[line]

    def put_in(self, line: int, window: range) -> None:
        """Place a line in a window of its layers along the course that crosses least."""
        layers = self._with_neighbours(line, window)
        gaps = [self._gaps(layer, line) if layer in window else [self.orders[layer].index(line)] for layer in layers]
        above, others = [self._above(layer) for layer in layers], ~self.masks[line]
        costs, trails = [0] * len(gaps[0]), []
        for (here, before), (there, after) in pairwise(zip(above, gaps, strict=True)):
            common = here[-1] & there[-1] & others
            olds = [(cost, here[gap] & common) for cost, gap in zip(costs, before, strict=True)]
            self.work += len(before) * len(after) + 40
            costs, trail = [], []
            for gap in after:
                mine = there[gap] & common
                ways = [cost + (mine ^ old).bit_count() for cost, old in olds]
                costs.append(min(ways))
                trail.append(ways.index(costs[-1]))
            trails.append(trail)
        at = costs.index(min(costs))
        self.crossings += costs[at] * self.tangle.weights[line]
        for n in range(len(layers) - 1, -1, -1):
            if layers[n] in window:
                self.orders[layers[n]].insert(gaps[n][at], line)
            at = trails[n - 1][at] if n else 0

    def _with_neighbours(self, line: int, window: range) -> range:
        """The window and the layers beside it, where the line stays: crossings reach there."""
        span = self.spans[line]
        return range(max(span.start, window.start - 1), min(span.stop, window.stop + 1))

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


def insert_lines(tangle: Tangle, start: Orders | None = None, work: int = WORK) -> Orders:
    """Order a tangle well, or orders of it better, within a bounded amount of work."""
    places = [{line: number for number, group in enumerate(layer) for line in group} for layer in tangle.layers]
    spans: dict[int, range] = {}
    for at, layer in enumerate(tangle.layers):
        for line in lines_of(layer):
            spans[line] = range(spans[line].start if line in spans else at, at + 1)
    loom = _Loom(tangle, [[] for _ in tangle.layers], places, spans, tangle.masks())
    if start:
        loom.orders, loom.crossings = [list(order) for order in start], count_crossings(tangle, start)
    else:
        for line in sorted(spans, key=lambda line: (-len(spans[line]), line)):
            loom.put_in(line, spans[line])
        _sift(loom, max(work, min(_ROUNDS * loom.work, loom.work + _EXTRA)))
    while loom.crossings and loom.work < work:
        _shake(loom)
    return loom.orders


def _sift(loom: _Loom, work: int) -> None:
    """Reinsert every line until a whole round brings nothing."""
    before = loom.crossings + 1
    while loom.crossings < before:
        before = loom.crossings
        for line in sorted(loom.spans):
            if loom.work < work:
                loom.take_out(line, loom.spans[line])
                loom.put_in(line, loom.spans[line])


def _shake(loom: _Loom) -> None:
    """Take crossing lines and others out of a window, put them back in another order; keep what is no worse."""
    reach = _REACHES[loom.roll(len(_REACHES))]
    at, crossing = _find_crossing(loom)
    layer = loom.orders[at]
    out = list(dict.fromkeys([*crossing, *(layer[loom.roll(len(layer))] for _ in range(loom.roll(_MOST_OUT)))]))
    window = range(max(0, at - reach), min(len(loom.orders), at + reach + 1))
    parts = {line: _overlap(window, loom.spans[line]) for line in out}
    kept, crossings = [list(loom.orders[number]) for number in window], loom.crossings
    for line in out:
        loom.take_out(line, parts[line])
    first = loom.roll(len(out))
    for line in (out[first:] + out[:first])[:: 1 if loom.roll(2) else -1]:
        loom.put_in(line, parts[line])
    if loom.crossings > crossings:
        loom.orders[window.start : window.stop], loom.crossings = kept, crossings


def _find_crossing(loom: _Loom) -> tuple[int, tuple[int, int]]:
    """Two lines that cross, at or after a rolled layer, and one of the layers between which they do."""
    last = len(loom.orders) - 1
    start = loom.roll(last)
    for step in range(last):
        at = (start + step) % last
        loom.work += len(loom.orders[at])
        below = {line: place for place, line in enumerate(loom.orders[at + 1])}
        both = [line for line in loom.orders[at] if line in below]
        flips = [(a, b) for n, a in enumerate(both) for b in both[n + 1 :] if below[a] > below[b]]
        if flips:
            return at + loom.roll(2), flips[loom.roll(len(flips))]
    raise AssertionError("asked for a crossing where none is left")


def _overlap(one: range, two: range) -> range:
    return range(max(one.start, two.start), min(one.stop, two.stop))
