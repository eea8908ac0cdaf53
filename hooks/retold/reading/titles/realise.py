"""A clause spelled as a title: present tense, names for pronouns."""

from __future__ import annotations

from dataclasses import dataclass

from retold.reading.titles.clauses import FINITE, Clause
from retold.reading.titles.context import Referents
from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import Cast, Line

_NUMBERED = frozenset({"is", "was", "has", "does", "are", "were", "have", "do"})
_PRESENT_MODAL = {"could": "can", "would": "will", "should": "should", "might": "may"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A spelled title with what scoring asks of it: the cast it names and the doubt of its pronouns."""

    words: tuple[str, ...]
    subject: int
    cast: tuple[int, ...]
    doubt: float


class DanglingError(Exception):
    """A pronoun that nothing in the title or before it explains."""


@dataclass(slots=True)
class Speller:
    """Spells the clauses of one line."""

    line: Line
    referents: Referents
    cast: Cast
    grammar: Grammar

    def spell(self, clause: Clause, end: int) -> Phrase | None:
        """Spell a clause up to unit `end`; nothing when a pronoun would dangle."""
        try:
            return self._spell(clause, end)
        except DanglingError:
            return None

    def _spell(self, clause: Clause, end: int) -> Phrase:
        cast: list[int] = []
        doubt = 0.0
        words: list[str] = []
        for at in range(clause.left, clause.right):
            doubt += self._unit(at, words, cast, subject=True)
        subject = cast[0] if cast else -1
        plural = self.is_plural(clause)
        words += self._verb(clause, plural=plural)
        stop, skip = clause.rest, 0
        while stop < end and self._dropped(stop):
            stop += 1
        for at in range(stop, end):
            if self._dropped(at) or at < skip:
                continue
            skip = self._after_unclear_owner(at, end, cast, plural=plural)
            if skip:
                continue
            if self.line.tags[at] in FINITE:
                words += self._embedded(at)
                continue
            doubt += self._unit(at, words, cast, subject=False, plural=plural, single=len(set(cast)) == 1)
        return Phrase(tuple(words), subject, tuple(dict.fromkeys(cast)), doubt)

    def _after_unclear_owner(self, at: int, end: int, cast: list[int], *, plural: bool) -> int:
        """Of "their son Billy", with nobody in the title whom *their* could mean, only the name is kept."""
        line = self.line
        if line.lows[at] != "their" or plural or len(set(cast)) > 1:
            return 0
        name = at + 1
        while name < end and line.tags[name] in ("N", "JJ", "CD"):
            name += 1
        return name if name < end and line.tags[name] == "NP" and line.who[name] >= 0 else 0

    def _dropped(self, at: int) -> bool:
        after_article = self.line.tags[at - 1 : at] == ["DT"]  # "an even greater problem"
        return (
            self.line.tags[at] == "RB"
            and not after_article
            and self.line.lows[at] in self.grammar.sets["dropped_adverbs"]
        )

    def _unit(
        self, at: int, words: list[str], cast: list[int], *, subject: bool, plural: bool = False, single: bool = True
    ) -> float:
        """Append a unit's words; give the doubt that they bring."""
        line, tag, who = self.line, self.line.tags[at], self.line.who[at]
        if at + 1 in self.referents.pairs and tag == "DT":
            return 0.0  # "the two" is spelled at "two"
        if tag in ("PRS", "PRO") or (tag == "CD" and at in self.referents.pairs):
            return self._pronoun(at, words, cast, subject=subject)
        if tag == "PS":
            return self._possessive(at, words, cast, subject=subject, plural=plural)
        if tag in ("VAGUE", "ME", "DTV") or (subject and self._stands_alone(at)):
            raise DanglingError
        if tag == "SELF" and not self._agrees(line.lows[at], cast):
            raise DanglingError
        if tag in ("POS", ","):
            words[-1] += line.texts[at]
            return 0.0
        if who >= 0:
            if who in cast:
                raise DanglingError
            cast.append(who)
            words += self.cast.names[who].split()
            return 0.2 if at in line.kin else 0.0
        words += line.texts[at].split()
        return 0.0

    def _stands_alone(self, at: int) -> bool:
        """Tell whether a number or "both" stands without the noun that it counts."""
        line = self.line
        counts = line.tags[at] == "CD" or line.lows[at] in ("both", "all", "another", "some", "many", "most", "each")
        return (
            counts
            and line.tag_at(at + 1) not in ("N", "NS", "NP", "JJ", "CD", "DT", "PS")
            and line.lows[at + 1 : at + 2] != ["of"]
        )

    def _agrees(self, low: str, cast: list[int]) -> bool:
        if low == "themselves":
            return True
        gender = {"himself": "m", "herself": "f"}.get(low)
        return gender is None or not cast or self.cast.may_be(cast[0], gender)

    def _pronoun(self, at: int, words: list[str], cast: list[int], *, subject: bool) -> float:
        found = self.referents
        if at in found.pairs:
            one, two = found.pairs[at]
            if {one, two} & set(cast):
                raise DanglingError
            cast += [one, two]
            words += [*self.cast.names[one].split(), "and", *self.cast.names[two].split()]
        elif at in found.who and found.who[at] not in cast and not self._may_mean_subject(at, cast):
            cast.append(found.who[at])
            words += self.cast.names[found.who[at]].split()
        else:
            raise DanglingError
        return found.doubt.get(at, 0.0) + (0.0 if subject else 0.2)

    def _may_mean_subject(self, at: int, cast: list[int]) -> bool:
        """Tell whether "him" in "lets his son call him" could be the subject, whom a nearer agent parts from it."""
        line, low = self.line, self.line.lows[at]
        if line.tags[at] != "PRO" or not cast or low == "them":
            return False
        verb = next((i for i in range(at - 1, max(at - 4, 0), -1) if line.tags[i] in ("VB", "VG", "VN")), 0)
        agent = any(line.tags[i] in ("NP", "N", "NS") for i in range(max(verb - 4, 0), verb) if i > 1)
        return agent and self.cast.may_be(cast[0], "m" if low == "him" else "f")

    def _possessive(self, at: int, words: list[str], cast: list[int], *, subject: bool, plural: bool) -> float:
        low = self.line.lows[at]
        if low in ("its", "their"):
            fits = not subject and (plural or len(set(cast)) > 1 if low == "their" else not plural and not cast)
            if not fits:
                raise DanglingError
            words.append(low)
            return 0.0
        who = self.referents.who.get(at, -1)
        gender = "m" if low == "his" else "f"
        if plural and who not in cast and (who < 0 or len(set(cast)) > 1):
            raise DanglingError
        free = not subject and not plural and who not in cast and (not cast or self.cast.may_be(cast[0], gender))
        if free and (who < 0 or not self._named_before(who, at)):
            words.append(low)  # a possessive after the verb means the subject more often than anybody else
            return 0.4 if not cast else 0.6
        if who in cast or (who < 0 and cast and not subject and self.cast.may_be(cast[0], gender)):
            rivals = [c for c in set(cast) if c != who and self.cast.may_be(c, gender)]
            words.append(low)
            return 0.3 * len(rivals) + (0.3 if who < 0 else 0.0)
        if who < 0 and not cast and not subject and not plural:
            words.append(low)
            return 0.5
        if who < 0:
            raise DanglingError
        words += self.cast.names[who].split()
        words[-1] += "'s"
        cast.append(who) if not subject else None
        return self.referents.doubt.get(at, 0.0)

    def _named_before(self, who: int, at: int) -> bool:
        """Tell whether the sentence speaks of somebody before unit `at`."""
        named = (self.referents.who.get(i, self.line.who[i]) for i in range(at))
        return who in named

    def is_plural(self, clause: Clause) -> bool:
        """Tell whether the clause's subject takes the plural verb."""
        line = self.line
        tag, low = line.tags[clause.finite], line.lows[clause.finite]
        if tag in ("VZ", "VF") or low in _NUMBERED:
            return tag == "VF" or low in ("are", "were", "have", "do")
        span = range(clause.left, clause.right)
        head = clause.right - 1
        for at in span:
            if line.lows[at] == "of" and at > clause.left:
                head = at - 1
                break
        if any(at in self.referents.pairs for at in span) or line.lows[head] == "they":
            return True
        if any(line.lows[at] == "and" for at in range(clause.left, head)):
            return True
        return line.tags[head] in ("NS", "CD") or line.lows[head] in ("both", "all", "others")

    def _present(self, at: int, *, plural: bool) -> str:
        """The finite verb at `at`, in the present."""
        line = self.line
        tag, low = line.tags[at], line.lows[at]
        if tag == "BE":
            return "are" if plural else "is"
        if tag == "HV":
            return "have" if plural else "has"
        if tag == "DO":
            return "do" if plural else "does"
        if tag == "MD":
            return _PRESENT_MODAL.get(low, low)
        base = line.bases[at]
        return base if plural else self.grammar.third(base)

    def _verb(self, clause: Clause, *, plural: bool) -> list[str]:
        line, main = self.line, clause.main
        never = [low for low in line.lows[max(clause.right, 1) - 1 : main + 1] if low in ("never", "no longer")][:1]
        never = [word for low in never for word in low.split()]
        kept = [
            line.lows[at] for at in range(clause.right, main)
            if line.tags[at] == "RB" and line.lows[at].endswith("ly") and not self._dropped(at)
            and at not in range(clause.finite)
        ]  # fmt: skip
        if clause.frame in ("plain", "copula"):
            before = [line.lows[at] for at in range(clause.finite - 1, clause.finite) if line.tags[at] == "RB"]
            kept = [low for low in before if low.endswith("ly") and low not in self.grammar.sets["dropped_adverbs"]]
            finite = self._present(main, plural=plural)
            negated = ["not"] if clause.negative and clause.frame == "copula" and not never else []
            return [*never, *kept, finite, *negated]
        if clause.frame == "passive":
            negated = ["not"] if clause.negative and not never else []
            return ["are" if plural else "is", *never, *negated, *kept, line.lows[main]]
        if clause.frame == "do" and not clause.negative:  # "does promote"
            base = line.bases[main]
            return [base if plural else self.grammar.third(base)]
        if clause.frame == "progressive" and not clause.negative:
            base = line.bases[main]
            return [base if plural else self.grammar.third(base)]
        if clause.frame == "perfect" and not clause.negative:
            base = line.bases[main] or "have"
            return [*kept, base if plural else self.grammar.third(base)]
        if clause.frame in ("perfect-be", "pluperfect-be"):
            return ["have" if plural else "has", *never, "been"]
        if clause.frame in ("perfect", "pluperfect"):
            negated = ["not"] if clause.negative and not never else []
            return ["have" if plural else "has", *never, *negated, line.lows[main]]
        low = self._present(clause.finite, plural=plural)
        negated = ["not"] if clause.negative and not never and not low.endswith(("n't", "cannot")) else []
        return [low, *never, *negated, line.bases[main] or line.lows[main]]

    def _embedded(self, at: int) -> list[str]:
        """A finite verb inside a statement: "that he has left"."""
        line = self.line
        if line.tags[at] in ("VZ", "VF", "MD"):
            return [_PRESENT_MODAL.get(line.lows[at], line.lows[at])]
        low = line.lows[at]
        past = {"was": "is", "were": "are", "had": "has", "did": "does"}
        if low in past or line.tags[at] in ("BE", "HV", "DO"):
            plural = at > 0 and (line.tags[at - 1] == "NS" or line.lows[at - 1] == "they")
            return ["have" if low == "had" and plural else past.get(low, low)]
        plural = at > 0 and (line.tags[at - 1] == "NS" or line.lows[at - 1] == "they")
        return [line.bases[at] if plural else self.grammar.third(line.bases[at])]
