"""Laws of what is said of people, for any text made of names, kin words, pronouns and marks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tiny_people import read_people

WORDS = [
    "Ann",
    "Bob",
    "Carl",
    "his",
    "her",
    "he",
    "she",
    "him",
    "their",
    "they",
    "the",
    "two",
    "couple",
    "wife",
    "husband",
    "son",
    "daughters",
    "friend",
    "boss",
    "mother",
    "of",
    "and",
    ",",
    ".",
    "(",
    ")",
    "'s",
    "'",
    "is",
    "was",
    "becomes",
    "named",
    "who",
    "as",
    "marries",
    "engaged",
    "to",
    "a",
    "an",
    "also",
    "in",
    "with",
    '"',
    "—",
    ";",
    "After",
    "leaving",
    "man",
]

texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(texts, texts)
def test_mentions_lie_in_the_text_and_no_two_persons_share_one(first: str, second: str) -> None:
    people = read_people(first, second, names="Ann Bob Carl")
    length = {"t0": len(first), "t1": len(second)}
    spans = [(m.telling, m.span) for c in people.characters for m in c.mentions]
    assert all(0 <= span.start < span.end <= length[telling] for telling, span in spans)
    ordered = sorted(spans)
    assert all(a[0] != b[0] or a[1].end <= b[1].start for a, b in pairwise(ordered))


@given(texts, texts)
def test_relations_roles_and_groups_are_of_characters_and_quote_their_tellings(first: str, second: str) -> None:
    people = read_people(first, second, names="Ann Bob Carl")
    slugs, texts_by_name = {c.slug for c in people.characters}, {"t0": first, "t1": second}
    for relation in people.relations:
        assert {relation.person, relation.other} <= slugs
        assert relation.person != relation.other
        assert relation.word
        quote = relation.quote
        assert texts_by_name[quote.telling][quote.span.start : quote.span.end] == quote.text
    assert {role.owner for role in people.roles} <= slugs
    assert all(len(group.characters) > 1 and set(group.characters) <= slugs for group in people.groups)


@given(texts)
def test_one_relation_is_stated_once_a_telling(text: str) -> None:
    relations = read_people(text, names="Ann Bob Carl").relations
    stated = [(r.person, r.word, r.other) for r in relations]
    assert len(stated) == len(set(stated))
