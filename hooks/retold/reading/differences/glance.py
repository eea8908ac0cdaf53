"""What a sentence's words alone tell of what the rules could find in it, before it is taken apart.

A glance is generous: it may promise what the sentence does not hold, and never misses what
it holds.  Many pairs of sentences have nothing to compare, and need not be parsed to see that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeVar

from retold.reading.differences.forms import find_singular, find_stem
from retold.reading.differences.tags import remember_plain
from retold.reading.differences.vocabulary import Vocabulary

T = TypeVar("T")
Thing = tuple[str, str, str]
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OWNING = frozenset([(mark,) for mark in _POSSESSIVE])
# The base of a verb whose tag says which it is.
_BASES = {"being": "be", "possessive": "be", "having": "have"}


class Glance(NamedTuple):
    """What the words of one sentence are.

    `said` are the stems of all words, `content` those of content words and their deeds by !, people in both by @
    and slug; `rings` are the rings of words for the same thing; `deeds` what its verbs may be called, `sides` the (line, side) of its opposites; `things` its nouns as (kind, noun, stem), `terms` the same by their fine
    kinds; `qualities` the kinds of all words as they are written; `counts` tells that it may hold a
    number or a measure, `names` that a capital may begin a name of nobody, `owns` that somebody owns something.
    """

    said: frozenset[str]
    content: frozenset[str]
    rings: frozenset[int]
    deeds: frozenset[str]
    sides: frozenset[tuple[int, int]]
    things: frozenset[Thing]
    terms: frozenset[Thing]
    qualities: frozenset[str]
    counts: bool
    names: bool
    owns: bool


class _Word(NamedTuple):
    """What one word adds to a glance, whatever stands around it.

    `deeds` are what it is called as a verb, `longer` what with words that must follow ("turn down").
    """

    deeds: tuple[str, ...]
    longer: tuple[tuple[str, frozenset[str]], ...]
    rings: tuple[int, ...]
    sides: tuple[tuple[int, int], ...]
    things: tuple[Thing, ...]
    terms: tuple[Thing, ...]
    qualities: tuple[str, ...]
    counts: bool


def take_glance(texts: Sequence[str], lows: Sequence[str], people: dict[int, str], vocabulary: Vocabulary) -> Glance:
    """Look at a sentence's words, as written and in lower case; `people` gives by place whom a word stands for."""
    table = _remember_words(vocabulary)
    nameless = [low for place, low in enumerate(lows) if place not in people] if people else lows
    slugs = ["@" + slug for slug in people.values()]
    words = [word for word in map(table.words.__getitem__, lows) if word]
    others = [word for word in map(table.words.__getitem__, nameless) if word] if people else words
    deeds = [deed for word in others for deed in word.deeds]
    heard = frozenset(lows)
    deeds += [deed for word in others if word.longer for deed, tail in word.longer if tail <= heard]
    terms = [term for word in others for term in word.terms]
    terms += [(kind, noun, "@" + slug) for at, slug in people.items() for kind, noun, _ in table.find_terms(lows[at])]
    if not table.firsts.isdisjoint(heard):
        terms += [term for at, low in enumerate(lows) if low in table.firsts for term in table.join(lows, at)]
    return Glance(
        frozenset([*slugs, *map(find_stem, nameless)]),
        frozenset([*slugs, *chain.from_iterable(map(table.content.__getitem__, nameless))]),
        frozenset([ring for word in words for ring in word.rings]),
        frozenset(deeds),
        frozenset([side for word in words for side in word.sides]) | table.find_sides(deeds),
        frozenset([thing for word in others for thing in word.things]),
        frozenset(terms),
        frozenset([kind for word in words for kind in word.qualities]),
        any(word.counts for word in words),
        any(text[0].isupper() and place not in people for place, text in enumerate(texts) if place),
        not _POSSESSIVE.isdisjoint(heard) and any(lows[at + 1 : at + 2] in _OWNING for at in people),
    )


def share_apart(
    mine: frozenset[Thing], theirs: frozenset[Thing], said: frozenset[str], told: frozenset[str]
) -> set[str]:
    """The kinds of which two sentences name different things, neither of them named by the other telling of the scene.

    `said` are the stems of what the first sentence's telling says, `told` those of the other's.
    """
    kinds = {kind for kind, _, _ in mine} & {kind for kind, _, _ in theirs}
    if not kinds:
        return kinds
    here = [(kind, noun) for kind, noun, stem in mine if kind in kinds and stem not in told]
    there = [(kind, noun) for kind, noun, stem in theirs if kind in kinds and stem not in said]
    return {kind for kind, noun in here for other, word in there if kind == other and noun != word}


class _Lookup(dict[str, T]):
    """What is found of every word, once it has been met."""

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, low: str) -> T:
        found = self[low] = self._find(low)
        return found


class _Words:
    """What every word adds to a glance: `content` for what it is about, `words` the rest, None for most."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.plain = remember_plain(vocabulary)
        self.content = _Lookup(self._find_content)
        self.words = _Lookup(self._find_word)
        terms = [term.split("-") for term in [*vocabulary.sisters, *vocabulary.lies_in] if "-" in term]
        self.firsts = frozenset(["-".join(parts[:size]) for parts in terms for size in range(1, len(parts))])

    def _find_content(self, low: str) -> tuple[str, ...]:
        if not low[0].isalnum() or self.vocabulary.classes.get(low, "adjective") != "adjective":
            return ()
        deed = self.vocabulary.deeds.get(self.vocabulary.find_base(low))
        return (find_stem(low), "!" + deed) if deed else (find_stem(low),)

    def _find_word(self, low: str) -> _Word | None:
        vocabulary = self.vocabulary
        singular, stem = find_singular(low), find_stem(low)
        base = self._find_base(low)
        word = _Word(
            (vocabulary.deeds.get(base, base),) if base else (),
            tuple([(name, frozenset(tail)) for tail, name in vocabulary.phrases.get(base, ())]),
            vocabulary.rings.get(singular, ()),
            self._find_sides(low),
            tuple([(kind, singular, stem) for kind in vocabulary.kinds.get(singular, ())]),
            self.find_terms(low),
            vocabulary.kinds.get(low, ()),
            self._counts(low, singular),
        )
        return word if any(word) else None

    def _find_base(self, low: str) -> str:
        """The base of a word that may be a verb; words whose tag is never a verb's have none."""
        tag = self.plain[low]
        small = self.vocabulary.classes.get(low)
        if tag not in _BASES and (tag or (small and (small != "adjective" or low not in self.vocabulary.deeds))):
            return ""
        return _BASES.get(tag) or self.vocabulary.find_base(low) or find_singular(low)

    def _find_sides(self, low: str) -> tuple[tuple[int, int], ...]:
        whole = low.removeprefix("half-")
        forms = (whole, find_singular(whole), self.vocabulary.find_base(whole))
        return tuple([side for form in forms for side in self.vocabulary.opposites.get(form, ())])

    def find_sides(self, deeds: list[str]) -> frozenset[tuple[int, int]]:
        """The sides of deeds that have opposites."""
        opposites = self.vocabulary.opposites
        return frozenset([side for deed in deeds for side in opposites.get(deed, ())])

    def find_terms(self, low: str) -> tuple[Thing, ...]:
        """The fine kinds of a word."""
        singular = find_singular(low)
        return self._name_terms(singular if singular in self.vocabulary.sisters else low, low)

    def join(self, lows: Sequence[str], place: int) -> tuple[Thing, ...]:
        """The fine kinds of a word with the next: "heart attack"."""
        after = lows[place + 1] if place + 1 < len(lows) else ""
        pairs = (f"{lows[place]}-{after}", f"{lows[place]}-{find_singular(after)}")
        vocabulary = self.vocabulary
        known = (pair for pair in pairs if pair in vocabulary.sisters or pair in vocabulary.lies_in)
        return self._name_terms(next(known, ""), after)

    def _name_terms(self, noun: str, last: str) -> tuple[Thing, ...]:
        kinds = self.vocabulary.sisters.get(noun, ())
        somewhere = ("somewhere",) if noun in self.vocabulary.lies_in else ()
        return tuple([(kind, noun, find_stem(last)) for kind in (*kinds, *somewhere)])

    def _counts(self, low: str, singular: str) -> bool:
        """Whether a quantity may begin with the word, or the word after an article be its unit."""
        vocabulary = self.vocabulary
        numeral = low[0].isdigit() or low in vocabulary.numbers or low.partition("-")[0] in vocabulary.numbers
        return numeral or low in vocabulary.sorts["next"] or singular in vocabulary.units


@cache
def _remember_words(vocabulary: Vocabulary) -> _Words:
    return _Words(vocabulary)
