"""The word lists of the comparison as tables, built once a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.lexicon import Lexicon
from retold.reading.forms import inflect_verb


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What words are and do; every key is lower-case.

    `classes` tells what the small words do; `verbs` gives the base of every verb form and
    `participles` the past ones; `deeds` the group of a verb, `phrases` the groups of a verb
    with the words after it; `kinds` the kinds of a noun; `rings` the rings of words for
    the same thing; `opposites` a word's (line, side).
    """

    classes: dict[str, str]
    verbs: dict[str, str]
    participles: frozenset[str]
    deeds: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    kinds: dict[str, tuple[str, ...]]
    rings: dict[str, tuple[int, ...]]
    numbers: dict[str, tuple[float, float]]
    units: dict[str, tuple[str, float]]
    opposites: dict[str, tuple[tuple[int, int], ...]]


def build_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Turn the word lists into tables."""
    deeds, phrases = _read_deeds(lexicon)
    verbs, participles = _read_verbs(lexicon, [*deeds, *phrases])
    rings: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lexicon.words("same")):
        for word in line.split():
            rings[word] = (*rings.get(word, ()), number)
    opposites: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, line in enumerate(lexicon.words("opposites")):
        for side, words in enumerate(line.split("/")):
            for word in words.split():
                opposites[word] = (*opposites.get(word, ()), (number, side))
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, word in _read_classes(lexicon, "kinds"):
        kinds[word] = (*kinds.get(word, ()), kind)
    return Vocabulary(
        {word: name for name, word in _read_classes(lexicon, "small_words")},
        verbs,
        participles,
        deeds,
        phrases,
        kinds,
        rings,
        {word: (float(low), float(high)) for word, low, high in map(str.split, lexicon.words("numbers"))},
        {word: (kind, float(size)) for kind, word, size in map(str.split, lexicon.words("units"))},
        opposites,
    )


def _read_classes(lexicon: Lexicon, name: str) -> Iterator[tuple[str, str]]:
    for line in lexicon.words(name):
        kind, _, words = line.partition(":")
        for word in words.split():
            yield kind, word


def _read_deeds(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    deeds: dict[str, str] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for line in lexicon.words("deeds"):
        singles, *longer = line.split(",")
        name = (singles.split() or line.split())[0]
        for verb in singles.split():
            deeds.setdefault(verb, name)
        for phrase in longer:
            base, *tail = phrase.split()
            phrases[base] = (*phrases.get(base, ()), (tuple(tail), name))
    return deeds, phrases


def _read_verbs(lexicon: Lexicon, bases: list[str]) -> tuple[dict[str, str], frozenset[str]]:
    verbs: dict[str, str] = {}
    participles = set()
    irregular = {line.split()[0]: line.split()[1:] for line in lexicon.words("irregular_verbs")}
    for base in dict.fromkeys([*irregular, *bases]):
        for form in inflect_verb(base):
            if base not in irregular or not form.endswith("ed"):
                verbs.setdefault(form, base)
                if form.endswith("ed"):
                    participles.add(form)
        for form in irregular.get(base, ()):
            verbs[form] = verbs.get(form, base) if form == base else base
            participles.add(form)
    return verbs, frozenset(participles)
