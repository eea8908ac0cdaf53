"""Find runs of capitalised words that may be one name."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from retold.model import Telling
from retold.reading.names import NameLists

_OPENING = frozenset('"“‘«')
_CLOSING = frozenset('"”’»')
_ENDING = _CLOSING | {"."}
_BEGINNING = _OPENING | frozenset(".!?:]…")
_LIKE = frozenset(("like", "style", "esque", "era", "born", "type"))
_TRADES = ("er", "or", "ist", "ian", "eer")


class Run(NamedTuple):
    """A run of words, `words.texts[first:last]`, read as one name.

    `form` is its text with single spaces; `weak` runs begin where any word would be
    capitalised; `article` runs follow a "the"; `quoted` ones fill a pair of quotation marks.
    """

    first: int
    last: int
    form: str
    weak: bool
    article: bool = False
    quoted: bool = False


class _Finder:
    """One telling's words with what the whole telling says of its capitals."""

    def __init__(self, telling: Telling, texts: tuple[str, ...], names: NameLists) -> None:
        self.text = telling.text
        self.texts = texts
        self.starts = telling.words.starts
        self.names = names
        self.nameless: dict[str, bool] = {}
        self.begins = bytearray(len(texts))
        for first in telling.words.first[:-1]:
            self.begins[first] = 1
        self.headings = self._find_headings(telling)
        self.capitals = array(
            "I", [i for i, word in enumerate(telling.words.texts) if not word.islower() and word[0].isupper()]
        )
        self.strong = {texts[i] for i in self.capitals if not self.is_weak(i)}
        # A letter that also stands without a full stop is a name ("V"), not an initial.
        self.letters = {texts[i] for i in self.capitals if len(texts[i]) == 1 and texts[i + 1] != "."}

    def _find_headings(self, telling: Telling) -> bytearray:
        marked = bytearray(len(self.texts))
        first = telling.words.first
        for start, end in pairwise(first):
            word = self.texts[start] if end > start else ""
            if len(word) > 1 and word.isupper() and not any(t[0].islower() for t in self.texts[start:end]):
                marked[start:end] = b"\1" * (end - start)
        return marked

    def is_weak(self, i: int) -> bool:
        """Tell whether any word would be capitalised here."""
        return bool(self.begins[i] or self.headings[i]) or self.texts[i - 1] in _BEGINNING

    def find(self) -> Iterator[Run]:
        end = 0
        texts, particles = self.texts, self.names.particles
        for i in self.capitals:
            if i >= end and not self.headings[i]:
                after = texts[i + 1]
                end = i + 1 if after.islower() and after not in particles else self.extend(i)
                if end > i + 1 or not self._is_no_name(texts[i]):
                    yield from self.split(i, end)

    def extend(self, i: int) -> int:
        """Give the end of the run that begins at word i."""
        texts, begins, names = self.texts, self.begins, self.names
        j = i + 1
        while True:
            word = texts[j]
            if not word or (begins[j] and not self._crosses(j)):
                return j
            if word[0].isupper():
                if "-" in word and self._is_no_name(word):
                    return j
                j += 1
            elif word == "." and self._is_short(j - 1):
                j += 1
                if not texts[j][:1].isupper():
                    return j if not begins[j] and texts[j] else j - 1
            elif (word in names.particles and j + 1 < len(texts) and (end := self._after_particles(j))) or (
                word in _OPENING and texts[j + 1][:1].isupper() and (end := self._after_nick(j))
            ):
                j = end
            elif word == "," and texts[j + 1] in ("Jr", "Sr", "Esq"):
                j += 2 + (texts[j + 2] == ".")
            else:
                return j

    def _crosses(self, j: int) -> bool:
        """Tell whether the sentence break before word j cuts a name in two: after "Mr." or "B."."""
        short = self.texts[j - 2]
        if self.texts[j - 1] != "." or self.texts[j].lower() in self.names.function:
            return False
        initial = len(short) == 1 and short != "I" and self.texts[j - 3][:1].isupper()
        return initial or short.lower() in self.names.short_titles

    def _is_short(self, i: int) -> bool:
        word = self.texts[i]
        if len(word) == 1:
            return word not in self.letters and not (self.begins[i] and self.begins[i + 2])
        return word.lower() in self.names.short_titles or word in ("Jr", "Sr")

    def _after_particles(self, j: int) -> int:
        texts = self.texts
        end = j + 1
        if texts[j] in ("of", "the") and not self._takes_of(j):
            return 0
        while texts[end] in self.names.particles and end - j < 3:
            end += 1
        return end if texts[end][:1].isupper() and not self.begins[end] else 0

    def _takes_of(self, j: int) -> bool:
        """Tell whether "of" belongs to the name: Duke of Wellington, Temple of the Four Orders."""
        head = self.texts[j - 1].lower()
        if self.texts[j] == "the":
            return self.texts[j + 1] in ("Great", "Second", "Third", "Elder", "Younger")
        if self.names.titles.get(head, "-") in "fmx":
            return True
        after = self.texts[j + 1 + (self.texts[j + 1] == "the")].lower()
        named = after in self.names.first_names and (after not in self.names.words or head not in self.names.kin)
        relation = head in self.names.kin and self.begins[j - 1]
        if head in self.names.words or head in self.names.kin:
            return head in self.names.words and not relation and not named
        return self._is_unheard_of(j)

    def _is_unheard_of(self, j: int) -> bool:
        """Tell whether "of" and a place that no list knows belong to the name: Gerold of Rivenmoor."""
        after = self.texts[j + 1].lower()
        known = after in self.names.first_names or after in self.names.words or after in self.names.places
        told = self.texts[j - 2].lower() in self.names.person_verbs or after in self.names.nations
        return self.texts[j + 1][:1].isupper() and not known and not told and self.texts[j + 2] not in ("'s", "’s")

    def _after_nick(self, j: int) -> int:
        for end in range(j + 2, j + 5):
            if self.texts[end] in _CLOSING:
                return end + 1 if self.texts[end + 1][:1].isupper() and not self.begins[end + 1] else 0
        return 0

    def split(self, first: int, last: int) -> list[Run]:
        """Take what is no name off a run's ends, and take it apart before a title."""
        texts, names = self.texts, self.names
        weak = self.is_weak(first) and not (texts[last] in _CLOSING and texts[first - 1] in _OPENING)
        article = texts[first - 1] in ("the", "The") if first else False
        while first < last:
            word = texts[first]
            lower = word.lower()
            drop = self._is_no_name(word)
            if not drop and weak and lower in names.words and word not in self.strong:
                drop = not self._may_begin(lower) and (lower not in names.titles or last - first == 1)
            if not drop and weak and last - first > 1 and word not in self.strong:
                drop = self._is_trade(lower, texts[first + 1].lower())
            if not drop or (not weak and first + 1 < last and _is_syllabic(texts[first + 1], names)):
                break  # "his mother, So Mi-rae"
            article = lower == "the"
            first += 1
            weak = False
        compound = "-" in texts[last] and self._is_no_name(texts[last])
        if first == last or compound or self._is_abbreviation(first, last):
            return []
        for word in texts[first + 1 : last]:
            if word[0].isupper() and word.lower() in names.function and word not in ("I", "The"):
                return []
        if last == first + 1 and lower not in names.titles:
            return [self.make(first, last, weak=weak, article=article)]
        cut = self._find_cut(first, last)
        if cut > first:
            name = self.make(cut, last, weak=False, article=False)
            short = self._is_abbreviation(first, cut)  # "U.S. Ambassador Hill"
            return [name] if short else [self.make(first, cut, weak=weak, article=article), name]
        return self._pair(first, last, weak=weak, article=article)

    def _is_no_name(self, word: str) -> bool:
        """Tell whether a word never begins a name: Meanwhile, You're, Seventeen-year-old, Detectives."""
        known = self.nameless.get(word)
        if known is None:
            known = self.nameless[word] = _is_nameless(word, word.lower(), self.names)
        return known

    def _may_begin(self, lower: str) -> bool:
        """Tell whether the word lists know names that begin with a word: first names, Mount."""
        return lower in self.names.first_names or lower in self.names.thing_heads

    def _is_trade(self, lower: str, after: str) -> bool:
        """Tell whether a rare word before a given name says what somebody does: Ornithologist Ann."""
        names = self.names
        known = self._may_begin(lower) or lower in names.surnames or lower in names.titles
        return not known and lower.endswith(_TRADES) and after in names.first_names

    def _is_abbreviation(self, first: int, last: int) -> bool:
        """Tell whether the run is letters with full stops, such as U.S. or A.V."""
        texts = self.texts
        if texts[first + 1] == "." and "".join(texts[first:last]).lower().strip(".") in self.names.nations:
            return True
        return last - first <= 2 and len(texts[first]) == 1 and (texts[last] == "." or texts[first - 1] == ".")

    def _find_cut(self, first: int, last: int) -> int:
        """Give where a name begins inside the run: Edge City Mayor | Ann Lee, German Shepherd | Rex."""
        if last == first + 1:
            return first
        names = self.names
        words = [(i, self.texts[i].lower()) for i in range(first, last) if self.texts[i][0].isalpha()]
        for position, (i, word) in enumerate(words[:-1]):
            if word in names.titles:
                return i if any(before not in names.titles for _, before in words[:position]) else first
            if (
                position
                and self.texts[i - 1] not in _OPENING
                and word in names.kin
                and word not in names.first_names
                and word not in names.surnames
                and self.texts[words[position + 1][0]][0].isupper()
            ):
                return words[position + 1][0]
        if len(words) > 1 and words[0][1] in names.nations and words[0][1] not in names.first_names:
            rest = words[1][1]
            if rest in names.first_names and rest not in names.words and self.texts[first - 1] not in _OPENING:
                return words[1][0]
        return first

    def _pair(self, first: int, last: int, *, weak: bool, article: bool) -> list[Run]:
        """Read "Mr. and Mrs. Pike" as two people."""
        run = self.make(first, last, weak=weak, article=article)
        texts, titles = self.texts, self.names.titles
        if texts[first].lower() not in titles and texts[first] != ".":
            return [run]
        lone = all(texts[i].lower() in titles or texts[i] == "." for i in range(first, last))
        at = last + (texts[last] == ".")
        if lone and texts[at] in ("and", "&") and texts[at + 1].lower() in titles:
            end = self.extend(at + 1)
            if end > at + 2 and texts[end - 1].lower() not in titles and texts[end - 1][0].isalpha():
                name = " ".join(texts[at + 2 : end]) if texts[at + 2] == "of" else texts[end - 1]
                form = f"{run.form.rstrip('.')}{'.' if texts[at - 1] == '.' else ''} {name}"
                return [Run(first, at, form, weak=False)]
        return [run]

    def make(self, first: int, last: int, *, weak: bool, article: bool) -> Run:
        while last > first + 1 and not self.texts[last - 1][0].isalnum() and self.texts[last - 1] not in _ENDING:
            last -= 1
        form = self.texts[first]
        if last > first + 1:
            form = " ".join(self.text[self.starts[first] : self.starts[last - 1] + len(self.texts[last - 1])].split())
        quoted = self.texts[first - 1] in _OPENING and (
            self.texts[last] in _CLOSING or self.texts[last + 1] in _CLOSING
        )
        return Run(first, last, form, weak, article, quoted)


def _is_nameless(word: str, lower: str, names: NameLists) -> bool:
    if lower in names.function or not word[0].isalpha():
        return True
    if "'" in lower or "’" in lower:
        return lower.replace("’", "'").partition("'")[0] in names.contracted
    if "-" in lower:
        end = word.rpartition("-")[2]
        compound = end in names.words or end.endswith(("ed", "ing"))
        return len(end) > 2 and end.islower() and compound and not _is_syllabic(word, names)
    return (
        lower.endswith("s")
        and lower not in names.titles
        and lower[:-1] in names.titles
        and lower not in names.first_names
        and lower not in names.surnames
    )


def _is_syllabic(word: str, names: NameLists) -> bool:
    """Tell whether a word is a given name of two syllables, as Ji-won is."""
    head, hyphen, end = word.lower().partition("-")
    given = bool(hyphen) and head in names.first_names and head not in names.words
    return given and len(end) < 6 and end not in _LIKE and not end.endswith(("ed", "ing"))


def find_runs(telling: Telling, texts: tuple[str, ...], names: NameLists) -> Iterator[Run]:
    """Find the runs of a telling, in order; `texts` are its words with three empty ones behind them."""
    return _Finder(telling, texts, names).find()
