"""Sentences taken apart into lines: names whole, brackets and speech left out, every unit tagged."""

from __future__ import annotations

from retold.model import Words
from retold.reading.titles.grammar import Form, Grammar
from retold.reading.titles.line import Cast, Line, Mark
from retold.reading.titles.settle import settle_tag

_OPENING, _CLOSING = '"“«', '"”»'
# Small words that make one unit together.
_PAIRS = {
    ("each", "other"): "SELF", ("one", "another"): "SELF", ("no", "longer"): "NOT", ("as", "well"): "CC",
    ("due", "to"): "IN", ("according", "to"): "IN", ("because", "of"): "IN", ("instead", "of"): "IN",
}  # fmt: skip
_PAIRED = frozenset(first for first, _ in _PAIRS)
# Behind these a base form may be the verb of many: what follows settles it.
_COUNTING = frozenset({"NS", "PRS", "CD"})
_NOMINAL = frozenset({"NP", "N", "NS"})
# A text without full stops gets one after so many units, so that no rule runs along it for ever.
_LONG = 300
_NOUNS_THAT = frozenset(
    {"news", "fact", "belief", "idea", "evidence", "proof", "claim", "rumor", "hope", "fear", "feeling"}
)
_TELLS_SOMEBODY = frozenset({"tell", "inform", "warn", "convince", "remind", "promise", "assure", "show", "persuade"})


class Tagger:
    """Reads the sentences of one telling into lines.

    The tags are settled by the left neighbour, which is what a closed list of function
    words and a table of verb forms decide nearly as well as a trained tagger does on
    synopses: they are written in one tense and with full sentences.
    """

    def __init__(self, words: Words, marks: dict[int, Mark], cast: Cast, grammar: Grammar) -> None:
        self.words = words
        self.marks = marks
        self.cast = cast
        self.names = cast.names
        self.grammar = grammar
        self.past = tells_in_past(words, grammar)

    def read(self, number: int) -> Line:
        """Read sentence `number`."""
        line = Line(number)
        texts, starts, marks = self.words.texts, self.words.starts, self.marks
        plain, verbs = self.grammar.plain, self.grammar.verbs
        add_text, add_low, add_tag = line.texts.append, line.lows.append, line.tags.append
        add_base, add_who = line.bases.append, line.who.append
        at, last = self.words.first[number], self.words.first[number + 1]
        long = last - at > _LONG
        while at < last:
            if long and not len(line.tags) % _LONG:
                line.add("", "", ".")
            text = texts[at]
            tag = plain[text]
            if tag and starts[at] not in marks:
                add_text(text)
                add_low(text)
                add_tag(tag)
                add_base(text)
                add_who(-1)
                at += 1
            elif text in verbs and starts[at] not in marks:
                self._take_open(line, at, last, text, verbs[text])
                at += 1
            else:
                at = self._take(line, at, last)
        return line

    def _take(self, line: Line, at: int, last: int) -> int:
        """Append what stands at word `at`; give the index of the next word to read."""
        text = self.words.texts[at]
        mark = self.marks.pop(self.words.starts[at], None)  # no sentence is read twice, and a novel's marks are many
        if mark:
            return self._take_mark(line, at, last, mark)
        first = text[0]
        if first.isalpha():
            if text in _PAIRED and (text, texts_at(self.words, at + 1, last)) in _PAIRS:
                return self._take_pair(line, at, last)
            if first.isupper() and self._is_name(line, at, last, text):
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
        if first.isdigit() and at + 2 < last and self._is_decimal(at):
            text = "".join(self.words.texts[at : at + 3])
            line.add(text, text, "CD")
            return at + 3
        if first.isdigit():
            line.add(text, text, "CD")
        elif first in "'’":
            if line.tags and line.tags[-1] in _NOMINAL:
                line.add(text, text, "POS")
        else:
            line.add(text, text, "," if first in ",–—-;:" else ".")
        return at + 1

    def _is_decimal(self, at: int) -> bool:
        """Tell whether a number goes on behind a mark: "7.5", "3,000"."""
        mark, more = self.words.texts[at + 1 : at + 3]
        return mark in ".," and more[0].isdigit() and self.words.starts[at + 2] == self.words.starts[at + 1] + 1

    def _take_pair(self, line: Line, at: int, last: int) -> int:
        """Read "each other", "no longer" and "as well as" as one unit, and leave "as well" out."""
        first, second = self.words.texts[at : at + 2]
        if first != "as":
            line.add(f"{first} {second}", f"{first} {second}", _PAIRS[first, second])
        elif texts_at(self.words, at + 2, last) == "as":
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
            line.add(low, low, self._her(at, last) if low == "her" else tag, who=mark.who)
            return at + 1
        nearby = self.marks.get(starts[after]) if after < last else None
        if mark.kind == "kin" and nearby and nearby.kind == "name" and nearby.who == mark.who:
            return after
        if mark.kind == "kin":
            self._drop_owner(line)
            line.kin.add(len(line.tags))
        line.add(self.names[mark.who], low, "NP", who=mark.who)
        return after

    def _drop_owner(self, line: Line) -> None:
        """Take back the "his older" or "Ted's" of a kin phrase, for which its name will stand."""
        owner = len(line.tags) - 1
        while owner >= 0 and line.tags[owner] in ("JJ", "N", "CD"):
            owner -= 1
        if owner < 0 or line.tags[owner] not in ("PS", "POS", "DT"):
            return
        if line.tags[owner] == "POS":
            owner -= 1
        while len(line.tags) > max(owner, 0):
            line.drop_last()

    def _is_name(self, line: Line, at: int, last: int, text: str) -> bool:
        low = text.lower()
        if low == "i":
            return False
        form = self.grammar.look(low)
        if line.tags and line.tags[-1] not in ("Q", "."):
            following = texts_at(self.words, at + 1, last)
            return form.closed in ("", "RB") or following[:1].isupper()  # somebody may be called Early
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
        form = self.grammar.forms.get(low) or self.grammar.look(low)
        if form.closed:
            tag = self._tag_closed(line, at, last, low, form)
            line.add(text, low, tag)
        else:
            self._take_open(line, at, last, text, form)

    def _take_open(self, line: Line, at: int, last: int, text: str, form: Form) -> None:
        """Append a word of the open classes."""
        low = text.lower()
        asked = form.verb != "B" or (line.tags and line.tags[-1] in _COUNTING)
        following = self._class_after(at, last) if asked and form.verb not in ("", "G") else ""
        tag = settle_tag(form, line, following, past=self.past, telling=self.grammar.frames["that"])
        line.texts.append(text)
        line.lows.append(low)
        line.tags.append(tag)
        line.bases.append(form.base if tag[0] == "V" else low)
        line.who.append(-1)

    def _class_after(self, at: int, last: int) -> str:
        """The closed class of the next word, if any; "by" is a class of its own."""
        following = texts_at(self.words, at + 1, last)
        return "BY" if following == "by" else self.grammar.plain[following] if following else ""

    def _tag_closed(self, line: Line, at: int, last: int, low: str, form: Form) -> str:
        if low == "her":
            return self._her(at, last)
        if low == "that":
            return self._that(line, at, last)
        if low == "one" and texts_at(self.words, at + 1, last) == "of":
            return "CD"
        if low in ("this", "these", "those", "one", "other", "others") and self._noun_follows(at, last):
            return "DT" if low in ("one", "other") else "DTV"
        return form.closed

    def _noun_follows(self, at: int, last: int) -> bool:
        if at + 1 >= last:
            return False
        follow = self.grammar.look(self.words.texts[at + 1].lower())
        return (not follow.closed and not follow.adverb and (follow.noun or follow.adjective)) or follow.closed == "CD"

    def _her(self, at: int, last: int) -> str:
        if at + 1 >= last:
            return "PRO"
        mark = self.marks.get(self.words.starts[at + 1])
        if mark:
            return "PS" if mark.kind == "kin" else "PRO"
        follow = self.words.texts[at + 1]
        times = self.grammar.sets["time_nouns"]
        if follow in ("last", "next") and texts_at(self.words, at + 2, last) in times:
            return "PRO"  # "found her last night"
        form = self.grammar.look(follow.lower())
        closed = form.closed and form.closed != "CD"
        if form.adjective and not self._noun_follows(at + 1, last):
            return "PRO"  # "finds life without her unbearable"
        does = "B" in form.verb and not form.noun  # "makes her admit"
        return "PRO" if closed or does or form.adverb or not follow[0].isalnum() else "PS"

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


def texts_at(words: Words, at: int, last: int) -> str:
    """The word at an index, or "" past the sentence."""
    return words.texts[at] if at < last else ""


def tells_in_past(words: Words, grammar: Grammar) -> bool:
    """Tell whether a telling is in the past tense, by all its verbs."""
    return sum(map(grammar.tenses.__getitem__, words.texts)) > 0
