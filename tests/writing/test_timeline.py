"""The timeline."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

from hypothesis import given, settings
from tiny_stories import any_stories, make_story

from retold import Source, Story, read_story
from retold.model import Quote, Span
from retold.writing.pictures import Place, draw_timeline

HERE = Place("timeline.md")
ONE = "One day it rained. At noon the rain stopped."
TWO = "It rained one day."


def tell(times: tuple[Quote, ...], flashback_in: tuple[str, ...] = ()) -> Story:
    read = read_story([Source("one", ONE, title="First"), Source("two", TWO)])
    drawn = make_story([("The rain", "Anna")])
    scene = replace(drawn.scenes[0], times=times, flashback_in=flashback_in)
    return replace(drawn, tellings=read.tellings, scenes=(scene,))


def test_a_time_is_told_once_with_a_mark_for_every_sentence_that_names_it() -> None:
    story = tell((Quote("one", Span(0, 7), "One day"), Quote("two", Span(10, 17), "one day")))
    figure = draw_timeline(story, HERE).figure
    assert re.findall(r'class="rt-words">([^<]*)<', figure) == ["One day"]
    assert re.findall(r'class="cite ([^"]*)" href="([^"]*)" title="([^"]*)"[^>]*>([^<]*)<', figure) == [
        ("tone-1", "../tellings/first/#s1", "First, sentence 1: One day it rained.", "A1"),
        ("tone-2", "../tellings/two/#s1", "two, sentence 1: It rained one day.", "B1"),
    ]


def test_the_mark_leads_to_the_right_sentence() -> None:
    figure = draw_timeline(tell((Quote("one", Span(19, 26), "At noon"),)), HERE).figure
    assert 'href="../tellings/first/#s2"' in figure


def test_a_contributors_words_have_no_mark() -> None:
    figure = draw_timeline(tell((Quote("", Span(0, 0), "in spring"),)), HERE).figure
    assert "in spring" in figure
    assert "cite" not in figure


def test_a_flashback_is_marked_with_the_telling_that_tells_it_so() -> None:
    figure = draw_timeline(tell((), ("two",)), HERE).figure
    assert "told as a flashback in B" in figure
    assert 'class="rt-back"' in figure


def test_scenes_are_numbered_links_with_those_who_are_there() -> None:
    figure = draw_timeline(make_story([("They meet", "Anna Ben"), ("Rain", "")]), HERE).figure
    items = ["".join(item.itertext()) for item in ET.fromstring(figure).findall("li")]
    assert items == ["1 They meetAnna, Ben", "2 Rain"]
    assert re.findall(r'href="([^"]*)"', figure) == ["../scenes/scene-1/", "../scenes/scene-2/"]


def test_a_story_without_scenes_has_no_timeline() -> None:
    assert not draw_timeline(make_story([]), HERE).figure


@given(any_stories())
@settings(max_examples=50, deadline=None)
def test_any_story_gives_a_well_formed_timeline(story: Story) -> None:
    figure = draw_timeline(story, HERE).figure
    if figure:
        assert len(ET.fromstring(figure).findall("li")) == len(story.scenes)
