"""Find the words of a telling that say where something happens."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from retold.lexicon import Lexicon
from retold.model import People, Quote, Span, Telling

# "the [small seaside] hotel": more words than this between "the" and its noun are rarely one place.
_LONGEST_MODIFIER = 3
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "this", "that", "another", "some", "one"))
# No place goes on behind these: "on the Albatross and [sails home]".
_ENDING = frozenset(("of", "and", "or", "but", "who", "that", "which", "when", "where", "while", "as"))
_PERSONAL = frozenset(("who", "whose", "whom"))
_EVENTS = frozenset(("War", "Wars", "Revolution", "Battle", "Games", "Olympics"))
_POSSESSIVE = frozenset(("'s", "’s"))


def find_places(telling: Telling, people: People, lexicon: Lexicon) -> tuple[tuple[Quote, ...], ...]:
    """Find the places of every sentence, by sentence number: "in New York", "to the hospital".

    A place is what follows a preposition of place or a verb of coming and going: a run of
    capitalised words that names no character, or a noun that the list of places knows.
    """
    first = telling.words.first
    reader = _PlaceReader(telling, people, _load_words(lexicon))
    prepositions = reader.words.prepositions
    found: list[tuple[Quote, ...]] = [()] * (len(first) - 1)
    for at in [at for at, text in enumerate(reader.texts, 1) if text in prepositions]:
        number = bisect_right(first, at - 1) - 1
        start, end = reader.read(at, first[number + 1])
        if end:
            found[number] += (_quote_words(telling, start, end),)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Words:
    """What the word lists tell of places."""

    prepositions: frozenset[str]
    places: frozenset[str]
    parts: frozenset[str]
    times: frozenset[str]


@cache
def _load_words(lexicon: Lexicon) -> _Words:
    times = [word for line in lexicon.words("time_words") if line[0] in "mwh" for word in line.split()[1:]]
    return _Words(
        frozenset(lexicon.words("place_prepositions")),
        frozenset(lexicon.words("places")),
        frozenset(lexicon.words("place_parts")),
        frozenset([word.capitalize() for word in times]),
    )


class _PlaceReader:
    """Reads the phrase after a preposition and tells where it ends, when it is a place."""

    def __init__(self, telling: Telling, people: People, words: _Words) -> None:
        self.texts = telling.words.texts
        self.starts = telling.words.starts
        name = telling.name
        starts = [m.span.start for c in people.characters for m in c.mentions if m.telling == name]
        self.names = array("i", sorted(starts))  # a novel's as a set take ten times the room
        self.words = words

    def _is_named(self, at: int) -> bool:
        """Tell whether a character is named, or spoken of, from this word on."""
        start = self.starts[at]
        place = bisect_left(self.names, start)
        return place < len(self.names) and self.names[place] == start

    def read(self, at: int, end: int) -> tuple[int, int]:
        """Give the first word of the place after a preposition and the one after its last; (0, 0) when there is none."""
        start = at
        while at < end and self._is_named(at):  # "to Ted's apartment"
            at += 1
        if at > start:
            while at < end and self.texts[at][0].isupper():
                at += 1
            if at == end or self.texts[at] not in _POSSESSIVE:
                return 0, 0
        determined = at < end and (self.texts[at] in _DETERMINERS or self.texts[at] in _POSSESSIVE)
        at += determined
        if at + 2 < end and self.texts[at] in self.words.parts and self.texts[at + 1] == "of":
            return self.read(at + 2, end)
        named = self._read_name(at, end)
        last = self._read_noun(named, end, _LONGEST_MODIFIER if determined else 1)
        if not last and named > at and self.texts[start] not in ("a", "an"):
            last = named
        return (start, last) if last else (0, 0)

    def _read_name(self, at: int, end: int) -> int:
        """Give the index after a run of capitalised words; owners ("Anna's"), people and wars are no place."""
        first = at
        while at < end and self._is_name(at):
            at += 1
        owns = at < end and self.texts[at] in _POSSESSIVE
        who = at + 1 < end and self.texts[at] == "," and self.texts[at + 1] in _PERSONAL
        return first if owns or who or (at > first and self.texts[at - 1] in _EVENTS) else at

    def _is_name(self, at: int) -> bool:
        word = self.texts[at]
        return word[0].isupper() and len(word) > 1 and word not in self.words.times and not self._is_named(at)

    def _read_noun(self, at: int, end: int, modifiers: int) -> int:
        last = 0
        for place in range(at, min(end, at + modifiers + 1)):
            word = self.texts[place]
            if not word[0].isalpha() or word in _DETERMINERS or word in self.words.prepositions or word in _ENDING:
                break
            if word in self.words.places:
                last = place + 1
            elif last:
                break
        return last


def _quote_words(telling: Telling, first: int, end: int) -> Quote:
    words = telling.words
    span = Span(words.starts[first], words.starts[end - 1] + len(words.texts[end - 1]))
    return Quote(telling.name, span, telling.text[span.start : span.end])
