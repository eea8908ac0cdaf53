"""A sentence as a line of tagged units: names whole, brackets and speech left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from retold.model import Words
from retold.reading.titles.grammar import Form, Grammar

# After these a word that may be a noun is one.
_NOUN_AFTER = frozenset({"DT", "DTV", "PS", "POS", "JJ", "CD"})
_OPENING, _CLOSING = '"“«', '"”»'
_PAST, _PRESENT = frozenset({"was", "were", "had", "did"}), frozenset({"is", "are", "has", "does"})
_NOMINAL = frozenset({"NP", "N", "NS"})
_NOUNS_THAT = frozenset({"news", "fact", "belief", "idea", "evidence", "proof", "claim", "rumor", "hope", "fear", "feeling"})
_TELLS_SOMEBODY = frozenset({"tell", "inform", "warn", "convince", "remind", "promise", "assure", "show", "persuade"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention as tagging needs it: where it ends, whom it names (an index), and how."""

    end: int
    who: int
    kind: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The characters' short names and genders, by index."""

    names: tuple[str, ...]
    genders: tuple[str | None, ...]

    def may_be(self, who: int, gender: str | None) -> bool:
        """Tell whether a character's gender is this one, or unknown."""
        return self.genders[who] in (gender, None)


@dataclass(slots=True)
class Line:
    """The units of one sentence, as parallel lists; `who` is -1 for nobody of the cast."""

    number: int
    texts: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    who: list[int] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, text: str, low: str, tag: str, *, base: str = "", who: int = -1, kind: str = "") -> None:
        """Append one unit."""
        self.texts.append(text)
        self.lows.append(low)
        self.tags.append(tag)
        self.bases.append(base)
        self.who.append(who)
        self.kinds.append(kind)


class Tagger:
    """Reads the sentences of one telling into lines.

    The tags are settled by the left neighbour, which is what a closed list of function
    words and a table of verb forms decide nearly as well as a trained tagger does on
    synopses: they are written in one tense and with full sentences.
    """

    def __init__(self, words: Words, marks: dict[int, Mark], cast: Cast, grammar: Grammar) -> None:
        self.words = words
        self.marks = marks
        self.names = cast.names
        self.grammar = grammar
        self.past = tells_in_past(words, grammar)

    def read(self, number: int) -> Line:
        """Read sentence `number`."""
        line = Line(number)
        at, last = self.words.first[number], self.words.first[number + 1]
        while at < last:
            at = self._take(line, at, last)
        return line

    def _take(self, line: Line, at: int, last: int) -> int:
        """Append what stands at word `at`; give the index of the next word to read."""
        text = self.words.texts[at]
        mark = self.marks.get(self.words.starts[at])
        if mark:
            return self._take_mark(line, at, last, mark)
        first = text[0]
        if first.isalpha():
            if text == "as" and texts_at(self.words, at + 1, last) == "well":
                return self._take_as_well(line, at, last)
            if first.isupper() and self._is_name(line, at, text):
                return self._take_name(line, at, last)
            self._take_word(line, at, last, text)
            return at + 1
        if first in "([":
            return self._skip(at, last, ")]")
        if first in _OPENING:
            line.add("", "", "Q")
            return self._skip(at, last, _CLOSING)
        if first in "$£€" and at + 1 < last and self.words.texts[at + 1][0].isdigit():
            amount = text + self.words.texts[at + 1]
            line.add(amount, amount, "CD")
            return at + 2
        if first.isdigit():
            line.add(text, text, "CD")
        elif first in "'’":
            if line.tags and line.tags[-1] in _NOMINAL:
                line.add(text, text, "POS")
        else:
            line.add(text, text, "," if first in ",–—-;:" else ".")
        return at + 1

    def _take_as_well(self, line: Line, at: int, last: int) -> int:
        """Read "as well as" as a joining word, and leave "as well" out."""
        if texts_at(self.words, at + 2, last) == "as":
            line.add("as well as", "as well as", "CC")
            return at + 3
        return at + 2

    def _skip(self, at: int, last: int, closing: str) -> int:
        """Go past the closing mark, or past the sentence when there is none."""
        texts = self.words.texts
        for i in range(at + 1, last):
            if texts[i] in closing:
                return i + 1
        return last

    def _take_mark(self, line: Line, at: int, last: int, mark: Mark) -> int:
        starts, texts = self.words.starts, self.words.texts
        after = at + 1
        while after < last and starts[after] < mark.end:
            after += 1
        low = texts[at].lower()
        if mark.kind == "pronoun":
            tag = self.grammar.classes.get(low, "PRO")
            line.add(low, low, self._her(at, last) if low == "her" else tag, who=mark.who, kind="pronoun")
            return at + 1
        nearby = self.marks.get(starts[after]) if after < last else None
        if mark.kind == "kin" and nearby and nearby.kind == "name" and nearby.who == mark.who:
            return after
        line.add(self.names[mark.who], low, "NP", who=mark.who, kind=mark.kind)
        return after

    def _is_name(self, line: Line, at: int, text: str) -> bool:
        low = text.lower()
        if low == "i":
            return False
        if line.tags and line.tags[-1] not in ("Q", "."):
            return True
        form = self.grammar.look(low)
        return not (form.closed or form.verb or form.adverb or form.adjective or form.plural)

    def _take_name(self, line: Line, at: int, last: int) -> int:
        """Take a run of capitalised words as one unit: "President John F. Kennedy"."""
        texts, after = self.words.texts, at + 1
        parts = [texts[at]]
        while after < last and self.words.starts[after] not in self.marks:
            if texts[after] == "." and len(parts[-1]) <= 3 and after + 1 < last and texts[after + 1][0].isupper():
                parts[-1] += "."
            elif texts[after][0].isupper():
                parts.append(texts[after])
            else:
                break
            after += 1
        text = " ".join(parts)
        line.add(text, text.lower(), "NP")
        return after

    def _take_word(self, line: Line, at: int, last: int, text: str) -> None:
        low = text.lower()
        form = self.grammar.look(low)
        following = self.words.texts[at + 1].lower() if at + 1 < last else ""
        tag = self._tag_closed(line, at, last, low, form) if form.closed else ""
        if not tag:
            tag = self._settle(form, line, following)
        base = form.base if tag[0] == "V" else low
        line.add(text, low, tag, base=base)

    def _tag_closed(self, line: Line, at: int, last: int, low: str, form: Form) -> str:
        if low == "her":
            return self._her(at, last)
        if low == "that":
            return self._that(line, at, last)
        if low in ("this", "these", "those", "one", "other", "others") and self._noun_follows(at, last):
            return "DT" if low in ("one", "other") else "DTV"
        return form.closed

    def _noun_follows(self, at: int, last: int) -> bool:
        if at + 1 >= last:
            return False
        follow = self.grammar.look(self.words.texts[at + 1].lower())
        return (not follow.closed and not follow.adverb and (follow.noun or follow.adjective)) or follow.closed == "CD"

    def _her(self, at: int, last: int) -> str:
        if at + 1 >= last or self.words.starts[at + 1] in self.marks:
            return "PRO"
        follow = self.words.texts[at + 1]
        form = self.grammar.look(follow.lower())
        closed = form.closed and form.closed != "CD"
        if form.adjective and not self._noun_follows(at + 1, last):
            return "PRO"  # "finds life without her unbearable"
        return "PRO" if closed or form.adverb or not follow[0].isalnum() else "PS"

    def _that(self, line: Line, at: int, last: int) -> str:
        before = line.tags[-1] if line.tags else ""
        if before in ("N", "NS", "NP", "PRO", "SELF", "VAGUE"):
            if line.lows[-1] in _NOUNS_THAT:
                return "THAT"
            tells = any(base in _TELLS_SOMEBODY for base in line.bases[-5:])
            return "THAT" if tells or before == "PRO" else "WH"
        if before and (before[0] == "V" or before in ("JJ", "RB", "CC", "BE", ",", "PT")):
            return "THAT"
        return "DTV" if self._noun_follows(at, last) else "VAGUE"

    def _settle(self, form: Form, line: Line, following: str) -> str:
        """Settle what an open word is here, by its left neighbour."""
        before = _last_tag(line)
        verb = form.verb
        if form.adverb and not verb:
            return "RB"
        if not verb:
            return "NS" if form.plural else "JJ" if form.adjective else "N"
        if before in ("TO", "MD", "DO") and "B" in verb:
            return "VB"
        if before == "BE":
            return "VG" if "G" in verb else "VN" if "N" in verb else _noun(form)
        if before == "HV" and "N" in verb:
            return "VN"
        if before in _NOUN_AFTER:
            plain = "B" in verb and before == "CD" and not form.noun
            return "VF" if plain else "JJ" if set(verb) & set("DN") and "B" not in verb else _noun(form)
        if before == "IN":
            return "VG" if "G" in verb else _noun(form) if form.noun else "JJ"
        if "G" in verb:
            return "VG"
        if "Z" in verb:
            return self._third(form, before, following)
        if "D" in verb or "N" in verb:
            return self._past(form, line, before, following)
        return _base(form, line, before)

    def _third(self, form: Form, before: str, following: str) -> str:
        if not form.noun or before in ("PRS", "NP", "WH"):
            return "VZ"
        if before in ("NS", "", "VZ", "VD", "VB", "VF", "VG", "VN", "IN"):
            return "NS"
        helped = (
            self.grammar.look(following).closed in ("DT", "PS", "PRO", "SELF", "TO", "IN", "PT") if following else False
        )
        return "VZ" if form.first or helped else "NS"

    def _past(self, form: Form, line: Line, before: str, following: str) -> str:
        verb, past = form.verb, self.past
        if "D" not in verb:
            plural = "B" in verb and before in ("NS", "CD")
            return "VF" if plural or ("B" in verb and _is_plural(line)) else "VN"
        if "N" not in verb:
            return "VD"
        if "B" in verb and not past and _is_plural(line):
            return "VF"
        if before == "PRS" or (before == "WH" and following != "by"):
            return "VD"
        if before == "NP" and (past or "B" in verb):
            return "VD"
        if before in ("N", "NS", ",", "CC"):
            return "VD" if past and following != "by" else "VN"
        return "VN"


def texts_at(words: Words, at: int, last: int) -> str:
    """The word at an index, or "" past the sentence."""
    return words.texts[at] if at < last else ""


def tells_in_past(words: Words, grammar: Grammar) -> bool:
    """Tell whether a telling is in the past tense: by its sure forms most, by those that may be nouns or participles less."""
    balance = 0
    for text, count in Counter(words.texts).items():
        low = text.lower()
        form = grammar.look(low)
        if form.closed:
            balance += count * (3 * (low in _PAST) - 3 * (low in _PRESENT))
        elif "D" in form.verb and "B" not in form.verb:
            balance += count * (1 if "N" in form.verb else 3)
        elif "Z" in form.verb:
            balance -= count * (3 if not form.noun else 2 if form.first else 0)
    return balance > 0


def _last_tag(line: Line) -> str:
    for tag in reversed(line.tags):
        if tag not in ("RB", "NOT"):
            return tag
    return ""


def _noun(form: Form) -> str:
    return "NS" if form.plural or "Z" in form.verb else "N"


def _is_plural(line: Line) -> bool:
    """Tell whether the noun phrase at the end of the line is plural: they, -s, or "A and B"."""
    at = len(line.tags) - 1
    while at >= 0 and line.tags[at] in ("RB", "NOT"):
        at -= 1
    if at < 0:
        return False
    if line.tags[at] == "PRS":
        return line.lows[at] == "they"
    if line.tags[at] in ("NS", "CD"):
        return True
    if line.tags[at] not in ("NP", "N"):
        return line.lows[at] in ("both", "all", "many", "several", "few", "most", "others")
    while at > 0 and line.tags[at] in ("NP", "N", "JJ", "DT", "PS", "POS"):
        at -= 1
        if line.tags[at] == "CC" and line.lows[at] == "and" and at > 0 and line.tags[at - 1] in _NOMINAL:
            return True
    return False


def _base(form: Form, line: Line, before: str) -> str:
    if before in ("NS", "PRS", "NP", "N", "CD", "DT", "VAGUE") and _is_plural(line):
        causal = _after_causative(line)
        return "VB" if causal else "VF" if form.first or not form.noun else "N"
    if before in ("CC", ","):
        last = next((tag for tag in reversed(line.tags) if tag in ("VB", "VF", "VZ", "VD")), "")
        if last in ("VB", "VF") and (form.first or not form.noun):
            return last
        return "N"
    if before == "WH":
        return "VF" if form.first or not form.noun else "N"
    if before in ("PRO", "NP", "SELF") and (form.first or not form.noun):
        return "VB"
    return "N" if form.noun or form.adjective else "VB"


def _after_causative(line: Line) -> bool:
    """Tell whether the noun phrase at the end is the object of let, make, see …: "makes the boys leave"."""
    for tag, base in zip(reversed(line.tags), reversed(line.bases), strict=True):
        if tag[0] == "V":
            return base in ("let", "make", "see", "hear", "watch", "help", "have")
        if tag in ("IN", ",", "CC", "SC", "WH", "THAT"):
            return False
    return False
