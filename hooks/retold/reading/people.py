"""Resolve kin phrases and pronouns; find relations, descriptions, gender and unnamed roles."""

from __future__ import annotations

from collections import Counter

from retold.lexicon import Lexicon
from retold.model import Character, Evidence, Gender, Group, Mention, People, Person, Quote, Role, Telling
from retold.reading.descriptions import find_descriptions
from retold.reading.focus import Focus
from retold.reading.follow import Heard, follow_telling
from retold.reading.gender import find_gender_doubts, tell_genders
from retold.reading.grammar import load_grammar
from retold.reading.kin import inverse_kind
from retold.reading.line import Phrase
from retold.reading.names import names_of, part_name
from retold.reading.phrases import find_phrases
from retold.reading.relations import state_relations
from retold.reading.statements import Cast, find_bond_verbs
from retold.reading.ties import Ties
from retold.reading.track import Track, make_tracks


def find_people(tellings: tuple[Telling, ...], persons: tuple[Person, ...], lexicon: Lexicon) -> People:
    """Complete the named persons with everything else that the tellings say of them."""
    grammar = load_grammar(lexicon)
    tracks = make_tracks(tellings, persons, lexicon)
    phrases = tuple(find_phrases(track, grammar) for track in tracks)
    genders, clues = tell_genders(persons, tracks, phrases, grammar, lexicon)
    cast = Cast(persons, genders, grammar, lexicon)
    heard = _listen(tracks, phrases, cast)
    relations = state_relations(tracks, heard, cast)
    told = [find_descriptions(*telling, lexicon, len(persons)) for telling in zip(tracks, phrases, heard, strict=True)]
    described = [tuple(quote for telling in told for quote in telling[number]) for number in range(len(persons))]
    del phrases  # a novel's are many, and nobody asks for them again
    mentions, groups = _mentions(persons, tracks, heard)
    resolved = _explain_kin(persons, tracks, heard)
    evidence = [person.evidence + told + kin for person, told, kin in zip(persons, clues, resolved, strict=True)]
    characters = map(_character, persons, genders, mentions, described, evidence)
    return People(
        tuple(characters), relations, _roles(persons, tracks, heard), find_gender_doubts(persons, clues), groups
    )


def _listen(tracks: tuple[Track, ...], phrases: tuple[dict[int, Phrase], ...], cast: Cast) -> tuple[Heard, ...]:
    """Follow all tellings; what is said late may help to understand what stood early, on a second reading."""
    ties = Ties()
    names = names_of(cast.lexicon)
    surnames = tuple(part_name(person.name, names).surname for person in cast.persons)
    heard: list[Heard] = []
    asked = []
    for track, found in zip(tracks, phrases, strict=True):
        ties.asked = {}
        heard.append(follow_telling(track, found, cast.grammar, ties, Focus(cast.genders), surnames=surnames))
        asked.append(ties.asked)
        for statement in find_bond_verbs(track, heard[-1], cast):
            kind = statement.kind.removeprefix("ex ")
            ties.add(statement.person, kind, statement.other, inverse_kind(kind, cast.lexicon))
    for number, (track, found) in enumerate(zip(tracks, phrases, strict=True)):
        if ties.asked_too_early(asked[number]):
            heard[number] = Heard()  # frees what was heard first
            heard[number] = follow_telling(track, found, cast.grammar, ties, Focus(cast.genders), surnames=surnames)
    return tuple(heard)


def _mentions(
    persons: tuple[Person, ...], tracks: tuple[Track, ...], heard: tuple[Heard, ...]
) -> tuple[list[list[Mention]], tuple[Group, ...]]:
    mentions: list[list[Mention]] = [list(person.mentions) for person in persons]
    groups: list[Group] = []
    for track, found in zip(tracks, heard, strict=True):
        for word, people in sorted(found.meant.items()):
            noun = track.nouns.get(word)
            span = track.span(noun.start if noun else word, word + 1)
            if len(people) == 1:
                mentions[people[0]].append(Mention(track.telling.name, span, "kin" if noun else "pronoun"))
            else:
                groups.append(Group(track.telling.name, span, tuple(persons[p].slug for p in people)))
    return mentions, tuple(groups)


def _explain_kin(
    persons: tuple[Person, ...], tracks: tuple[Track, ...], heard: tuple[Heard, ...]
) -> list[tuple[Evidence, ...]]:
    """Say for every person which kin phrases were understood to mean them, and whose they are."""
    counts: list[Counter[str]] = [Counter() for _ in persons]
    for track, found in zip(tracks, heard, strict=True):
        for fact in found.facts:
            if not fact.stated:
                words = " ".join(track.low[fact.phrase.start : fact.phrase.end]).replace(" 's", "'s")
                counts[fact.person][f"“{words}”, of {persons[fact.other].name}"] += 1
    return [tuple(Evidence("kin phrase", saw, float(times)) for saw, times in said.items()) for said in counts]


def _roles(persons: tuple[Person, ...], tracks: tuple[Track, ...], heard: tuple[Heard, ...]) -> tuple[Role, ...]:
    roles: dict[tuple[int, str], list[Mention]] = {}
    for track, found in zip(tracks, heard, strict=True):
        for owners, phrase in found.unnamed:
            span = track.span(phrase.start, phrase.end)
            word = " ".join(track.low[phrase.noun.start : phrase.head + 1])
            for owner in owners:
                roles.setdefault((owner, word), []).append(Mention(track.telling.name, span, "kin"))
    return tuple(Role(persons[owner].slug, word, tuple(found)) for (owner, word), found in roles.items())


def _character(
    person: Person,
    gender: Gender | None,
    mentions: list[Mention],
    descriptions: tuple[Quote, ...],
    evidence: tuple[Evidence, ...],
) -> Character:
    return Character(
        person.slug,
        person.name,
        person.aliases,
        tuple(mentions),
        person.credits[0].text if person.credits else None,
        person.credits,
        gender,
        descriptions,
        evidence,
    )
