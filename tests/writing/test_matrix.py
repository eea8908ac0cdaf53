"""The character × scene matrix."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

from hypothesis import given, settings
from tiny_stories import any_stories, make_story

from retold.model import Story
from retold.writing.pictures import Place, draw_matrix

HERE = Place("matrix.md")
DUEL = make_story([("They meet", "Anna Ben"), ("The duel", "Ben Cleo")])


def cells_of(figure: str) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row] for row in ET.fromstring(figure).findall(".//tbody/tr")]


def test_a_dot_says_who_is_in_which_scene_and_the_last_cell_in_how_many() -> None:
    assert cells_of(draw_matrix(DUEL, HERE).figure) == [
        ["Ben", "●", "●", "2"],
        ["Anna", "●", "", "1"],
        ["Cleo", "", "●", "1"],
    ]


def test_who_is_only_spoken_of_has_a_ring() -> None:
    first, second = DUEL.scenes
    story = replace(DUEL, scenes=(first, replace(second, spoken_of=("anna",))))
    assert cells_of(draw_matrix(story, HERE).figure)[1] == ["Anna", "●", "○", "1"]


def test_signs_have_names_and_heads_have_scopes() -> None:
    figure = draw_matrix(DUEL, HERE).figure
    assert figure.count('<span role="img" aria-label="there">●</span>') == 4
    assert figure.count('scope="row"') == 3
    assert figure.count('scope="col"') == 4


def test_scenes_and_characters_are_links() -> None:
    links = re.findall(r'href="([^"]*)"', draw_matrix(DUEL, HERE).figure)
    assert links == [
        "../scenes/scene-1/",
        "../scenes/scene-2/",
        "../characters/ben/",
        "../characters/anna/",
        "../characters/cleo/",
    ]


def test_many_scenes_are_headed_by_their_numbers_alone() -> None:
    assert "rt-upright" in draw_matrix(make_story([("A", "Anna")] * 40), HERE).figure
    assert "rt-upright" not in draw_matrix(make_story([("A", "Anna")] * 41), HERE).figure


def test_a_story_without_people_has_no_matrix() -> None:
    assert not draw_matrix(make_story([("Rain", "")]), HERE).figure


@given(any_stories())
@settings(max_examples=50, deadline=None)
def test_any_story_gives_a_well_formed_matrix(story: Story) -> None:
    figure = draw_matrix(story, HERE).figure
    if figure:
        assert all(len(row) == len(story.scenes) + 2 for row in cells_of(figure))
