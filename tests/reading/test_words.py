"""Words and punctuation marks."""

from __future__ import annotations

import pytest

from retold import Source, read_story


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann's cat sat.", ["Ann", "'s", "cat", "sat", "."]),
        ("Mary D’Ancanto met Spider-Man", ["Mary", "D’Ancanto", "met", "Spider-Man"]),
        ("the parents' bed…", ["the", "parents", "'", "bed", "…"]),
        ("He didn't", ["He", "didn't"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list(read_story([Source("a", text)]).tellings[0].words.texts) == words
