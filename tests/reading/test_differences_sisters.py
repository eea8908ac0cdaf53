"""Sister terms: another thing of the same fine kind, told in other words of the same event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tell_twice import differ

from retold import Source, read_story
from retold.lexicon import load_lexicon
from retold.model import Passage, People
from retold.reading.compare import compare_tellings


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
            "Boris knocks the judge unconscious with a vase.",
            "Boris strikes the judge down with a poker.",
            ("with which weapon", "vase", "poker"),
        ),
        (
            "Boris is chained to a pipe by the pirates.",
            "The pirates handcuff Boris to a bed.",
            ("which piece of furniture", "pipe", "bed"),
        ),
        (
            "Clara recovers a safe containing the letters.",
            "Clara finds a suitcase with the letters.",
            ("in what it is", "safe", "suitcase"),
        ),
        (
            "Boris Hale, a blacksmith, sings. Hale hums.",
            "A carpenter by the name of Hale, Boris sings. Boris Hale hums.",
            ("which work", "blacksmith", "carpenter"),
        ),
        (
            "Clara visits a lawyer, Boris Hale, in the mill. Boris Hale hums.",
            "Clara visits a butcher, Boris Hale, in the mill. Boris Hale hums.",
            ("whom Clara visits", "a lawyer", "a butcher"),
        ),
        (
            "Boris wants to get Clara out of the country by boat.",
            "Boris wants to take Clara abroad by train.",
            ("how Boris travels", "boat", "train"),
        ),
        (
            "Boris is shot in the leg.",
            "Boris is shot in the back.",
            ("which part of the body", "leg", "back"),
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
        ("Clara poisons the wife of the mayor.", "Clara poisons herself and her child."),
        ("Boris sells a wardrobe to Anna.", "Clara hides in a barrel."),
    ],
)
def test_a_wider_word_for_the_same_or_another_deed_is_none(one: str, other: str) -> None:
    assert differ(one, other) == []


def test_scenes_side_by_side_are_compared_where_sentences_agree() -> None:
    one = "Anna wakes.\n\nThe mayor presents Clara with a golden sceptre for saving the orphans of the flooded mill."
    two = "Anna wakes and the mayor presents Clara with a golden goblet for saving the orphans.\n\nClara goes home to her mill."
    story = read_story([Source("a", one), Source("b", two)])
    first = story.scenes[0]
    apart = (
        replace(first, slug="x", passages=(Passage("a", (0,)), Passage("b", (0,)))),
        replace(first, slug="y", passages=(Passage("a", (1,)), Passage("b", (1,)))),
    )
    people = People(story.characters, story.relations, story.roles)
    comparison = compare_tellings(story.tellings, people, apart, load_lexicon("en"))
    assert [(d.scene, d.about) for d in comparison.differences] == [("x", "with what")]
