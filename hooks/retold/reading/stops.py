"""Judge whether a stop or a line's end ends a sentence, or a paragraph, or nothing.

After Kiss & Strunk, "Unsupervised multilingual sentence boundary detection" (2006): a stop
is doubtful after an abbreviation, an initial or an ellipsis, and there the word that
follows decides.  Every judgement looks at a bounded piece of text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from retold.lexicon import Lexicon

Ending = Literal["", "sentence", "paragraph"]

_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n")
_WORD_BEFORE = re.compile(r"(?<![\w.])[^\W\d_][\w.’'-]*$")
_WORD_AFTER = re.compile(r"[\"'“‘„«(\[¿¡]*+([^\W_]++)(\.?)")
_SPEAKER = re.compile(r"[^\W\d_]++\s++([^\W\d_]++)(?:\s++([^\W\d_]++))?")
_GLUED = re.compile(r"[\"'“‘„«(\[]?([^\W\d_])(.)", re.DOTALL)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVX]{1,4})")
_STOPS = frozenset(".!?…。！？\"'”’»)]:")
_FULL_WIDTH = frozenset("。！？")
# Longer than any abbreviation with its dots.
_WINDOW = 24


class Stop(NamedTuple):
    """Where a sentence begun at `start` may end: marks from `place` to `end`, blank from there to `after`."""

    start: int
    place: int
    end: int
    after: int


@dataclass(frozen=True, slots=True)
class _StopWords:
    """The words that a stop may stand behind and yet end nothing, and those that tell by standing behind it."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    finals: frozenset[str]
    starters: frozenset[str]
    speech: frozenset[str]


@cache
def _load_stop_words(lexicon: Lexicon) -> _StopWords:
    return _StopWords(
        before_names=frozenset(lexicon.words("abbreviations")),
        before_numbers=frozenset(lexicon.words("numbered_abbreviations")),
        finals=frozenset(lexicon.words("final_abbreviations")),
        starters=frozenset(lexicon.words("sentence_starters")),
        speech=frozenset(lexicon.words("speech_verbs")),
    )


class StopRules:
    """What the word lists and the shape of this text's lines say about a possible end."""

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self.text = text
        self.words = _load_stop_words(lexicon)
        lines = [line.rstrip() for line in text.split("\n")]
        stopped = [line[-1] in _STOPS for line, after in pairwise(lines) if line and after]
        # Where most lines stop in mid-sentence, the line ends are a matter of width and mean nothing.
        self.wrapped = sum(stopped) * 2 < len(stopped)
        # A text with blank lines shows its paragraphs by them; in any other a line is a paragraph.
        self.line: Ending = "sentence" if _BLANK_LINE.search(text) else "paragraph"

    def judge(self, stop: Stop, *, inside: bool) -> Ending:
        """Tell what ends at this stop; `inside` means within a short quotation or bracket."""
        blank = self.text[stop.end : stop.after]
        if stop.after >= len(self.text):
            return ""
        lines = blank.count("\n")
        if lines > 1:
            return "paragraph"
        if inside:
            return ""
        if lines and not self.wrapped and self._ends_line(stop):
            return self.line
        if stop.place == stop.end:
            return ""
        if not blank:
            return self._judge_glued(stop)
        return "sentence" if self._ends_sentence(stop) else ""

    def _ends_line(self, stop: Stop) -> bool:
        """A line's end is one for the text too, unless the text plainly runs on."""
        if stop.place < stop.end:
            return self._word_before(stop) not in self.words.before_names
        return not self.text[stop.after].islower() and self.text[stop.place - 1] not in ",;-–—("

    def _judge_glued(self, stop: Stop) -> Ending:
        """A stop right before a capital: two paragraphs that lost the line between them."""
        marks, word = self.text[stop.place : stop.end], self._word_before(stop)
        if marks[0] in _FULL_WIDTH:
            return "sentence"
        following = _GLUED.match(self.text, stop.end)
        if not following or not following[1].isupper() or following[2].isupper() or following[2] == ".":
            return ""
        if marks.startswith(("..", "…")) or word in self.words.before_names or word in self.words.finals:
            return ""
        whole_word = (len(word) > 1 and "." not in word) or not self.text[stop.place - 1].isalpha()
        return "paragraph" if whole_word and not self._numbers_a_list(stop) else ""

    def _ends_sentence(self, stop: Stop) -> bool:
        marks = self.text[stop.place : stop.end]
        following = _WORD_AFTER.match(self.text, stop.after)
        if not following:
            return self.text[stop.after] not in ",;:.!?…)]}”’»–—-"
        if following[1][0].islower() or self._numbers_a_list(stop):
            return False
        if not marks.strip(".…\"'”’»)]"):
            return self._full_stop_ends(marks, self._word_before(stop), following[1], initial=following[2] == ".")
        return not (marks[-1] in "\"'”’»" and self._speaks(stop))

    def _full_stop_ends(self, marks: str, before: str, following: str, *, initial: bool) -> bool:
        starts = following.lower() in self.words.starters and not (initial and len(following) == 1)
        if marks.startswith(("..", "…")):
            return starts
        if before in self.words.before_names or (before in self.words.before_numbers and following[0].isdigit()):
            return False
        return starts if before in self.words.finals or _INITIALS.fullmatch(before) else True

    def _word_before(self, stop: Stop) -> str:
        before = self.text[max(stop.start, stop.place - _WINDOW) : stop.place]
        word = before[before.rfind(" ") + 1 :]
        if word.isalpha():  # as most are
            return word
        found = _WORD_BEFORE.search(before)
        return found[0] if found else ""

    def _numbers_a_list(self, stop: Stop) -> bool:
        return stop.place - stop.start < 6 and bool(_LIST_NUMBER.fullmatch(self.text[stop.start : stop.place]))

    def _speaks(self, stop: Stop) -> bool:
        """After a quotation: its speaker and a verb of saying."""
        found = _SPEAKER.match(self.text, stop.after)
        return found is not None and (found[1] in self.words.speech or found[2] in self.words.speech)
