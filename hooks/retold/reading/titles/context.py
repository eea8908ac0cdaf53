"""Whom the pronouns of a passage mean, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.reading.titles.line import Cast, Line

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
# The tags of names, pronouns and "the two".
_POINTING = frozenset({"NP", "PRS", "PRO", "PS", "CD"})
_PLURAL = frozenset({"they", "them", "their"})


@dataclass(slots=True)
class Referents:
    """What a line's pronouns mean: `who` by place, the doubt about it, and the pairs that *they* means.

    `named` are the places that speak of somebody, pronouns and names alike, with whom.
    """

    who: dict[int, int] = field(default_factory=dict)
    doubt: dict[int, float] = field(default_factory=dict)
    pairs: dict[int, tuple[int, int]] = field(default_factory=dict)
    named: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)


# So many names of a sentence are remembered.
_REMEMBERED = 12
# A pair that no sentence named for so long is no longer what *they* means.
_PAIR_LASTS = 5


class Resolver:
    """Resolves the pronouns of a telling's sentences, in order.

    The reading of people has settled most of them; the rest takes the latest name of the
    gender, the subject of the sentence winning over its objects (Hobbs 1978 finds four of
    five that way).  Doubt grows with the number of names that would fit.  What is remembered
    is who was named: in this sentence, in the one before, and as a pair.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.here: list[int] = []
        self.before: list[int] = []
        self.pair: tuple[int, int] | None = None
        self.pair_age = 0

    def read(self, line: Line) -> Referents:
        """Resolve the pronouns of the next sentence."""
        found, self.here = Referents(), []
        self.pair_age += 1
        for at, tag in enumerate(line.tags):
            if tag not in _POINTING:
                continue
            if tag == "NP" and line.who[at] >= 0:
                self.here = [*self.here[-_REMEMBERED:], line.who[at]]
                found.named.append((at, (line.who[at],)))
                self._remember_pair(line, at)
            elif tag in ("PRS", "PRO", "PS"):
                self._resolve(line, at, found)
            elif tag == "CD" and line.lows[at] == "two" and line.tag_at(at + 1) not in ("N", "NS", "JJ", "IN"):
                self._resolve_pair(at, found)
        self.before = list(dict.fromkeys(self.here)) or self.before
        return found

    def _remember_pair(self, line: Line, at: int) -> None:
        """Remember "A and B"; "A, B and C" are no pair."""
        if at < 2 or line.lows[at - 1] != "and" or line.tags[at - 2] not in ("NP", ","):
            return
        one = line.who[at - 2]
        many = line.tags[at - 2] == "," or (at > 2 and line.tags[at - 3] == ",")
        self.pair = None if many and at > 3 and line.tags[at - 4] == "NP" else (one, line.who[at]) if one >= 0 else None
        self.pair_age = 0

    def _resolve_pair(self, at: int, found: Referents) -> None:
        pair, doubt = self.pair, 0.3
        if (not pair or self.pair_age > _PAIR_LASTS) and len(self.before) == 2:
            pair, doubt = (self.before[0], self.before[1]), 0.9
        if pair and self.pair_age > 1 and not {*self.before, *self.here} <= set(pair):
            doubt = 1.3  # others have been named since: *they* may be any two of them
        if pair and (self.pair_age <= _PAIR_LASTS or doubt > 0.5):
            found.pairs[at], found.doubt[at] = pair, doubt
            found.named.append((at, pair))

    def _resolve(self, line: Line, at: int, found: Referents) -> None:
        low, who = line.lows[at], line.who[at]
        gender = _GENDER.get(low)
        if gender is None:
            if low in _PLURAL:
                self._resolve_pair(at, found)
            return
        rivals = {one for one in (*self.here, *self.before) if self.cast.may_be(one, gender)}
        known = who >= 0
        if not known:
            order = [*self.here[:1], *reversed(self.here[1:]), *self.before]
            exact = [one for one in order if self.cast.genders[one] == gender]
            who = next(iter(exact or [one for one in order if self.cast.genders[one] is None]), -1)
        if who >= 0:
            found.who[at] = who
            found.named.append((at, (who,)))
            found.doubt[at] = (0.1 if known else 0.4) + (0.6 if len(rivals) > 1 else 0.0)
