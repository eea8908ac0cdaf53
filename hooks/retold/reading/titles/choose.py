"""The titles of every scene: all candidates scored, the three best kept, no two scenes alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappushpop
from typing import NamedTuple

from retold.reading.titles.clauses import Clause
from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import LONGEST, SHORTEST, Cast, Line
from retold.reading.titles.nouns import find_event_nouns
from retold.reading.titles.realise import Speller
from retold.reading.titles.score import Surroundings, bound_score, look_around, score_phrase, weigh_clause
from retold.reading.titles.told import Told

_NOUN_TITLE = 0.9
# An event that only one telling names may be told by the way.
_LONE_NOUN_TITLE = 0.5
_WORST = -2.6
# More doubt than this about its pronouns and a title may be false: no title is better.
_MOST_DOUBT = 1.2
# So many titles of a scene are kept while better ones are still possible: three are shown, the rest stand in for
# those that another scene bears.
_ENOUGH = 3


class Offer(NamedTuple):
    """A possible title, its score, and the sentence that it is made of, as (passage, line)."""

    text: str
    score: float
    source: tuple[int, int]


class Chance(NamedTuple):
    """A clause that has not been spelled yet, the best score that its title could have, and what its title has anyway."""

    bound: float
    worth: float
    clause: Clause
    ends: list[tuple[int, float]]
    speller: Speller
    around: Surroundings
    source: tuple[int, int]


def find_chances(
    passages: list[list[Told]], counts: Mapping[str, int], cast: Cast, grammar: Grammar
) -> tuple[list[Chance], list[Offer]]:
    """Find the clauses of one scene that could be its title, and the titles that are no clause.

    Args:
        passages: The scene's sentences, a list for each telling.
        counts: How many of them have each stem.
        cast: The characters' names and genders.
        grammar: The word lists.
    """
    events = grammar.sets["event_nouns"]
    repeated = frozenset([stem for stem, count in counts.items() if count > 1])
    chances: list[Chance] = []
    offers: list[Offer] = []
    for number, sentences in enumerate(passages):
        others = frozenset(
            [stem for i, told in enumerate(passages) if i != number for one in told for stem in one.stems]
        )
        last = max(len(sentences) - 1, 1)
        for at, told in enumerate(sentences):
            line, source = told.line, (number, at)
            if not events.isdisjoint(line.lows):
                offers += [Offer(text, score, source) for text, score in _noun_titles(line, others, grammar)]
            if told.clauses:
                around = look_around(told.stems, others, repeated, at / last)
                speller = Speller(line, told.referents, cast, grammar)
                for clause, ends in told.clauses:
                    worth = weigh_clause(line, clause, around, grammar)
                    bound = bound_score(worth, line, clause, around)
                    chances.append(Chance(bound, worth, clause, ends, speller, around, source))
    return chances, offers


def score_titles(chances: list[Chance], offers: list[Offer]) -> list[Offer]:
    """Give the titles of one scene, best first: some offers, and what its clauses give.

    Clauses are spelled in the order of the best score that they could have, until no
    better title than the ones found can come (branch and bound).
    """
    best: dict[str, Offer] = {}
    for offer in offers:
        _keep(best, offer)
    _spell_best(chances, best)
    return sorted(
        [offer for offer in best.values() if offer.score > _WORST], key=lambda offer: (-offer.score, offer.text)
    )


def _keep(best: dict[str, Offer], offer: Offer) -> None:
    """Keep an offer unless its words have scored better."""
    known = best.get(offer.text)
    if known is None or known.score < offer.score:
        best[offer.text] = offer


def _spell_best(chances: list[Chance], best: dict[str, Offer]) -> None:
    """Add the titles of the clauses, the most promising first, as long as one could still be among the best."""
    scores = [_WORST] * _ENOUGH  # a heap: its first is the worst of the best
    # Sorting is stable: of equals the earlier in the text comes first.
    for bound, worth, clause, ends, speller, around, source in sorted(chances, key=lambda chance: -chance.bound):
        if bound <= scores[0]:
            break
        top = _WORST
        for end, cost in ends:
            phrase = speller.spell(clause, end)
            if phrase and phrase.doubt < _MOST_DOUBT:
                score = score_phrase(worth - cost, clause, end, phrase, around)
                _keep(best, Offer(capitalise(phrase.words), round(score, 3) + 0.0, source))  # no minus nought
                top = max(top, score)
        heappushpop(scores, top)


def _noun_titles(line: Line, others: frozenset[str], grammar: Grammar) -> Iterator[tuple[str, float]]:
    for words in find_event_nouns(line, grammar):
        if SHORTEST <= len(words) <= LONGEST:
            shared = sum(word.lower()[:6] in others for word in words[1:])
            yield capitalise(words), _NOUN_TITLE + 0.4 * shared if shared else _LONE_NOUN_TITLE


def capitalise(words: tuple[str, ...]) -> str:
    """Join words to a title."""
    text = " ".join(words)
    return text[:1].upper() + text[1:]
