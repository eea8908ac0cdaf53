"""What stands between commas behind a name, and says who somebody is."""

from __future__ import annotations

from retold.reading.titles.line import Line
from retold.reading.titles.phrases import FINITE, phrase_start

# An aside is no longer than this, and a subject has no more of them.
_LONGEST_ASIDE, _ASIDES = 16, 2
_DASHES = frozenset("–—")


def is_titled(line: Line, left: int, end: int) -> bool:
    """Tell whether a phrase is a title without an article: "Queen of Spades"."""
    return line.tags[left] == "NP" and (" of " in line.texts[left] or line.lows[left + 1 : end] == ["of"])


def describes(line: Line, left: int, end: int) -> bool:
    """Tell whether a phrase after a comma says who somebody is, rather than names the next in a list."""
    return line.tags[left] in ("DT", "PS") or " of " in line.texts[left] or "of" in line.lows[left:end]


def find_before_aside(line: Line, comma: int) -> int:
    """Give the end of the phrase before ", a workaholic executive," or ", who knew her,"; -1 when there is none."""
    opening, dash = comma, line.lows[comma] in _DASHES
    for again in range(_ASIDES):
        opening -= 1
        while opening > 0 and (line.tags[opening] != "," or (dash and line.lows[opening] not in _DASHES)):
            if comma - opening > _LONGEST_ASIDE:
                return -1
            opening -= 1
        if opening < 1 or not _opens_aside(line, opening, comma):
            return -1
        end = _named_before_aside(line, opening)
        if end >= 0:
            return end if not again or line.who[end] >= 0 else -1
    return -1


def _opens_aside(line: Line, opening: int, comma: int) -> bool:
    first = line.tags[opening + 1]
    if first not in ("DT", "PS", "WH", "JJ", "VG", "VN", "RB", "CD", "N", "NS", "IN", "NP", "SC"):
        return False
    return first == "WH" or not any(tag in FINITE for tag in line.tags[opening:comma])


def _named_before_aside(line: Line, opening: int) -> int:
    """Give the last unit of the subject that ends before a comma, or -1 when no clause starts with it."""
    left = phrase_start(line, opening - 1)
    named = left >= 0 and line.who[left] >= 0
    while left > 0 and named and (line.tags[left - 1] in ("N", "JJ") or is_unknown_name(line, left - 1)):
        left -= 1  # "Ornithologist Ann, called in by Bob, …"
    before = left - 1
    while before >= 0 and line.tags[before] == "RB":
        before -= 1
    starts = left >= 0 and (before < 0 or line.tags[before] in (",", "CC", "SC", "THAT", "."))
    listed = before > 0 and line.tags[before] == "," and line.who[before - 1] >= 0  # "Ann, a clerk, Bob, a cook, …"
    return opening - 1 if starts and not listed else -1


def is_unknown_name(line: Line, at: int) -> bool:
    """Tell whether a capital stands on nobody's name: a rare trade that begins a sentence."""
    return line.tags[at] == "NP" and line.who[at] < 0
