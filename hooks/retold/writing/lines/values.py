"""What the ordering of lines works on: lines as small numbers, layers as groups of them.

A *line* is an unbroken stretch of a character's presence; a character who goes and comes
back has two.  Two lines that are both in two neighbouring layers cross between them when
their order flips; lines that belong together are merged and then weigh more than one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Group = tuple[int, ...]
Layer = tuple[Group, ...]
Orders = list[list[int]]


@dataclass(frozen=True, slots=True)
class Tangle:
    """Layers of groups of lines; `weights[line]` is how many characters the line stands for."""

    layers: tuple[Layer, ...]
    weights: tuple[int, ...]

    def masks(self) -> tuple[int, ...]:
        """As many bits of its own for every line as it weighs, so that counting bits weighs lines."""
        masks, low = [], 0
        for weight in self.weights:
            masks.append(((1 << weight) - 1) << low)
            low += weight
        return tuple(masks)


def lines_of(layer: Layer) -> list[int]:
    """All lines of a layer, group by group."""
    return [line for group in layer for line in group]


def count_crossings(tangle: Tangle, orders: Sequence[Sequence[int]]) -> int:
    """Count the pairs that flip from a layer to the next, weighed."""
    masks, twice = tangle.masks(), 0
    before: dict[int, int] = {}
    for order in orders:
        above, seen = {}, 0
        for line in order:
            above[line] = seen
            seen |= masks[line]
        common = sum(masks[line] for line in order if line in before)
        for line in order:
            if line in before:
                twice += tangle.weights[line] * ((before[line] ^ above[line]) & common).bit_count()
        before = above
    return twice // 2
