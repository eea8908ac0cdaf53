"""The laws of the design, for every text and for every pair of tellings."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from retold import Source, Story, read_story, story_as_dict

NAMES = ("Ann", "Ann Lee", "Bob", "Mrs. Lee", "Dr. O'Hara", "Zoë", "the Joker", "Иван", "New York", "She", "He", "they")
PARTS = (
    "left", "meets", "his wife", "their son", "(Jo March)", ", a weary clerk,", "'s boss", "and", "in 1946", "the hospital",
    "falls off the wall", "Mr.", "J. R.", "...", "“Go!”", ".", ". ", "!", "?", ",", "\n", "\n\n", "him.Later", "3.5", "(", ")", '"',
    "’", "é", "🎬", "\u200d", "\u2028", "\x00", "\ufeff", "Fifteen months after", "the next day", "who", "is", "a", "of",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(NAMES + PARTS), max_size=60).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), WORDS, WORDS.map(lambda text: text.replace(" ", "")))
HARD = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def _read(*texts: str) -> Story:
    return read_story([Source(f"t{number}", text) for number, text in enumerate(texts)])


def _spans(value: Any) -> list[tuple[str, int, int, str | None]]:
    """Every (telling, start, end, text) anywhere in a story's public form."""
    if isinstance(value, list):
        return [span for item in value for span in _spans(item)]
    if not isinstance(value, dict):
        return []
    own = (
        [(value["telling"], value["start"], value["end"], value.get("text"))]
        if "start" in value and "telling" in value
        else []
    )
    return own + [span for item in value.values() for span in _spans(item)]


@HARD
@given(TEXTS)
@example("")
@example("\n\n \t\n")
@example("." * 300)
@example('"' * 301)
@example("(" * 300 + "A" * 300)
@example("A.B.C.D.")
def test_every_non_blank_character_is_in_exactly_one_sentence_in_order(text: str) -> None:
    telling = _read(text).tellings[0]
    covered = [i for s in telling.sentences for i in range(s.span.start, s.span.end)]
    assert covered == sorted(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert [s.number for s in telling.sentences] == list(range(len(telling.sentences)))
    paragraphs = [s.paragraph for s in telling.sentences]
    assert paragraphs == sorted(paragraphs)


@HARD
@given(TEXTS, TEXTS)
def test_spans_slice_back_to_their_text(one: str, two: str) -> None:
    story = story_as_dict(_read(one, two))
    texts = {"t0": one, "t1": two}
    for telling, start, end, text in _spans({key: story[key] for key in story if key not in ("tellings", "notes")}):
        assert 0 <= start < end <= len(texts[telling])
        assert text is None or text == texts[telling][start:end]


@HARD
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_every_sentence_is_in_exactly_one_scene_and_every_slug_is_known(texts: list[str]) -> None:
    story = _read(*texts)
    placed = sorted((p.telling, n) for scene in story.scenes for p in scene.passages for n in p.sentences)
    assert placed == sorted((telling.name, s.number) for telling in story.tellings for s in telling.sentences)
    people = [character.slug for character in story.characters]
    scenes = [scene.slug for scene in story.scenes]
    assert len(people) == len(set(people))
    assert len(scenes) == len(set(scenes))
    assert all(people)
    assert all(scenes)
    assert {slug for scene in story.scenes for slug in (*scene.characters, *scene.spoken_of)} <= set(people)
    assert {slug for relation in story.relations for slug in (relation.person, relation.other)} <= set(people)
    assert {role.owner for role in story.roles} <= set(people)
    assert {difference.scene for difference in story.differences} | {only.scene for only in story.only_in} <= set(
        scenes
    )


@HARD
@given(TEXTS, TEXTS)
def test_every_mention_belongs_to_one_character(one: str, two: str) -> None:
    story = _read(one, two)
    named = [(m.telling, m.span) for c in story.characters for m in c.mentions if m.kind == "name"]
    assert len(named) == len(set(named))


@HARD
@given(st.lists(WORDS, min_size=2, max_size=3, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_seed_files_changes_labels_never_content(texts: list[str], chance: random.Random) -> None:
    sources = [Source(f"t{number}", text) for number, text in enumerate(texts)]
    moved = sources[:]
    chance.shuffle(moved)
    one, two = story_as_dict(read_story(sources)), story_as_dict(read_story(moved))
    for story in (one, two):
        story["tellings"].sort(key=lambda telling: telling["name"])
        story["ledger"].sort(key=lambda line: line["telling"])
    assert json.dumps(one) == json.dumps(two)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["Ann met Bob. " * 77_000, "x" * 1_000_000, "." * 1_000_000, '"' * 1_000_000, "(A " * 333_000, "\n" * 1_000_000,
     "Ann " * 250_000, "Mr. " * 250_000],
    ids=["story", "one word", "dots", "quotes", "brackets", "lines", "name", "titles"],
)  # fmt: skip
def test_a_million_characters_are_read(text: str) -> None:
    story = _read(text)
    placed = sum(len(p.sentences) for scene in story.scenes for p in scene.passages)
    assert placed == len(story.tellings[0].sentences)


def test_two_tellings_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two tellings are called 'a'"):
        read_story([Source("a", "Ann."), Source("a", "Bob.")])
