"""What the characters are to one another, once for every telling that says it."""

from __future__ import annotations

from bisect import bisect_right

from retold.model import Quote, Relation
from retold.reading.follow import Heard
from retold.reading.kin import word_of_kind
from retold.reading.statements import COUPLE, Cast, Statement, state_facts
from retold.reading.track import Track

# Both sides of a relation count as one: a son's father and a father's son.
_OTHER_SIDE = {"parent": "child", "teacher": "student", "boss": "employee"}

_Key = tuple[frozenset[int], str]


def state_relations(tracks: tuple[Track, ...], heard: tuple[Heard, ...], cast: Cast) -> tuple[Relation, ...]:
    """Give every relation once a telling, with the sentence that says it.

    All tellings' quotes of one relation stand under the word of the first; `later` says what
    became of a couple.
    """
    stated = [state_facts(track, found, cast) for track, found in zip(tracks, heard, strict=True)]
    stages: dict[frozenset[int], int] = {}
    told: dict[_Key, Statement] = {}
    for statement in (statement for statements in stated for statement in statements):
        key = _key(statement)
        told.setdefault(key, statement)
        if statement.kind in COUPLE:
            stages[key[0]] = max(stages.get(key[0], 0), COUPLE.index(statement.kind))
    relations = []
    for track, statements in zip(tracks, stated, strict=True):
        for key, place in _first_places(statements).items():
            later = _later(told[key], stages.get(key[0], 0), cast)
            relations.append(_relation(told[key], later, _quote_sentence(track, place), cast))
    return tuple(relations)


def _key(statement: Statement) -> _Key:
    pair = frozenset((statement.person, statement.other))
    return pair, "couple" if statement.kind in COUPLE else _OTHER_SIDE.get(statement.kind, statement.kind)


def _first_places(statements: list[Statement]) -> dict[_Key, int]:
    places: dict[_Key, int] = {}
    for statement in statements:
        places.setdefault(_key(statement), statement.place)
    return places


def _later(told: Statement, stage: int, cast: Cast) -> str:
    """Say what the person became: a wife an ex-wife, a fiancée a wife."""
    if told.kind not in COUPLE or COUPLE.index(told.kind) >= stage:
        return ""
    kind = COUPLE[stage]
    ex = "ex-" if kind.startswith("ex ") else ""
    return ex + word_of_kind(kind.removeprefix("ex "), cast.genders[told.person], cast.lexicon)


def _relation(told: Statement, later: str, quote: Quote, cast: Cast) -> Relation:
    return Relation(cast.persons[told.person].slug, told.word, cast.persons[told.other].slug, quote, later)


def _quote_sentence(track: Track, word: int) -> Quote:
    number = bisect_right(track.telling.words.first, word) - 1
    span = track.telling.sentences[number].span
    return Quote(track.telling.name, span, track.telling.text[span.start : span.end])
