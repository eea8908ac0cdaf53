"""Give ordered lines their heights so that they run as straight as they can.

The sum of all climbs and falls is an L♮-convex function of the heights, so moving the best
set of lines up or down, each set found as a cheapest cut, ends at its minimum: Kolmogorov
and Shioura, "New algorithms for convex cost tension problem" (Discrete Optimization 2009),
with steps that halve.  What straightness does for storylines: Fröschl and Nöllenburg,
"Minimizing Wiggles in Storyline Visualizations" (Graph Drawing 2017).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from retold.writing.pictures.flow import ENDLESS, Network

_NODES = 200_000  # nodes of all cuts of a piece together; about a second
_COLUMNS = 250  # columns of a piece; only very long stories have more than one
_FIRST_STEP = 4  # rows
_SPARE = 0.25  # rows beyond those that the fullest column needs, for lines to stay straight
_STIFF = 50

Column = Sequence[Sequence[str]]  # the groups of a column, top to bottom


@dataclass(frozen=True, slots=True)
class _Bond:
    """A line between two blocks: at the same height when `upper + offset == lower`."""

    left: int
    right: int
    offset: int
    weight: int


@dataclass(slots=True)
class _Rack:
    """Blocks (the groups of all columns) with their heights, the order within columns, and lines."""

    heights: list[int]
    stacked: list[tuple[int, int, int]]  # (upper block, lower block, least distance)
    limits: list[tuple[int, int]]
    bonds: list[_Bond]

    def shift(self, step: int) -> bool:
        """Move the best set of blocks by `step`; tell whether that made the lines straighter."""
        pulls = [0] * len(self.heights)
        network = Network(len(self.heights) + 2)
        for bond in self.bonds:
            gap = self.heights[bond.left] + bond.offset - self.heights[bond.right]
            left = bond.weight * (abs(gap + step) - abs(gap))
            right = bond.weight * (abs(gap - step) - abs(gap))
            pulls[bond.left] += left
            pulls[bond.right] -= left
            if left + right:
                # Cost of moving the right end alone; the pulls pay for the rest.
                network.add_arc(bond.right + 2, bond.left + 2, left + right)
        for upper, lower, least in self.stacked:
            if self.heights[lower] - self.heights[upper] - least < abs(step):
                network.add_arc(*((upper + 2, lower + 2) if step > 0 else (lower + 2, upper + 2)), ENDLESS)
        for block, pull in enumerate(pulls):
            low, high = self.limits[block]
            if not low <= self.heights[block] + step <= high:
                network.add_arc(block + 2, 1, ENDLESS)
            if pull:
                network.add_arc(*((0, block + 2) if pull < 0 else (block + 2, 1)), abs(pull))
        before = self.climbs()
        moved = network.cut()[2:]
        old = self.heights
        self.heights = [height + step * move for height, move in zip(old, moved, strict=True)]
        if self.climbs() < before:
            return True
        self.heights = old
        return False

    def climbs(self) -> int:
        """How far all lines climb and fall in all."""
        heights = self.heights
        return sum(bond.weight * abs(heights[bond.left] + bond.offset - heights[bond.right]) for bond in self.bonds)


def straighten_lines(
    columns: Sequence[Column], stiff: frozenset[tuple[int, str]] = frozenset()
) -> list[dict[str, int]]:
    """Find a row for every line of every column; on a grid of rows, straight is level.

    Args:
        columns: The ordered groups of each column; the lines of a group take neighbouring rows.
        stiff: Lines that should run level from the given column to the next, for their labels.

    Returns:
        The rows by line, one mapping a column, from 0 downward.
    """
    fullest = max((sum(map(len, column)) for column in columns), default=0)
    depth = fullest + int(fullest * _SPARE)
    rows: list[dict[str, int]] = []
    for start in range(0, len(columns), _COLUMNS):
        # Each piece begins with the last column of the piece before it, which stays.
        first = max(0, start - 1)
        piece = columns[first : start + _COLUMNS]
        held = {(at - first, line) for at, line in stiff if first <= at < first + len(piece)}
        rows += _straighten_piece(piece, frozenset(held), depth, rows[-1:])[len(rows[-1:]) :]
    return rows


def _straighten_piece(
    columns: Sequence[Column], stiff: frozenset[tuple[int, str]], depth: int, fixed: Sequence[dict[str, int]]
) -> list[dict[str, int]]:
    rack, blocks = _build_rack(columns, stiff, depth)
    for rows in fixed:
        for block, group in blocks[0]:
            rack.heights[block] = rows[group[0]]
            rack.limits[block] = (rows[group[0]], rows[group[0]])
    step, work = _FIRST_STEP, 0
    while step and work < _NODES:
        work += 2 * len(rack.heights)
        moved = [rack.shift(direction) for direction in (step, -step)]
        if not any(moved):
            step //= 2
    return [
        {line: rack.heights[block] + at for block, group in column for at, line in enumerate(group)}
        for column in blocks
    ]


def _build_rack(
    columns: Sequence[Column], stiff: frozenset[tuple[int, str]], depth: int
) -> tuple[_Rack, list[list[tuple[int, Sequence[str]]]]]:
    rack, blocks = _Rack([], [], [], []), []
    for column in columns:
        row = (depth - sum(map(len, column))) // 2
        numbered: list[tuple[int, Sequence[str]]] = []
        for group in column:
            block = len(rack.heights)
            if numbered:
                rack.stacked.append((block - 1, block, len(numbered[-1][1])))
            numbered.append((block, group))
            rack.heights.append(row)
            rack.limits.append((0, depth - len(group)))
            row += len(group)
        blocks.append(numbered)
    for at, (left, right) in enumerate(pairwise(blocks)):
        ends = {line: (block, place) for block, group in right for place, line in enumerate(group)}
        for block, group in left:
            for place, line in enumerate(group):
                if line in ends:
                    end, there = ends[line]
                    offset = place - there
                    rack.bonds.append(_Bond(block, end, offset, _STIFF if (at, line) in stiff else 1))
    return rack, blocks
