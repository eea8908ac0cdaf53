"""The narrative chart: what a reader sees, clicks and hears."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_stories import any_stories, make_story

from retold.model import Story
from retold.writing.pictures import Place, draw_chart, straighten
from retold.writing.pictures.cast import find_players
from retold.writing.pictures.plan import plan_lines
from retold.writing.pictures.straighten import straighten_lines
from retold.writing.pictures.svg import clip_text, measure_text, wrap_text

HERE = Place("chart.md")
DUEL = make_story([("They meet", "Anna Ben"), ("Cleo alone", "Cleo"), ("The duel", "Ben Anna Cleo")], title="Duel")


def test_every_line_and_scene_is_one_named_link() -> None:
    figure = draw_chart(DUEL, HERE).figure
    links = re.findall(r'<a href="([^"]*)" class="[^"]*" aria-label="([^"]*)"', figure)
    assert links == [
        ("../characters/anna/", "Anna, in 2 of 3 scenes"),
        ("../characters/ben/", "Ben, in 2 of 3 scenes"),
        ("../characters/cleo/", "Cleo, in 2 of 3 scenes"),
        ("../scenes/scene-1/", "1 They meet, a scene with Anna, Ben"),
        ("../scenes/scene-2/", "2 Cleo alone, a scene with Cleo"),
        ("../scenes/scene-3/", "3 The duel, a scene with Anna, Ben, Cleo"),
    ]


def test_the_scroller_takes_the_keyboard_and_has_a_name() -> None:
    figure = draw_chart(DUEL, HERE).figure
    assert '<div class="rt-scroller" tabindex="0" role="region" aria-label="Narrative chart of Duel">' in figure


def test_the_table_says_the_same_as_the_chart() -> None:
    rows = ET.fromstring(draw_chart(DUEL, HERE).table).findall(".//tbody/tr")
    assert [["".join(cell.itertext()) for cell in row] for row in rows] == [
        ["1", "They meet", "Anna, Ben"],
        ["2", "Cleo alone", "Cleo"],
        ["3", "The duel", "Anna, Ben, Cleo"],
    ]


def test_a_story_without_people_has_no_chart() -> None:
    assert draw_chart(make_story([("Rain", "")]), HERE) == draw_chart(make_story([]), HERE)
    assert not draw_chart(make_story([]), HERE).figure


def test_after_a_long_absence_a_line_starts_anew_with_its_label() -> None:
    story = make_story([("A", "Anna Ben"), *[("B", "Ben")] * 8, ("C", "Anna Ben")])
    figure = draw_chart(story, HERE).figure
    assert len(re.findall(r"<text[^>]*>Anna</text>", figure)) == 2
    assert len(re.findall(r"<text[^>]*>Ben</text>", figure)) == 1


def test_only_as_many_lines_as_can_be_told_apart_are_drawn_and_the_note_says_so() -> None:
    names = " ".join(f"P{number}" for number in range(30))
    picture = draw_chart(make_story([("All", names)]), HERE)
    assert picture.figure.count('class="rt-line ') == 24
    assert "Drawn are the 24 of 30 characters" in picture.figure
    assert picture.table.count("../characters/") == 30


def test_every_pair_of_colour_and_dashes_comes_once_before_any_comes_twice() -> None:
    story = make_story([("All", " ".join(f"P{number}" for number in range(24)))])
    assert len({player.tone for player in find_players(story)}) == 24


def test_names_and_titles_cannot_break_out_of_the_drawing() -> None:
    story = make_story([("</text><script>alert(1)</script>", "\"'><img/src=x>")], title='"><b>')
    picture = draw_chart(story, HERE)
    for part in picture.figure, picture.table:
        assert "<script" not in part
        assert "<img" not in part
        assert "<b>" not in part


@given(any_stories())
@settings(max_examples=60, deadline=None)
def test_any_story_gives_well_formed_pictures_the_same_twice(story: Story) -> None:
    picture = draw_chart(story, HERE)
    assert picture == draw_chart(story, HERE)
    for part in picture.figure, picture.table:
        if part:
            assert "\n" not in part
            ET.fromstring(part)


@given(any_stories())
@settings(max_examples=60, deadline=None)
def test_lines_of_a_meeting_run_side_by_side_and_no_two_share_a_place(story: Story) -> None:
    players = find_players(story)
    plan = plan_lines(players, len(story.scenes), 76)
    for column, heights in enumerate(plan.heights):
        places = sorted(heights.values())
        assert all(after - before >= 18 for before, after in pairwise(places))
        meeting = [heights[name] for name in plan.meetings[column]]
        assert meeting == list(range(meeting[0], meeting[0] + 18 * len(meeting), 18)) if meeting else True


def test_a_line_that_nothing_disturbs_runs_level() -> None:
    columns = [[["a", "b"]], [["a"], ["b"]], [["a", "b"], ["c"]], [["a"], ["b", "c"]]]
    rows = straighten_lines(columns)
    assert len({column["a"] for column in rows}) == 1
    assert len({column["b"] for column in rows}) == 1


def test_one_bend_is_enough_where_a_line_crosses_another() -> None:
    rows = straighten_lines([[["a"], ["b"]], [["b"], ["a"]], [["b"], ["a"]]])
    climbs = sum(abs(before[name] - after[name]) for before, after in pairwise(rows) for name in "ab")
    assert climbs == 2


@given(st.text(), st.floats(20, 200))
def test_clipped_text_fits(text: str, width: float) -> None:
    assert measure_text(clip_text(text, width, 12), 12) <= max(width, measure_text("…", 12))


@given(st.text(), st.integers(1, 4))
def test_wrapped_text_keeps_to_its_lines(text: str, most: int) -> None:
    lines = wrap_text(text, 100, 12, most)
    assert len(lines) <= most
    assert all(measure_text(line, 12) <= 100 for line in lines)


def test_the_name_of_a_scenes_link_begins_with_the_words_that_are_seen() -> None:
    title = "A quiet evening by the fire among friends and foes in the country far away"
    for scenes in (30, 50):
        figure = ET.fromstring(draw_chart(make_story([(title, "Anna")] * scenes), HERE).figure)
        flag = next(link for link in figure.iter("a") if link.get("class") == "rt-scene")
        seen = "".join(next(flag.iter("text")).itertext())
        assert seen.endswith("…")
        assert flag.get("aria-label", "").startswith(seen.removesuffix("…"))


def test_the_pieces_of_a_very_long_chart_join(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = [[["a", "b"], ["c"]], [["a"], ["c", "b"]], [["b"], ["a", "c"]]] * 4
    whole = straighten_lines(columns)
    monkeypatch.setattr(straighten, "_COLUMNS", 3)
    joined = straighten_lines(columns)
    assert len(joined) == len(whole)
    for column, rows in zip(columns, joined, strict=True):
        order = [line for group in column for line in group]
        assert sorted(rows, key=lambda line: rows[line]) == order
        assert all(rows[group[-1]] - rows[group[0]] == len(group) - 1 for group in column)


def test_level_lines_stay_level_over_the_joints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(straighten, "_COLUMNS", 2)
    rows = straighten_lines([[["a", "b"]], [["a"], ["b"]]] * 4)
    assert len({tuple(sorted(column.items())) for column in rows}) == 1
