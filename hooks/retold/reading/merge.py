"""Group the forms that name the same one: Ann and Ann Lee, Mrs. Lee and Ann Lee."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.model import Candidate, Evidence, Gender
from retold.reading.features import FLAGS
from retold.reading.names import NameLists, NameParts, part_name

# Titles that stand before given names.
_BEFORE_GIVEN = frozenset(
    [
        "sir",
        "dame",
        "lady",
        "king",
        "queen",
        "prince",
        "princess",
        "uncle",
        "aunt",
        "brother",
        "sister",
        "cousin",
        "saint",
        "miss",
        "master",
        "don",
    ]
)


# Among the forms that cannot name the same one: whoever is known by a given name and the same surname.
ELDER = "*"


@dataclass(slots=True, eq=False)
class Group:
    """Forms that name the same one, with the reason for each that joined later."""

    forms: list[Candidate]
    parts: list[NameParts]
    reasons: list[Evidence] = field(default_factory=list)

    def join(self, form: Candidate, parts: NameParts, rule: str) -> None:
        """Take in one more form."""
        self.reasons.append(Evidence(rule, f"{form.form} = {self.forms[0].form}"))
        self.forms.append(form)
        self.parts.append(parts)

    def absorb(self, other: Group, rule: str) -> None:
        """Take in all forms of another group."""
        self.reasons.append(Evidence(rule, f"{other.forms[0].form} = {self.forms[0].form}"))
        self.forms += other.forms
        self.parts += other.parts
        self.reasons += other.reasons

    def is_apart(self, form: Candidate, parts: NameParts) -> bool:
        """Whether a form cannot be one of these, as Ann and Annie in "Ann and her daughter Annie"."""
        return any(
            _are_apart(form, parts, mine, own) or _are_apart(mine, own, form, parts)
            for mine, own in zip(self.forms, self.parts, strict=True)
        )

    def differs_from(self, other: Group) -> bool:
        """Whether the text says of any form of one that it is nobody of the other."""
        return any(self.is_apart(form, parts) for form, parts in zip(other.forms, other.parts, strict=True))

    def counts(self) -> dict[str, float]:
        """Sum the counts over all forms, in the order of `FLAGS`."""
        total = dict(self.forms[0].counts)
        if len(self.forms) == 1:
            return total
        for form in self.forms[1:]:
            for flag, count in form.counts:
                total[flag] = total.get(flag, 0.0) + count
        return {flag: total[flag] for flag in FLAGS if flag in total}

    def list_tellings(self, token: str = "") -> set[str]:
        """List the tellings that name this one, by a token if given: "the Premier" may be anybody's."""
        named = (form for form, parts in zip(self.forms, self.parts, strict=True) if not token or token in parts.tokens)
        return {place.telling for form in named for place in form.places}

    @property
    def size(self) -> int:
        """How many places name this one."""
        return sum([len(form.places) for form in self.forms])

    def gender(self, names: NameLists) -> Gender | None:
        """What titles and given names tell."""
        for parts in self.parts:
            if parts.gender:
                return parts.gender
        told = ""
        for titles, tokens, *_ in self.parts:
            found = names.first_names.get(tokens[0], "x") if tokens and (not titles or len(tokens) > 1) else "x"
            if found != "x" and told not in ("", found):
                return None
            told = told if found == "x" else found
        return None if not told else "f" if told == "f" else "m"


def group_forms(candidates: tuple[Candidate, ...], names: NameLists) -> list[Group]:
    """Group the candidates' forms; fuller forms first, then the shorter ones that fit them.

    Candidates come in the order of their first places, and so do the groups of full names:
    a name that fits several stands for the one who was introduced first.
    """
    parted = [(candidate, part_name(candidate.form, names)) for candidate in candidates]
    rank = {candidate.form: number for number, candidate in enumerate(candidates)}
    index = _Index(group_full_names([pair for pair in parted if len(pair[1].tokens) > 1], names), names, rank)
    index.alone = {parts.tokens[0] for _, parts in parted if len(parts.tokens) == 1 and not parts.titles}
    single = [pair for pair in parted if len(pair[1].tokens) == 1]
    for candidate, parts in sorted(single, key=lambda pair: not pair[1].titles):
        index.place(candidate, parts)
    return index.groups


def group_full_names(parted: list[tuple[Candidate, NameParts]], names: NameLists) -> list[Group]:
    """Group names of several words that share the first and the last, or that begin alike."""
    groups: list[Group] = []
    by_ends: dict[tuple[str, str, str], Group] = {}
    called = {(" ".join(parts.nick), parts.tokens[-1]): _key_of(parts) for _, parts in parted if parts.nick}
    for candidate, parts in parted:
        # Dakota Penn is Arthur "Dakota" Penn, Jr.
        key = called.get((" ".join(parts.tokens[:-1]), parts.tokens[-1])) or _key_of(parts)
        group = by_ends.get(key)
        if group and {parts.gender, *(own.gender for own in group.parts)} >= {"f", "m"}:
            key = (parts.given, parts.tokens[-1], str(parts.gender))  # Lord and Lady de Ronde
            group = by_ends.get(key)
        if group and parts.tokens[-1] not in names.things:
            group.join(candidate, parts, "same given name and surname")
        else:
            by_ends[key] = group = Group([candidate], [parts])
            groups.append(group)
    return _join_longer(_join_short_given(groups, names), names)


def _key_of(parts: NameParts) -> tuple[str, str, str]:
    """Give what full names of one person share."""
    return parts.given, parts.tokens[-1], parts.suffix if parts.suffix in ("jr", "sr") else ""


def _join_longer(groups: list[Group], names: NameLists) -> list[Group]:
    """Join a name to a longer one: Jar Jar, Jar Jar Binks; Thomas J., Thomas J. Sennett; Van Hart, Ada Van Hart."""
    by_start: dict[tuple[str, ...], list[Group]] = {}
    for group in groups:
        tokens = max((parts.tokens for parts in group.parts), key=len)
        for end in range(2, min(len(tokens), 5)):
            by_start.setdefault(tokens[:end], []).append(group)
            if tokens[-end] in names.particles:
                by_start.setdefault(tokens[-end:], []).append(group)
    kept = []
    for group in groups:
        longer = [other for other in by_start.get(group.parts[0].tokens, ()) if other is not group]
        if len(longer) == 1 and longer[0].parts[0].tokens[-1] not in names.things:
            longer[0].absorb(group, "part of the longer name")
        else:
            kept.append(group)
    return kept


def _join_short_given(groups: list[Group], names: NameLists) -> list[Group]:
    """Join full names of one surname whose given names are short for one another: Steve, Steven."""
    by_full: dict[tuple[str, str], Group] = {(g.parts[0].given, g.parts[0].tokens[-1]): g for g in groups}
    kept = []
    for group in groups:
        given, surname = group.parts[0].given, group.parts[0].tokens[-1]
        fuller = (by_full.get((name, surname)) for name in sorted(names.nicknames.get(given, ())))
        other = next((found for found in fuller if found and found is not group), None)
        # Who has a nickname in quotes is called by it: William "Old Bill" Hale is not Will Hale.
        free = other in kept and not group.differs_from(other) if other else False
        if other and free and not any(parts.nick and given not in parts.nick for parts in other.parts):
            other.absorb(group, f"{given.title()} is short for {other.parts[0].given.title()}")
        else:
            kept.append(group)
    return kept


class _Index:
    """The groups by the single names that may stand for them."""

    def __init__(self, groups: list[Group], names: NameLists, rank: dict[str, int]) -> None:
        self.groups = groups
        self.names = names
        self.rank = rank
        self.alone: set[str] = set()
        self.by_given: dict[str, dict[Group, None]] = {}
        self.by_surname: dict[str, dict[Group, None]] = {}
        self.by_nick: dict[str, dict[Group, None]] = {}
        for group in groups:
            self.add(group)

    def add(self, group: Group) -> None:
        """Note under which single names a group may be called; "Castle Hart" is none of Hart's names."""
        for parts in group.parts:
            tokens = parts.tokens
            if len(tokens) > 1:
                if tokens[0] in self.names.thing_heads and tokens[0] not in self.names.first_names:
                    continue
                self.by_given.setdefault(tokens[0], {})[group] = None
                for token in tokens[1:-1]:
                    self.by_nick.setdefault(token, {})[group] = None
            if parts.surname:
                self.by_surname.setdefault(parts.surname, {})[group] = None
            for token in parts.nick:
                self.by_nick.setdefault(token, {})[group] = None

    def place(self, candidate: Candidate, parts: NameParts) -> None:
        """Put a single name into the group that it stands for, or into one of its own."""
        token = parts.tokens[0]
        known = token in self.by_given or token in self.by_surname or token in self.by_nick
        for rule, table in self._tables(parts) if known else ():
            fitting = next((g for g in table.get(token, ()) if self._fits(candidate, parts, g, rule)), None)
            if fitting:
                fitting.join(candidate, parts, rule)
                return
        fuller = self._find_fuller(candidate, parts) if not parts.titles else None
        if fuller:
            fuller.join(candidate, parts, f"{token.title()} is short for {fuller.parts[0].given.title()}")
            return
        group = Group([candidate], [parts])
        self.groups.append(group)
        self.add(group)

    def _find_fuller(self, candidate: Candidate, parts: NameParts) -> Group | None:
        """Give the one whom a short name means; beside Elizabeth, Lizzy may be another, but not Eliza."""
        token = parts.tokens[0]
        for name in sorted(self.names.nicknames.get(token, ())):
            fitting = [g for g in self.by_given.get(name, ()) if self._fits(candidate, parts, g, "given name")]
            if len(fitting) == 1 and (name not in self.alone or name.startswith(token)):
                return fitting[0]
        return None

    def _tables(self, parts: NameParts) -> tuple[tuple[str, dict[str, dict[Group, None]]], ...]:
        surname = ("surname", self.by_surname)
        given = ("given name", self.by_given)
        nick = ("nickname or middle name", self.by_nick)
        if not parts.titles:
            return (nick, given, surname)
        if parts.titles[-1] in _BEFORE_GIVEN:
            return (given, surname, nick)
        # Captain Jack may be Jack Reed, but Colonel Fitzroy is not Fitzroy Reed.
        return (surname, given, nick) if parts.tokens[0] in self.names.first_names else (surname, nick)

    def _fits(self, candidate: Candidate, parts: NameParts, group: Group, rule: str) -> bool:
        gender = group.gender(self.names)
        if (parts.gender and gender and parts.gender != gender) or group.is_apart(candidate, parts):
            return False
        if rule == "surname" and ELDER in candidate.apart and group.parts[0].given in self.names.first_names:
            return False  # "her mother, Mrs. Reed" is not Ann Reed
        if rule != "surname" or parts.titles:
            return True
        if stands_for_family(candidate):
            return False
        # "Hale" long before "Amy Hale", who is called Amy, is somebody else.
        given = group.parts[0].given
        return not (given in self.alone and self.rank[candidate.form] < self.rank[group.forms[0].form])


def _are_apart(one: Candidate, parts: NameParts, other: Candidate, others: NameParts) -> bool:
    """Whether `one` is said to be somebody else than `other`; Mr. Hall is who Hall is, but not who Hall's mother is."""
    if parts.tokens == others.tokens:
        return other.form in one.apart
    known_as = others.tokens[0] if others.tokens[:1] != parts.tokens[:1] else ""
    return any(form == other.form or form.lower() == known_as for form in one.apart)


def stands_for_family(candidate: Candidate) -> bool:
    """Tell whether a surname is only used as in "the Stratford residence", "a Montague"."""
    counts = dict(candidate.counts)
    return counts.get("after-the", 0.0) + counts.get("after-a", 0.0) >= len(candidate.places)
