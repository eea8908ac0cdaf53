"""Where a line of the narrative chart says its name: where no other line, ring or name stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

ROW = 18  # pixels between neighbouring lines
_SCREEN = 800  # a name is said again after so many pixels
_ONE_SCREEN = 1200  # a chart that is seen whole needs no name twice

Side = Literal["before", "above", "below", "behind"]
Heights = Sequence[dict[str, int]]


@dataclass(frozen=True, slots=True)
class Label:
    """A place of a name: before the line's first ring, behind its last, or along it from a column."""

    column: int
    side: Side


def place_labels(name: str, scenes: Sequence[int], room: int, heights: Heights, step: float) -> tuple[Label, ...]:
    """Find the places of a line's name, the first one where readers look for it.

    Args:
        name: The line.
        scenes: The columns in which it has a ring, ascending.
        room: How many columns the name covers.
        heights: The heights of all lines, and of the names before them, by column.
        step: The pixels between columns.
    """
    begin, end = scenes[0], scenes[-1]
    first = _place_first(name, scenes, room, heights)
    again: list[Label] = []
    for column in range(begin + 1, end - room + 1) if len(heights) * step >= _ONE_SCREEN else ():
        last = again[-1].column if again else first.column
        if column - last >= ceil(_SCREEN / step) and _is_free(name, column, room, -ROW, heights):
            again.append(Label(column, "above"))
    return (first, *again)


def _place_first(name: str, scenes: Sequence[int], room: int, heights: Heights) -> Label:
    """Place the name before the line; where something stands there, along it or behind it."""
    begin, end = scenes[0], scenes[-1]
    height = heights[begin][name]
    before = heights[max(0, begin - room) : begin]
    if not any(_stands(there, name, height) for there in before):
        return Label(begin, "before")
    for column in range(begin, end - room + 1):
        ringed = any(between in scenes for between in range(column + 1, column + room))
        if not ringed and _is_free(name, column, room, ROW, heights):
            return Label(column, "below")
        if not ringed and _is_free(name, column, room, -ROW, heights):
            return Label(column, "above")
    behind = heights[end + 1 : end + 1 + room]
    if len(behind) == room and not any(_stands(there, name, heights[end][name]) for there in behind):
        return Label(end, "behind")
    return Label(begin, "before")


def _stands(there: dict[str, int], name: str, height: int) -> bool:
    return any(other != name and at == height for other, at in there.items())


def _is_free(name: str, column: int, room: int, shift: int, heights: Heights) -> bool:
    """Tell whether the line runs level here and nothing stands beside it, for as long as the name is."""
    height = heights[column][name]
    ahead = heights[column + 1 : column + room + 1]
    if any(there.get(name) != height or _stands(there, name, height + shift) for there in ahead):
        return False
    # Who ends in the ring at the column itself is out of the way; who goes on from it is not.
    after = ahead[0] if ahead else {}
    return not any(at == height + shift and other in after for other, at in heights[column].items())
