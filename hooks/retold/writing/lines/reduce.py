"""Make a tangle of lines smaller without losing its best orders.

Each step takes layers apart into smaller ones and says how to put an order of the smaller
ones back together, at no further crossing.  Merging layers that impose nothing beyond
their neighbour follows Gronemann, Jünger, Liers and Mambelli, "Crossing Minimization in
Storyline Visualization" (Graph Drawing 2016).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from retold.writing.lines.values import Layer, Orders, Tangle, lines_of

Undo = Callable[[Orders], Orders]
Step = Callable[[Tangle], tuple[Tangle, Undo] | None]


def split_lines(layers: Sequence[Sequence[Sequence[str]]]) -> tuple[Tangle, list[str]]:
    """Number the unbroken stretches of every name's presence, and say whose they are."""
    names: list[str] = []
    running: dict[str, int] = {}
    numbered: list[Layer] = []
    for layer in layers:
        here: dict[str, int] = {}
        for name in (name for group in layer for name in group):
            if name in running:
                here[name] = running[name]
            else:
                here[name] = len(names)
                names.append(name)
        numbered.append(tuple(tuple(here[name] for name in group) for group in layer if group))
        running = here
    return Tangle(tuple(numbered), (1,) * len(names)), names


def reduce_tangle(tangle: Tangle) -> tuple[Tangle, Undo]:
    """Take all the steps until none helps."""
    undos: list[Undo] = []
    steps: tuple[Step, ...] = (_drop_short_lines, _merge_twins, _drop_dominated_layers)
    waiting = list(steps)
    while waiting:
        taken = waiting.pop(0)(tangle)
        if taken:
            tangle, undo = taken
            undos.append(undo)
            waiting = list(steps)

    def undo_all(orders: Orders) -> Orders:
        for undo in reversed(undos):
            orders = undo(orders)
        return orders

    return tangle, undo_all


def _keep_lines(tangle: Tangle, gone: set[int]) -> tuple[Layer, ...]:
    return tuple(
        tuple(rest for group in layer if (rest := tuple(line for line in group if line not in gone)))
        for layer in tangle.layers
    )


def _drop_short_lines(tangle: Tangle) -> tuple[Tangle, Undo] | None:
    """A line of one layer crosses nothing: it goes to the foot of its group."""
    lengths = Counter(line for layer in tangle.layers for line in lines_of(layer))
    short = {line for line, length in lengths.items() if length == 1}
    if not short:
        return None

    def undo(orders: Orders) -> Orders:
        return [_add_at_foot(order, layer, short) for order, layer in zip(orders, tangle.layers, strict=True)]

    return Tangle(_keep_lines(tangle, short), tangle.weights), undo


def _add_at_foot(order: list[int], layer: Layer, short: set[int]) -> list[int]:
    order = list(order)
    for group in layer:
        new = [line for line in group if line in short]
        foot = max((order.index(line) + 1 for line in group if line not in short), default=len(order))
        order[foot:foot] = new
    return order


def _merge_twins(tangle: Tangle) -> tuple[Tangle, Undo] | None:
    """Lines that always meet the same lines may run side by side, as the cheapest of them runs."""
    stays: dict[int, list[tuple[int, int]]] = {}
    for at, layer in enumerate(tangle.layers):
        for number, group in enumerate(layer):
            for line in group:
                stays.setdefault(line, []).append((at, number if len(group) > 1 else -1 - line))
    bundles: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for line, stay in stays.items():
        bundles.setdefault(tuple(stay), []).append(line)
    twins = {bundle[0]: bundle for bundle in bundles.values() if len(bundle) > 1}
    if not twins:
        return None
    weights = list(tangle.weights)
    for first, bundle in twins.items():
        weights[first] = sum(tangle.weights[line] for line in bundle)
    gone = {line for bundle in twins.values() for line in bundle[1:]}

    def undo(orders: Orders) -> Orders:
        return [[twin for line in order for twin in twins.get(line, [line])] for order in orders]

    return Tangle(_keep_lines(tangle, gone), tuple(weights)), undo


def _drop_dominated_layers(tangle: Tangle) -> tuple[Tangle, Undo] | None:
    """A layer whose groups any order of its neighbour keeps together may copy the neighbour's order."""
    layers = tangle.layers
    kept: list[int] = []
    copies: list[tuple[int, int]] = []
    for at in range(len(layers)):
        if kept and _dominates(layers[kept[-1]], layers[at]):
            copies.append((at, kept[-1]))
        elif at + 1 < len(layers) and _dominates(layers[at + 1], layers[at]):
            copies.append((at, at + 1))
        else:
            kept.append(at)
    if not copies:
        return None

    def undo(orders: Orders) -> Orders:
        whole = dict(zip(kept, orders, strict=True))
        for at, source in reversed(copies):
            here = set(lines_of(layers[at]))
            whole[at] = [line for line in whole[source] if line in here]
        return [whole[at] for at in range(len(layers))]

    return Tangle(tuple(layers[at] for at in kept), tangle.weights), undo


def _dominates(strong: Layer, weak: Layer) -> bool:
    here = set(lines_of(weak))
    if not here.issubset(lines_of(strong)):
        return False
    together = {frozenset(here.intersection(group)) for group in strong}
    return all(len(group) in (1, len(here)) or frozenset(group) in together for group in weak)
