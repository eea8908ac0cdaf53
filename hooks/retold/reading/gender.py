"""Whether a telling calls somebody he or she.

Titles, kin words and first names speak first; pronouns over all tellings decide what they leave
open.
"""

from __future__ import annotations

from retold.lexicon import Lexicon
from retold.model import Evidence, Gender, Mention, Note, Person, Span
from retold.reading.gender_votes import find_sites, settle_votes
from retold.reading.grammar import Grammar
from retold.reading.line import Phrase
from retold.reading.names import NameLists, NameParts, names_of, part_name
from retold.reading.track import Track

_TITLE, _KIN, _FULL_NAME, _FIRST_NAME, _ACTOR = 6.0, 4.0, 3.0, 2.0, 1.0  # log odds that each clue adds
_DOUBT = 3.0  # log odds for both genders from which a contributor is asked to look
_ENOUGH = 0.5  # log odds from which a gender is told


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
    sites = [site for track in tracks for site in find_sites(track, grammar)]
    odds = settle_votes(fixed, sites)
    for clues, before, after in zip(evidence, fixed, odds, strict=True):
        if after != before:
            clues.append(Evidence("pronouns", "she" if after > before else "he", round(after - before, 2)))
    neither = {person for track in tracks for person in _called_neither(track, grammar)}
    genders = tuple("x" if n in neither else _gender(*told) for n, told in enumerate(zip(persons, odds, strict=True)))
    return genders, tuple(tuple(map(_spell, clues)) for clues in evidence)


def _spell(clue: Evidence) -> Evidence:
    """Say which gender a clue speaks for, so that its weight needs no sign."""
    return Evidence(f"gender {'f' if clue.weight > 0 else 'm'}, {clue.rule}", clue.saw, abs(clue.weight))


def _called_neither(track: Track, grammar: Grammar) -> set[int]:
    """Give those of whom a telling says that they are neither: "Robin, a non-binary singer"."""
    found = set()
    for i in [i for i in track.marked if track.low[i] in grammar.neither]:
        named = [j for j in range(i - 1, max(-1, i - 6), -1) if track.who[j] >= 0]
        if named and not track.owns(named[0] + 1):
            found.add(track.who[named[0]])
    return found


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
        clues.append(Evidence("title", title[0], _TITLE if title[1] == "f" else -_TITLE))
    clues += _first_name(parts, names, "first name", _FULL_NAME, _FIRST_NAME)[:1]
    actors = [part_name(credit.text, names) for credit in person.credits]
    return clues + _first_name(actors, names, "actor", _ACTOR, 0.0)[:1]


def _first_name(parts: list[NameParts], names: NameLists, rule: str, full: float, single: float) -> list[Evidence]:
    """Judge by the names before the last one, less surely by a name that stands alone."""
    clues = []
    for part in parts:
        given = part.tokens[:-1] or (() if part.titles else part.tokens)  # "Major Shannon" is a surname
        syllables = bool(part.tokens) and "-" in part.tokens[-1]  # Park Min-ho is a Park
        for word in part.tokens[-1:] if syllables else given:
            full_forms = {names.first_names.get(form, "x") for form in names.nicknames.get(word, ())}
            gender = names.first_names.get(word) or (full_forms.pop() if len(full_forms) == 1 else None)
            if gender in ("f", "m"):
                weight = full if len(part.tokens) > 1 else single
                clues.append(Evidence(rule, word, weight if gender == "f" else -weight))
    return clues


def _hear_kin_words(track: Track, phrase: Phrase, evidence: list[list[Evidence]]) -> None:
    gender = phrase.noun.bond.gender
    if gender is None:
        return
    for kind, word in phrase.bearers:
        if kind == "name":
            saw = " ".join(track.low[phrase.start : phrase.head + 1])
            clue = Evidence("called", saw, _KIN if gender == "f" else -_KIN)
            evidence[track.who[word]].append(clue)


def find_gender_doubts(persons: tuple[Person, ...], clues: tuple[tuple[Evidence, ...], ...]) -> tuple[Note, ...]:
    """Give a note for everybody whom the tellings call both he and she with some weight."""
    notes = []
    for person, told in zip(persons, clues, strict=True):
        said = tuple(clue for clue in told if not clue.rule.endswith("name"))  # Chris may be either
        weights = {gender: sum(c.weight for c in said if c.rule.startswith(f"gender {gender}")) for gender in "fm"}
        if min(weights.values()) >= _DOUBT:
            reasons = ", ".join(f"“{clue.saw}”" for clue in said)
            where = person.mentions[0] if person.mentions else Mention("", Span(0, 0), "name")
            message = f"{person.name} may be a woman or a man: the tellings say {reasons}"
            notes.append(Note(message, where.telling, where.span))
    return tuple(notes)
