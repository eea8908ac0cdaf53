"""Join groups that statements, titles, marriages or spellings say are one; leave families out."""

from __future__ import annotations

from collections import Counter

from retold.model import Telling
from retold.reading.identity import Places, Statement, find_statements
from retold.reading.merge import Group, stands_for_family
from retold.reading.names import NameLists


def reunite_groups(tellings: tuple[Telling, ...], groups: list[Group], names: NameLists) -> list[Group]:
    """Look at all groups together once more and join what belongs together."""
    groups = _leave_out_families(groups)
    groups = _join_realms(_join_lone_titles(groups, names), names)
    groups = _join_short_names(groups, names) if len(tellings) > 1 else groups
    groups = _join_titled_spellings(_join_spellings(groups, names), names)
    statements = [found for telling in tellings for found in find_statements(telling, groups, names)]
    joined = _join_stated(groups, statements, names)
    return _join_married(tellings, joined, names)


def _leave_out_families(groups: list[Group]) -> list[Group]:
    """Leave out "the Hales" where somebody is a Hale; join "Larks'" to Lark."""
    bearer: dict[str, Group] = {}
    surnames: set[str] = set()
    for group in groups:
        for parts in group.parts:
            surnames |= {parts.surname} if len(parts.tokens) > 1 else set()
            for token in (*parts.tokens, *parts.nick):
                bearer.setdefault(token, group)
    kept = []
    for group in groups:
        token = group.parts[0].tokens[-1]
        one = next((bearer[t] for t in (token[:-1], token[:-2]) if t in bearer), None) if token.endswith("s") else None
        lone = len(group.forms) == 1 and len(group.parts[0].tokens) == 1 and not group.parts[0].titles
        if lone and token in surnames and stands_for_family(group.forms[0]):
            continue
        if one is None or one is group or not lone:
            kept.append(group)
        elif "after-the" not in group.counts() and "before-possessive" in group.counts():
            one.absorb(group, "possessive without an apostrophe of its own")
        elif "after-the" not in group.counts():
            kept.append(group)
    return kept


def _join_lone_titles(groups: list[Group], names: NameLists) -> list[Group]:
    """Join "the Governor" to the only one who bears that title, "the Queen" to the Queen of Spades."""
    titled: dict[str, list[Group]] = {}
    for group in groups:
        words = {word: None for parts in group.parts for title in parts.titles for word in title.split()}
        realms = [parts.tokens[0].partition(" of ")[0] for parts in group.parts if " of " in parts.tokens[0]]
        for word in words | dict.fromkeys(realm for realm in realms if realm in names.titles or realm in names.kin):
            titled.setdefault(word, []).append(group)
    kept = []
    for group in groups if titled else ():
        parts = group.parts[0]
        bearers = titled.get(parts.tokens[0], []) if len(group.forms) == 1 and len(parts.tokens) == 1 else []
        counts = group.counts() if len(bearers) == 1 and bearers[0] is not group else {}
        if "after-the-title" in counts or "after-the" in counts:
            bearers[0].absorb(group, "the only one with this title")
        else:
            kept.append(group)
    return kept if titled else groups


_COURTESY = ("mr", "mrs", "ms", "miss", "dr", "doctor", "sir", "lady", "lord", "madame", "monsieur")
_SHORT = 5  # letters; shorter surnames may differ in one and be two
_ACTS = ("before-person-verb", "before-verb", "before-possessive", "after-person-verb", "after-kin", "before-credit")
_PLACED = ("after-in", "after-place-preposition", "after-from", "after-motion-to", "after-on", "after-thing-of")


def _join_realms(groups: list[Group], names: NameLists) -> list[Group]:
    """Join Kent to the only Earl of Kent, where Kent does what a place cannot."""
    lords: dict[str, list[Group]] = {}
    for group in groups:
        for parts in group.parts:
            title, of, realm = parts.tokens[0].partition(" of ")
            if of and title in names.titles:
                lords.setdefault(realm.removeprefix("the "), []).append(group)
    kept = []
    for group in groups if lords else ():
        parts = group.parts[0]
        lord = lords.get(parts.tokens[0], []) if len(group.forms) == 1 and len(parts.tokens) == 1 else []
        counts = group.counts() if len(lord) == 1 and not parts.titles else {}
        acts, placed = (sum(counts.get(flag, 0.0) for flag in flags) for flags in (_ACTS, _PLACED))
        if lord and lord[0] is not group and acts > placed:
            lord[0].absorb(group, "called by the realm")
        else:
            kept.append(group)
    return kept if lords else groups


def _join_short_names(groups: list[Group], names: NameLists) -> list[Group]:
    """Join Lizzy of one telling to Elizabeth of another; whoever tells of both may mean two."""
    by_given: dict[str, list[Group]] = {}
    for group in groups:
        for given in {parts.tokens[0]: None for parts in group.parts}:
            by_given.setdefault(given, []).append(group)
    kept = list(groups)
    for group in sorted(groups, key=lambda group: len(group.forms[0].form)):
        parts = group.parts[0]
        if len(group.forms) > 1 or len(parts.tokens) > 1 or parts.titles:
            continue
        fuller = {g: None for name in sorted(names.nicknames.get(parts.tokens[0], ())) for g in by_given.get(name, ())}
        told = group.list_tellings()
        if len(fuller) != 1 or group in fuller:
            continue
        (one,) = fuller
        if one in kept and told.isdisjoint(one.list_tellings()) and _may_be_one(one, group, names):
            one.absorb(group, f"{group.forms[0].form} is short for {one.forms[0].form}")
            kept.remove(group)
    return kept


def _join_spellings(groups: list[Group], names: NameLists) -> list[Group]:
    """Join a form that stands once to one that differs in a letter: Harlow, Harlew; Aunt Figg's, Aunt Figgs."""
    rare = {group: found for group in groups if (found := _read_rare(group, names))}
    # Near spellings begin alike, and one is a letter longer at the most.
    sought = {(form[0], len(form) + more) for form in rare.values() for more in (-1, 0, 1)}
    near: dict[str, list[tuple[str, Group]]] = {}
    for group in groups if rare else ():
        often = group.size > 2
        for form, parts in zip(group.forms, group.parts, strict=True):
            low = form.form.lower()
            if (low[0], len(low)) in sought and len(low) > 4 and (often or low[-1] == "s") and not parts.titles:
                for key in _drop_letters(low):
                    near.setdefault(key, []).append((low, group))
    kept = []
    for group in groups:
        twin = _find_twin(group, rare[group], near) if near and group in rare else None
        if twin:
            twin.absorb(group, "spelt otherwise once")
        else:
            kept.append(group)
    return kept


def _join_titled_spellings(groups: list[Group], names: NameLists) -> list[Group]:
    """Join Mayor Coleman to the only one whose full name is spelt nearly so: Jerry Colman."""
    near: dict[str, dict[Group, str]] = {}
    for group in groups if any(map(_ranked_surname, groups)) else ():
        for parts in group.parts:
            if len(parts.tokens) > 1 and len(parts.tokens[-1]) > _SHORT:
                for key in _drop_letters(parts.tokens[-1]):
                    near.setdefault(key, {})[group] = parts.tokens[-1]
    kept = []
    for group in groups if near else ():
        token = _ranked_surname(group)
        found = {g: t for k in _drop_letters(token) for g, t in near.get(k, {}).items()} if token else {}
        twins = [
            twin for twin, other in found.items() if _differ_in_one(token, other) and _may_be_one(twin, group, names)
        ]
        if len(twins) == 1 and twins[0] is not group:
            twins[0].absorb(group, "title and nearly the same surname")
        else:
            kept.append(group)
    return kept if near else groups


def _ranked_surname(group: Group) -> str:
    """Give the long surname of somebody who is only called by it and a title, or ""."""
    token = group.parts[0].tokens[-1]
    if len(token) <= _SHORT or not group.parts[0].titles:
        return ""
    ranked = [parts.titles and parts.titles[-1] not in _COURTESY and parts.tokens == (token,) for parts in group.parts]
    return token if all(ranked) else ""


def _read_rare(group: Group, names: NameLists) -> str:
    """Give the form of a group that stands once and that no list knows, in small letters, or ""."""
    if len(group.forms) > 1 or group.size > 1 or group.parts[0].titles:
        return ""
    form = group.forms[0].form.lower()
    known = len(form) < 5 or form in names.words or form in names.first_names or form in names.places
    return "" if known else form


def _find_twin(group: Group, form: str, near: dict[str, list[tuple[str, Group]]]) -> Group | None:
    if group.size > 1:  # by now
        return None
    for key in _drop_letters(form):
        for other, twin in near.get(key, ())[:8]:
            enough = twin.size > 2 or other == form + "s"
            if twin is not group and enough and _differ_in_one(form, other):
                return twin
    return None


def _differ_in_one(one: str, other: str) -> bool:
    """Tell whether one letter was changed, left out or put in."""
    short, long = sorted((one, other), key=len)
    same = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _drop_letters(form: str) -> list[str]:
    """Give the form, and the form without one of its later letters: near spellings share one of these."""
    return [form, *(form[:i] + form[i + 1 :] for i in range(1, min(len(form), 24)))]


def _join_stated(groups: list[Group], statements: list[Statement], names: NameLists) -> list[Group]:
    """Join what statements say is one; of several claimants the one with most votes."""
    votes = Counter((s.one, s.other) for s in statements if not s.strong)
    best: dict[int, tuple[int, int]] = {}
    for (one, other), count in votes.items():
        if len(groups[other].parts[0].tokens) == 1 and count > best.get(other, (0, 0))[0]:
            best[other] = (count, one)
    home = list(range(len(groups)))

    def find(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    for statement in statements:
        one, other = find(statement.one), find(statement.other)
        chosen = statement.strong or best.get(statement.other, (0, -1))[1] == statement.one
        genders = {groups[one].gender(names), groups[other].gender(names)} - {None}
        said = statement.strong and len(genders) < 2  # whatever else the sentence says of them
        fits = said or statement.disguise or _may_be_one(groups[one], groups[other], names)
        if one != other and chosen and fits:
            groups[one].absorb(groups[other], f"stated: {statement.words}")
            home[other] = one
    return [group for number, group in enumerate(groups) if home[number] == number]


def _may_be_one(one: Group, other: Group, names: NameLists) -> bool:
    genders = {one.gender(names), other.gender(names)} - {None}
    return len(genders) < 2 and not one.differs_from(other)


def _join_married(tellings: tuple[Telling, ...], groups: list[Group], names: NameLists) -> list[Group]:
    """Join Mrs. Pike, first named after the wedding, to her who marries Mr. Pike."""
    wives = {
        group.parts[0].tokens[-1]: group
        for group in groups
        if group.parts[0].titles[-1:] == ("mrs",)
        and all(parts.titles[-1:] == ("mrs",) and len(parts.tokens) == 1 for parts in group.parts)
    }
    weddings = names.contexts["weddings"]
    for telling in tellings if wives else ():
        told = [i for i, word in enumerate(telling.words.texts) if word in weddings]
        places = Places(telling, groups if told else [], names)
        for i in told:
            first, second = places.before(i, 3), places.at(i + 1)
            if min(first, second) < 0:
                continue
            pair = groups[places.group_at[first]], groups[places.group_at[second]]
            for bride, groom in (pair, pair[::-1]):
                wife = next((wives[p.tokens[-1]] for p in groom.parts if p.tokens[-1] in wives), None)
                if wife and bride is not groom and bride.gender(names) == "f" and _comes_later(wife, telling, i):
                    bride.absorb(wife, f"married: {places.words(first, second)}")
                    return _join_married(tellings, [group for group in groups if group is not wife], names)
    return groups


def _comes_later(wife: Group, telling: Telling, at: int) -> bool:
    start = telling.words.starts[at]
    return all(place.telling == telling.name and place.span.start > start for f in wife.forms for place in f.places)
