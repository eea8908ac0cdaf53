"""What tellings say of somebody in all: work and kin told otherwise."""

from __future__ import annotations

import pytest
from tell_twice import differ


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Boris, an eager railway clerk, dreams of the sea.",
            "Boris is a railway engineer living in Odessa. He dreams of the sea.",
            ("Boris's work", "clerk", "engineer"),
        ),
        (
            "Boris learns that Clara is his daughter.",
            "Boris learns that Clara is his sister.",
            ("what Clara is to Boris", "daughter", "sister"),
        ),
        (
            "Anna hides Clara's Picasso in the oven.",
            "A thief steals Boris's Picasso at night.",
            ("whose Picasso", "Clara", "Boris"),
        ),
    ],
)
def test_work_kin_and_owners_over_the_whole_story(one: str, other: str, found: tuple[str, ...]) -> None:
    assert found in differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Boris, an old teacher, dreams of the sea.", "Boris is a teacher of music. He dreams of the sea."),
        ("Boris, an attorney, dreams of the sea.", "Boris, a lawyer, dreams of the sea."),
        ("Anna visits her old teacher Boris at the mill.", "Anna visits Boris, a doctor, at the mill."),
        ("Boris learns that Clara is his child.", "Boris learns that Clara is his daughter."),
    ],
)
def test_the_same_work_in_other_words_is_no_difference(one: str, other: str) -> None:
    assert differ(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            'Arthur "Foxy" Hale (Paul Kent) watches the mill. Foxy sings.',
            'Edwin "Foxy" Hale (Paul Kent), whom Boris likes, watches the mill. Foxy sings.',
            [("Foxy's given name", "Arthur", "Edwin")],
        ),
        ('Edward "Foxy" Hale (Paul Kent) sings.', 'Ted "Foxy" Hale (Paul Kent) sings.', []),
        ('Henri "Foxy" Hale (Paul Kent) sings.', 'Henry "Foxy" Hale (Paul Kent) sings.', []),
        ('Arthur "Foxy" Hale (Paul Kent) sings.', "Arthur Edwin Hale (Paul Kent) sings.", []),
    ],
)
def test_another_given_name_is_a_difference_but_no_short_form(
    one: str, other: str, found: list[tuple[str, ...]]
) -> None:
    assert [d for d in differ(one, other) if "given" in d[0]] == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Clara, 17, keeps bees. The wolf howls.",
            "The wolf howls. In the mill Boris meets 19-year-old Clara.",
            [("how old Clara is", "17", "19-year-old")],
        ),
        (
            "Clara, an orphan about seven years old, finds a wolf in the mill.",
            "Clara finds a wolf. She is ten, and the wolf bites.",
            [("how old Clara is", "about seven years old", "ten")],
        ),
        ("Clara is ten years old. At the age of twelve Clara sails.", "Clara, aged twelve, sails.", []),
        ("Boris is ten years old.", "Clara is twelve years old.", []),
    ],
)
def test_another_age_is_a_difference_wherever_it_is_told(one: str, other: str, found: list[tuple[str, ...]]) -> None:
    assert differ(one, other) == found


def test_a_description_and_its_sentence_are_one_difference() -> None:
    one, other = "Boris is a lawyer in the village.", "Boris is a butcher in the village."
    assert [about for about, *_ in differ(one, other)] == ["Boris's work"]
