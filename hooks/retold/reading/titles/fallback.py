"""Titles of scenes whose sentences give none: a first clause, the two most spoken of, a number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from retold.reading.titles.line import LONGEST, SHORTEST, Line
from retold.reading.titles.phrases import FINITE
from retold.reading.titles.told import Told

_DANGLING = frozenset({"PRS", "PRO", "PS", "VAGUE", "ME", "DTV", "POS"})
_ENDS = frozenset({"N", "NS", "NP", "VN", "JJ"})
# A scene's first sentences are enough to find some title in.
_LINES_READ = 12
# A heading starts with none of these.
_NO_HEADING = frozenset({"IN", "PT", "VG", "VN", "SC", "TO", "WH", "NOT"})
_STOPS = frozenset({",", ".", "Q"})


def find_fallbacks(
    passages: list[list[Told]], named: tuple[int, ...], names: tuple[str, ...], times: frozenset[str]
) -> Iterator[str]:
    """Give titles for a scene for which no clause serves, the best first; none when there are no words."""
    lines = [told.line for passage in passages for told in passage][:_LINES_READ]
    found = False
    for title in _find_titles(lines, named, names, times):
        found = True
        yield title
    if not found:
        yield from _first_words(lines)


def _find_titles(
    lines: list[Line], named: tuple[int, ...], names: tuple[str, ...], times: frozenset[str]
) -> Iterator[str]:
    """A heading, the two most spoken of, three noun phrases that are no time such as "the next day"."""
    yield from islice(filter(None, map(_first_clause, lines[:4])), 1)
    for other in named[1:3]:
        yield _join([names[named[0]], "and", names[other]])
    phrases = (title for line in lines for title in _noun_phrases(line))
    yield from islice((title for title in phrases if times.isdisjoint(title.split())), 3)


def _noun_phrases(line: Line) -> list[str]:
    """The phrases of article, modifier and noun that stand by themselves: "a nearby town"."""
    found = []
    for start, tag in enumerate(line.tags):
        if tag != "DT" or line.lows[start] not in ("a", "an", "the"):
            continue
        end = start + 1
        while line.tag_at(end) in ("JJ", "N", "NS", "NP"):
            end += 1
        if line.lows[end : end + 1] == ["of"] and line.tag_at(end + 1) in ("JJ", "N", "NS"):
            end += 2
            while line.tag_at(end) in ("N", "NS"):
                end += 1
        whole = line.tag_at(end) not in ("POS", "VG", "VN", "WH", "JJ", "CC") and line.lows[end : end + 1] != ["of"]
        if end - start >= SHORTEST and line.tags[end - 1] in ("N", "NS") and whole:
            found.append(_join(line.texts[start:end]))
    return [title for title in found if len(title.split()) <= LONGEST]


def _join(texts: list[str]) -> str:
    words = " ".join(texts).split()
    # "The" and "the Queen", who has an article of her own.
    text = " ".join(word for i, word in enumerate(words) if word != "the" or words[i - 1 : i] not in (["the"], ["The"]))
    text = text.replace(" 's ", "'s ").replace(" ’s ", "’s ")
    return text[:1].upper() + text[1:]


def _first_clause(line: Line) -> str:
    """The words up to the first mark, when they are a phrase without a verb: a heading."""
    start = 0
    while start < len(line.tags) and (line.tags[start] in (",", "RB", "CC")):
        start += 1
    end = start
    while end < len(line.tags) and line.tags[end] not in _STOPS:
        end += 1
    if end == start or line.tags[end - 1] not in _ENDS or line.tags[start] in _NO_HEADING:
        return ""
    if any(tag in _DANGLING or tag in FINITE or tag == "VB" for tag in line.tags[start:end]):
        return ""
    title = _join(line.texts[start:end])
    return title if SHORTEST <= len(title.split()) <= LONGEST else ""


def _first_words(lines: list[Line]) -> list[str]:
    """The first words of a text whose language the rules cannot cut, with three dots when there are more."""
    for line in lines:
        texts = [t for t, tag in zip(line.texts, line.tags, strict=True) if t and tag not in (",", ".", "Q")]
        words = " ".join(texts).split()
        english = not {"DT", "IN", "TO", "BE", *_DANGLING}.isdisjoint(line.tags)
        sound = any(word[0].isalpha() for word in words) and (not english or len(words) <= LONGEST)
        if len(words) >= SHORTEST and sound:
            return [_join(words[:6]) + "…" if len(words) > LONGEST else _join(words)]
    return []
