"""Join groups that different tellings call differently: by the actor, by the spelling, by a pet name.

Within one telling two names are mostly two people; when each telling knows but one of
them, they are sooner one person whom the tellings call differently.
"""

from __future__ import annotations

from itertools import chain
from operator import attrgetter

from retold.model import Quote
from retold.reading.merge import Group
from retold.reading.names import NameLists

_TELLING = attrgetter("telling")
_ENDINGS = ("ie", "ey", "y")
_SHORTEST_STEM = 3
# Names of so many letters differ in a third of them at the most, and begin alike; Salome is not Salmon.
_SHORTEST_SPELLING, _MOST_OTHERWISE, _MOST_ALONE = 5, 3, 7

Credits = dict[int, tuple[Quote, ...]]


def join_across(groups: list[Group], played: Credits, names: NameLists) -> tuple[list[Group], Credits]:
    """Join the groups of several tellings that are one person; the actors follow them.

    Args:
        groups: The groups as one telling's rules left them.
        played: The actors of each group that has some, by the group's number.
        names: The lexicon's lists of names.

    Returns:
        The groups that remain, in their order, and the actors by the new numbers.
    """
    home: dict[Group, Group] = {}
    places = chain.from_iterable([form.places for group in groups for form in group.forms])
    several = len(set(map(_TELLING, places))) > 1
    if several:
        _join_by_actor(groups, played, home)
    _join_pet_names(groups, home)
    if several:
        _join_foreign_spellings(groups, names, home)
    if not home:
        return groups, played
    kept = [group for group in groups if group not in home]
    number_of = {group: number for number, group in enumerate(kept)}
    followed: dict[int, dict[Quote, None]] = {}
    for number, quotes in played.items():
        group = groups[number]
        while group in home:
            group = home[group]
        followed.setdefault(number_of[group], {}).update(dict.fromkeys(quotes))
    return kept, {number: tuple(quotes) for number, quotes in followed.items()}


def _absorb(one: Group, other: Group, rule: str, home: dict[Group, Group]) -> None:
    one.absorb(other, rule)
    home[other] = one


def _join_by_actor(groups: list[Group], played: Credits, home: dict[Group, Group]) -> None:
    """Join whom an actor plays in one telling to whom the same one plays in another."""
    roles: dict[str, list[tuple[str, Group]]] = {}
    for number in sorted(played):
        for quote in played[number]:
            roles.setdefault(quote.text, []).append((quote.telling, groups[number]))
    for actor, found in roles.items():
        told = [telling for telling, _ in found]
        different = list(dict.fromkeys(group for _, group in found if group not in home))
        # Who plays two roles in one telling may do so in the other.
        if len(different) == 2 and len(set(told)) == len(told) and _have_one_actor(different, groups, played):
            longest, other = sorted(different, key=lambda group: -group.size)
            _absorb(longest, other, f"both played by {actor}", home)


def _have_one_actor(different: list[Group], groups: list[Group], played: Credits) -> bool:
    """Tell whether each has one actor in a telling: not one as a child and one as an adult."""
    for number, quotes in played.items():
        if groups[number] in different:
            told = [quote.telling for quote in quotes]
            if len(set(told)) < len(told):
                return False
    return True


def _join_pet_names(groups: list[Group], home: dict[Group, Group]) -> None:
    """Join Dakky to the only one whose name begins so: Dakota Penn."""
    fuller: dict[str, dict[Group, None]] = {}
    for group in groups:
        for parts in group.parts:
            if len(parts.tokens) > 1 and group not in home:
                for token in (parts.given, *parts.nick):
                    fuller.setdefault(token[:_SHORTEST_STEM], {})[group] = None
    for group in groups:
        token, *more = group.parts[0].tokens
        ending = next((ending for ending in _ENDINGS if token.endswith(ending)), "")
        stem = token.removesuffix(ending)
        if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
            stem = stem[:-1]
        plain = len(group.forms) == 1 and not more and not group.parts[0].titles and group not in home
        if not plain or not ending or len(stem) < _SHORTEST_STEM:
            continue
        meant = [g for g in fuller.get(stem[:_SHORTEST_STEM], ()) if g is not group and _begins(g, stem, token)]
        if len(meant) == 1 and meant[0] not in home and not meant[0].differs_from(group):
            _absorb(meant[0], group, f"{token.title()} is a pet name", home)


def _begins(group: Group, stem: str, pet: str) -> bool:
    """Tell whether a given name or nickname of somebody begins with the stem of a pet name."""
    given = [token for parts in group.parts if len(parts.tokens) > 1 for token in (parts.given, *parts.nick)]
    return any(token.startswith(stem) and token != pet and len(token) > len(stem) for token in given)


def _join_foreign_spellings(groups: list[Group], names: NameLists, home: dict[Group, Group]) -> None:
    """Join names that two tellings spell otherwise: Sergei Volkoff, Sergej Volkov."""
    alike: dict[str, list[tuple[Group, tuple[str, ...], set[str]]]] = {}
    for group in groups:
        parts = max(group.parts, key=lambda parts: len(parts.tokens))
        if group in home or (parts.titles and len(parts.tokens) == 1):
            continue
        tellings = group.list_tellings(parts.tokens[-1])
        known = alike.setdefault("".join(token[0] for token in parts.tokens), [])
        apart = (one for one in known if one[2].isdisjoint(tellings))
        twin = next((one for one, tokens, _ in apart if _are_spellings(tokens, parts.tokens, names)), None)
        if twin:
            _absorb(twin, group, "spelt otherwise in another telling", home)
        else:
            known.append((group, parts.tokens, tellings))


def _are_spellings(one: tuple[str, ...], other: tuple[str, ...], names: NameLists) -> bool:
    """Tell whether two names, word for word, may be one name in two spellings."""
    if len(one) != len(other) or one == other:
        return False
    # Two names that many bear, Marian and Marina, are two names.
    if len(one) == 1 and all(name in names.first_names or name in names.places for name in (*one, *other)):
        return False
    share = _MOST_ALONE if len(one) == 1 else _MOST_OTHERWISE
    return all(a == b or _is_respelt(a, b, share, names) for a, b in zip(one, other, strict=True))


def _is_respelt(one: str, other: str, share: int, names: NameLists) -> bool:
    short, long = sorted((len(one), len(other)))
    if short < _SHORTEST_SPELLING or long - short > 2 or (one in names.words and other in names.words):
        return False
    return count_edits(one, other) <= max(1, long // share)


def count_edits(one: str, other: str) -> int:
    """Count the letters to change, insert, leave out or swap (Damerau 1964, Levenshtein 1966)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, counterpart in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != counterpart))
            if i > 1 and j > 1 and letter == other[j - 2] and counterpart == one[i - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
