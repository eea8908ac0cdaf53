"""Whom the pronouns of a passage mean, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import WINDOW, Cast, Line
from retold.reading.titles.phrases import FINITE

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
# The tags of names, pronouns and "the two".
_POINTING = frozenset({"NP", "PRS", "PRO", "PS", "CD"})
_PLURAL = frozenset({"they", "them", "their"})


@dataclass(slots=True)
class Referents:
    """What a line's pronouns mean: `who` by place, the doubt about it, and the pairs that *they* means.

    `named` are the places that speak of somebody, pronouns and names alike, with whom;
    `rivals` are whom else a pronoun could mean.
    """

    who: dict[int, int] = field(default_factory=dict)
    doubt: dict[int, float] = field(default_factory=dict)
    pairs: dict[int, tuple[int, int]] = field(default_factory=dict)
    named: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    rivals: dict[int, frozenset[int]] = field(default_factory=dict)


# So many names of a sentence are remembered.
_REMEMBERED = 12
# A pair that no sentence named for so long is no longer what *they* means.
_PAIR_LASTS = 5
# Who is not of the cast.
_NOBODY = -1
# What *he* may mean is told by the subject before most of all.
_DOUBT_OF_ACTOR = 1.1
# More than any title may bear.
_HOPELESS = 1.3


class Resolver:
    """Resolves the pronouns of a telling's sentences, in order.

    The reading of people has settled most of them; the rest takes the latest name of the
    gender, the subject of the sentence winning over its objects (Hobbs 1978 finds four of
    five that way).  Doubt grows with those who would fit as well: other names, and people
    without one ("the man").  What is remembered is who was spoken of: in this sentence, in
    the one before, and as a pair.
    """

    def __init__(self, cast: Cast, grammar: Grammar) -> None:
        self.cast = cast
        self.strangers = {"m": grammar.sets["men"], "f": grammar.sets["women"]}
        self.people = grammar.sets["people"]
        self.here: list[int] = []
        self.before: list[int] = []
        self.before_age = 1
        self.carried: dict[int, float] = {}
        self.names: list[int] = []
        self.last_names: list[int] = []
        self.actors: list[int] = []
        self.last_actors: list[int] = []
        self.kin: list[int] = []
        self.pair: tuple[int, int] | None = None
        self.pair_age = 0
        self.unknown: list[int] = []
        self.meant: dict[str, int] = {}
        self.last: Line | None = None
        self.last_unknown: list[int] = []
        self.strange: list[tuple[int, str, float]] | None = None
        self.last_strange: list[tuple[int, str, float]] | None = None

    def read(self, line: Line) -> Referents:
        """Resolve the pronouns of the next sentence."""
        found, self.here, self.unknown, self.meant = Referents(), [], [], {}
        self.pair_age += 1
        for at, tag in [(at, tag) for at, tag in enumerate(line.tags) if tag in _POINTING]:
            if tag == "NP" and line.who[at] < 0:
                self.unknown.append(at)
            elif tag == "NP":
                self._name(line, at)
                found.named.append((at, (line.who[at],)))
                self._remember_pair(line, at)
            elif tag in ("PRS", "PRO", "PS"):
                self._resolve(line, at, found)
            elif tag == "CD" and line.lows[at] == "two" and line.tag_at(at + 1) not in ("N", "NS", "JJ", "IN"):
                self._resolve_pair(line, at, found)
        self.before_age = 1 if self.here else self.before_age + 1
        self.before = list(dict.fromkeys(self.here)) or self.before
        self.last_names, self.names, self.kin = self.names[-_REMEMBERED:], [], []
        self.last_actors, self.actors = [*self.actors[:1], *self.actors[1:][-1:]], []
        self.last, self.last_unknown, self.last_strange, self.strange = line, self.unknown, self.strange, None
        return found

    def _name(self, line: Line, at: int) -> None:
        """Remember a name; "Ann's" and "her child" speak of somebody else's things first."""
        who = line.who[at]
        self.here.append(who)
        if at in line.kin:
            self.kin.append(who)
        if at in line.kin or line.tag_at(at + 1) == "POS":
            return
        self.names.append(who)
        self.carried[who] = 0.0
        if _is_actor(line, at):
            if "THAT" not in line.tags[max(at - 8, 0) : at]:
                self.actors.append(who)
        elif not at and line.tag_at(1) == ",":
            self.actors.append(who)

    def _remember_pair(self, line: Line, at: int) -> None:
        """Remember "A and B"; "A, B and C" are no pair."""
        if at < 2 or line.lows[at - 1] != "and" or line.tags[at - 2] not in ("NP", ","):
            return
        one = line.who[at - 2]
        many = line.tags[at - 2] == "," or (at > 2 and line.tags[at - 3] == ",")
        self.pair = None if many and at > 3 and line.tags[at - 4] == "NP" else (one, line.who[at]) if one >= 0 else None
        self.pair_age = 0

    def _resolve_pair(self, line: Line, at: int, found: Referents) -> None:
        pair, doubt = self.pair, 0.3
        if (not pair or self.pair_age > _PAIR_LASTS) and len(self.before) == 2:
            pair, doubt = (self.before[0], self.before[1]), 0.9
        if pair and self.pair_age > 1 and not {*self.before, *self.here} <= set(pair):
            doubt = _HOPELESS  # others have been named since: *they* may be any two of them
        if pair and self._crowd_before(line, at):
            doubt = _HOPELESS
        if pair and (self.pair_age <= _PAIR_LASTS or doubt > 0.5):
            found.pairs[at], found.doubt[at] = pair, doubt
            found.named.append((at, pair))

    def _crowd_before(self, line: Line, at: int) -> bool:
        """Tell whether *they* may be many who are no pair: "the locusts come; all collect them"."""
        if line.tags[at] == "CD":
            return False
        lines = (line,) if self.pair_age == 0 or self.last is None else (self.last, line)
        for told in lines:
            last = at if told is line else len(told.tags)
            for i in range(max(last - WINDOW, 0), last):
                if told.tags[i] == "NS" and (line.tags[at] != "PRS" or told.tag_at(i + 1) in FINITE):
                    return True
        return False

    def _resolve(self, line: Line, at: int, found: Referents) -> None:
        low, who = line.lows[at], line.who[at]
        gender = _GENDER.get(low)
        if gender is None:
            if low in _PLURAL:
                self._resolve_pair(line, at, found)
            return
        if len(self.here) > _REMEMBERED:
            self.here = self.here[-_REMEMBERED:]
        order = [*self.here[:1], *reversed(self.here[1:]), *self.before]
        genders, tag = self.cast.genders, line.tags[at]
        fitting = [one for one in order if genders[one] == gender or genders[one] is None]
        own = _subject_before(line, at, found) if tag == "PRO" else -1
        known = who >= 0 and who != own  # nobody is the object of his own deed, or he would be *himself*
        if not known:
            exact = [one for one in order if genders[one] == gender and one != own]
            who = next((one for one in exact or fitting if one != own), -1)
        changed = tag == "PRO" and self.meant.setdefault(low, who) not in (who, own)
        if who < 0:
            return
        found.who[at] = who
        found.named.append((at, (who,)))
        named = tag == "PRO" and _is_named(line, at, who)
        near = [one for one in self.here if genders[one] == gender or genders[one] is None] if named else fitting
        rivals = [one for one in near if one != who]
        unspoken = known and tag != "PS" and who not in order and bool(order)
        doubt = (0.1 if known else 0.4) + self._doubt_of_rivals(tag, who, gender, rivals)
        if changed or unspoken:
            doubt = _HOPELESS  # "Ann gave him a sword, and Bob gave him a shield": both times the same man
        stranger = self._stranger_before(line, at, gender, here=named)
        if stranger:
            rivals.append(_NOBODY)
            vague = known and genders[who] is None
            doubt += _DOUBT_OF_ACTOR if vague else stranger if tag == "PRS" else 0.5
        if tag != "PS" and self.before_age > 1 and not self.here:
            doubt += 0.6  # nobody has been named for a while
        if tag != "PS":
            if who not in self.names[-_REMEMBERED:] and who not in self.last_names:
                doubt = max(doubt, self.carried.get(who, 0.0))  # no surer than the last pronoun, until a name comes
            self.carried[who] = doubt
        found.doubt[at] = doubt
        if rivals:
            found.rivals[at] = frozenset(rivals)
        self.here.append(who)
        if tag == "PRS":
            self.actors.append(who)

    def _doubt_of_rivals(self, tag: str, who: int, gender: str, rivals: list[int]) -> float:
        """Give the doubt that others bring who fit a subject or an owner as well."""
        if not rivals or tag != "PRS":
            return 0.6 if rivals and tag == "PS" else 0.0
        genders = self.cast.genders
        vague = genders[who] is None and any(genders[one] == gender for one in rivals)
        return 0.6 if not vague and who in self._find_favourites(gender) and who not in self.kin else 1.1

    def _find_favourites(self, gender: str) -> list[int]:
        """Find who are the likeliest subjects of a gender: the first subject here, or the first and last one before."""
        for known in (self.actors[:1], self.last_actors, self.names[:_REMEMBERED], self.before[:1]):
            fitting = [one for one in known if self.cast.may_be(one, gender)]
            if fitting:
                return fitting
        return []

    def _stranger_before(self, line: Line, at: int, gender: str, *, here: bool) -> float:
        """Give the doubt that somebody unnamed of a gender brings, in the sentence or in the last one too."""
        if self.strange is None:
            self.strange = self._find_strangers(line, self.unknown)
        doubts = [doubt for place, genders, doubt in self.strange if place < at and gender in genders]
        if not here and self.last is not None:
            if self.last_strange is None:
                self.last_strange = self._find_strangers(self.last, self.last_unknown)
            doubts += [doubt for _, genders, doubt in self.last_strange if gender in genders]
        return max(doubts, default=0.0)

    def _find_strangers(self, line: Line, unknown: list[int]) -> list[tuple[int, str, float]]:
        """Find where a sentence speaks of somebody unnamed, of which gender they may be, and the doubt of it."""
        found = []
        if not self.people.isdisjoint(line.lows):
            for at, low in enumerate(line.lows):
                if low in self.people and line.tags[at] == "N" and _is_stranger(line, at):
                    found.append((at, self._genders_of(low), _DOUBT_OF_ACTOR if _is_actor(line, at) else 0.5))
        found += [(at, "mf", 0.5) for at in unknown if _acts(line, at)]
        return found[:_REMEMBERED]

    def _genders_of(self, noun: str) -> str:
        return "".join(gender for gender, nouns in self.strangers.items() if noun in nouns) or "mf"


def _subject_before(line: Line, at: int, found: Referents) -> int:
    """Give who is the subject of the verb before an object pronoun: nobody "gives him" to himself."""
    for i in range(at - 1, max(at - 6, -1), -1):
        if line.tags[i] in ("NP", "PRS"):
            return found.who.get(i, line.who[i]) if line.tag_at(i + 1) in FINITE or line.tag_at(i + 1) == "RB" else -1
    return -1


def _is_named(line: Line, at: int, who: int) -> bool:
    """Tell whether a name stands before unit `at` of the sentence."""
    return any(line.who[i] == who and line.tags[i] == "NP" for i in range(max(at - WINDOW, 0), at))


def _is_actor(line: Line, at: int) -> bool:
    """Tell whether a noun is the subject of the verb behind it."""
    follow = line.tag_at(at + 1)
    if follow == "RB":
        follow = line.tag_at(at + 2)
    return follow in FINITE or (follow == "," and at < 2)  # "The wife, found by the police, …"


def _acts(line: Line, at: int) -> bool:
    """Tell whether a name that is not of the cast is somebody who does something: "Honey, a neighbour, arrives"."""
    before = at - 2 if at and line.tags[at - 1] == "DT" else at - 1
    if before >= 0 and line.tags[before] not in (",", "SC", "CC", "THAT", "."):
        return False
    return line.tag_at(at + 1) in FINITE or (line.tag_at(at + 1) == "," and line.tag_at(at + 2) == "DT")


def _is_stranger(line: Line, at: int) -> bool:
    """Tell whether a noun names a person of its own, and is no more about somebody named: "Bob, a man", "is a man"."""
    start = at
    while start and line.tags[start - 1] in ("JJ", "N", "CD", "VN", "VG"):
        start -= 1
    named = line.tag_at(at + 1) == "NP" or line.lows[at + 1 : at + 2] in (["named"], ["called"], ["known"])
    if named or not start or line.tags[start - 1] != "DT":
        return False
    opener = max(start - 2, 0)
    return line.tags[opener] not in ("BE", ",") and line.bases[opener] not in ("as", "become", "remain", "be")
