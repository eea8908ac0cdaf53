"""What holds for the comparison of any texts, and of more than two."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tell_twice import compare, differ

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
