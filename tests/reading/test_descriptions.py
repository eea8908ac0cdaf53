"""How characters are described, in the tellings' own words."""

from __future__ import annotations

import pytest
from tiny_people import read_people


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Bob (Al Actor), a workaholic lawyer, slept.", ["a workaholic lawyer"]),
        ("Bob is a clerk living in Rome. He ran.", ["a clerk living in Rome"]),
        ("Bob, a tactless, boorish man, slept.", ["a tactless, boorish man"]),
        ("Bob is a doctor and the town likes him.", ["a doctor"]),
        ("Bob (also a neighbor in the building) slept.", ["also a neighbor in the building"]),
        ("Ann met her neighbor Bob.", ["her neighbor"]),
        ("Ann met her haughty brother Bob.", ["her haughty brother"]),
        ("Ann met her brother Bob.", []),
        ("Ann met a kind man named Bob.", ["a kind man"]),
        ("Bob, a former thief who left, slept.", ["a former thief"]),
        ("Bob, a year later, left.", []),
        ("Bob is a mess.", []),
        ("Bob, a brilliant but troubled cook, left.", ["a brilliant but troubled cook"]),
        ("Bob is a man believed to be dead.", ["a man"]),
        ("Bob was a", []),
        ("Bob, a member of a gang of thieves and", ["a member of a gang of thieves"]),
        ("Bob is a doctor. Bob, a doctor, left.", ["a doctor"]),
        ("Bob left. He is a doctor.", ["a doctor"]),
        ("Ann wonders if Bob is a thief.", []),
        ("Bob, the old friend of Mr. Hall, slept.", ["the old friend of Mr. Hall"]),
        ("Carl, the best friend of Ann's brother Bob, left.", []),
    ],
)
def test_a_description_is_cut_cleanly(text: str, described: list[str]) -> None:
    people = read_people(text, names="Bob Ann Mr._Hall")
    assert [quote.text for quote in people.characters[0].descriptions] == described


def test_a_description_keeps_its_place() -> None:
    text = "Ann slept. Bob, a lawyer, ran."
    quote = read_people(text, names="Bob Ann").characters[0].descriptions[0]
    assert text[quote.span.start : quote.span.end] == quote.text == "a lawyer"
