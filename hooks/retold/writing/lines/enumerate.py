"""The best orders of a small tangle, by trying all of them.

Few characters have few orders, so the best way through the layers is a shortest path over
all feasible orders: Kostitsyna, Nöllenburg, Polishchuk, Schulz and Strash, "On Minimizing
Crossings in Storyline Visualizations" (Graph Drawing 2015) show this to be practical.
"""

from __future__ import annotations

from itertools import chain, pairwise, permutations, product
from math import factorial, prod

from retold.writing.lines.values import Layer, Orders, Tangle, lines_of

_STEPS = 250_000  # pairs of orders looked at; about a tenth of a second


def enumerate_orders(tangle: Tangle) -> Orders | None:
    """Give orders with the fewest crossings, or None when there are too many to try."""
    counts = [_count_orders(layer) for layer in tangle.layers]
    if sum(a * b for a, b in pairwise([1, *counts])) > _STEPS:
        return None
    masks = tangle.masks()
    costs: dict[tuple[int, ...], int] = {(): 0}
    trails: list[dict[tuple[int, ...], tuple[int, ...]]] = []
    for before, layer in pairwise(((), *tangle.layers)):
        common = set(lines_of(before)) & set(lines_of(layer))
        trail, best = {}, {}
        flags = [(order, _flags(order, common, tangle.weights, masks), cost) for order, cost in costs.items()]
        for order in _all_orders(layer):
            mine = _flags(order, common, tangle.weights, masks)
            cost, came = min(
                (cost + (mine ^ theirs).bit_count() // 2, at) for at, (_, theirs, cost) in enumerate(flags)
            )
            best[order], trail[order] = cost, flags[came][0]
        costs = best
        trails.append(trail)
    return _walk_back(costs, trails)


def _count_orders(layer: Layer) -> int:
    return factorial(len(layer)) * prod(factorial(len(group)) for group in layer)


def _all_orders(layer: Layer) -> list[tuple[int, ...]]:
    return [
        tuple(chain.from_iterable(inner))
        for outer in permutations(layer)
        for inner in product(*(permutations(group) for group in outer))
    ]


def _flags(order: tuple[int, ...], common: set[int], weights: tuple[int, ...], masks: tuple[int, ...]) -> int:
    """One number with a row of bits for every line: those that stand above it."""
    width = sum(weights)
    seen, rows = 0, 0
    for line in order:
        if line in common:
            low = masks[line].bit_length() - weights[line]
            for row in range(low, low + weights[line]):
                rows |= seen << (row * width)
            seen |= masks[line]
    return rows


def _walk_back(costs: dict[tuple[int, ...], int], trails: list[dict[tuple[int, ...], tuple[int, ...]]]) -> Orders:
    order = min(costs, key=lambda order: costs[order])
    orders = []
    for trail in reversed(trails):
        orders.append(list(order))
        order = trail[order]
    return orders[::-1]
