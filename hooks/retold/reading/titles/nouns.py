"""Titles that are a noun phrase: "The custody hearing", "The last breakfast"."""

from __future__ import annotations

from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import Line

_MODIFIER = frozenset({"N", "JJ", "CD", "NP"})
_EMPTY = frozenset({"same", "own", "only", "other", "such", "new", "few", "several", "many", "next", "two", "three"})


def find_event_nouns(line: Line, grammar: Grammar) -> list[tuple[str, ...]]:
    """Find the phrases that name an event, each with its article: ("The", "custody", "hearing")."""
    events = grammar.sets["event_nouns"]
    found = []
    for at, low in enumerate(line.lows):
        if low in events and line.tags[at] in ("N", "NS") and at:
            left = at
            while left and line.tags[left - 1] in _MODIFIER and line.lows[left - 1] not in _EMPTY and at - left < 3:
                left -= 1
            opener = line.lows[left - 1] if left else ""
            whole = at + 1 == len(line.tags) or line.tags[at + 1] not in ("N", "NS", "POS", "NP")
            supposed = "if" in line.lows[max(left - 8, 0) : left]  # "if an attack came": none does
            if (
                left < at
                and whole
                and not supposed
                and opener in ("a", "an", "the", "his", "her", "their", "its", "this")
            ):
                found.append(("The", *(word for i in range(left, at + 1) for word in line.texts[i].split())))
    return found
