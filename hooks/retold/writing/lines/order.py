"""Order the lines of a storyline so that they cross as little as possible."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from retold.writing.lines.enumerate import enumerate_orders
from retold.writing.lines.insert import insert_lines
from retold.writing.lines.maxsat import has_solver
from retold.writing.lines.prove import improve_orders
from retold.writing.lines.reduce import reduce_tangle, split_lines
from retold.writing.lines.values import Layer, Orders, Tangle, count_crossings, lines_of

_FIRST = 150_000  # steps of looking for orders that the solver need only prove


@dataclass(frozen=True, slots=True)
class LineOrder:
    """One order of characters a layer, top to bottom, and what is known of its crossings.

    No order crosses fewer than `bound` times; `proven` says that the bound is reached.
    """

    orders: tuple[tuple[str, ...], ...]
    crossings: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether no order of the same layers has fewer crossings."""
        return self.crossings == self.bound


def order_lines(layers: Sequence[Sequence[AbstractSet[str]]]) -> tuple[tuple[str, ...], ...]:
    """Order the characters of every layer so that few lines cross.

    Args:
        layers: The layers in the order of time.  A layer is a sequence of groups, a group
            the set of characters who meet; who is there but meets nobody is a group of one.

    Returns:
        One order of characters a layer, top to bottom, in which every group stands together.
        The crossings are the fewest possible when the work allows to prove it: always for
        few characters, and mostly for a film's when the optional solver is installed.

    Raises:
        ValueError: A layer has one character twice.
    """
    return arrange_lines(layers).orders


def arrange_lines(layers: Sequence[Sequence[AbstractSet[str]]]) -> LineOrder:
    """Order the characters as `order_lines` does, and say how good the order is."""
    whole, names = split_lines([[sorted(group) for group in layer] for layer in layers])
    for layer in whole.layers:
        lines = lines_of(layer)
        if len(set(lines)) < len(lines):
            twice = next(line for line in lines if lines.count(line) > 1)
            raise ValueError(f"{names[twice]!r} stands twice in one layer: groups must not overlap")
    small, undo = reduce_tangle(whole)
    orders: Orders = []
    bound = 0
    for part in _split_tangle(small):
        part_orders, part_bound = _solve_apart(part)
        orders += part_orders
        bound += part_bound
    orders = undo(orders)
    named = tuple(tuple(names[line] for line in order) for order in orders)
    return LineOrder(named, count_crossings(whole, orders), bound)


def _split_tangle(tangle: Tangle) -> list[Tangle]:
    """Cut between layers that share fewer than two lines: nothing can cross there."""
    parts: list[list[Layer]] = [[]]
    for before, layer in pairwise(((), *tangle.layers)):
        if len(set(lines_of(before)) & set(lines_of(layer))) < 2:
            parts.append([])
        parts[-1].append(layer)
    return [Tangle(tuple(part), tangle.weights) for part in parts if part]


def _solve_apart(tangle: Tangle) -> tuple[Orders, int]:
    """Solve a part with its lines numbered from 0, so that the sets of them stay small numbers."""
    lines = sorted({line for layer in tangle.layers for line in lines_of(layer)})
    number = {line: at for at, line in enumerate(lines)}
    layers = tuple(tuple(tuple(number[line] for line in group) for group in layer) for layer in tangle.layers)
    orders, bound = _solve(Tangle(layers, tuple(tangle.weights[line] for line in lines)))
    return [[lines[at] for at in order] for order in orders], bound


def _solve(tangle: Tangle) -> tuple[Orders, int]:
    """Orders of one part and a bound of its crossings, by the cheapest way that proves them."""
    orders = enumerate_orders(tangle)
    if orders:
        return orders, count_crossings(tangle, orders)
    if not has_solver():
        return insert_lines(tangle), 0
    orders = insert_lines(tangle, work=_FIRST)
    crossings = count_crossings(tangle, orders)
    if not crossings:
        return orders, 0
    proof = improve_orders(tangle, orders, crossings)
    return (proof.orders if proof.proven else insert_lines(tangle, orders)), proof.bound
