"""What the pronouns of the tellings say of genders, when each counts for all whom it may mean.

The shares are found by expectation-maximisation, after N. Ge, J. Hale and E. Charniak, "A
statistical approach to anaphora resolution" (1998), who learnt genders from pronouns the same way.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from retold.reading.grammar import Grammar
from retold.reading.track import Track

_PRONOUN, _BESIDE = 1.2, 2.6  # log odds that a pronoun adds, and one that can only mean the name beside it
_UNNAMED = 0.2  # share of those who are not named
_ROUNDS = 3


class Site(NamedTuple):
    """A pronoun, those whom it may mean with the weight of each, and how much it counts."""

    female: bool
    people: tuple[tuple[int, float], ...]
    counts: float = _PRONOUN


def find_sites(track: Track, grammar: Grammar) -> list[Site]:
    """Give every pronoun with those who are named before it, in its sentence or the last one."""
    sites: list[Site] = []
    firsts = track.telling.words.first
    low, who = track.low, track.who
    marks = sorted([*track.name_end, *[i for i in track.marked if low[i] in grammar.pronouns and who[i] < 0]])
    sentence = -1
    earlier: dict[int, float] = {}
    here: dict[int, float] = {}
    for i in marks:
        while firsts[sentence + 1] <= i:
            sentence += 1
            if earlier or here:
                earlier = {person: weight * 0.4 for person, weight in {**earlier, **here}.items() if weight > 0.3}
                here = {}
        if who[i] >= 0:
            end = track.name_end[i]
            if not here or not track.owns(end):
                here = {person: weight * 0.6 for person, weight in here.items() if weight > 0.05}
            here[who[i]] = 1.0 if not track.owns(end) else 0.6
        else:
            people = tuple({**earlier, **here}.items())
            if people:
                sites.append(_site(track, grammar, i, people))
    return sites


def settle_votes(fixed: list[float], sites: list[Site]) -> list[float]:
    """Share the pronouns out among those they may mean, until the shares hold still."""
    odds = list(fixed)
    for _ in range(_ROUNDS):
        votes = list(fixed)
        she = [1 / (1 + exp(-max(-8.0, min(8.0, weight)))) for weight in odds]
        he = [1 - chance for chance in she]
        for female, people, counts in sites:
            chances, counted = (she, counts) if female else (he, -counts)
            shares = [weight * chances[person] for person, weight in people]
            total = sum(shares) + _UNNAMED
            for (person, _), share in zip(people, shares, strict=True):
                votes[person] += counted * share / total
        odds = votes
    return odds


def _site(track: Track, grammar: Grammar, i: int, people: tuple[tuple[int, float], ...]) -> Site:
    """Weigh a pronoun; in "Ann and her sons" and "Ann uses her powers" it stands beside its name."""
    pronoun = grammar.pronouns[track.low[i]]
    female = pronoun.gender == "f"
    if pronoun.stands in {"owner", "self"} or track.low[i] == "her":
        start = track.name_start(track.before_bracket(i - 1))
        if start >= 0:
            return Site(female, ((track.who[start], 1.0),), _BESIDE)
    elif pronoun.stands == "object":
        subject = _subject_near(track, grammar, i)
        people = tuple(person for person in people if person[0] != subject)
    return Site(female, people)


def _subject_near(track: Track, grammar: Grammar, i: int) -> int:
    """Give the person named just before a verb whose object cannot be the same: "Ann tells him"."""
    for j in range(i - 1, max(-1, i - 5), -1):
        if track.who[j] >= 0:
            return track.who[j]
        if track.low[j] in grammar.openers or not track.low[j][0].isalnum():
            return -1
    return -1
