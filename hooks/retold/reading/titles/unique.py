"""The titles that scenes bear: the best of each that no other scene bears."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from retold.model import TitleChoice

KEPT = 3
# A title that only adds words to one nearby would be mistaken for it; far apart nobody compares them.
_NEARBY = 30
# More words than this added make a title of its own: "Ann and Bob", "Ann and Bob gather white pebbles".
_ADDED = 2


class TitlePicker:
    """Picks the titles of the scenes, one after the other: each scene's first is unique, and is followed by two more."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}
        self._nearby: deque[frozenset[str]] = deque(maxlen=_NEARBY)

    def pick(self, choices: Iterable[TitleChoice]) -> tuple[TitleChoice, ...]:
        """Pick the titles of the next scene; of its choices, best first, no more are asked for than it takes."""
        waiting, seen = iter(choices), list[TitleChoice]()
        first = self._pick_first(waiting, seen)
        self._taken.setdefault(first.text.casefold(), 1)
        self._nearby.append(_words(first.text))
        return (first, *_pick_others(chain(seen, waiting), first))

    def _pick_first(self, waiting: Iterable[TitleChoice], seen: list[TitleChoice]) -> TitleChoice:
        for choice in waiting:
            seen.append(choice)
            if choice.text.casefold() not in self._taken and not _is_like_one(_words(choice.text), self._nearby):
                return choice
        return self._number(next((choice for choice in seen if choice.text.casefold() not in self._taken), seen[0]))

    def _number(self, best: TitleChoice) -> TitleChoice:
        """Give a title as it is when no scene bears it, else with a number."""
        base, text = best.text.casefold(), best.text
        while text.casefold() in self._taken:
            self._taken[base] = self._taken.get(base, 1) + 1
            text = f"{best.text} ({self._taken[base]})"
        return TitleChoice(text, best.score)


def _pick_others(choices: Iterable[TitleChoice], first: TitleChoice) -> list[TitleChoice]:
    """The next best titles that are not the same with a word more or less."""
    kept, words_kept = list[TitleChoice](), [_words(first.text)]
    for choice in choices:
        words = _words(choice.text)
        if not _is_like_one(words, words_kept, len(words)):
            kept.append(choice)
            words_kept.append(words)
            if len(kept) == KEPT - 1:
                break
    return kept


def _is_like_one(words: frozenset[str], others: Iterable[frozenset[str]], added: int = _ADDED) -> bool:
    """Tell whether a title has all the words of another and hardly more, or the other all of its."""
    return any((words <= other or other <= words) and abs(len(words) - len(other)) <= added for other in others)


@lru_cache(maxsize=1 << 10)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())
