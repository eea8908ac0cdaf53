"""What the comparison knows of each sentence: its parse, its people, its rare words."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from retold.model import People, Quote, Span, Telling
from retold.reading.differences.clauses import Parse, parse_sentence
from retold.reading.differences.forms import find_stem
from retold.reading.differences.glance import Glance, take_glance
from retold.reading.differences.vocabulary import Vocabulary

T = TypeVar("T")


@dataclass(slots=True)
class Reader:
    """One telling as the comparison sees it: parses are made when first asked for."""

    telling: Telling
    vocabulary: Vocabulary
    who: dict[int, str]
    lows: tuple[str, ...] = ()
    glances: dict[int, Glance] = field(default_factory=dict)
    vectors: dict[int, tuple[float, list[tuple[str, float]]]] = field(default_factory=dict)
    memory: dict[tuple[str, int], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        texts = self.telling.words.texts
        self.lows = tuple(map({text: text.lower() for text in set(texts)}.__getitem__, texts))  # equal words shared

    def remember(self, what: str, number: int, find: Callable[[int], T]) -> T:
        """Find something about a sentence once."""
        key = (what, number)
        if key not in self.memory:
            self.memory[key] = find(number)
        found: T = self.memory[key]
        return found

    def parse(self, number: int) -> Parse:
        """The sentence taken apart."""
        return self.remember("parse", number, self._parse)

    def _parse(self, number: int) -> Parse:
        return parse_sentence(self.telling.words, self.lows, number, self.who, self.vocabulary)

    def find_after(self, word: int) -> str:
        """The next word, in lower case."""
        return self.lows[word + 1] if word + 1 < len(self.lows) else ""

    def stem(self, word: int) -> str:
        """What a word counts as: the character that it stands for, or its stem."""
        return "@" + self.who[word] if word in self.who else find_stem(self.lows[word])

    def glance(self, number: int) -> Glance:
        """What the sentence's words alone tell of it."""
        glance = self.glances.get(number)
        if glance is None:
            first, last = self.telling.words.first[number : number + 2]
            people = {i - first: self.who[i] for i in range(first, last) if i in self.who}
            glance = self.glances[number] = take_glance(
                self.telling.words.texts[first:last], self.lows[first:last], people, self.vocabulary
            )
        return glance

    def content(self, number: int) -> frozenset[str]:
        """The stems of the sentence's content words, its people by @ and slug, its deeds by !."""
        return self.glance(number).content

    def vector(self, number: int, weights: dict[str, float]) -> tuple[float, list[tuple[str, float]]]:
        """The length of the sentence's content words as a vector, and its parts squared; all calls have one weighing."""
        vector = self.vectors.get(number)
        if vector is None:
            parts = [(stem, weights[stem] ** 2) for stem in sorted(self.content(number))]
            vector = self.vectors[number] = (math.sqrt(sum([worth for _, worth in parts])) or 1.0, parts)
        return vector

    def words(self, number: int) -> range:
        """The sentence's words."""
        return range(self.telling.words.first[number], self.telling.words.first[number + 1])

    def span(self, words: Iterable[int]) -> Span:
        """From the first of the words to the last."""
        places = sorted(words)
        texts, starts = self.telling.words.texts, self.telling.words.starts
        return Span(starts[places[0]], starts[places[-1]] + len(texts[places[-1]]))

    def find_words(self, span: Span) -> range:
        """The words that lie in the span."""
        starts = self.telling.words.starts
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))

    def find_sentence(self, span: Span) -> int:
        """The number of the sentence that the span begins in."""
        return max(0, bisect_right(self.telling.sentences, span.start, key=lambda s: s.span.start) - 1)

    def quote(self, span: Span) -> Quote:
        """The words of the span."""
        return Quote(self.telling.name, span, self.telling.text[span.start : span.end])

    def text(self, word: int) -> str:
        """The word itself, in lower case."""
        return self.lows[word]


def find_people_words(telling: Telling, people: People) -> dict[int, str]:
    """Give the character that each word stands for; the shortest mention of a word wins."""
    mentions = sorted(
        (m.span.start, -m.span.end, character.slug, m.span.end)
        for character in people.characters
        for m in character.mentions
        if m.telling == telling.name
    )
    starts = telling.words.starts
    who: dict[int, str] = {}
    word = 0
    for start, _, slug, end in mentions:
        while word and starts[word - 1] >= start:
            word -= 1
        while word < len(starts) and starts[word] < start:
            word += 1
        inside = word
        while inside < len(starts) and starts[inside] < end:
            if telling.words.texts[inside] not in {"'s", "’s"}:
                who[inside] = slug
            inside += 1
    return _add_unmarked_names(telling, people, who)


def _add_unmarked_names(telling: Telling, people: People, who: dict[int, str]) -> dict[int, str]:
    """Take every other word that is one character's name alone for that character."""
    owners: dict[str, set[str]] = {}
    for character in people.characters:
        for alias in character.aliases:
            owners.setdefault(alias, set()).add(character.slug)
    own = {alias: next(iter(slugs)) for alias, slugs in owners.items() if len(slugs) == 1}
    for word in [word for word, text in enumerate(telling.words.texts) if text in own]:
        who.setdefault(word, own[telling.words.texts[word]])
    return who


_MOST_PLACES = 40
# Two synopses of thirty sentences.
_USUAL_SENTENCES = 60


def weigh_stems(readers: Iterable[tuple[Reader, Iterable[int]]]) -> dict[str, float]:
    """Weigh stems by their rarity over the sentences compared (Sparck Jones 1972)."""
    counts: Counter[str] = Counter()
    sentences = 0
    for reader, numbers in readers:
        for number in numbers:
            counts.update(reader.content(number))
            sentences += 1
    # In a story of few sentences every word is common; it is weighed as if it stood in one of usual length.
    usual = max(sentences, _USUAL_SENTENCES)
    return {stem: math.log((usual + 1) / count) for stem, count in counts.items()}


def pair_sentences(
    a: Reader, b: Reader, left: tuple[int, ...], right: tuple[int, ...], weights: dict[str, float]
) -> list[tuple[float, int, int]]:
    """Pair the sentences of two passages that share most: each with its best three, likest pair first.

    An inverted index keeps this linear where words are rare; a stem of more than forty
    sentences of one scene pairs nothing.
    """
    postings: dict[str, list[int]] = {}
    for m in right:
        for stem, _ in b.vector(m, weights)[1]:
            postings.setdefault(stem, []).append(m)
    scored: list[tuple[float, int, int]] = []
    for n in left:
        size, stems = a.vector(n, weights)
        found: dict[int, float] = {}
        for stem, worth in stems:
            places = postings.get(stem, ())
            if len(places) <= _MOST_PLACES:
                for m in places:
                    found[m] = found.get(m, 0.0) + worth
        scored += [(value / size / b.vector(m, weights)[0], n, m) for m, value in found.items()]
    return _keep_likest(sorted(scored, reverse=True))


def _keep_likest(scored: list[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """Keep the best three of every sentence."""
    here: dict[int, int] = {}
    there: dict[int, int] = {}
    kept = []
    for score, n, m in scored:
        seen, met = here.get(n, 0), there.get(m, 0)
        if seen < 3 or met < 3:
            kept.append((score, n, m))
        here[n], there[m] = seen + 1, met + 1
    return kept
