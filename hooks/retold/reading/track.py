"""A telling's words with everything that stands on them: who is named, kin nouns, brackets."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from retold.lexicon import Lexicon
from retold.model import Mention, Person, Span, Telling
from retold.reading.bond_verbs import load_bond_verbs
from retold.reading.grammar import SEVERAL, load_grammar
from retold.reading.kin import Bond, load_bonds, load_person_nouns

POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_BEFORE_VERBS = frozenset(("to", "would", "will", "could", "can", "not"))
_EX = "ex-"
DASHES = frozenset(("-", "–", "—", "--"))


class Noun(NamedTuple):
    """A kin or role noun: its first word, what it says, and whether of several or of old."""

    start: int
    bond: Bond
    plural: bool
    ex: bool


class NounForm(NamedTuple):
    """How a kin or role word is written: the words before its last one, and its number."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    bond: Bond
    plural: bool


@dataclass(frozen=True, slots=True)
class Track:
    """One telling, indexed by word: `who[i]` is the number of the person named there, or -1.

    `marked` are the places, in order, of all words that may begin something: pronouns, kin nouns,
    brackets, and `bonds` those of words of bonds ("marries").
    `name_end` leads from a name's first word to the word after it,
    `closing` and `opening` from bracket to bracket.
    """

    telling: Telling
    low: list[str]
    who: Sequence[int]
    marked: Sequence[int]
    bonds: Sequence[int]
    name_end: dict[int, int]
    closing: dict[int, int]
    opening: dict[int, int]
    nouns: dict[int, Noun]

    def span(self, start: int, end: int) -> Span:
        """Give the characters of the words `start` up to `end`, which must not be empty."""
        words = self.telling.words
        return Span(words.starts[start], words.starts[end - 1] + len(words.texts[end - 1]))

    def name_start(self, end: int) -> int:
        """Give the first word of the name that ends before word `end`, or -1."""
        i = end - 1
        while i >= 0 and self.who[i] >= 0:
            if self.name_end.get(i) == end:
                return i
            i -= 1
        return -1

    def past_bracket(self, i: int) -> int:
        """Give the word after the bracket that opens at `i`, or `i` itself."""
        return self.closing[i] + 1 if i in self.closing else i

    def before_bracket(self, i: int) -> int:
        """Give the end (exclusive) of what stands before the bracket that ends at `i`, or `i`."""
        return self.opening.get(i - 1, i)

    def owns(self, i: int) -> bool:
        """Whether word `i` is the 's (or the apostrophe after s) that makes an owner."""
        mark = self.low[i] if i < len(self.low) else ""
        return mark in POSSESSIVES and (len(mark) == 2 or (i > 0 and self.low[i - 1].endswith("s")))


def make_tracks(tellings: tuple[Telling, ...], persons: tuple[Person, ...], lexicon: Lexicon) -> tuple[Track, ...]:
    """Lay persons, kin nouns and brackets over every telling's words."""
    named: dict[str, list[tuple[Mention, int]]] = {telling.name: [] for telling in tellings}
    for number, person in enumerate(persons):
        for mention in person.mentions:
            if mention.telling in named:
                named[mention.telling].append((mention, number))
    return tuple(_make_track(telling, named[telling.name], lexicon) for telling in tellings)


def _make_track(telling: Telling, named: list[tuple[Mention, int]], lexicon: Lexicon) -> Track:
    texts, starts = telling.words.texts, telling.words.starts
    lower = {text: text.lower() for text in set(texts)}
    low = list(map(lower.__getitem__, texts))
    marks = _marking_words(lexicon).intersection(lower.values())
    marked = array("I", [i for i, word in enumerate(low) if word in marks])
    who = array("i", [-1]) * len(low)
    name_end: dict[int, int] = {}
    for mention, number in named:
        span = mention.span
        start = end = bisect_left(starts, span.start)
        while end < len(low) and starts[end] < span.end:
            end += 1
        if start < end and who[start] < 0 and who[end - 1] < 0:
            who[start:end] = array("i", [number]) * (end - start)
            name_end[start] = end
    closing = _match_brackets(low, marked)
    return Track(
        telling, low, who, marked, [i for i in marked if low[i] in load_bond_verbs(lexicon)], name_end,
        closing, {end: start for start, end in closing.items()}, _find_nouns(low, who, marked, lexicon),
    )  # fmt: skip


@cache
def _marking_words(lexicon: Lexicon) -> frozenset[str]:
    grammar, nouns = load_grammar(lexicon), _noun_forms(lexicon)
    closed = (*grammar.pronouns, *SEVERAL, *grammar.pair, *grammar.neither, "(", ")")
    return frozenset((*closed, *load_bond_verbs(lexicon), *nouns, *(_EX + noun for noun in nouns)))


def _match_brackets(low: list[str], marked: Sequence[int]) -> dict[int, int]:
    closing: dict[int, int] = {}
    opened = -1
    for i in marked:
        if low[i] == "(":
            opened = i
        elif low[i] == ")" and opened >= 0:
            closing[opened] = i
            opened = -1
    return closing


def _find_nouns(low: list[str], who: Sequence[int], marked: Sequence[int], lexicon: Lexicon) -> dict[int, Noun]:
    forms, verbs_too = _noun_forms(lexicon), load_grammar(lexicon).verbs_too
    nouns: dict[int, Noun] = {}
    for i in marked:
        key = low[i].removeprefix(_EX)
        if key not in forms or who[i] >= 0 or (low[i] in verbs_too and i and low[i - 1] in _BEFORE_VERBS):
            continue  # "to date", "would nurse"
        for form in forms[key]:
            start, end = i - len(form.before), i + 1 + len(form.after)
            if tuple(low[max(0, start) : i]) == form.before and tuple(low[i + 1 : end]) == form.after:
                for swallowed in range(max(0, start - 1), i):
                    nouns.pop(swallowed, None)  # "twin sister", and the teacher in "her teacher friend"
                nouns[end - 1] = Noun(start, form.bond, form.plural, key != low[i])
                break
    return nouns


@cache
def _noun_forms(lexicon: Lexicon) -> dict[str, list[NounForm]]:
    """Give the written forms of the kin and role words by their key word, longest first."""
    forms: dict[str, list[NounForm]] = {}
    for bond in load_bonds(lexicon) + load_person_nouns(lexicon):
        before, key, after = _key_word(bond.word)
        forms.setdefault(key, []).append(NounForm(before, after, bond, plural=False))
        forms.setdefault(_plural(key), []).append(NounForm(before, after, bond, plural=True))
    for found in forms.values():
        found.sort(key=lambda form: -len(form.before) - len(form.after))
    return forms


def _key_word(word: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    words = tuple(word.split())
    if "of" in words:  # the key of "maid of honor" is its first word
        return (), words[0], words[1:]
    return words[:-1], words[-1], ()


def _plural(word: str) -> str:
    head, in_law, law = word.partition("-in-")
    if head.endswith("child"):
        head += "ren"
    elif head.endswith("man"):
        head = head[:-2] + "en"
    elif head.endswith("wife"):
        head = head[:-2] + "ves"
    elif head.endswith("y") and head[-2:-1] not in "aeou":
        head = head[:-1] + "ies"
    elif head.endswith(("s", "ch", "sh", "x")):
        head += "es"
    else:
        head += "s"
    return head + in_law + law
