"""Line orders: what holds for any layers, and the published optima."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from itertools import combinations, pairwise, permutations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold import order_lines
from retold.writing.lines import arrange_lines, order, prove
from retold.writing.lines.insert import insert_lines
from retold.writing.lines.reduce import split_lines
from retold.writing.lines.values import count_crossings

Layers = list[list[frozenset[str]]]


def layers_of(*texts: str) -> Layers:
    """`"ab c"` is a layer where a meets b while c is alone."""
    return [[frozenset(group) for group in text.split()] for text in texts]


@st.composite
def any_layers(draw: st.DrawFn, names: str = "abcdef", most: int = 6) -> Layers:
    layers = []
    for _ in range(draw(st.integers(0, most))):
        numbers = draw(st.dictionaries(st.sampled_from(names), st.integers(0, 3)))
        groups = [frozenset(n for n in sorted(numbers) if numbers[n] == number) for number in range(4)]
        layers.append([group for group in groups if group])
    return layers


def crossings_of(orders: tuple[tuple[str, ...], ...]) -> int:
    total = 0
    for before, after in pairwise(orders):
        for a, b in combinations([name for name in before if name in after], 2):
            total += (before.index(a) < before.index(b)) != (after.index(a) < after.index(b))
    return total


def fewest_crossings(layers: Layers) -> int:
    best: dict[tuple[str, ...], int] = {(): 0}
    for layer in layers:
        orders = [
            tuple(name for group in outer for name in group)
            for groups in permutations(layer)
            for outer in product(*(permutations(sorted(group)) for group in groups))
        ]
        best = {new: min(cost + crossings_of((old, new)) for old, cost in best.items()) for new in orders}
    return min(best.values())


def check_orders(layers: Layers, orders: tuple[tuple[str, ...], ...]) -> None:
    assert len(orders) == len(layers)
    for layer, line_order in zip(layers, orders, strict=True):
        assert sorted(line_order) == sorted(name for group in layer for name in group)
        for group in layer:
            places = sorted(line_order.index(name) for name in group)
            assert places == list(range(places[0], places[0] + len(places)))


@given(any_layers(names="abcdefg", most=8))
@settings(max_examples=30, deadline=None)
def test_everybody_stands_once_in_each_layer_and_those_who_meet_stand_together(layers: Layers) -> None:
    orders = order_lines(layers)
    check_orders(layers, orders)
    assert orders == order_lines(layers)


@given(any_layers(names="abcd", most=5))
@settings(max_examples=60, deadline=None)
def test_no_order_of_few_characters_crosses_less(layers: Layers) -> None:
    found = arrange_lines(layers)
    assert found.proven
    assert found.crossings == crossings_of(found.orders) == fewest_crossings(layers)


@given(any_layers(names="abcde", most=5))
@settings(max_examples=40, deadline=None)
def test_the_solver_finds_the_fewest_crossings_from_any_start(layers: Layers) -> None:
    pytest.importorskip("pysat")
    tangle, names = split_lines([[sorted(group) for group in layer] for layer in layers])
    start = [[line for group in layer for line in group] for layer in tangle.layers]
    proof = prove.improve_orders(tangle, start, count_crossings(tangle, start))
    assert proof.proven
    assert proof.bound == count_crossings(tangle, proof.orders) == fewest_crossings(layers)
    check_orders(layers, tuple(tuple(names[line] for line in line_order) for line_order in proof.orders))


@given(any_layers(names="abcdef", most=8))
@settings(max_examples=40, deadline=None)
def test_the_orders_without_a_solver_are_whole_and_their_crossings_counted_right(layers: Layers) -> None:
    tangle, names = split_lines([[sorted(group) for group in layer] for layer in layers])
    orders = insert_lines(tangle, work=3_000)
    named = tuple(tuple(names[line] for line in line_order) for line_order in orders)
    check_orders(layers, named)
    assert count_crossings(tangle, orders) == crossings_of(named)


def test_a_line_that_comes_back_does_not_remember_its_old_place() -> None:
    assert arrange_lines(layers_of("a b", "b", "ab", "b a")).crossings == 0


def test_groups_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="'b' stands twice"):
        order_lines(layers_of("ab bc"))


def test_without_the_solver_the_order_is_good_but_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    names = "abcdefgh"
    layers = [[frozenset(pair), *(frozenset(n) for n in names if n not in pair)] for pair in combinations(names, 2)]
    with_solver = arrange_lines(layers)
    monkeypatch.setattr(order, "has_solver", lambda: False)
    without = arrange_lines(layers)
    assert not without.proven
    assert without.bound == 0
    assert with_solver.crossings <= without.crossings <= with_solver.crossings * 1.2


def test_when_the_conflicts_run_out_the_order_is_kept_unproven(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pysat")
    monkeypatch.setattr(prove, "_CONFLICTS", 3)
    names = "abcdefgh"
    layers = [[frozenset(pair), *(frozenset(n) for n in names if n not in pair)] for pair in combinations(names, 2)]
    found = arrange_lines(layers)
    check_orders(layers, found.orders)
    assert not found.proven


@pytest.fixture
def films(bench: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Layers]:
    monkeypatch.setattr(sys, "path", [str(bench), *sys.path])
    from storylines import layers_of

    def read(film: str) -> Layers:
        return layers_of(json.loads((bench / "data" / "storylines" / f"{film}.json").read_text()))

    return read


@pytest.mark.parametrize(("film", "fewest"), [("star_wars", 39), ("the_matrix", 12)])
def test_published_optima_are_reached_and_proven(films: Callable[[str], Layers], film: str, fewest: int) -> None:
    pytest.importorskip("pysat")
    found = arrange_lines(films(film))
    assert found.proven
    assert found.crossings == crossings_of(found.orders) == fewest


@pytest.mark.parametrize(("film", "most"), [("star_wars", 41), ("the_matrix", 12)])
def test_published_optima_are_nearly_reached_without_the_solver(
    films: Callable[[str], Layers], film: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "has_solver", lambda: False)
    assert arrange_lines(films(film)).crossings <= most
