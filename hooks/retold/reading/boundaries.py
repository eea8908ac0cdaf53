"""What a telling itself shows where one scene may end and the next begin.

Story tellers mark new episodes by a change of place, time or people and by what stands
first in the sentence (Chafe, "The deployment of consciousness in the production of a
narrative", 1980; Hearst, "TextTiling", 1997, for the words of a few sentences on either side).
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice, pairwise, repeat, starmap, tee

from retold.lexicon import Lexicon
from retold.model import People, Quote, Telling
from retold.reading.places import find_places
from retold.reading.similarity import PERSON, Bag, Weighed, Weighted
from retold.reading.stems import find_stem
from retold.reading.times import find_opening_times

# In a telling of one paragraph the missing breaks tell nothing: the usual share of breaks stands for them.
_USUAL_BREAKS = 0.15
# The longer a telling, the more sentences it has for one event: counted as logarithm over a usual synopsis' length,
# up to a book of some thousand sentences.
_USUAL_LENGTH, _LONG = 50, 4.0
# So many sentences on either side are compared: their words, and the people in them.
_WORDS_AROUND, _PEOPLE_AROUND = 3, 2
# A place is new when so many sentences before do not name it.
_PLACES_AROUND = 3

# What may stand before a subject: marks, and words that only join sentences.
_BEFORE_SUBJECTS = frozenset(('"', "“", "‘", "'", "(", "[", "and", "but", "or", "so", "yet"))
# Yes and no as numbers, kept once.
_TOLD = (0.0, 1.0)


def describe_boundaries(
    telling: Telling, weights: Weighed, people: People, lexicon: Lexicon
) -> Iterator[tuple[float, ...]]:
    """Give for each sentence and the next what speaks for or against a boundary, in the order of `cohesion.WEIGHTS`.

    Args:
        telling: The telling.
        weights: The weighted words of each of its sentences.
        people: Whose names and pronouns open sentences and are no places.
        lexicon: The word lists.
    """
    persons = [tuple([stem for stem in bag if stem[0] == PERSON]) for bag in weights.bags]
    words, words_around = tee(weights)  # worked out once for both, and only as far as both have read
    length = min(_LONG, math.log(max(1, len(weights)) / _USUAL_LENGTH))
    times = find_opening_times(telling, range(1, len(weights)), lexicon)
    return zip(
        repeat(1.0),
        repeat(length),
        _find_breaks(telling),
        _share_words(words),
        _share_words_around(words_around),
        (_TOLD[bool(time)] for time in times),
        _find_new_places(find_places(telling, people, lexicon)),
        _find_subjects_first(telling, people, lexicon),
        _find_stems(islice(weights.bags, 1, None), "opening_words", lexicon),
        _find_stems(weights.bags, "closing_words", lexicon),
        _speech_goes_on(telling),
        _share_entries(persons),
        _share_people_around(persons),
        strict=False,
    )


def _find_breaks(telling: Telling) -> list[float]:
    breaks = [float(here.paragraph != after.paragraph) for here, after in pairwise(telling.sentences)]
    return breaks if any(breaks) else [_USUAL_BREAKS] * len(breaks)


def _share_words(weights: Iterable[Weighted]) -> Iterator[float]:
    """The weight of the words that neighbours have in common, as a share of all their words."""
    return starmap(_compare_words, pairwise((words, sum(words.values())) for words in weights))


def _share_words_around(weights: Iterable[Weighted]) -> Iterator[float]:
    """The same of the sentences around a boundary; at a telling's ends there are fewer."""
    around: deque[Weighted] = deque(maxlen=_WORDS_AROUND)
    waiting: deque[tuple[Weighted, float]] = deque()
    nothing: Weighted = {}
    for words in chain(weights, repeat(nothing, _WORDS_AROUND - 1)):
        around.append(words)
        window: dict[str, float] = {}
        for near in around:
            window |= near
        waiting.append((window, sum(window.values())))
        if len(waiting) > _WORDS_AROUND:
            yield _compare_words(waiting.popleft(), waiting[-1])


def _compare_words(one: tuple[Weighted, float], other: tuple[Weighted, float]) -> float:
    (mine, total), (theirs, their_total) = one, other
    shared = sum([mine[stem] + theirs[stem] for stem in filter(theirs.__contains__, mine)])
    return shared / (total + their_total or 1.0)


def _find_new_places(places: Sequence[tuple[Quote, ...]]) -> Iterator[float]:
    """Whether a sentence names a place that those before it do not name."""
    around: deque[set[str]] = deque([{quote.text.lower() for quote in quotes} for quotes in places[:1]], _PLACES_AROUND)
    for quotes in islice(places, 1, None):
        named = {quote.text.lower() for quote in quotes}
        yield _TOLD[bool(named) and not named <= set().union(*around)]
        around.append(named)


def _find_subjects_first(telling: Telling, people: People, lexicon: Lexicon) -> Iterator[float]:
    """Whether a sentence begins with its subject, not with when, where or how."""
    openers = frozenset(lexicon.words("subject_openers"))
    texts, starts = telling.words.texts, telling.words.starts
    firsts = [
        next((i for i in range(at, min(end, at + 3)) if texts[i].lower() not in _BEFORE_SUBJECTS), at)
        for at, end in pairwise(telling.words.first[1:])
    ]
    openings = {starts[first] for first in firsts}
    name = telling.name
    spans = [m.span for c in people.characters for m in c.mentions if m.telling == name and m.span.start in openings]
    names = {span.start for span in spans}
    return (_TOLD[starts[first] in names or texts[first].lower() in openers] for first in firsts)


def _find_stems(bags: Iterable[Bag], name: str, lexicon: Lexicon) -> Iterator[float]:
    stems = _load_stems(name, lexicon)
    return (_TOLD[not stems.isdisjoint(bag)] for bag in bags)


@cache
def _load_stems(name: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(find_stem, lexicon.words(name)))


def _speech_goes_on(telling: Telling) -> Iterator[float]:
    """Tell for every sentence whether a quotation is open at its end; none outlasts its paragraph."""
    text, is_open, paragraph = telling.text, False, 0
    for sentence in telling.sentences:
        is_open, paragraph = is_open and sentence.paragraph == paragraph, sentence.paragraph
        start, end = sentence.span.start, sentence.span.end
        opened, closed = text.rfind("“", start, end), text.rfind("”", start, end)
        if opened != closed:
            is_open = opened > closed
        is_open = is_open != bool(text.count('"', start, end) % 2)
        yield _TOLD[is_open]


def _share_entries(persons: Sequence[Sequence[str]]) -> Iterator[float]:
    """The share of a sentence's people who were not in the one before."""
    return (sum(who not in mine for who in after) / (len(after) + 1) for mine, after in pairwise(persons))


def _share_people_around(persons: Sequence[Sequence[str]]) -> Iterator[float]:
    """The share of the people around a boundary who are on both sides (Jaccard's index)."""
    for n in range(1, len(persons)):
        before = set(chain.from_iterable(persons[max(0, n - _PEOPLE_AROUND) : n]))
        after = set(chain.from_iterable(persons[n : n + _PEOPLE_AROUND]))
        shared = len(before & after)
        yield shared / (len(before) + len(after) - shared or 1)
