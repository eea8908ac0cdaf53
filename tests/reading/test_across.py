"""One person whom the tellings call differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import Source, read_story
from retold.reading.across import count_edits


def cast_of(*texts: str) -> dict[str, tuple[str | None, set[str]]]:
    """Everybody's actor and other names, by name."""
    story = read_story([Source(f"t{number}", text) for number, text in enumerate(texts)])
    return {c.name: (c.portrayed_by, set(c.aliases) - {c.name}) for c in story.characters}


LONG = " Harold went home. Harold slept. Then Harold ate and Harold sang."


def test_accents_may_be_left_out() -> None:
    cast = cast_of(
        "René Varlot met Harold. René Varlot left." + LONG, "Rene Varlot saw Harold. Rene Varlot ran." + LONG
    )
    assert sorted(cast) == ["Harold", "René Varlot"]


def test_a_nickname_in_quotes_is_called_with_the_surname() -> None:
    cast = cast_of('Arthur "Dakota" Penn met Harold. Dakota Penn shot at Harold.' + LONG)
    assert "Dakota Penn" in cast['Arthur "Dakota" Penn'][1]


def test_a_pet_name_is_the_only_one_who_begins_so() -> None:
    cast = cast_of('Arthur "Dakota" Penn met Harold. Dakky shot at Harold. Dakky ran.' + LONG)
    assert "Dakky" in cast['Arthur "Dakota" Penn'][1]


def test_an_actor_plays_one_person_in_two_tellings() -> None:
    cast = cast_of(
        "Raimondo Bruno (Roy Stone) met Harold. Raimondo Bruno hit Harold." + LONG,
        'Bobby "Storm" Bruno (Roy Stone) saw Harold. Storm ran.' + LONG,
    )
    assert sorted(cast) == ["Harold", "Raimondo Bruno"]


def test_who_plays_two_roles_in_one_telling_plays_two() -> None:
    cast = cast_of(
        "Gerald Drake (Peter Stone) met Percy Moore (Peter Stone). Gerald Drake hit Percy Moore." + LONG,
        "Gerald Drake (Peter Stone) saw Percy Moore (Peter Stone). Percy Moore ran to Gerald Drake." + LONG,
    )
    assert sorted(cast) == ["Gerald Drake", "Harold", "Percy Moore"]


def test_foreign_names_are_spelt_in_two_ways() -> None:
    cast = cast_of(
        "Sergei Volsikof met Harold. Sergei Volsikof hit Harold." + LONG,
        "Sergej Volsikov saw Harold. Sergej Volsikov ran." + LONG,
    )
    assert sorted(cast) == ["Harold", "Sergei Volsikof"]


def test_two_common_first_names_are_two_people() -> None:
    cast = cast_of("Carla met Harold. Carla hit Harold." + LONG, "Clara saw Harold. Clara ran." + LONG)
    assert {"Carla", "Clara"} <= cast.keys()


def test_one_telling_that_spells_two_names_means_two_people() -> None:
    cast = cast_of("Sergei Volsikof met Sergej Volsikov. Sergej Volsikov hit Sergei Volsikof." * 2 + LONG, LONG)
    assert {"Sergei Volsikof", "Sergej Volsikov"} <= cast.keys()


def test_a_surname_in_brackets_is_an_actor() -> None:
    cast = cast_of("Joe Hart (Holden) met Ann Reed (Swanson). Ann Reed hit Joe Hart." + LONG)
    assert (cast["Joe Hart"][0], cast["Ann Reed"][0]) == ("Holden", "Swanson")
    assert not {"Holden", "Swanson"} & cast.keys()


def test_a_surname_in_brackets_is_nobody_new_when_another_telling_has_the_full_name() -> None:
    cast = cast_of("Joe Hart (Damon) met Harold. Joe Hart ran." + LONG, "Joe Hart (Matt Damon) saw Harold." + LONG)
    assert cast["Joe Hart"][0] == "Matt Damon"
    assert "Damon" not in cast


def test_a_first_name_in_brackets_is_another_name() -> None:
    cast = cast_of("Rogue (Marie) met Harold. Rogue ran and Marie hid. Marie saw Harold." + LONG)
    assert all(actor is None for actor, _ in cast.values())


@pytest.mark.parametrize(("one", "other", "edits"), [("", "abc", 3), ("satipo", "sapito", 2), ("ab", "ba", 1)])
def test_a_swap_is_one_edit(one: str, other: str, edits: int) -> None:
    assert count_edits(one, other) == edits


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_edits_are_the_same_both_ways(one: str, other: str) -> None:
    assert count_edits(one, other) == count_edits(other, one) <= max(len(one), len(other))
    assert (count_edits(one, other) == 0) == (one == other)


def test_miss_stands_before_a_given_name() -> None:
    cast = cast_of("Mayenna Fuller met Harold. Miss Mayenna hit Harold. Harold left Miss Mayenna." + LONG)
    assert "Miss Mayenna" in cast["Mayenna Fuller"][1]


def test_a_nation_in_initials_is_nobody() -> None:
    assert cast_of("Harold was ambassador to the U.S. of his own. Harold liked the U.S. and left." + LONG).keys() == {
        "Harold"
    }
