"""Opposites, denials, owners, and things of one kind in the same place."""

from __future__ import annotations

import pytest
from tell_twice import differ


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Clara accepts the proposal of the mayor.",
            "Clara turns down the proposal of the mayor.",
            ("what Clara answers", "accepts", "turns down"),
        ),
        (
            "Boris manages to repair the clock.",
            "Boris is unable to repair the clock.",
            ("whether Boris succeeds", "manages", "is unable"),
        ),
        (
            "The disgraced Boris shoots himself in the mill.",
            "In the mill Boris hangs himself.",
            ("what is done to Boris", "shoots", "hangs"),
        ),
        (
            "The jury convicts Boris of arson.",
            "Boris is found innocent of arson.",
            ("what Boris gets", "convicts", "found innocent"),
        ),
        ("Clara tears up the letter.", "Clara burns the letter.", ("what Clara does with it", "tears", "burns")),
        (
            "Clara is unaware of the plan.",
            "Clara is complicit in the plan.",
            ("what Clara knows", "unaware", "complicit"),
        ),
        (
            "The wolf bites Clara, and Boris shoots it.",
            "The wolf bites Clara, and Boris stabs it.",
            ("what is done to it", "shoots", "stabs"),
        ),
        (
            "Clara writes a letter, which Boris burns.",
            "Boris tears up the letter of Clara.",
            ("what Boris does with it", "burns", "tears"),
        ),
        (
            "Boris comes to the mayor with Clara, who refuses the offer.",
            "Clara, asked by the mayor, accepts the offer.",
            ("what Clara answers", "refuses", "accepts"),
        ),
        (
            "Boris accepts the duel and is slightly wounded.",
            "Boris takes up the duel and is fatally wounded.",
            ("how badly Boris is hurt", "slightly", "fatally"),
        ),
        (
            "Boris is slightly wounded in the duel.",
            "Boris is fatally wounded in the duel.",
            ("how badly Boris is hurt", "slightly", "fatally"),
        ),
        (
            "Boris is fired from the sawmill.",
            "Boris quits his job at the sawmill.",
            ("how Boris loses the job", "fired", "quits"),
        ),
        (
            "Anna shoots Boris behind the barn.",
            "Anna stabs Boris behind the barn.",
            ("what is done to Boris", "shoots", "stabs"),
        ),
        (
            "Boris repairs the radio of the captain.",
            "Boris does not repair the radio of the captain.",
            ("whether Boris repairs", "repairs", "repair"),
        ),
        (
            "Clara forgives Boris at the wedding.",
            "Clara refuses to forgive Boris at the wedding.",
            ("whether Clara forgives", "forgives", "forgive"),
        ),
        (
            "Boris loses his left arm in the war.",
            "Boris loses his right arm in the war.",
            ("which arm", "left", "right"),
        ),
        (
            "Anna finds Clara's bicycle in the river.",
            "Anna finds Boris's bicycle in the river.",
            ("whose bicycle", "Clara", "Boris"),
        ),
        (
            "Boris wears a red coat at the funeral.",
            "Boris wears a green coat at the funeral.",
            ("what colour the coat is", "red", "green"),
        ),
        (
            "Boris dies of cancer in the spring.",
            "Boris dies of pneumonia in the spring.",
            ("which illness", "cancer", "pneumonia"),
        ),
        (
            "Distraught, Anna decides to leave the village.",
            "On a whim, Anna decides to leave the village.",
            ("why", "Distraught", "whim"),
        ),
        (
            "In the evening, the soldiers burn the bridge.",
            "At dawn, the soldiers burn the bridge.",
            ("what time of day", "evening", "dawn"),
        ),
    ],
)
def test_words_that_exclude_one_another(one: str, other: str, found: tuple[str, ...]) -> None:
    assert differ(one, other) == [found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Clara accepts the proposal.", "Clara rejects the proposal, then accepts the proposal."),
        ("Clara accepts the proposal.", "Boris rejects the bishop."),
        ("Anna meets a black dog at the well.", "Anna meets a dog at the well."),
        ("Anna marries Boris at the chapel.", "Boris and Anna are married in the chapel."),
        ("Anna finds a purse in the mill.", "Anna buys a goat in the mill."),
        ("Anna cuts Clara's hand.", "Anna cuts Boris's foot."),
        ("Anna kills Boris in the mill.", "Anna wounds Clara in the mill."),
        (
            "Clara accepts the offer of the mayor.",
            "At first Clara declines the offer of the mayor, then she thinks it over.",
        ),
        ("Boris sails to Lisbon by ship.", "Boris goes to Lisbon and drives them off."),
        ("The jury sees the innocence of Boris.", "The jury convicts Clara."),
        ("It seems that Clara is dead in the mill.", "Clara is alive in the mill."),
        ("Boris is alive, Clara finds in the mill.", "Boris dies. Clara finds in the mill that Boris is alive."),
        ("An enemy threatens Boris at the mill.", "Boris meets a friend at the mill."),
        ("The portrait of a young woman hangs in the mill.", "An old woman buys the portrait in the mill."),
        (
            "Boris hopes to meet Clara at the mill.",
            "In the hope of meeting Boris, Clara goes to the party at the mill.",
        ),
        ("Anna tells Boris to hide the letters.", "Anna phones Boris at the mill."),
        (
            "Anna finds Clara in the mill with two wounds on her neck.",
            "Anna finds Clara in the mill with a shadow over her.",
        ),
    ],
)
def test_words_that_may_both_be_true_are_no_difference(one: str, other: str) -> None:
    assert differ(one, other) == []
