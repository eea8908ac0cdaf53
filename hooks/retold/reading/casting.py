"""Give every credited actor to the group that the bracket speaks of."""

from __future__ import annotations

from retold.model import Quote, Span, Telling
from retold.reading.credits import Bracket, find_brackets
from retold.reading.identity import Places
from retold.reading.merge import Group
from retold.reading.names import NameLists


def find_credits(tellings: tuple[Telling, ...], groups: list[Group], names: NameLists) -> dict[int, tuple[Quote, ...]]:
    """Give the actors of each group that has some, by the group's number."""
    found: dict[int, dict[Quote, None]] = {}
    for telling in tellings:
        brackets = find_brackets(telling, names)
        if not brackets:
            continue
        places = Places(telling, groups, names)
        for bracket in brackets:
            first = _find_character(places, bracket)
            if first >= 0:
                quotes = found.setdefault(places.group_at[first], {})
                quotes.update(dict.fromkeys(_quote(telling, actor) for actor in bracket.actors))
    return {number: tuple(quotes) for number, quotes in found.items()}


def _find_character(places: Places, bracket: Bracket) -> int:
    """Give the first word of the name that a bracket credits, or -1.

    It stands directly before the bracket; or behind it, "a woman (Actor) named Ann"; or
    before it with a remark between, "Igor, pronounced so (Actor)".
    """
    texts, start, stop = places.texts, bracket.words.start, bracket.words.stop
    first = places.before(start, 1)
    if first >= 0 and (places.end_of[first] == start or texts[start - 1] in ',"”'):
        return first
    if texts[stop] in places.contexts["namers"]:
        return places.at(stop + 1)
    first = places.before(start, 8)
    if first < 0 or texts[places.end_of[first]] != ",":
        return -1
    remark = texts[places.end_of[first] + 1 : start]
    tells = places.contexts["auxiliaries"] | places.contexts["possessives"] | places.contexts["relatives"]
    acts = any(word in tells or word in places.names.person_verbs or word in ("and", ",") for word in remark)
    return -1 if acts or texts[start - 1] in places.names.kin else first


def _quote(telling: Telling, words: range) -> Quote:
    texts, starts = telling.words.texts, telling.words.starts
    span = Span(starts[words.start], starts[words.stop - 1] + len(texts[words.stop - 1]))
    return Quote(telling.name, span, telling.text[span.start : span.end])
