"""Group the forms that name the same one: Ann and Ann Lee, Mrs. Lee and Ann Lee."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.model import Candidate, Evidence, Gender
from retold.reading.names import NameLists, NameParts, part_name


@dataclass(slots=True)
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

    def counts(self) -> dict[str, float]:
        """Sum the counts over all forms."""
        total: dict[str, float] = {}
        for form in self.forms:
            for flag, count in form.counts:
                total[flag] = total.get(flag, 0.0) + count
        return total

    @property
    def size(self) -> int:
        """How many places name this one."""
        return sum(len(form.places) for form in self.forms)

    def gender(self, names: NameLists) -> Gender | None:
        """What titles and given names tell."""
        for parts in self.parts:
            if parts.gender:
                return parts.gender
        told = {names.first_names.get(parts.tokens[0]) for parts in self.parts if parts.tokens and not parts.titles}
        told |= {names.first_names.get(parts.given) for parts in self.parts if parts.given}
        told -= {None, "x"}
        return None if len(told) != 1 else "f" if told == {"f"} else "m"


def group_forms(candidates: tuple[Candidate, ...], names: NameLists) -> list[Group]:
    """Group the candidates' forms; fuller forms first, then the shorter ones that fit them."""
    parted = [(candidate, part_name(candidate.form, names)) for candidate in candidates]
    groups = _group_full_names([pair for pair in parted if len(pair[1].tokens) > 1], names)
    index = _Index(groups, names)
    alone = {parts.tokens[0] for _, parts in parted if len(parts.tokens) == 1 and not parts.titles}
    for candidate, parts in sorted(
        (pair for pair in parted if len(pair[1].tokens) == 1), key=lambda pair: not pair[1].titles
    ):
        index.place(candidate, parts, alone)
    return index.groups


def _group_full_names(parted: list[tuple[Candidate, NameParts]], names: NameLists) -> list[Group]:
    groups: list[Group] = []
    by_ends: dict[tuple[str, str, str], Group] = {}
    for candidate, parts in parted:
        family = parts.suffix if parts.suffix in ("jr", "sr") else ""
        key = (parts.given, parts.tokens[-1], family)
        group = by_ends.get(key)
        if group:
            group.join(candidate, parts, "same given name and surname")
        else:
            by_ends[key] = group = Group([candidate], [parts])
            groups.append(group)
    return groups


class _Index:
    """The groups by the single names that may stand for them."""

    def __init__(self, groups: list[Group], names: NameLists) -> None:
        self.groups = groups
        self.names = names
        self.by_given: dict[str, list[Group]] = {}
        self.by_surname: dict[str, list[Group]] = {}
        self.by_nick: dict[str, list[Group]] = {}
        for group in groups:
            self.add(group)

    def add(self, group: Group) -> None:
        for parts in group.parts:
            if len(parts.tokens) > 1:
                self._put(self.by_given, parts.given, group)
                for token in parts.tokens[1:-1]:
                    self._put(self.by_nick, token, group)
            if parts.surname:
                self._put(self.by_surname, parts.surname, group)
            for token in parts.nick:
                self._put(self.by_nick, token, group)

    @staticmethod
    def _put(table: dict[str, list[Group]], key: str, group: Group) -> None:
        if key and group not in table.setdefault(key, []):
            table[key].append(group)

    def place(self, candidate: Candidate, parts: NameParts, alone: set[str]) -> None:
        """Put a single name into the group that it stands for, or into one of its own."""
        token = parts.tokens[0]
        for rule, table in self._tables(parts):
            fitting = [group for group in table.get(token, ()) if self._fits(parts, group)]
            if fitting:
                fitting[0].join(candidate, parts, rule)
                return
        if not parts.titles:
            for name in sorted(self.names.nicknames.get(token, ())):
                fitting = [group for group in self.by_given.get(name, ()) if self._fits(parts, group)]
                if len(fitting) == 1 and name not in alone:
                    fitting[0].join(candidate, parts, f"{token.title()} is short for {name.title()}")
                    return
        group = Group([candidate], [parts])
        self.groups.append(group)
        self.add(group)

    def _tables(self, parts: NameParts) -> tuple[tuple[str, dict[str, list[Group]]], ...]:
        surname = ("surname", self.by_surname)
        given = ("given name", self.by_given)
        nick = ("nickname or middle name", self.by_nick)
        return (surname, given, nick) if parts.titles else (nick, given, surname)

    def _fits(self, parts: NameParts, group: Group) -> bool:
        gender = group.gender(self.names)
        return not (parts.gender and gender and parts.gender != gender)
