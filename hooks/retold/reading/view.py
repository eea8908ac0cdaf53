"""Where the reading of a telling stands: its sentence, and who is in view."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.reading.focus import NOBODY, Focus, Standing
from retold.reading.grammar import Grammar
from retold.reading.ties import Ties
from retold.reading.track import Track

_CLAUSE = 40  # words; nothing that far apart is in one clause


@dataclass(slots=True)
class View:
    """One telling's words from `first` up to `last`, the sentence that is being read.

    `topics` were the subject when the sentence began; `not_meant` says whom a pronoun cannot
    mean, as "his" in "his brother Bob" cannot be Bob; `owned_kinds` of what kind the one is whom
    a pronoun owns.
    """

    track: Track
    grammar: Grammar
    ties: Ties
    focus: Focus
    not_meant: dict[int, tuple[int, ...]] = field(default_factory=dict)
    owned_kinds: dict[int, str] = field(default_factory=dict)
    first: int = 0
    last: int = 0
    topics: tuple[int, ...] = ()

    @property
    def has_subject(self) -> bool:
        """Whether the sentence has named its subject already."""
        return self.focus.subject_word >= self.first

    def word(self, i: int) -> str:
        """Give the word at `i` in small letters, or "" outside the sentence."""
        return self.track.low[i] if self.first <= i < self.last else ""

    def move_to(self, first: int, last: int, *, new_paragraph: bool) -> None:
        """Go on to the next sentence."""
        self.focus.fade(new_paragraph=new_paragraph)
        self.first, self.last, self.topics = first, last, self.focus.leaders

    def standing(self, start: int, end: int) -> Standing:
        """Say how the words from `start` to `end` stand in their clause, as their neighbours tell."""
        if self.track.owns(end):
            return "owner"
        if self.word(start) == "whose":
            return "object"  # "Bob, whose wife Ann sings, sleeps"
        grammar, i = self.grammar, start - 1
        before = self.word(i)
        while before in grammar.adverbs:
            i -= 1
            before = self.word(i)
        if not before[:1].isalnum():
            return "subject"
        after = self.word(end)
        if before in grammar.prepositions:  # "as", "after" and "before" are both
            clause = before in grammar.openers and after[:1].isalnum() and after not in grammar.prepositions
            return "subject" if clause else "oblique"
        return "subject" if before in grammar.openers and after not in {",", ".", ")"} else "object"

    def goes_on(self, end: int) -> bool:
        """Whether what ends before word `end` does something: no mark, no joint and no preposition follows."""
        after = self.word(end)
        joint = after in self.grammar.prepositions or after in {"and", "or"}
        return after[:1].isalnum() and not joint

    def clause_between(self, start: int, end: int) -> bool:
        """Whether a clause begins between two words, as "that" or, once somebody else is named, "to" says."""
        if end - start > _CLAUSE:
            return True
        between = self.track.low[start + 1 : end]
        if "to" in between and next(reversed(self.focus.here), NOBODY) != self.focus.subject:
            return True  # "Sam asks Rose to help him"
        return any(word in self.grammar.openers and word != "and" for word in between)
