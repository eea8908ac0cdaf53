"""The titles that scenes bear: the best of each that no other scene bears."""

from __future__ import annotations

from collections import deque

from retold.model import TitleChoice

KEPT = 3
# A title that only adds words to one nearby would be mistaken for it; far apart nobody compares them.
_NEARBY = 30


def pick_titles(scenes: list[list[TitleChoice]]) -> list[tuple[TitleChoice, ...]]:
    """Pick the titles of all scenes: each scene's first is unique, and is followed by the next best two."""
    taken: dict[str, int] = {}
    nearby: deque[frozenset[str]] = deque(maxlen=_NEARBY)
    picked = []
    for choices in scenes:
        first = _pick_first(choices, taken, nearby)
        taken.setdefault(first.text.casefold(), 1)
        nearby.append(_words(first.text))
        picked.append((first, *_pick_others(choices, first)))
    return picked


def _pick_first(choices: list[TitleChoice], taken: dict[str, int], nearby: deque[frozenset[str]]) -> TitleChoice:
    for choice in choices:
        words = _words(choice.text)
        if choice.text.casefold() not in taken and not any(words <= other or other <= words for other in nearby):
            return choice
    best = next((choice for choice in choices if choice.text.casefold() not in taken), choices[0])
    base, text = best.text.casefold(), best.text
    while text.casefold() in taken:
        taken[base] = taken.get(base, 1) + 1
        text = f"{best.text} ({taken[base]})"
    return TitleChoice(text, best.score)


def _pick_others(choices: list[TitleChoice], first: TitleChoice) -> list[TitleChoice]:
    """The next best titles that are not the same with a word more or less."""
    kept = [first]
    for choice in choices:
        words = _words(choice.text)
        alike = any(words <= _words(other.text) or _words(other.text) <= words for other in kept)
        if not alike:
            kept.append(choice)
        if len(kept) == KEPT:
            break
    return kept[1:]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())
