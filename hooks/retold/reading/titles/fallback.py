"""Titles of scenes whose sentences give none: a first clause, the two most spoken of, a number."""

from __future__ import annotations

from retold.reading.titles.line import Line
from retold.reading.titles.score import LONGEST, SHORTEST

_DANGLING = frozenset({"PRS", "PRO", "PS", "VAGUE", "ME", "DTV", "POS"})
_ENDS = frozenset({"N", "NS", "NP", "VN", "JJ"})
_STOPS = frozenset({",", ".", "Q", "SC", "WH", "THAT"})


def find_fallback(passages: list[list[Line]], present: tuple[int, ...], names: tuple[str, ...], number: int) -> str:
    """Give the title of a scene for which no clause serves."""
    lines = [line for passage in passages for line in passage]
    for line in lines[:4]:
        title = _first_clause(line)
        if title:
            return title
    if len(present) > 1:
        return f"{names[present[0]]} and {names[present[1]]}"
    return _first_words(lines, number)


def _first_clause(line: Line) -> str:
    """The words up to the first mark, when they are a phrase by themselves."""
    start = 0
    while start < len(line.tags) and (line.tags[start] in (",", "RB", "CC")):
        start += 1
    end = start
    while end < len(line.tags) and line.tags[end] not in _STOPS:
        end += 1
    if end == start or line.tags[end - 1] not in _ENDS or line.tags[start] in ("IN", "VG", "VN", "SC", "TO"):
        return ""
    if any(tag in _DANGLING for tag in line.tags[start:end]):
        return ""
    words = " ".join(line.texts[start:end]).split()
    text = " ".join(words)
    return text[:1].upper() + text[1:] if SHORTEST <= len(words) <= LONGEST else ""


def _first_words(lines: list[Line], number: int) -> str:
    """The first words with three dots, or a number when there are none."""
    for line in lines:
        words = " ".join(
            t for t, tag in zip(line.texts, line.tags, strict=True) if t and tag not in (",", ".", "Q")
        ).split()
        if len(words) >= SHORTEST and any(word[0].isalpha() for word in words):
            text = " ".join(words[:6]) + ("…" if len(words) > 6 else "")
            return text[:1].upper() + text[1:]
    return f"Scene {number}"
