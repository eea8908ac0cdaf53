"""Line orders as a maximum-satisfiability problem.

One variable tells for each pair of groups of a layer, and for each pair of lines inside a
group, which stands above; transitivity is all that must hold, and each pair that two
neighbouring layers share wants to keep its order.  The integer program of Gronemann,
Jünger, Liers and Mambelli (Graph Drawing 2016) has the same variables; keeping groups in
one piece costs nothing here because the lines of two groups share one variable.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import combinations, pairwise

from retold.writing.lines.maxsat import Formula, minimise_cost
from retold.writing.lines.values import Layer, Orders, Tangle

_CLAUSES = 250_000  # beyond this the solver would need seconds only to read the formula
_CONFLICTS = 20_000  # all that one tangle may cost; published film instances need some hundreds

Pairs = dict[tuple[int, int], int]  # (upper line, lower line) -> the literal that says so


@dataclass(frozen=True, slots=True)
class Proof:
    """Orders that cross no more than those given; `proven` when none cross less."""

    orders: Orders
    bound: int
    proven: bool


def improve_orders(tangle: Tangle, orders: Orders, crossings: int) -> Proof:
    """Prove the orders best, or replace them by the best, or give them back unproven."""
    clauses = sum(len(part) ** 3 // 3 for layer in tangle.layers for part in (layer, *layer))
    if clauses > _CLAUSES:
        return Proof(orders, 0, proven=False)
    formula = Formula()
    layers = [_add_layer(formula, layer) for layer in tangle.layers]
    _add_wishes(formula, layers, tangle.weights)
    answer = minimise_cost(formula, crossings, _CONFLICTS)
    if answer.model:
        orders = [_sort_lines(layer, pairs, answer.model) for layer, pairs in zip(tangle.layers, layers, strict=True)]
    return Proof(orders, answer.bound, answer.proven)


def _add_layer(formula: Formula, layer: Layer) -> Pairs:
    """The variables of a layer, with the clauses that make them an order."""
    pairs: Pairs = {}
    _add_order(formula, [[group] for group in layer], pairs)
    for group in layer:
        _add_order(formula, [[(line,)] for line in group], pairs)
    return pairs


def _add_order(formula: Formula, blocks: list[list[tuple[int, ...]]], pairs: Pairs) -> None:
    above: dict[tuple[int, int], int] = {}
    for i, j in combinations(range(len(blocks)), 2):
        above[i, j] = formula.new_variable()
        above[j, i] = -above[i, j]
        for upper in blocks[i][0]:
            for lower in blocks[j][0]:
                pairs[upper, lower], pairs[lower, upper] = above[i, j], above[j, i]
    for i, j, k in combinations(range(len(blocks)), 3):
        formula.hard.append([-above[i, j], -above[j, k], above[i, k]])
        formula.hard.append([above[i, j], above[j, k], -above[i, k]])


def _add_wishes(formula: Formula, layers: list[Pairs], weights: tuple[int, ...]) -> None:
    """Each pair wants to keep its order; pairs with the same two variables wish as one."""
    wishes: Counter[tuple[int, int]] = Counter()
    for before, after in pairwise(layers):
        for (upper, lower), old in before.items():
            new = after.get((upper, lower))
            if upper < lower and new is not None:
                wishes[(old, new) if old > 0 else (-old, -new)] += weights[upper] * weights[lower]
    for (old, new), weight in wishes.items():
        same = formula.new_variable()
        formula.hard += [[-same, -old, new], [-same, old, -new]]
        formula.soft[same] = weight


def _sort_lines(layer: Layer, pairs: Pairs, model: frozenset[int]) -> list[int]:
    lines = [line for group in layer for line in group]

    def compare(upper: int, lower: int) -> int:
        return -1 if pairs[upper, lower] in model else 1

    return sorted(lines, key=cmp_to_key(compare))
