"""Whether a telling calls somebody he or she.

Titles, kin words and first names speak first; pronouns over all tellings decide what they leave
open.  A pronoun counts for each of those it may mean, in the measure in which it may mean them,
and the shares are found by expectation-maximisation, after N. Ge, J. Hale and E. Charniak, "A
statistical approach to anaphora resolution" (1998), who learnt genders from pronouns the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from retold.lexicon import Lexicon
from retold.model import Evidence, Gender, Person
from retold.reading.grammar import Grammar
from retold.reading.line import Phrase
from retold.reading.names import NameLists, names_of, part_name
from retold.reading.track import Track

_TITLE, _KIN, _FULL_NAME, _FIRST_NAME, _PRONOUN = 6.0, 4.0, 3.0, 2.0, 1.2  # log odds that each clue adds
_ENOUGH = 0.5  # log odds from which a gender is told
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class _Site:
    """A pronoun and those whom it may mean, with the weight of each."""

    female: bool
    people: tuple[tuple[int, float], ...]


def tell_genders(
    persons: tuple[Person, ...],
    tracks: tuple[Track, ...],
    phrases: tuple[dict[int, Phrase], ...],
    grammar: Grammar,
    lexicon: Lexicon,
) -> tuple[tuple[Gender | None, ...], tuple[tuple[Evidence, ...], ...]]:
    """Tell the gender of every person, and why."""
    names = names_of(lexicon)
    evidence: list[list[Evidence]] = [_named_gender(person, names) for person in persons]
    for track, found in zip(tracks, phrases, strict=True):
        for phrase in found.values():
            _hear_kin_words(track, phrase, evidence)
    fixed = [sum(clue.weight for clue in clues) for clues in evidence]
    sites = [site for track in tracks for site in _pronoun_sites(track, grammar)]
    odds = _settle(fixed, sites)
    for clues, before, after in zip(evidence, fixed, odds, strict=True):
        if after != before:
            clues.append(Evidence("gender: pronouns", "she" if after > before else "he", round(after - before, 2)))
    genders = tuple(_gender(person, weight) for person, weight in zip(persons, odds, strict=True))
    return genders, tuple(tuple(clues) for clues in evidence)


def _gender(person: Person, odds: float) -> Gender | None:
    if person.gender == "x":
        return "x"
    return "f" if odds >= _ENOUGH else "m" if odds <= -_ENOUGH else None


def _named_gender(person: Person, names: NameLists) -> list[Evidence]:
    """Judge by a title or a first name; positive weights say she, negative he."""
    clues = []
    forms = sorted({person.name, *person.aliases}, key=lambda form: (-len(form), form))
    parts = [part_name(form, names) for form in forms]
    title = next(((form, part.gender) for form, part in zip(forms, parts, strict=True) if part.gender), None)
    if title:
        clues.append(Evidence("gender: title", title[0], _TITLE if title[1] == "f" else -_TITLE))
    for part in parts:
        for word in part.tokens[:-1] or part.tokens:
            gender = names.first_names.get(word)
            if gender in ("f", "m"):
                weight = _FULL_NAME if len(part.tokens) > 1 else _FIRST_NAME
                return [*clues, Evidence("gender: first name", word, weight if gender == "f" else -weight)]
    return clues


def _hear_kin_words(track: Track, phrase: Phrase, evidence: list[list[Evidence]]) -> None:
    gender = phrase.noun.bond.gender
    if gender is None:
        return
    for kind, word in phrase.bearers:
        if kind == "name":
            saw = " ".join(track.low[phrase.start : phrase.head + 1])
            clue = Evidence("gender: called", saw, _KIN if gender == "f" else -_KIN)
            evidence[track.who[word]].append(clue)


def _pronoun_sites(track: Track, grammar: Grammar) -> list[_Site]:
    """Give every pronoun with those who are named before it, in its sentence or the last one."""
    sites: list[_Site] = []
    firsts = track.telling.words.first
    low, who = track.low, track.who
    marks = sorted([*track.name_end, *[i for i, word in enumerate(low) if word in grammar.pronouns and who[i] < 0]])
    sentence = -1
    earlier: dict[int, float] = {}
    here: dict[int, float] = {}
    for i in marks:
        while firsts[sentence + 1] <= i:
            sentence += 1
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
                sites.append(_Site(grammar.pronouns[low[i]].gender == "f", people))
    return sites


def _settle(fixed: list[float], sites: list[_Site]) -> list[float]:
    """Share the pronouns out among those they may mean, until the shares hold still."""
    odds = list(fixed)
    for _ in range(_ROUNDS):
        votes = list(fixed)
        chance = [1 / (1 + exp(-max(-8.0, min(8.0, weight)))) for weight in odds]
        for site in sites:
            shares = [(p, w * (chance[p] if site.female else 1 - chance[p])) for p, w in site.people]
            total = sum(share for _, share in shares) + 0.2  # somebody who is not named may be meant
            for person, share in shares:
                votes[person] += (_PRONOUN if site.female else -_PRONOUN) * share / total
        odds = votes
    return odds
