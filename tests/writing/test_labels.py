"""Names in the narrative chart stand where nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.writing.pictures.labels import ROW, Label, place_labels

WIDE = 62.0


def first_of(name: str, scenes: list[int], room: int, heights: list[dict[str, int]]) -> Label:
    return place_labels(name, scenes, room, heights, WIDE)[0]


def test_a_name_stands_before_its_line() -> None:
    heights = [{}, {}, {"ann": 0, "ben": ROW}, {"ann": 0, "ben": ROW}]
    assert first_of("ann", [2, 3], 2, heights) == Label(2, "before")


def test_where_another_ring_stands_before_it_the_name_stands_below_its_line() -> None:
    heights = [{"ann": 0, "ben": ROW}, {"ann": 0, "cleo": ROW}, {"cleo": ROW}, {"cleo": ROW}]
    assert first_of("cleo", [1, 3], 1, heights) == Label(1, "below")


def test_where_a_line_runs_below_it_the_name_stands_above() -> None:
    heights = [{"ben": ROW}, *[{"cleo": ROW, "dan": 2 * ROW}] * 3]
    assert first_of("cleo", [1, 3], 1, heights) == Label(1, "above")


def test_a_name_keeps_clear_of_the_rings_of_its_own_line() -> None:
    heights = [{"ben": ROW}, *[{"cleo": ROW}] * 5]
    assert first_of("cleo", [1, 2, 5], 2, heights) == Label(2, "below")


def test_a_line_of_one_scene_may_have_its_name_behind() -> None:
    heights: list[dict[str, int]] = [{"ben": ROW}, {"cleo": ROW}, {}, {}]
    assert first_of("cleo", [1], 2, heights) == Label(1, "behind")


def test_where_nothing_is_free_the_name_stands_before_its_line() -> None:
    heights = [{"ben": ROW}, {"cleo": ROW}]
    assert first_of("cleo", [1], 2, heights) == Label(1, "before")


def test_a_wide_chart_says_names_again() -> None:
    heights = [{"ann": 0}] * 40
    labels = place_labels("ann", [0, 39], 2, heights, WIDE)
    assert [label.side for label in labels] == ["before", "above", "above"]
    assert [label.column for label in labels] == [0, 13, 26]


@given(st.lists(st.permutations(["ann", "ben", "cleo"]), min_size=1, max_size=8), st.integers(1, 3))
def test_every_line_has_its_name_on_it(orders: list[list[str]], room: int) -> None:
    heights = [{name: row * ROW for row, name in enumerate(order)} for order in orders]
    for name in "ann", "ben", "cleo":
        for label in place_labels(name, [0, len(orders) - 1], room, heights, WIDE):
            assert name in heights[label.column]
