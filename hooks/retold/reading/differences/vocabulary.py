"""The word lists of the comparison as tables, built once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from retold.lexicon import Lexicon
from retold.reading.differences.forms import guess_bases


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What words are and do; every key is lower-case.  Equal only to itself, as the lexicon is.

    `classes` tells what the small words do; `bases` are the verbs, `nouns` those that are nouns too, `irregular` gives the base of
    a form that no rule makes, `pasts` are the past ones of these; `deeds` gives the
    group of a verb, `phrases` the groups of a verb with the words after it; `kinds` the
    kinds of a noun; `rings` the rings of words for the same thing, `synonyms` those whose words are equals; `sisters` the fine kinds of a
    word, hyphens for blanks, `asked` the question of each of them,
    `alike` the lines of deeds that are alike, `lies_in` where a place lies; `opposites` a word's
    (line, side) and `abouts` how to speak of a line; `sorts` the words that a rule speaks of, by the name of the sort;
    `counting` are the words that a quantity may begin with.
    """

    classes: dict[str, str]
    bases: frozenset[str]
    nouns: frozenset[str]
    irregular: dict[str, str]
    pasts: frozenset[str]
    deeds: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    kinds: dict[str, tuple[str, ...]]
    rings: dict[str, tuple[int, ...]]
    synonyms: frozenset[int]
    sisters: dict[str, tuple[str, ...]]
    asked: dict[str, str]
    alike: dict[str, tuple[int, ...]]
    lies_in: dict[str, frozenset[str]]
    numbers: dict[str, tuple[float, float]]
    units: dict[str, tuple[str, float]]
    opposites: dict[str, tuple[tuple[int, int], ...]]
    abouts: tuple[str, ...]
    sorts: dict[str, frozenset[str]]
    counting: frozenset[str]
    seen: dict[str, str] = field(default_factory=dict)

    def find_base(self, form: str) -> str:
        """The base of a verb's form, or "" for what is no verb."""
        if form not in self.seen:
            whole = form.removeprefix("half-")
            tries = (self.irregular.get(whole, ""), whole, *guess_bases(whole))
            self.seen[form] = next((base for base in tries if base in self.bases), "")
        return self.seen[form]

    def is_past(self, form: str) -> bool:
        """Whether a verb's form is a past one."""
        return form in self.pasts or form.endswith("ed")


_LISTS = (
    "alike",
    "deeds",
    "kinds",
    "numbers",
    "opposites",
    "person_nouns",
    "same",
    "sisters",
    "small_words",
    "sorts",
    "units",
    "verb_forms",
    "whereabouts",
)


@cache
def build_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Turn the word lists into tables, once."""
    lists = {name: lexicon.words(name) for name in _LISTS}
    deeds, phrases = _read_deeds(lists["deeds"])
    bases, nouns, irregular, pasts = _read_verbs(lists["verb_forms"], {*deeds, *phrases})
    rings, synonyms = _read_rings(lists["same"])
    sisters, asked = _read_sisters(lists["sisters"])
    opposites: dict[str, tuple[tuple[int, int], ...]] = {}
    abouts = []
    for number, line in enumerate(lists["opposites"]):
        about, _, sides = line.partition(": ")
        abouts.append(about)
        for side, words in enumerate(sides.split("/")):
            for word in words.split():
                opposites[word] = (*opposites.get(word, ()), (number, side))
    sorts = {line.partition(":")[0]: frozenset(line.partition(":")[2].split()) for line in lists["sorts"]}
    numbers = {word: (float(low), float(high)) for word, low, high in map(str.split, lists["numbers"])}
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, word in _read_classes(lists["kinds"]):
        kinds[word] = (*kinds.get(word, ()), kind)
    for line in lists["person_nouns"]:
        kinds.setdefault(line.partition(",")[0], ("people",))
    return Vocabulary(
        {word: name for name, word in _read_classes(lists["small_words"])},
        bases,
        nouns,
        irregular,
        pasts,
        deeds,
        phrases,
        kinds,
        rings,
        synonyms,
        sisters,
        asked,
        _read_rings(lists["alike"])[0],
        _read_whereabouts(lists["whereabouts"]),
        numbers,
        {word: (kind, float(size)) for kind, word, size in map(str.split, lists["units"])},
        opposites,
        tuple(abouts),
        sorts,
        sorts["next"] | sorts["one"] | sorts["at the age of"] | numbers.keys(),
    )


def _read_rings(lines: tuple[str, ...]) -> tuple[dict[str, tuple[int, ...]], frozenset[int]]:
    """Number the rings; of "a: b c" each right word has a ring of its own with the left ones; tell which are of equals."""
    rings: dict[str, tuple[int, ...]] = {}
    synonyms = set()
    number = 0
    for line in lines:
        general, colon, special = line.partition(":")
        for words in [[*general.split(), one] for one in special.split()] if colon else [line.split()]:
            number += 1
            if not colon:
                synonyms.add(number)
            for word in words:
                rings[word] = (*rings.get(word, ()), number)
    return rings, frozenset(synonyms)


def _read_sisters(lines: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Read the fine kinds of words, and how to ask for what differs in each kind."""
    sisters: dict[str, tuple[str, ...]] = {}
    asked: dict[str, str] = {}
    for line in lines:
        head, _, words = line.partition(": ")
        kind, _, question = head.partition(", ")
        asked[kind] = question
        for word in words.split():
            sisters[word] = (*sisters.get(word, ()), kind)
    return sisters, asked


def _read_whereabouts(lines: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Read every place with all places that it lies in; other names of a place count as such."""
    near: dict[str, set[str]] = {}
    for line in lines:
        around, _, inside = line.partition(":")
        names = around.split()
        for name in names:
            near.setdefault(name, set()).update(names)
        for name in inside.split():
            near.setdefault(name, set()).update(names)
    lies_in = {}
    for name in near:
        found, new = {name}, {name}
        while new:
            new = {far for one in new for far in near[one]} - found
            found |= new
        lies_in[name] = frozenset(found)
    return lies_in


def _read_classes(lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for line in lines:
        kind, _, words = line.partition(":")
        for word in words.split():
            yield kind, word


def _read_deeds(lines: tuple[str, ...]) -> tuple[dict[str, str], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    deeds: dict[str, str] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for line in lines:
        singles, *longer = line.split(",")
        name = (singles.split() or line.split())[0]
        for verb in singles.split():
            deeds.setdefault(verb, name)
        for phrase in longer:
            base, *tail = phrase.split()
            phrases[base] = (*phrases.get(base, ()), (tuple(tail), name))
    return deeds, phrases


def _read_verbs(
    lines: tuple[str, ...], deeds: set[str]
) -> tuple[frozenset[str], frozenset[str], dict[str, str], frozenset[str]]:
    """Read the verbs: all bases, those that are nouns too, the base of each irregular form, and the irregular past forms.

    A form of two verbs belongs to the irregular one (found, left) unless a deed is called so (lay).
    """
    heads = [line.partition(" ")[0] for line in lines]
    rows = [line.replace("*", "").split() for line in lines if " " in line]  # one in eight
    irregular = {form: base for base, *forms in rows for form in forms if form not in deeds}
    pasts = frozenset([form for _, *forms in rows for form in forms[:2]])
    nouns = frozenset([head[:-1] for head in heads if head[-1] == "*"])
    return nouns | {head for head in heads if head[-1] != "*"} | deeds, nouns, irregular, pasts
