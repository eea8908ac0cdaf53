"""Find what quotation marks and brackets enclose: short asides stay in their sentence."""

from __future__ import annotations

import re

# A longer quotation is a speech and a longer bracket a digression: their sentences stand alone.  Twice a long
# sentence of a synopsis; with no limit one forgotten mark would swallow a chapter.
LONGEST_ASIDE = 240

# One set of characters first: a text is quickly searched for it.
_MARK = re.compile(r"[\"“”„«»()\[\]\n](?:(?<!\n)|\s*\n)")
_OPENS = {"“": "”", "„": "”", "«": "»", "(": ")", "[": "]"}


def find_asides(text: str) -> tuple[list[tuple[int, int]], set[int]]:
    """Find short quotations and brackets as (opening, closing) places, in order.

    Returns:
        The asides, and the places of the marks that open one (a straight quotation mark
        tells only by its surroundings and its partner whether it opens or closes).
    """
    asides: list[tuple[int, int]] = []
    opening: set[int] = set()
    waiting: dict[str, int] = {}
    for found in _MARK.finditer(text):
        mark, place = found.group(), found.start()
        if mark == '"':
            mark = "“" if _opens(text, place, waiting) else "”"
        if mark in _OPENS:
            waiting[_OPENS[mark]] = place
            if mark != "[":  # a footnote's number belongs to the sentence before it
                opening.add(place)
        elif mark in waiting:
            start = waiting.pop(mark)
            if place - start <= LONGEST_ASIDE:
                asides.append((start, place))
        elif mark[0] == "\n":
            waiting.clear()
    return sorted(asides), opening


def _opens(text: str, place: int, waiting: dict[str, int]) -> bool:
    """Tell whether the straight quotation mark at `place` opens; its partner decides when its neighbours do not."""
    before = place == 0 or text[place - 1].isspace() or text[place - 1] in "([—–-"
    after = place + 1 == len(text) or not (text[place + 1].isalnum() or text[place + 1] in "'’…")
    return before if before == (not after) else "”" not in waiting
