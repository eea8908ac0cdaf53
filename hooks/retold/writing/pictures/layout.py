"""Places for the people of the relationship map.

Stress majorization (Gansner, Koren and North, Graph Drawing 2004): everybody is moved to
where the distances to all others come closest to the lengths of the ways between them, over
and over from a fixed start.  Only additions, products, quotients and square roots are used,
whose results are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

_ROUNDS = 200

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle around its middle."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box) -> bool:
        """Whether two boxes share a place."""
        return self.overlap_x(other) > 0 and self.overlap_y(other) > 0

    def overlap_x(self, other: Box) -> float:
        """How far the boxes reach into each other sideways."""
        return (self.width + other.width) / 2 - abs(self.x - other.x)

    def overlap_y(self, other: Box) -> float:
        """How far the boxes reach into each other up and down."""
        return (self.height + other.height) / 2 - abs(self.y - other.y)


def place_nodes(count: int, ways: Mapping[tuple[int, int], float]) -> list[Point]:
    """Place nodes so that their distances come close to the lengths of the ways between them.

    Args:
        count: How many nodes there are.
        ways: The lengths of the edges, by pair of nodes.

    Returns:
        A point a node, around the origin, the longer extent lying level.
    """
    lengths = _find_lengths(count, ways)
    points = [_start(node, count) for node in range(count)]
    for _ in range(_ROUNDS):
        for node in range(count):
            points[node] = _improve(node, points, lengths)
    return _lay_level(points)


def _start(node: int, count: int) -> Point:
    """A point of the unit circle, without sines, whose last digits differ between machines."""
    t = 2 * (node + 0.5) / count - 1
    side = t * 2 if abs(t) <= 0.5 else (1 / (2 * t) if t else 0.0)
    x, y = (1 - side * side) / (1 + side * side), 2 * side / (1 + side * side)
    return (x, y) if abs(t) <= 0.5 else (-x, y)


def _find_lengths(count: int, ways: Mapping[tuple[int, int], float]) -> list[list[float]]:
    """Shortest ways between all pairs (Floyd and Warshall); who is not connected stands a little further off."""
    endless = float("inf")
    lengths = [[0.0 if a == b else endless for b in range(count)] for a in range(count)]
    for (a, b), length in ways.items():
        lengths[a][b] = lengths[b][a] = min(length, lengths[a][b])
    for via in range(count):
        for a in range(count):
            if lengths[a][via] < endless:
                row, over = lengths[a], lengths[via]
                first = row[via]
                lengths[a] = [min(direct, first + rest) for direct, rest in zip(row, over, strict=True)]
    longest = max((length for row in lengths for length in row if length < endless), default=0.0)
    return [[longest + 1 if length == endless else length for length in row] for row in lengths]


def _improve(node: int, points: Sequence[Point], lengths: Sequence[Sequence[float]]) -> Point:
    """The weighted middle of where each other node would have this one stand."""
    x, y = points[node]
    weights, xs, ys = [], [], []
    for other, (ox, oy) in enumerate(points):
        if other == node:
            continue
        length = lengths[node][other]
        apart = sqrt((x - ox) * (x - ox) + (y - oy) * (y - oy))
        pull = length / apart if apart > 1e-9 else 0.0
        weight = 1 / (length * length)
        weights.append(weight)
        xs.append(weight * (ox + (x - ox) * pull))
        ys.append(weight * (oy + (y - oy) * pull))
    total = fsum(weights)
    return (fsum(xs) / total, fsum(ys) / total) if total else (x, y)


def _lay_level(points: Sequence[Point]) -> list[Point]:
    """Turn the points about their middle until they reach furthest sideways."""
    if not points:
        return []
    mx, my = fsum(x for x, _ in points) / len(points), fsum(y for _, y in points) / len(points)
    centred = [(x - mx, y - my) for x, y in points]
    xx, yy = fsum(x * x for x, _ in centred), fsum(y * y for _, y in centred)
    xy = fsum(x * y for x, y in centred)
    spread = sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)
    if spread < 1e-9:
        return centred
    # Half the angle whose tangent is 2·xy / (xx − yy), by the half-angle formulas.
    cosine = sqrt(max(0.0, (1 + (xx - yy) / spread) / 2))
    sine = sqrt(max(0.0, (1 - (xx - yy) / spread) / 2)) * (1 if xy >= 0 else -1)
    return [(x * cosine + y * sine, y * cosine - x * sine) for x, y in centred]


def part_boxes(boxes: Sequence[Box], gap: float) -> list[Box]:
    """Push boxes apart until none overlaps another, each time along the shorter way."""
    parted = list(boxes)
    for _ in range(60):
        moved = False
        for a in range(len(parted)):
            for b in range(a + 1, len(parted)):
                one, two = parted[a], parted[b]
                dx, dy = one.overlap_x(two) + gap, one.overlap_y(two) + gap
                if dx > 1e-6 and dy > 1e-6:
                    moved = True
                    if dx < dy:
                        push = dx / 2 if one.x <= two.x else -dx / 2
                        parted[a], parted[b] = _shift(one, -push, 0), _shift(two, push, 0)
                    else:
                        push = dy / 2 if one.y <= two.y else -dy / 2
                        parted[a], parted[b] = _shift(one, 0, -push), _shift(two, 0, push)
        if not moved:
            break
    return parted


def _shift(box: Box, x: float, y: float) -> Box:
    return Box(box.x + x, box.y + y, box.width, box.height)
