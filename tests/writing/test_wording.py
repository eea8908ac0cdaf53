"""English that a reader does not stumble over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold import Source, read_story, write_pages
from retold.model import Character, Quote, Relation, Scene, Span, Story
from retold.writing.markdown import read_plain
from retold.writing.wording import (
    add_article,
    count_things,
    count_times,
    drop_joint,
    end_sentence,
    initials,
    is_self_contained,
    join_words,
    letter_tellings,
)

TEXT = "Ann Lee (Eva Roe) is a clerk. Ann is a tired clerk. Bob Lee Jr. and Cid met her friend Dee (Ewa Roe)."


def quote(words: str, start: int = 0) -> Quote:
    place = TEXT.index(words, start)
    return Quote("a", Span(place, place + len(words)), words)


def tell_lead(character: Character, *relations: Relation, others: tuple[str, ...] = ()) -> str:
    tellings = read_story([Source("a", TEXT)]).tellings
    cast = (character, *(Character(name.lower().replace(" ", "-"), name, (name,), ()) for name in others))
    story = Story(read_story([]).facts, tellings, cast, relations)
    page = next(page for page in write_pages(story) if page.slug == character.slug)
    return page.description


def ann(*descriptions: Quote, credited: tuple[Quote, ...] = ()) -> Character:
    return Character("ann", "Ann", ("Ann",), (), None, credited, "f", descriptions)


def test_a_description_contained_in_a_fuller_one_is_not_repeated() -> None:
    assert tell_lead(ann(quote("a clerk"), quote("a tired clerk"))) == "Ann is a tired clerk."


def test_a_friend_is_one_of_many_and_a_sister_is_not() -> None:
    friend = Relation("ann", "friend", "dee", quote("her friend Dee"))
    sister = Relation("ann", "sister", "cid", quote("Cid"))
    assert tell_lead(ann(), friend, others=("Dee",)) == "Ann is a friend of Dee."
    assert tell_lead(ann(), friend, sister, others=("Dee", "Cid")) == "Ann is the sister of Cid and friend of Dee."


def test_two_ties_to_one_person_are_said_together() -> None:
    ties = [Relation("ann", word, "dee", quote("Dee")) for word in ("friend", "neighbor", "partner")]
    assert tell_lead(ann(), *ties, others=("Dee",)) == "Ann is a friend, neighbor and partner of Dee."


def test_what_a_tie_becomes_is_said_with_it() -> None:
    wife = Relation("ann", "wife", "cid", quote("Cid"), "ex-wife")
    assert tell_lead(ann(), wife, others=("Cid",)) == "Ann is the wife, later ex-wife, of Cid."


def test_a_name_that_ends_with_a_full_stop_ends_the_sentence() -> None:
    boss = Relation("ann", "boss", "bob-lee-jr.", quote("Bob Lee Jr."))
    assert tell_lead(ann(), boss, others=("Bob Lee Jr.",)) == "Ann is the boss of Bob Lee Jr."


def test_one_actor_spelled_in_two_ways_is_no_second_actor() -> None:
    twice = ann(credited=(quote("Eva Roe"), quote("Ewa Roe")))
    assert tell_lead(twice) == "Ann is only named. Played by Eva Roe or Ewa Roe."


def test_an_actor_whom_no_telling_names_comes_uncited() -> None:
    assert tell_lead(replace(ann(), portrayed_by="Mia Poe")) == "Ann is only named. Played by Mia Poe."


def test_somebody_often_spoken_of_is_met_first_somewhere() -> None:
    tellings = read_story([Source("a", TEXT)]).tellings
    scenes = tuple(Scene(slug, slug.upper(), (), (), spoken_of=("ann",)) for slug in ("one", "two"))
    pages = write_pages(Story(read_story([]).facts, tellings, (ann(),), scenes=scenes))
    description = next(page.description for page in pages if page.slug == "ann")
    assert description == "Ann is only spoken of, first in “ONE”."


@pytest.mark.parametrize(
    ("words", "joined"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_words_are_listed(words: list[str], joined: str) -> None:
    assert join_words(words) == joined


def test_counts_are_said_as_people_say_them() -> None:
    assert [count_times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]
    assert count_things(1829, "sentence") == "1,829 sentences"
    assert count_things(1, "scene") == "1 scene"


@pytest.mark.parametrize(
    ("name", "letters"), [("Ann Reed", "AR"), ("Mrs. Ann B. Lee", "AL"), ("Tom", "T"), ("Évariste", "É"), ("42", "?")]
)
def test_monograms(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("description", "fits"),
    [("a clerk", "yes"), ("an old friend of his", ""), ("his neighbor", ""), ("recently married", "")],
)
def test_only_descriptions_that_stand_alone_complete_a_sentence(description: str, fits: str) -> None:
    assert is_self_contained(description) is bool(fits)


def test_small_words() -> None:
    assert add_article("opera") == "an opera"
    assert drop_joint("and Tom falls") == "Tom falls"
    assert drop_joint("Andy falls") == "Andy falls"
    assert end_sentence("of Bob Jr.") == "of Bob Jr."
    assert [letter_tellings(number) for number in (0, 25, 26, 27, 702)] == ["A", "Z", "AA", "AB", "AAA"]


def test_plain_text_of_markdown_leaves_citations_out() -> None:
    assert read_plain("**Ann** met [Bob](b.md){ .x }[A1](a.md#s1){ .cite .tone-1 }.") == "Ann met Bob."
