"""Who did it, to whom, and where: the same deed with another filler is a difference."""

from __future__ import annotations

import pytest
from tell_twice import differ


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Anna cuts her hand on the plough.",
            "Anna hurts her foot at the plough.",
            ("what was hurt", "her hand", "her foot"),
        ),
        (
            "Boris kills the butcher with an axe.",
            "The priest is murdered by Boris with an axe.",
            ("whom Boris kills", "the butcher", "The priest"),
        ),
        (
            "Clara murders Boris in the orchard.",
            "Anna murders Boris in the orchard.",
            ("who murders Boris", "Clara", "Anna"),
        ),
        (
            "Boris sails to Lisbon with the painting.",
            "Boris travels to Madrid with the painting.",
            ("where to", "Lisbon", "Madrid"),
        ),
        (
            "The police arrest Boris in a hotel.",
            "The police arrest Boris in a church.",
            ("where", "a hotel", "a church"),
        ),
        (
            "Boris drinks whisky with the sailor.",
            "Boris drinks tea with the sailor.",
            ("what Boris drinks", "whisky", "tea"),
        ),
        (
            "Clara learns the truth from a letter.",
            "Clara learns the truth from Boris.",
            ("from what", "a letter", "Boris"),
        ),
        (
            "Anna inherits a farm from her grandfather.",
            "Anna inherits a hotel from her grandfather.",
            ("what Anna inherits", "a farm", "a hotel"),
        ),
        (
            "Boris proposes to Anna at a picnic.",
            "Boris proposes to Clara at a picnic.",
            ("to whom", "Anna", "Clara"),
        ),
        (
            "Boris serves as a captain in the navy.",
            "Boris serves as a sergeant in the navy.",
            ("as whom", "a captain", "a sergeant"),
        ),
        ("The baby is named Peter.", "The baby is named Paul.", ("what the baby is called", "Peter", "Paul")),
        (
            "The murderer turns out to be the gardener.",
            "The murderer turns out to be the butler.",
            ("who the murderer is", "the gardener", "the butler"),
        ),
        (
            "A storm destroys the boat.",
            "A whale destroys the boat.",
            ("what destroys the boat", "A storm", "A whale"),
        ),
        (
            "A gang of soldiers arrives with Clara.",
            "Several monks arrive with Clara.",
            ("who arrives", "A gang of soldiers", "Several monks"),
        ),
        (
            "Clara, a young widow, betrays Boris to the soldiers.",
            "Anna betrays Boris to the soldiers.",
            ("who betrays Boris", "Clara", "Anna"),
        ),
        (
            "Anna gives Boris a golden knife.",
            "Anna gives Boris a golden pistol.",
            ("what Anna gives", "a golden knife", "a golden pistol"),
        ),
        (
            "Anna and her mother open the chest.",
            "Anna and her mother open the casket and the gate of the abbey.",
            (),
        ),
        (
            "Anna looks for the map in the archive of the abbey.",
            "Anna looks for the knife in the archive of the abbey.",
            ("what Anna looks for", "the map", "the knife"),
        ),
        ("Clara has run off with Boris.", "Anna has run off with Boris.", ("who runs off with Boris", "Clara", "Anna")),
        (
            "Clara drives a stake into the heart of the wolf.",
            "Anna hammers a stake into the wolf.",
            ("who drives the stake", "Clara", "Anna"),
        ),
    ],
)
def test_the_same_deed_with_another_filler(one: str, other: str, found: tuple[str, ...]) -> None:
    assert differ(one, other) == ([found] if found else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He murders the butcher in the orchard.", "Boris murders the butcher in the orchard."),
        ("Boris drives the doctor to the station.", "The doctor is driven to the station by Boris."),
        ("Boris travels to Lisbon with the painting.", "Boris goes to Lisbon and takes the painting along."),
        ("Anna gives the stranger a loaf of bread.", "Anna hands bread to an unknown man."),
        ("Boris studies at Northern Harbour University.", "Boris studies at NHU."),
        ("Boris buys a car in the town.", "Boris buys a taxi in the town."),
        ("Boris kills the butcher and the priest.", "Boris kills the priest and then the butcher."),
        ("Anna suspects that Clara killed the butcher.", "Anna believes that Boris killed the butcher."),
        ("Boris travels to Lisbon with the map.", "Boris travels back to Odessa with the map."),
        ("Boris meets Clara at the mill.", "Boris meets the judge in the abbey."),
        ("Clara runs into the tower of the abbey.", "Clara meets the abbot."),
        ("Clara visits the abbot in the abbey.", "Boris visits the abbot in the abbey."),
        ("Boris travels to Las Vegas to buy a hotel.", "Boris goes to Nevada to buy a hotel."),
        ("Clara plays ping-pong with the sailor.", "Clara plays ping pong with the sailor."),
    ],
)
def test_another_wording_is_no_difference(one: str, other: str) -> None:
    assert differ(one, other) == []
