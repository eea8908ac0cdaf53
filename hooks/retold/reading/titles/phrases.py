"""Where noun phrases start."""

from __future__ import annotations

from retold.reading.titles.line import Line

FINITE = frozenset({"VZ", "VD", "VF", "BE", "HV", "DO", "MD"})
_PHRASE_END = frozenset({"NP", "N", "NS", "PRS"})
_INSIDE = frozenset({"N", "NS", "JJ", "CD", "VN", "VG"})
# Before these names are listed; behind a preposition or a verb the first is no part of the subject.
_LIST_OPENERS = frozenset({"SC", "CC", ".", ",", "THAT", "RB"})
_NUMBERS = frozenset({"two", "three", "four", "five", "both", "all", "others", "pair", "couple"})


def phrase_start(line: Line, end: int) -> int:
    """Give where the noun phrase that ends at `end` starts, or -1 when none ends there."""
    left = simple_start(line, end)
    while left > 1:
        before, joined = line.tags[left - 1], line.lows[left - 1] == "and"
        if before == "POS" or line.lows[left - 1] == "of" or (joined and line.tags[left - 2] in _PHRASE_END):
            more = simple_start(line, left - 2)
        elif joined and line.tags[left - 2] == ",":
            more = _list_start(line, left - 2)
        else:
            break
        if more < 0:
            break
        left = more
        if joined and line.tags[left - 1] == ",":
            left = _first_of_list(line, left)
    return left


def _first_of_list(line: Line, left: int) -> int:
    """Give where "A, B and C" starts, when `left` is at B."""
    first = left
    while first > 1 and line.tags[first - 1] == "," and line.tags[first - 2] == "NP" and line.who[first - 2] >= 0:
        first -= 2
    return first if first == 0 or line.tags[first - 1] in _LIST_OPENERS else left


def _list_start(line: Line, comma: int) -> int:
    """Give where the list of names before ", and C" starts: "A, B, and C"; -1 when there is none."""
    left = comma
    while left > 0 and line.tags[left] == "," and line.tags[left - 1] == "NP":
        left -= 2
    return left + 1 if comma - left >= 4 and (left < 0 or line.tags[left] not in _PHRASE_END) else -1


def simple_start(line: Line, end: int) -> int:
    """Give where the noun phrase that ends at `end` starts, before any *of*, owner or *and*; -1 when none ends there."""
    if end < 0:
        return -1
    tags = line.tags
    tag, low = tags[end], line.lows[end]
    if tag in ("CD", "DT") and low in _NUMBERS:
        return end - 1 if end and line.lows[end - 1] == "the" else end
    if tag not in _PHRASE_END:
        return -1
    if tag in ("NP", "PRS"):
        left = end
        while tag == "NP" and left and (tags[left - 1] in ("N", "JJ") and line.who[end] < 0):
            left -= 1
        if left and tags[left - 1] in ("DT", "PS") and (line.who[end] < 0 or line.lows[left - 1] == "the"):
            left -= 1  # "the Queen" has a name with an article
        return left
    left = end
    while left and (tags[left - 1] in _INSIDE or (tags[left - 1] == "NP" and line.who[left - 1] < 0)):
        left -= 1
    if left > 2 and tags[left - 1] == "CC" and tags[left - 2] in ("JJ", "VN", "N") and tags[left - 3] in ("DT", "PS"):
        left -= 2  # "a poor but beautiful woman"
    if left and tags[left - 1] in ("DT", "PS", "DTV"):
        left -= 1
        if left and line.lows[left - 1] in ("all", "both"):
            left -= 1
    return left
