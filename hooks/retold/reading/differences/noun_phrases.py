"""Noun phrases of a tagged sentence: runs of words, their heads and prepositions.

Chunking by patterns of tags after Abney, "Parsing by Chunks" (1991).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from retold.reading.differences.forms import find_singular
from retold.reading.differences.vocabulary import Vocabulary


class Phrase(NamedTuple):
    """A noun phrase: the indexes of its words, its head's, and the preposition before it.

    `who` are the characters that it stands for, those joined by *and* too; `named` tells that
    the head itself stands for one, `vague` that it is a small word ("those").
    """

    words: tuple[int, ...]
    head: int
    noun: str
    preposition: str = ""
    who: frozenset[str] = frozenset()
    named: bool = False
    pronoun: bool = False
    vague: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's live words, their tags, and whom they stand for."""

    number: int
    live: list[int]
    tags: list[str]
    lows: list[str]
    who: dict[int, str]
    vocabulary: Vocabulary


_INSIDE = frozenset({"article", "owner", "adjective", "number", "word", "name", "possessive"})
_PHRASE = _INSIDE | {"person"}
_NOUNS = frozenset({"word", "name"})
_NOBODY = frozenset[str]()
_PEOPLE = frozenset({"people", "work", "kin"})
_BEGINS_CLAUSE = frozenset({"verb", "being", "having", "doing", "may", "adverb"})


def find_phrases(line: Line) -> dict[int, Phrase]:
    """Find the noun phrases, by the place of their first word."""
    phrases: dict[int, Phrase] = {}
    place, tags, size = 0, line.tags, len(line.tags)
    last: Phrase | None = None
    while place < size:
        tag, stop = tags[place], place + 1
        inside = tag in _INSIDE
        if inside:
            while stop < size and tags[stop] in _INSIDE and not _starts_anew(tags, stop):
                stop += 1
            stop = _extend_phrase(line, place, stop)
            if stop < size and place and tags[stop - 1] == "name" and tags[stop] in _BEGINS_CLAUSE:
                stop = _find_subject_after(line, place, stop)
        if inside or tag == "person":
            last = phrases[place] = _make_phrase(line, place, stop, last if _joins(line, place, stop) else None)
        place = stop
    return phrases


def _find_subject_after(line: Line, place: int, stop: int) -> int:
    """Where the subject begins that follows a phrase with no comma between: "in the mill Boris hangs"."""
    tags, kinds = line.tags, line.vocabulary.kinds
    first = stop - 1
    while first > place and tags[first - 1] == "name":
        first -= 1
    if tags[place - 1] not in ("preposition", "to") or first == place or tags[first - 1] != "word":
        return stop
    noun = find_singular(line.lows[first - 1])
    return stop if _PEOPLE.intersection(kinds.get(noun, ())) or line.live[first] not in line.who else first


def _joins(line: Line, place: int, stop: int) -> bool:
    """Whether *and* joins the phrase to the one before it, not a new clause to the last."""
    if place < 2 or line.lows[place - 1] != "and" or line.tags[place - 2] not in _PHRASE:
        return False
    begins = stop < len(line.tags) and line.tags[stop] in _BEGINS_CLAUSE
    return not begins or "verb" not in line.tags[max(0, place - 12) : place]


def _starts_anew(tags: list[str], place: int) -> bool:
    if tags[place] == "number":
        return tags[place - 1] == "name"
    return tags[place] in ("article", "owner") and tags[place - 1] in ("word", "name", "number")


def _extend_phrase(line: Line, place: int, stop: int) -> int:
    """Take in the name after *called*, and what a phrase like *a group of* is made of."""
    tags = line.tags
    if stop == len(tags):
        return stop
    low, sorts = line.lows[stop], line.vocabulary.sorts
    if (
        low == "by"
        and line.lows[stop + 1 : stop + 4] == ["the", "name", "of"]
        and tags[stop + 4 : stop + 5] == ["name"]
    ):
        stop += 3  # "a banker by the name of Hale"
        goes_on = True
    elif low == "of":
        goes_on = line.lows[stop - 1] in sorts["some of"] or tags[stop - 1] == "number"
    else:
        goes_on = low in sorts["called"] and tags[stop + 1 : stop + 2] in (["name"], ["article"])
    if not goes_on:
        return stop
    first = end = stop + 1
    while end < len(tags) and tags[end] in _INSIDE and (end == first or not _starts_anew(tags, end)):
        end += 1
    return end if end > first else stop


def _make_phrase(line: Line, place: int, stop: int, joined: Phrase | None) -> Phrase:
    tags = line.tags
    noun = stop - 1
    while noun > place and tags[noun] not in _NOUNS:
        noun -= 1
    if tags[noun] not in _NOUNS:
        noun = stop - 1
    head, noun_tag = line.live[noun], tags[noun]
    preposition = line.lows[place - 1] if place and tags[place - 1] in ("preposition", "to") else ""
    slug = line.who.get(head)
    who = frozenset([slug]) if slug is not None else _NOBODY
    if joined:
        who |= joined.who
        preposition = preposition or joined.preposition
    return Phrase(
        tuple(line.live[place:stop]), head, find_singular(line.lows[noun]), preposition, who, slug is not None,
        tags[place] == "person", noun_tag not in _NOUNS and slug is None, noun_tag == "name",
    )  # fmt: skip
