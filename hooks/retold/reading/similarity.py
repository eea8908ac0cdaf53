"""Weigh how likely a sentence of one telling retells a sentence of another.

Each sentence is taken as drawn word by word from the other one, or else from the words of
all tellings (the query likelihood of Ponte & Croft, "A language modeling approach to
information retrieval", 1998, with Jelinek-Mercer smoothing): a shared rare word speaks for
the pair, each word that is not shared a little against it.  No list of stop words and no
scale of similarity is needed.  Pairs come from an inverted index of the rarer stems.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from operator import itemgetter

from retold.model import People, Telling
from retold.reading.stems import find_stems

# Stems, each once, in the order of the text: a set would have an order of its own in every run.
Bag = tuple[str, ...]
Weighted = Mapping[str, float]
# Marks a character among stems.
PERSON = "@"
Links = tuple[dict[int, float], ...]

# The share of a sentence's words that a sentence telling the same would share.
_SHARED = 0.18
# How much likelier than chance a pair is before a word is read: in a scene of some sentences some pair fits.  That
# holds for tellings as long as a usual synopsis; in longer ones each sentence meets more that fit by chance, in
# proportion to their number (natural logarithm of the odds).
_HEAD_START, _USUAL_LENGTH = 2.0, 50
# Words of one sentence are not drawn independently; this much their evidence counts more, once the order helps.
_SHARPNESS = 1.2
# No pair is surer, for or against, than this (natural logarithm of the odds).
SUREST, UNLIKELIEST = 8.0, -2.0
# A stem in more sentences than this finds no pairs by itself: it says little, and looking it up costs much.
_COMMON = 40
# So many partners of a sentence are kept.
_PARTNERS = 16


def read_bags(telling: Telling, people: People) -> list[Bag]:
    """Read every sentence as its stems and its characters, each once.

    A pronoun counts as whom it means.
    """
    words = telling.words
    bags = [tuple(dict.fromkeys(find_stems(words.texts[begin:end]))) for begin, end in pairwise(words.first)]
    starts, name = [sentence.span.start for sentence in telling.sentences], telling.name
    for character in people.characters:
        places = [mention.span.start for mention in character.mentions if mention.telling == name]
        marker = (PERSON + character.slug,)
        for number in dict.fromkeys([bisect_right(starts, place) - 1 for place in places]):
            bags[number] += marker
    return bags


def weigh_words(tellings: Sequence[Sequence[Bag]]) -> list[Weighed]:
    """Give half the evidence in each word of each sentence when another sentence shares it, rare words most."""
    counts: Counter[str] = Counter()
    for bags in tellings:
        counts.update(chain.from_iterable(bags))
    return [Weighed(bags, counts) for bags in tellings]


class Weighed:
    """The sentences of a telling as weighted words, worked out when asked for: a novel's would fill the memory."""

    def __init__(self, bags: Sequence[Bag], counts: Counter[str]) -> None:
        self.bags = bags
        self._counts = dict(counts)  # a plain one is quicker to ask
        self._total = sum(counts.values())
        self._by_length: dict[int, _Weights] = {}

    def __len__(self) -> int:
        return len(self.bags)

    def __iter__(self) -> Iterator[Weighted]:
        return map(self._weigh, self.bags)

    def __getitem__(self, number: int) -> Weighted:
        return self._weigh(self.bags[number])

    def _weigh(self, bag: Bag) -> Weighted:
        weights = self._by_length.get(len(bag))
        if weights is None:
            weights = self._by_length[len(bag)] = _Weights(self._total, len(bag))
        counts = self._counts
        return {stem: weights[counts[stem]] for stem in bag}


class _Weights(dict[int, float]):
    """The weight of a word in a sentence of one length, by how many sentences have it."""

    def __init__(self, total: int, length: int) -> None:
        super().__init__()
        self.total, self.length = total, length

    def __missing__(self, count: int) -> float:
        odds = _SHARED / (1 - _SHARED) * self.total / count
        weight = self[count] = 0.5 * math.log1p(odds / self.length)
        return weight


def find_links(one: Iterable[Weighted], other: Iterable[Weighted]) -> tuple[Links, Links]:
    """Find the likely partners of every sentence, with odds; once from either side."""
    sentences, others = list(one), list(other)
    index: dict[str, list[tuple[int, float]]] = {}
    for number, words in enumerate(others):
        for stem, weight in words.items():
            index.setdefault(stem, []).append((number, weight))
    links: Links = tuple({} for _ in sentences)
    back: Links = tuple({} for _ in others)
    head_start = _weigh_head_start(len(sentences), len(others))
    for number, mine in enumerate(sentences):
        for partner, shared in _find_partners(mine, others, index):
            odds = _odds(shared, len(mine) + len(others[partner]), head_start)
            links[number][partner] = back[partner][number] = odds
    return links, back


def _find_partners(
    mine: Weighted, others: Sequence[Weighted], index: Mapping[str, list[tuple[int, float]]]
) -> Iterator[tuple[int, float]]:
    """Give the sentences that share most of a sentence's rarer stems, with the weight of all that they share."""
    shared: dict[int, float] = {}
    known, common = shared.get, []
    for stem, weight in mine.items():
        places = index.get(stem, ())
        if len(places) > _COMMON:
            common.append(stem)
            continue
        for other, their_weight in places:
            shared[other] = known(other, 0.0) + weight + their_weight
    for other, rare in sorted(shared.items(), key=itemgetter(1), reverse=True)[:_PARTNERS]:
        theirs = others[other]
        yield other, rare + sum([mine[stem] + theirs[stem] for stem in common if stem in theirs])


def _weigh_head_start(length: int, other_length: int) -> float:
    """The same from either side, so that neither telling is the first."""
    longer = math.log(max(1, length * other_length)) / 2 - math.log(_USUAL_LENGTH)
    return _HEAD_START - max(0.0, longer)


def _odds(shared: float, words: int, head_start: float) -> float:
    """Odds that two sentences tell the same, from the weight of what they share and their number of words."""
    against = math.log1p(-_SHARED) * words / 2
    return math.exp(min(SUREST, max(UNLIKELIEST, _SHARPNESS * (shared + against) + head_start)))
