"""What only one telling tells: sentences without a counterpart, and things that the others do not name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.model import OnlyIn, Scene, Span
from retold.reading.differences.contrast import Passage
from retold.reading.differences.facts import Reader
from retold.reading.differences.forms import find_singular
from retold.reading.differences.noun_phrases import Phrase

# Two sentences that share this much (cosine) tell of the same.
COUNTERPART = 0.08
_MOST = 2
_KINDS = frozenset({"place", "vehicle", "weapon", "animal", "drink", "food", "clothes", "document", "money", "illness"})


@dataclass(frozen=True, slots=True)
class _News:
    """What only one telling has, and how telling it is."""

    worth: float
    span: Span


def find_only_in(
    scene: Scene, readers: dict[str, Reader], passages: dict[str, Passage], told_twice: dict[str, set[int]],
    weights: dict[str, float],
) -> Iterator[OnlyIn]:  # fmt: skip
    """Find the few most telling things of each telling that the others do not tell, in the order of the text.

    `told_twice` are the sentences that have a counterpart in another telling: of these
    only things and places that the others do not name are news.
    """
    for place in scene.passages:
        reader = readers[place.telling]
        others = [passages[name] for name in passages if name != place.telling]
        said = frozenset[str]().union(*(other.said for other in others))
        rings = frozenset[int]().union(*(other.rings for other in others))
        news: list[_News] = []
        for number in place.sentences:
            if number in told_twice[place.telling]:
                news.extend(_find_things(reader, number, said, rings, weights))
            else:
                news.append(_weigh_sentence(reader, number, said, weights))
        best = sorted(news, key=lambda one: (-one.worth, one.span))[: _MOST if others else 1]
        for one in sorted(best, key=lambda one: one.span):
            yield OnlyIn(scene.slug, reader.quote(one.span))


def _weigh_sentence(reader: Reader, number: int, said: frozenset[str], weights: dict[str, float]) -> _News:
    """A sentence is worth the weight of its new words; long ones do not win by length alone."""
    stems = [stem for stem in sorted(reader.content(number)) if stem[0] not in "@!"]
    new = sum(weights.get(stem, 0.0) for stem in stems if stem not in said)
    first = reader.text(reader.telling.words.first[number])
    clear = 0.7 if reader.vocabulary.classes.get(first) == "person" else 1.0  # "He is furious": who is?
    return _News(clear * new / max(1, len(stems)) ** 0.5, reader.telling.sentences[number].span)


def _find_things(
    reader: Reader, number: int, said: frozenset[str], rings: frozenset[int], weights: dict[str, float]
) -> Iterator[_News]:
    fresh = reader.glance(number).said - said
    if not any(reader.stem(word) in fresh and _may_be_thing(reader, word) for word in reader.words(number)):
        return  # most sentences need not be parsed to see that
    for phrase in reader.parse(number).phrases:
        if _is_news(reader, phrase, said, rings):
            yield _News(weights.get(reader.stem(phrase.head), 0.0), reader.span(phrase.words))


def _may_be_thing(reader: Reader, word: int) -> bool:
    written = reader.telling.words.texts[word]
    kinds = reader.vocabulary.kinds.get(find_singular(reader.text(word)), ())
    return written[0].isupper() or not _KINDS.isdisjoint(kinds)


def _is_news(reader: Reader, phrase: Phrase, said: frozenset[str], rings: frozenset[int]) -> bool:
    """Whether the phrase names a thing or a place that the other tellings have no word for."""
    vocabulary = reader.vocabulary
    thing = phrase.capital or _KINDS & set(vocabulary.kinds.get(phrase.noun, ()))
    # "well" and the S of U.S. are no things, "the well" is one.
    whole = len(reader.text(phrase.head)) > 2 and (phrase.capital or len(phrase.words) > 1)
    known = reader.stem(phrase.head) in said or set(vocabulary.rings.get(phrase.noun, ())) & rings
    return bool(thing) and whole and not known and not phrase.who and not phrase.pronoun
