"""Find the sentences that a contributor quotes, however they typed quotation marks and spaces."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

from retold.model import Quote, Sentence, Span, Story, Telling
from retold.reading.words import split_words

_SHOWN = 8  # words of a sentence that a message quotes


@dataclass(frozen=True, slots=True)
class Found:
    """Where quoted words stand: in `telling`, from character `span.start`, in sentences first to last."""

    telling: str
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Indexed:
    """A telling as one string of its plain words, with the way back to the text."""

    telling: Telling
    plain: str
    offsets: tuple[int, ...]
    spans: tuple[Span, ...]


class QuoteFinder:
    """Finds quotes in the tellings of a story."""

    def __init__(self, story: Story) -> None:
        self._tellings = {telling.name: telling for telling in story.tellings}
        self._indexes: dict[str, _Indexed] = {}
        self._letters = {letter_of(n): telling.name for n, telling in enumerate(story.tellings)}
        self._titles = {t.source.title.casefold(): t.name for t in story.tellings if t.source.title}

    @property
    def names(self) -> tuple[str, ...]:
        """The tellings' names."""
        return tuple(self._tellings)

    def find_telling(self, word: str) -> str:
        """Find a telling by its name, its letter or its title, or give ""."""
        if word in self._tellings:
            return word
        return self._letters.get(word.upper(), "") or self._titles.get(word.casefold(), "")

    def find(self, words: str, telling: str = "") -> tuple[Found, ...]:
        """Find every place where the quoted words stand, at most one a sentence."""
        wanted = " ".join(plain for plain, _ in _plain_words(words))
        if not wanted:
            return ()
        where = [telling] if telling else self._tellings
        return tuple(found for name in where for found in _find_in(self._index(name), f" {wanted} "))

    def _index(self, name: str) -> _Indexed:
        """Index a telling when it is first asked for: most wikis quote little."""
        if name not in self._indexes:
            self._indexes[name] = _index_words(self._tellings[name])
        return self._indexes[name]

    def quote(self, found: Found) -> Quote:
        """Quote the words that were found."""
        text = self._tellings[found.telling].text
        return Quote(found.telling, found.span, text[found.span.start : found.span.end])

    def begin_sentence(self, telling: str, number: int) -> str:
        """Quote the first words of a sentence, for a message."""
        told = self._tellings[telling]
        span = told.sentences[number].span
        return " ".join(told.text[span.start : span.end].split()[:_SHOWN])

    def nearest(self, words: str, telling: str = "") -> str:
        """Quote the sentence that shares most words with a quote which was not found, or give ""."""
        wanted = {plain for plain, _ in _plain_words(words)}
        best = (0.0, "", 0)
        for name in [telling] if telling else self._tellings:
            for number, score in _score_sentences(self._index(name), wanted):
                if score > best[0]:
                    best = (score, name, number)
        return self.begin_sentence(best[1], best[2]) if best[0] >= len(wanted) / 3 and best[1] else ""


def letter_of(number: int) -> str:
    """Give the letter of the telling at a place: A, B, …, Z, AA, AB, …."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sentence_at(telling: Telling, offset: int) -> int:
    """Give the number of the sentence around (or before) an offset."""
    return max(0, bisect_right(telling.sentences, offset, key=lambda sentence: sentence.span.start) - 1)


def _plain_words(text: str) -> list[tuple[str, Span]]:
    """Give words without case, accents' composition and kind of apostrophe; marks are left out."""
    split = split_words(text, (Sentence(0, Span(0, len(text)), 0),))
    words = []
    for word, start in zip(split.texts, split.starts, strict=True):
        plain = normalize("NFKC", word).casefold().replace("’", "'").replace(" ", "")
        if any(character.isalnum() for character in plain):
            words.append((plain, Span(start, start + len(word))))
    return words


def _index_words(telling: Telling) -> _Indexed:
    words = _plain_words(telling.text)
    offsets, length = [], 0
    for plain, _ in words:
        offsets.append(length)
        length += len(plain) + 1
    return _Indexed(
        telling, f" {' '.join(plain for plain, _ in words)} ", tuple(offsets), tuple(span for _, span in words)
    )


def _find_in(indexed: _Indexed, wanted: str) -> Iterable[Found]:
    """`wanted` and the plain text have a space at both ends, so that only whole words fit."""
    seen: set[int] = set()
    at = indexed.plain.find(wanted)
    while at >= 0:
        begin = bisect_right(indexed.offsets, at) - 1
        end = bisect_right(indexed.offsets, at + len(wanted) - 2) - 1
        span = Span(indexed.spans[begin].start, indexed.spans[end].end)
        first = sentence_at(indexed.telling, span.start)
        if first not in seen:
            seen.add(first)
            yield Found(indexed.telling.name, first, sentence_at(indexed.telling, span.end - 1), span)
        at = indexed.plain.find(wanted, at + len(wanted) - 1)


def _score_sentences(indexed: _Indexed, wanted: set[str]) -> Iterable[tuple[int, int]]:
    shared: Counter[int] = Counter()
    for plain, span in zip(indexed.plain.split(), indexed.spans, strict=True):
        if plain in wanted:
            shared[sentence_at(indexed.telling, span.start)] += 1
    return sorted(shared.items())
