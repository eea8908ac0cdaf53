"""A number told otherwise is a difference; the same number in other words is none."""

from __future__ import annotations

import pytest
from tell_twice import compare, differ

from retold import Source, read_story


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Anna saves three sailors from the burning lighthouse.",
            "Anna rescues five sailors from the lighthouse when it burns.",
            ("how many sailors", "three sailors", "five sailors"),
        ),
        (
            "The whale in the harbour is thirty feet long.",
            "The whale in the harbour was fifty feet long.",
            ("how long", "thirty feet", "fifty feet"),
        ),
        ("In 1912, Anna opens a bakery.", "In 1923, Anna opens a bakery.", ("when", "1912", "1923")),
        (
            "Clara, aged twelve, plays the violin at court.",
            "Clara, aged nine, plays the violin at court.",
            ("how old Clara is", "aged twelve", "aged nine"),
        ),
        (
            "Anna pays $1,500 for the piano.",
            "Anna pays $15,000 for the piano.",
            ("how much money", "$1,500", "$15,000"),
        ),
        (
            "A $3,000 bounty is placed on the wolf of Boris.",
            "The baker promises five thousand dollars for the wolf of Boris.",
            ("how much money", "$3,000", "five thousand dollars"),
        ),
        (
            "Anna asks ten thousand dollars for her services.",
            "Anna says that she will do it for twenty thousand.",
            ("how much money", "ten thousand dollars", "twenty thousand"),
        ),
        (
            "Clara, aged 100, learns of the wreck.",
            "A woman of a hundred and five, Clara, learns of the wreck.",
            ("how old", "aged 100", "hundred and five"),
        ),
        (
            "The ship sails home with a crew of seven.",
            "Nine people sail home on the ship.",
            ("how many people", "seven", "Nine people"),
        ),
        (
            "Boris demands one million dollars for Clara.",
            "Boris demands half a million for Clara.",
            ("how much money", "one million dollars", "half a million"),
        ),
        (
            "They sail away, leaving three pirates on the island.",
            "Leaving five of the sailors on the island, they sail home.",
            ("how many pirates", "three pirates", "five of the sailors"),
        ),
        (
            "Two years later, Clara comes back to the village.",
            "Clara returns after ten years.",
            ("how long", "Two years", "ten years"),
        ),
        (
            "The walk to the castle takes three and a half hours.",
            "A two-hour walk brings them to the castle.",
            ("how long", "three and a half hours", "two-hour"),
        ),
    ],
)
def test_another_number_is_a_contradiction(one: str, other: str, found: tuple[str, ...]) -> None:
    assert differ(one, other) == [found]
    assert [d.kind for d in compare(one, other)[0].differences] == ["contradiction"]


def test_a_vaguer_number_is_another_detail() -> None:
    one, other = "Fifteen months later Anna returns to the mill.", "More than a year later Anna comes back to the mill."
    assert differ(one, other) == [("how long", "Fifteen months", "More than a year")]
    assert [d.kind for d in compare(one, other)[0].differences] == ["detail"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna saves three sailors from the lighthouse.", "Anna saves 3 sailors from the lighthouse."),
        ("Anna offers Clara $5000 for the painting.", "Boris offers Clara $500 for the painting."),
        ("Clara lives in one of the rooms of the lighthouse.", "Clara sees several rooms in the lighthouse."),
        ("Boris believes that Anna will lend him $750.", "Boris is to get $40 from Anna."),
        ("Clara poisons one person after another.", "Clara poisons several members of the crew."),
        ("At five the sailors wake.", "The five sailors wake at dawn."),
        ("Anna pays about $500 for the piano.", "Anna pays $500 for the piano."),
        ("Anna saves three sailors from the lighthouse.", "Anna asks how many sailors are in the lighthouse."),
        ("The clock runs for two minutes.", "The clock stood in the tower for forty years."),
    ],
)
def test_the_same_or_another_thing_counted_is_no_difference(one: str, other: str) -> None:
    assert differ(one, other) == []


def test_short_tellings_are_compared_as_long_ones_are() -> None:
    one = "Alice Hart looks for Nora. After three days, Alice finds Nora in a lighthouse."
    two = "Alice Hart searches for the girl. Alice finds the girl in an old mill a week later."
    story = read_story([Source("a", one), Source("b", two)])
    assert [difference.about for difference in story.differences] == ["how long", "in which building"]
