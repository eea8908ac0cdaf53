"""Tell actors credited by surname alone from characters: "Joe Hart (Reed) meets Ann (Brook)"."""

from __future__ import annotations

import re

from retold.model import Quote, Span, Telling
from retold.reading.identity import Places
from retold.reading.merge import Group
from retold.reading.names import NameLists

_BRACKETED = re.compile(r"\(\s*[^\s()]+\s*\)")
Credits = dict[int, tuple[Quote, ...]]
# A group's number, the number of the group before the bracket, and where the surname stands.
_Bracketed = dict[int, list[tuple[int, Quote]]]


def credit_surnames(
    tellings: tuple[Telling, ...], groups: list[Group], played: Credits, names: NameLists
) -> tuple[list[Group], Credits]:
    """Take lone surnames in brackets behind a name for actors, not for characters.

    Args:
        tellings: All tellings of the story.
        groups: The groups of forms.
        played: The actors of each group that has some, by the group's number.
        names: The lexicon's lists of names.

    Returns:
        The groups without those actors, and everybody's actors by the new numbers; whoever
        has a full name's credit already gets no surname beside it.
    """
    bracketed: _Bracketed = {}
    for telling in tellings:
        if _BRACKETED.search(telling.text):
            _find_bracketed(telling, groups, names, bracketed)
    known = {quote.text.split()[-1].lower() for quotes in played.values() for quote in quotes}
    actors = _choose_actors(groups, bracketed, known, names)
    if not actors:
        return groups, played
    credits_of = {number: dict.fromkeys(quotes) for number, quotes in played.items() if number not in actors}
    for number in actors:
        for bearer, quote in bracketed[number]:
            if bearer not in credits_of and bearer not in actors:
                credits_of[bearer] = {quote: None}
    kept = [number for number in range(len(groups)) if number not in actors]
    renumbered = {number: new for new, number in enumerate(kept)}
    return [groups[number] for number in kept], {
        renumbered[number]: tuple(credits_of[number]) for number in sorted(credits_of)
    }


def _find_bracketed(telling: Telling, groups: list[Group], names: NameLists, bracketed: _Bracketed) -> None:
    """Find the names that stand alone in brackets behind another's name."""
    places = Places(telling, groups, names)
    for first in places.firsts:
        end = places.end_of[first]
        if places.texts[first - 1] == "(" and places.texts[end] == ")" and end == first + 1:
            before = places.before(first - 1, 1)
            if before >= 0 and places.group_at[before] != places.group_at[first]:
                word = telling.words.starts[first]
                span = Span(word, word + len(places.texts[first]))
                quote = Quote(telling.name, span, places.texts[first])
                bracketed.setdefault(places.group_at[first], []).append((places.group_at[before], quote))


def _choose_actors(groups: list[Group], bracketed: _Bracketed, known: set[str], names: NameLists) -> set[int]:
    """Choose who is an actor: named nowhere else, and by a surname that no character bears."""
    alone = {number for number, found in bracketed.items() if groups[number].size == len(found)}
    token = {number: groups[number].parts[0].tokens[-1] for number in alone}
    borne = {parts.surname for number, group in enumerate(groups) if number not in alone for parts in group.parts}
    sure = {
        number
        for number in alone
        if token[number] in known or (token[number] in names.surnames and token[number] not in names.first_names)
    }
    # "Clark" may be a first name, and the character's other name; where others are credited so, it is an actor.
    both = {number for number in alone if token[number] in names.surnames} if sure else set()
    return {number for number in sure | both if token[number] not in borne}
