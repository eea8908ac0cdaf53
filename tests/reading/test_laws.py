"""The laws of the design that hold for every text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold import Source, read_story


@given(st.text())
def test_every_non_blank_character_is_in_exactly_one_sentence(text: str) -> None:
    telling = read_story([Source("a", text)]).tellings[0]
    covered = [i for s in telling.sentences for i in range(s.span.start, s.span.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
