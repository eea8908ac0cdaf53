"""What is known of who is what to whom, while the tellings are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from retold.reading.focus import NOBODY
from retold.reading.line import Phrase

_COUPLES = ("spouse", "betrothed", "sweetheart", "lover")
_BEFORE = {"spouse": ("betrothed", "sweetheart"), "betrothed": ("sweetheart",)}  # a fiancée was a girlfriend first
_THROUGH = {"parent": ("sibling", "parent"), "sibling": ("parent", "child"), "child": ("spouse", "child")}


class Fact(NamedTuple):
    """`person` is `phrase`'s noun of `other`, as the phrase says; `stated`, not only resolved."""

    person: int
    other: int
    phrase: Phrase
    stated: bool


@dataclass(slots=True)
class Ties:
    """What is known of who is what to whom, over all tellings.

    `asked` tells when each thing was first asked for, by the number of ties known then, so that
    a telling that asked too early can be read again.
    """

    by_kind: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    added: dict[tuple[int, str], int] = field(default_factory=dict)
    asked: dict[tuple[int, str], int] = field(default_factory=dict)
    count: int = 0

    def add(self, person: int, kind: str, other: int, inverse: str) -> None:
        """Remember that `person` is of `kind` to `other`, and what the other is in return."""
        for key, who in (((other, kind), person), ((person, inverse), other)):
            known = self.by_kind.setdefault(key, [])
            if who not in known:
                known.append(who)
                self.count += 1
                self.added[key] = self.count

    def of(self, person: int, kind: str) -> list[int]:
        """Give those who are of `kind` to `person`."""
        for known in (kind, *_BEFORE.get(kind, ())):
            found = self._ask((person, known))
            if found:
                return found
        return self._through_family(person, kind)

    def _through_family(self, person: int, kind: str) -> list[int]:
        """Give relatives by way of others: a brother's mother, a mother's other son, a wife's child."""
        through, what = _THROUGH.get(kind, ("", ""))
        found = [who for middle in self._ask((person, through)) for who in self._ask((middle, what))] if through else []
        return [who for who in dict.fromkeys(found) if who != person]

    def partner(self, person: int) -> int:
        """Give the one husband, wife or betrothed of a person, or `NOBODY`."""
        for kind in _COUPLES:
            known = self._ask((person, kind))
            if len(known) == 1:
                return known[0]
        return NOBODY

    def has_kin(self, person: int) -> bool:
        """Whether a parent, child, brother, sister or partner of somebody is known."""
        return any(self._ask((person, kind)) for kind in (*_COUPLES, "parent", "child", "sibling"))

    def asked_too_early(self, asked: dict[tuple[int, str], int]) -> bool:
        """Whether something is known by now that was not when it was asked for."""
        return any(self.added.get(key, 0) > count for key, count in asked.items())

    def _ask(self, key: tuple[int, str]) -> list[int]:
        self.asked.setdefault(key, self.count)
        return self.by_kind.get(key, [])
