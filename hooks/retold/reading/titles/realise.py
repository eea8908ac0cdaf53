"""A clause spelled as a title: present tense, names for pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from retold.reading.titles.clauses import Clause
from retold.reading.titles.context import Referents
from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import LONGEST, SHORTEST, Cast, Line
from retold.reading.titles.phrases import FINITE
from retold.reading.titles.verbs import spell_embedded, spell_verb

_NUMBERED = frozenset({"is", "was", "has", "does", "are", "were", "have", "do"})
# Behind these a name has no article of its own: "the", "the young", "his friend".
_DETERMINING = frozenset({"DT", "JJ", "N", "NS", "CD", "PS", "POS", "NP"})
# What it adds when an object pronoun may mean one of two.
_DOUBT_OF_TWO = 1.1
_COUNTS = frozenset({"both", "all", "another", "some", "many", "most", "each"})
# Units that are spelled as they stand, one word each.
_PLAIN = frozenset({"N", "NS", "JJ", "IN", "TO", "VB", "VG", "VN", "PT", "THAT"})


class Phrase(NamedTuple):
    """A spelled title with what scoring asks of it: the cast it names and the doubt of its pronouns."""

    words: tuple[str, ...]
    subject: int
    cast: tuple[int, ...]
    doubt: float


class DanglingError(Exception):
    """A pronoun that nothing in the title or before it explains."""


def _is_plural_form(line: Line, at: int) -> bool:
    return line.tags[at] == "VF" or line.lows[at] in ("are", "were", "have")


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

    def _spell(self, clause: Clause, end: int) -> Phrase | None:
        line, cast, words = self.line, list[int](), list[str]()
        tags, who, texts, left, right = line.tags, line.who, line.texts, clause.left, clause.right
        if _is_plural_form(line, clause.finite):
            alone = right - left == 1 and who[left] >= 0 and tags[left] == "NP"
            if alone or self._disagrees(clause):
                return None  # a plural verb: this is only the end of its subject
        doubt = 0.0
        for at in range(left, right):
            doubt += self._unit(at, words, cast, clause)
        if clause.kind == "that" and tags[right - 1] == "PRS" and doubt >= 0.5:
            doubt += 0.6  # "Ann's boss tells her that she is leaving": who leaves?
        subject = cast[0] if cast else -1
        words += spell_verb(line, clause, self.grammar, plural=self.is_plural(clause))
        at = clause.rest
        while at < end and len(words) <= LONGEST:
            tag = tags[at]
            if tag in _PLAIN and who[at] < 0:
                words.append(texts[at])
            elif tag in FINITE:
                words += spell_embedded(line, at, self.grammar)
            elif tag != "RB" or not self._dropped(at):
                if tag == "PS":
                    at = self._after_unclear_owner(at, end, cast, clause)
                doubt += self._unit(at, words, cast, clause)
            at += 1
        if at < end or not SHORTEST <= len(words) <= LONGEST:
            return None
        return Phrase(tuple(words), subject, tuple(cast), doubt)

    def _disagrees(self, clause: Clause) -> bool:
        """Tell whether a single noun stands before a plural verb, so that more belongs to the subject."""
        line, last = self.line, clause.right - 1
        if line.tags[last] != "N":
            return False
        joined = any(line.lows[at] == "and" or line.tags[at] in ("IN", "CD") for at in range(clause.left, last))
        return not joined and line.lows[last] not in self.grammar.sets["crowds"]

    def _after_unclear_owner(self, at: int, end: int, cast: list[int], clause: Clause) -> int:
        """Of "their son Billy", with nobody in the title whom *their* could mean, only the name is kept."""
        line = self.line
        if line.lows[at] != "their" or len(cast) > 1 or self.is_plural(clause):
            return at
        name = at + 1
        while name < end and line.tags[name] in ("N", "JJ", "CD"):
            name += 1
        return name if name < end and line.tags[name] == "NP" and line.who[name] >= 0 else at

    def _dropped(self, at: int) -> bool:
        line = self.line
        if line.lows[at] not in self.grammar.sets["dropped_adverbs"]:
            return False
        return at == 0 or line.tags[at - 1] != "DT"  # "an even greater problem"

    def _unit(self, at: int, words: list[str], cast: list[int], clause: Clause) -> float:
        """Append a unit's words; give the doubt that they bring."""
        line, subject = self.line, at < clause.right
        tag, who, low = line.tags[at], line.who[at], line.lows[at]
        if tag == "DT" and at + 1 in self.referents.pairs:
            return 0.0  # "the two" is spelled at "two"
        if low == "the" and self._is_of_name(at):
            return 0.0
        if tag in ("PRS", "PRO") or (tag == "CD" and at in self.referents.pairs):
            return self._pronoun(at, words, cast, clause)
        if tag == "PS":
            return self._possessive(at, words, cast, clause)
        if at in line.kin and not subject and self._only_has(clause, at):
            raise DanglingError
        if tag in ("VAGUE", "ME", "DTV") or (subject and (tag == "CD" or low in _COUNTS) and self._stands_alone(at)):
            raise DanglingError
        if tag == "SELF":
            if at > clause.rest and not self._agrees(low, cast):
                raise DanglingError
            words += line.texts[at].split()
            return 0.0
        if tag in ("POS", ","):
            words[-1] += line.texts[at]
            return 0.0
        if who >= 0:
            if who in cast:
                raise DanglingError
            cast.append(who)
            name = self.cast.names[who].split()
            if name[0] == "the" and at > clause.left and line.tags[at - 1] in _DETERMINING:
                name = name[not self._is_of_name(at - 1) :]
            words += name
            return 0.2 if at in line.kin else 0.0
        words += line.texts[at].split()
        return 0.0

    def _only_has(self, clause: Clause, at: int) -> bool:
        """Tell whether a clause says no more than that somebody has kin: "has a daughter" is not "has Ann"."""
        return at == clause.rest and self.line.bases[clause.main] in ("have", "be", "become")

    def _is_of_name(self, at: int) -> bool:
        """Tell whether "the" goes with a name, which is spelled with an article of its own or with none."""
        line = self.line
        named = line.lows[at] == "the" and line.tag_at(at + 1) == "NP" and line.who[at + 1] >= 0
        return named and line.tag_at(at + 2) not in ("N", "NS", "JJ", "NP")

    def _stands_alone(self, at: int) -> bool:
        """Tell whether a number or "both" stands without the noun that it counts."""
        line = self.line
        followed = line.tag_at(at + 1) in ("N", "NS", "NP", "JJ", "CD", "DT", "PS")
        return not followed and line.lows[at + 1 : at + 2] != ["of"]

    def _agrees(self, low: str, cast: list[int]) -> bool:
        if low == "themselves":
            return True
        gender = {"himself": "m", "herself": "f"}.get(low)
        return gender is None or not cast or any(self.cast.may_be(one, gender) for one in cast)

    def _pronoun(self, at: int, words: list[str], cast: list[int], clause: Clause) -> float:
        found, subject = self.referents, at < clause.right
        if not subject and self._belongs_to_subject(found.who.get(at, -1), clause):
            raise DanglingError
        if at in found.pairs:
            one, two = found.pairs[at]
            if {one, two} & set(cast):
                raise DanglingError
            cast += [one, two]
            words += [*self.cast.names[one].split(), "and", *self.cast.names[two].split()]
        elif at in found.who and found.who[at] not in cast and not self._may_mean_subject(at, cast):
            cast.append(found.who[at])
            words += self.cast.names[found.who[at]].split()
        elif cast and found.who.get(at) == cast[0] and "'s" in words[0] and not subject:
            words.append(self.line.lows[at])  # "Tom's father pushes him"
        else:
            raise DanglingError
        rivals = found.rivals.get(at, frozenset()) - set(cast)
        return found.doubt.get(at, 0.0) + (0.0 if subject else _DOUBT_OF_TWO if rivals else 0.2)

    def _belongs_to_subject(self, who: int, clause: Clause) -> bool:
        """Tell whether somebody is named behind the subject and before its verb: "her husband, Bob, finds him"."""
        line, at = self.line, clause.right
        while who >= 0 and at < clause.finite and line.tags[at] not in FINITE:
            if line.who[at] == who and line.tags[at - 1 : at + 1] == [",", "NP"]:
                return True
            at += 1
        return False

    def _may_mean_subject(self, at: int, cast: list[int]) -> bool:
        """Tell whether "him" in "lets his son call him" could be the subject, whom a nearer agent parts from it."""
        line, low = self.line, self.line.lows[at]
        if line.tags[at] != "PRO" or not cast or low == "them":
            return False
        verb = next((i for i in range(at - 1, max(at - 4, 0), -1) if line.tags[i] in ("VB", "VG", "VN")), 0)
        agent = any(line.tags[i] in ("NP", "N", "NS") for i in range(max(verb - 4, 0), verb) if i > 1)
        return agent and self.cast.may_be(cast[0], "m" if low == "him" else "f")

    def _possessive(self, at: int, words: list[str], cast: list[int], clause: Clause) -> float:
        low, subject = self.line.lows[at], at < clause.right
        if self._is_of_another(at, clause):
            return self._owner_of_gift(at, words, cast)
        plural = not subject and self.is_plural(clause)
        if low in ("its", "their"):
            fits = not subject and (plural or len(cast) > 1 if low == "their" else not plural and not cast)
            if not fits:
                raise DanglingError
            words.append(low)
            return 0.0
        who = self.referents.who.get(at, -1)
        gender = "m" if low == "his" else "f"
        unsure = 1.2 if not subject and self._parted_from_owner(at, cast, clause) else 0.0
        if clause.kind == "that" and not subject and self.referents.rivals.get(at):
            unsure = 1.2  # "Tom announces that Bob is married to his sister": whose?
        if plural and who not in cast and (who < 0 or len(cast) > 1):
            raise DanglingError
        free = not subject and not plural and who not in cast and (not cast or self.cast.may_be(cast[0], gender))
        if free and (who < 0 or clause.kind == "who" or not self._named_before(who, at)):
            words.append(low)  # a possessive after the verb means the subject more often than anybody else
            return unsure + (0.4 if not cast else 0.6)
        if who in cast or (who < 0 and cast and not subject and self.cast.may_be(cast[0], gender)):
            rivals = [c for c in cast if c != who and self.cast.may_be(c, gender)]
            words.append(low)
            return unsure + 0.3 * len(rivals) + (0.3 if who < 0 else 0.0)
        if who < 0 and not cast and not subject and not plural:
            words.append(low)
            return 0.5
        if who < 0:
            raise DanglingError
        if any(self.cast.may_be(one, gender) for one in cast[1:]):
            words.append(low)  # the nearest who fits: "asks Ann to change her clothes"
            return 0.6
        own = not subject and cast and "POS" not in self.line.tags[clause.left : clause.right]
        doubt = 0.5 if own and self.cast.may_be(cast[0], gender) else 0.0
        words += self.cast.names[who].split()
        words[-1] += "'s"
        if not subject and who not in cast:
            cast.append(who)
        return doubt + self.referents.doubt.get(at, 0.0)

    def _parted_from_owner(self, at: int, cast: list[int], clause: Clause) -> bool:
        """Tell whether a rival is named between the subject and its owning pronoun: "enters Tom's home and kills his"."""
        rivals = self.referents.rivals.get(at, frozenset()) - {*cast, -1}
        own = not self.grammar.sets["own_things"].isdisjoint(self.line.lows[at + 1 : at + 2])
        return bool(rivals) and not own and any(self.line.who[i] in rivals for i in range(clause.right, clause.finite))

    def _is_of_another(self, at: int, clause: Clause) -> bool:
        """Tell whether what is owned is had from somebody else: "asks for his help", "saves his life"."""
        sets, follow = self.grammar.sets, self.line.lows[at + 1 : at + 2]
        if at < clause.right or not follow:
            return False
        base = self.line.bases[clause.main]
        return (follow[0] in sets["gifts"] and base in sets["asking_verbs"]) or (follow == ["life"] and base == "save")

    def _owner_of_gift(self, at: int, words: list[str], cast: list[int]) -> float:
        """Spell whose life is saved or whose help is asked: somebody else's, who must be known."""
        who = self.referents.who.get(at, -1)
        if who < 0 or who in cast:
            raise DanglingError
        cast.append(who)
        words += self.cast.names[who].split()
        words[-1] += "'s"
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
        left, head = clause.left, clause.right - 1
        if "IN" in line.tags[left + 1 : clause.right]:
            head = line.tags.index("IN", left + 1) - 1
        found = self.referents.pairs
        if line.lows[head] == "they" or (found and any(at in found for at in range(left, clause.right))):
            return True
        if "and" in line.lows[left:head]:
            return True
        if line.tags[head] == "NP" and line.who[head] < 0 and line.lows[left] == "the":
            return line.lows[head].endswith("s") and not line.lows[head].endswith(("ss", "us", "is"))  # "the Danes"
        return line.tags[head] in ("NS", "CD") or line.lows[head] in ("both", "all", "others")
