"""Sister terms: another thing of the same fine kind, told in other words of the same event."""

from __future__ import annotations

import pytest
from tell_twice import differ


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Boris frees Clara from the cellar with a crowbar.",
            "Boris sets Clara free with a saw.",
            ("with what", "a crowbar", "a saw"),
        ),
        (
            "Anna gets caught in a hailstorm on the way to the mill.",
            "Caught in a blizzard near the mill, Anna falls ill.",
            ("what the weather is", "hailstorm", "blizzard"),
        ),
        (
            "At dinner Boris suffers a stroke and the doctor is called.",
            "Boris has a heart attack, and a doctor comes.",
            ("which illness", "stroke", "heart attack"),
        ),
        (
            "Clara is wearing a necklace of her late mother when Boris meets her.",
            "Boris sees that Clara has put on a bracelet that belonged to her mother.",
            ("which piece", "necklace", "bracelet"),
        ),
    ],
)
def test_another_thing_of_the_same_kind_is_a_difference(one: str, other: str, found: tuple[str, ...]) -> None:
    assert differ(one, other) == [found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Boris frees Clara with a tool.", "Boris frees Clara with a crowbar."),
        ("Boris is caught in a storm at the mill.", "Boris is caught in a thunderstorm at the mill."),
        ("Boris shoots the judge with a gun.", "Boris shoots the judge with a revolver."),
        ("Clara wears a necklace and a bracelet.", "Clara wears a necklace."),
        ("Boris sells a wardrobe to Anna.", "Clara hides in a barrel."),
    ],
)
def test_a_wider_word_for_the_same_or_another_deed_is_none(one: str, other: str) -> None:
    assert differ(one, other) == []
