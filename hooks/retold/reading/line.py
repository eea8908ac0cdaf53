"""A sentence as its kin and role phrases are read from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from retold.reading.grammar import Grammar
from retold.reading.track import Noun, Track

PointerKind = Literal["name", "pronoun", "phrase", "couple", "subject", "other"]


class Pointer(NamedTuple):
    """Where a phrase says whose or who: a name's first word, a pronoun, another phrase's noun."""

    kind: PointerKind
    word: int


class Phrase(NamedTuple):
    """A kin or role noun with its words: "his wife's usual friend, Mrs. Hall".

    `start` and `end` bound the noun with its owner and modifiers, not the names; `left` is the
    first word behind the owner.  `owners` say whose, `bearers` who it is.
    """

    head: int
    noun: Noun
    start: int
    left: int
    end: int
    determiner: str = ""
    owners: tuple[Pointer, ...] = ()
    bearers: tuple[Pointer, ...] = ()

    @property
    def named_before(self) -> bool:
        """Whether the words before the phrase say who it is: "Ann, his wife,"."""
        return bool(self.bearers) and self.bearers[0].word < self.start

    @property
    def named_after(self) -> bool:
        """Whether a name follows the phrase: "his wife Ann"."""
        return bool(self.bearers) and self.bearers[0].word >= self.end


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a track, from word `first` up to `last`, and the phrases found so far."""

    track: Track
    grammar: Grammar
    phrases: dict[int, Phrase]
    first: int
    last: int

    def word(self, i: int) -> str:
        """Give the word at `i` in small letters, or "" outside the sentence."""
        return self.track.low[i] if self.first <= i < self.last else ""

    def named(self, i: int) -> bool:
        """Whether a name stands at `i`, inside the sentence."""
        return self.first <= i < self.last and self.track.who[i] >= 0

    def name_before(self, end: int) -> Pointer | None:
        """Give the name that ends before word `end`, a bracket behind it aside."""
        end = self.track.before_bracket(end)
        if not self.named(end - 1):
            return None
        start = self.track.name_start(end)
        return Pointer("name", start if start >= 0 else end - 1)

    def noun_after(self, i: int) -> int:
        """Give the kin noun within a few words, or -1: the boss in "Ann's fiancé's boss"."""
        found = -1
        for j in range(i, min(i + 4, self.last)):
            if j in self.track.nouns:
                found = j
                if not self.track.owns(j + 1):
                    break
            elif not self.word(j)[0].isalpha() and not self.track.owns(j):
                break
        return found
