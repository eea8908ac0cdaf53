"""What holds for the comparison of any texts, and of more than two."""

from __future__ import annotations

import json
from math import inf
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from tell_twice import compare, differ

import retold
from retold.reading import compare as comparing

# The rules without their glance: each looks at every pair.
EAGER = tuple(rule._replace(most=lambda _: inf) for rule in comparing.RULES)

WORDS = st.sampled_from(
    [
        "Anna",
        "Boris",
        "kills",
        "the",
        "a",
        "three",
        "3",
        "zero",
        "sailors",
        "years",
        "of",
        "'s",
        ",",
        ".",
        '"',
        "(",
        ")",
        "called",
        "named",
        "not",
        "who",
        "and",
        "to",
        "in",
        "$",
        "89%",
        "two-year",
        "-",
        "U.S.",
        "where",
        "by",
        "has",
        "been",
        "was",
        "her",
        "next",
        "following",
        "aged",
        "more",
        "than",
        "million",
        "million",
        "🐝",
        "\x00",
        "é",
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_two_texts_are_compared_and_every_quote_is_the_texts_own(one: str, other: str) -> None:
    comparison, texts = compare(one, other)
    quotes = [v.quote for d in comparison.differences for v in d.versions] + [o.quote for o in comparison.only_in]
    assert all(texts[q.telling][q.span.start : q.span.end] == q.text for q in quotes)
    for version in (v for d in comparison.differences for v in d.versions):
        span = version.quote.span
        assert all(span.start <= mark.start < mark.end <= span.end for mark in version.marks)


@given(st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=30).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_a_glance_rules_out_nothing_that_a_rule_would_find(one: str, other: str) -> None:
    with patch.object(comparing, "RULES", EAGER):
        found = compare(one, other)[0]
    assert compare(one, other)[0] == found


def test_a_glance_rules_out_nothing_in_films(bench: Path) -> None:
    lines = (bench / "data" / "scenes_films_dev.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[:4]:
        tellings = json.loads(line)["tellings"].items()
        sources = [retold.Source(name, " ".join(telling["sentences"])) for name, telling in tellings]
        with patch.object(comparing, "RULES", EAGER):
            found = retold.read_story(sources).differences
        assert retold.read_story(sources).differences == found


def test_three_tellings_share_one_difference() -> None:
    texts = [f"Anna saves {count} sailors from the burning lighthouse." for count in ("three", "five", "seven")]
    assert differ(*texts) == [("how many sailors", "three sailors", "five sailors", "seven sailors")]


def test_one_telling_alone_is_compared_with_nothing() -> None:
    comparison = compare("Anna saves three sailors.")[0]
    assert (comparison.differences, comparison.only_in) == ((), ())


def test_a_sentence_without_end_is_compared_by_its_beginning() -> None:
    endless = "Anna kills three sailors in 1912 and " * 1000, "Anna kills five sailors in 1913 and " * 1000
    assert [about for about, *_ in differ(*endless)] == ["when", "how many sailors"]


def test_what_only_one_telling_tells_is_quoted() -> None:
    one = "Anna saves three sailors. A dragon with purple wings devours the shepherd's geese."
    other = "Anna saves three sailors from the lighthouse."
    comparison = compare(one, other)[0]
    assert [(o.quote.telling, o.quote.text) for o in comparison.only_in] == [
        ("a", "A dragon with purple wings devours the shepherd's geese."),
        ("b", "the lighthouse"),
    ]
