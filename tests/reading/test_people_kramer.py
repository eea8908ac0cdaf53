"""What the two seeds say of their people is what a reader finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold import Source, Story, read_story

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture(scope="module")
def story() -> Story:
    return read_story(
        [Source(name, p.read_text("utf-8")) for name, p in zip("AB", sorted(SEEDS.glob("*.txt")), strict=True)]
    )


def test_all_five_relations_are_stated_in_the_tellings_that_state_them(story: Story) -> None:
    stated: dict[tuple[str, str, str, str], set[str]] = {}
    for r in story.relations:
        stated.setdefault((r.person, r.word, r.other, r.later), set()).add(r.quote.telling)
    assert stated == {
        ("joanna", "wife", "ted-kramer", "ex-wife"): {"A", "B"},
        ("billy", "son", "ted-kramer", ""): {"A", "B"},
        ("billy", "son", "joanna", ""): {"A", "B"},
        ("margaret-phelps", "neighbor", "ted-kramer", ""): {"A", "B"},
        ("margaret-phelps", "friend", "ted-kramer", ""): {"A"},
        ("margaret-phelps", "friend", "joanna", ""): {"B"},
    }


def test_everybody_has_a_gender_and_the_descriptions_are_quoted(story: Story) -> None:
    assert {c.name: c.gender for c in story.characters} == {
        "Ted Kramer": "m",
        "Joanna": "f",
        "Billy": "m",
        "Margaret Phelps": "f",
    }
    described = {c.name: [(d.telling, d.text) for d in c.descriptions] for c in story.characters}
    assert described["Ted Kramer"][:2] == [
        ("A", "a workaholic advertising executive"),
        ("B", "an advertising clerk living in New York"),
    ]
    assert described["Joanna"] == [("B", "a well-paid designer")]
    assert described["Margaret Phelps"] == [
        ("A", "his neighbor"),
        ("A", "a fellow single parent"),
        ("B", "his wife's usual friend"),
        ("B", "also a neighbor in the building"),
    ]


def test_the_boss_and_the_lawyer_stay_unnamed(story: Story) -> None:
    roles = {(role.owner, role.word) for role in story.roles}
    assert {("ted-kramer", "boss"), ("ted-kramer", "lawyer")} <= roles
    assert not {"wife", "son", "husband", "child"} & {word for owner, word in roles if owner == "ted-kramer"}


def test_a_wife_without_a_name_is_the_one_who_is_named_elsewhere(story: Story) -> None:
    texts = {telling.name: telling.text for telling in story.tellings}
    joanna = next(c for c in story.characters if c.slug == "joanna")
    kin = [texts[m.telling][m.span.start : m.span.end] for m in joanna.mentions if m.kind == "kin"]
    assert kin.count("wife") == 4
    assert "mother" in kin
