"""The relationship map: who stands where, and what is said between them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations
from math import dist

from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_stories import any_stories, make_story

from retold.model import Story
from retold.writing.pictures import Place, draw_map
from retold.writing.pictures.layout import Box, part_boxes, place_nodes

HERE = Place("relationships.md")
FAMILY = make_story(
    [("They meet", "Anna Ben"), ("The duel", "Anna Ben Cleo"), ("Rain", "Dora")],
    [("Anna", "wife", "Ben"), ("Ben", "friend", "Cleo"), ("Ben", "rival", "Cleo")],
    title="Duel",
)


def boxes_of(figure: str, kind: str) -> list[Box]:
    svg = ET.fromstring(figure).find(".//svg")
    assert svg is not None
    found = [part for part in svg.iter() if part.get("class", "").startswith(kind)]
    rects = [part.find("rect") for part in found]
    numbers = [
        [float(rect.get(name, "")) for name in ("x", "y", "width", "height")] for rect in rects if rect is not None
    ]
    return [Box(x + width / 2, y + height / 2, width, height) for x, y, width, height in numbers]


def test_everybody_on_the_map_is_a_named_link() -> None:
    figure = draw_map(FAMILY, HERE).figure
    assert re.findall(r'<a href="([^"]*)" class="rt-person [^"]*" aria-label="([^"]*)"', figure) == [
        ("../characters/anna/", "Anna"),
        ("../characters/ben/", "Ben"),
        ("../characters/cleo/", "Cleo"),
    ]


def test_who_has_no_tie_is_left_out_and_the_note_counts_them() -> None:
    assert "Drawn are 3 of 4 characters." in draw_map(FAMILY, HERE).figure


def test_a_word_stands_nearer_to_the_one_whom_it_describes() -> None:
    figure = draw_map(FAMILY, HERE).figure
    anna, ben, *_ = boxes_of(figure, "rt-person")
    wife = boxes_of(figure, "rt-word")[0]
    assert dist((wife.x, wife.y), (anna.x, anna.y)) < dist((wife.x, wife.y), (ben.x, ben.y))


def test_all_that_one_is_to_another_is_said_together() -> None:
    assert re.findall(r"<text[^>]*>([a-z, ]*)</text>", draw_map(FAMILY, HERE).figure) == ["wife", "friend, rival"]


def test_the_more_scenes_two_share_the_thicker_their_line() -> None:
    figure = draw_map(FAMILY, HERE).figure
    widths = [float(width) for width in re.findall(r'class="rt-tie" stroke-width="([^"]*)"', figure)]
    assert widths[0] > widths[1]


def test_the_table_says_who_is_what_to_whom_and_in_how_many_scenes() -> None:
    rows = ET.fromstring(draw_map(FAMILY, HERE).table).findall(".//tbody/tr")
    assert [["".join(cell.itertext()) for cell in row] for row in rows] == [
        ["Anna", "wife", "Ben", "2"],
        ["Ben", "friend", "Cleo", "1"],
        ["Ben", "rival", "Cleo", "1"],
    ]


def test_a_story_of_strangers_has_no_map() -> None:
    assert not draw_map(make_story([("A", "Anna"), ("B", "Ben")]), HERE).figure


def test_a_crowd_keeps_only_its_strongest_ties_by_scenes() -> None:
    names = [f"P{number}" for number in range(20)]
    scenes = [("All", " ".join(names)), *[("Two", f"P{number} P{number + 1}") for number in range(19)]]
    figure = draw_map(make_story(scenes), HERE).figure
    assert figure.count('class="rt-person') == 20
    assert figure.count('class="rt-shared"') < 40


def test_words_of_strangers_cannot_break_out_of_the_map() -> None:
    story = make_story([("A", "<script> Ben")], [("<script>", "</text><img/src=x>", "Ben")])
    picture = draw_map(story, HERE)
    for part in picture.figure, picture.table:
        assert "<script" not in part
        assert "<img" not in part


@given(any_stories())
@settings(max_examples=50, deadline=None)
def test_any_story_gives_a_well_formed_map_the_same_twice_with_names_apart(story: Story) -> None:
    picture = draw_map(story, HERE)
    assert picture == draw_map(story, HERE)
    for part in picture.figure, picture.table:
        if part:
            ET.fromstring(part)
    if picture.figure:
        names = boxes_of(picture.figure, "rt-person")
        assert not any(one.overlaps(two) for one, two in combinations(names, 2))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
@settings(max_examples=50, deadline=None)
def test_neighbours_stand_about_as_far_apart_as_their_way_is_long(pairs: list[tuple[int, int]]) -> None:
    ways = {(min(pair), max(pair)): 1.0 for pair in pairs if pair[0] != pair[1]}
    points = place_nodes(10, ways)
    assert points == place_nodes(10, ways)
    assert all(0.2 < dist(points[a], points[b]) < 3 for a, b in ways)


def test_a_path_lies_nearly_level() -> None:
    points = place_nodes(4, {(0, 1): 1.0, (1, 2): 1.0, (2, 3): 1.0})
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert abs(max(xs) - min(xs) - 3) < 0.05
    assert max(ys) - min(ys) < 0.2


def test_boxes_are_pushed_apart() -> None:
    parted = part_boxes([Box(0, 0, 10, 10), Box(1, 0, 10, 10), Box(0, 1, 10, 10)], 2)
    assert not any(one.overlaps(two) for one, two in combinations(parted, 2))
