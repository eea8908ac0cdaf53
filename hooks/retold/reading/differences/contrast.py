"""What every rule of the comparison works with: two sentences that tell of the same, and their contrasts.

A rule looks for words that stand in the same place of both without being compatible.  A
contrast's score is the weight of the rare words that the two share around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from retold.model import DifferenceKind
from retold.reading.differences.clauses import Clause, Parse
from retold.reading.differences.facts import Reader
from retold.reading.differences.forms import find_singular, find_stem
from retold.reading.differences.glance import Glance
from retold.reading.differences.noun_phrases import Phrase

# The kinds of lexicon/en/kinds.txt whose words are things that a deed can be done to.
THINGS = frozenset({
    "body", "place", "vehicle", "weapon", "animal", "drink", "food", "clothes", "document", "money", "illness",
    "occasion", "offspring", "instrument", "game", "crime", "disaster", "plant", "science", "faith",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a contrast: the sentence, the words to quote and those that differ."""

    sentence: int
    words: tuple[int, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A fact told otherwise by two tellings."""

    score: float
    about: str
    kind: DifferenceKind
    left: Told
    right: Told


@dataclass(frozen=True)
class Passage:
    """All that one telling says in a scene, each kind of it found when a rule asks."""

    glances: tuple[Glance, ...]
    find_roles: Callable[[], frozenset[tuple[str, str, str]]]
    find_single: Callable[[], frozenset[str]]

    @cached_property
    def said(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset[str]().union(*[glance.said for glance in self.glances])

    @cached_property
    def rings(self) -> frozenset[int]:
        """The rings of the words."""
        return frozenset[int]().union(*[glance.rings for glance in self.glances])

    @cached_property
    def roles(self) -> frozenset[tuple[str, str, str]]:
        """Who or what fills which role of a deed."""
        return self.find_roles()

    @cached_property
    def single(self) -> frozenset[str]:
        """The fine kinds of which the telling names one thing alone, and all its amounts."""
        return self.find_single()


@dataclass(frozen=True, slots=True)
class Side:
    """One telling's sentence, by number, with all that the telling says in the scene."""

    reader: Reader
    sentence: int
    passage: Passage
    glance: Glance

    @property
    def parse(self) -> Parse:
        """The sentence taken apart."""
        return self.reader.parse(self.sentence)


@dataclass(frozen=True)
class Pair:
    """Two sentences that tell of the same; `names` are the characters' short names by slug."""

    a: Side
    b: Side
    weights: dict[str, float]
    names: dict[str, str]

    @cached_property
    def shared(self) -> float:
        """The weight of all that the sentences share: no anchor weighs more."""
        return sum(self.weights.get(s, 0.0) for s in sorted(self.a.glance.content & self.b.glance.content))

    @cached_property
    def _around(self) -> float:
        here, there = (
            side.glance.content | side.reader.content(max(0, side.sentence - 1)) for side in (self.a, self.b)
        )
        return sum([self.weights.get(s, 0.0) for s in sorted(here & there)])

    @cached_property
    def deeds(self) -> frozenset[str]:
        """What verbs of both sentences may be called."""
        return self.a.glance.deeds & self.b.glance.deeds

    @cached_property
    def same_deeds(self) -> list[tuple[Clause, Clause]]:
        """The clauses of the same deed, told alike."""
        theirs = self.b.parse.clauses
        return [
            (one, other)
            for one in self.a.parse.clauses
            for other in theirs
            if one.deed == other.deed and are_told_alike(one, other)
        ]

    def anchor(self, left: Iterable[int], right: Iterable[int], deeds: tuple[str, ...] = ()) -> float:
        """The weight of what two runs of words share, and a third of it for what only the sentences share."""
        near = {self.a.reader.stem(i) for i in left} & {self.b.reader.stem(i) for i in right} | {"!" + d for d in deeds}
        wide = self.a.glance.content & self.b.glance.content
        return sum(self.weights.get(s, 0.0) / (1 if s in near else 3) for s in sorted(wide))

    def context(self) -> float:
        """The weight of what the sentences share when each is read with the one before it."""
        return self._around

    def anchor_clauses(self, one: Clause, other: Clause) -> float:
        """The anchor of two clauses, their deed counted when it is the same."""
        deeds = (one.deed,) if one.deed == other.deed else ()
        return self.anchor(spread(one), spread(other), deeds)

    def name(self, phrase: Phrase | None) -> str:
        """How a fan calls whom the phrase names: the short name, or "the" and the noun."""
        if phrase is None:
            return "somebody"
        if phrase.pronoun and not phrase.who:
            return "it" if phrase.noun == "it" else "somebody"
        return next((self.names[who] for who in sorted(phrase.who) if who in self.names), f"the {phrase.noun}")


def are_told_alike(one: Clause, other: Clause) -> bool:
    """Whether both are told as facts, or both denied, or both as what may be; what somebody believes is no fact."""
    return (one.negated, one.modal) == (other.negated, other.modal) and not one.believed and not other.believed


def spread(clause: Clause) -> set[int]:
    """The clause's words with those of its doer, who may stand before another clause."""
    return {*clause.words, *(clause.doer.words if clause.doer else ())}


def is_same(left: Phrase | None, right: Phrase | None) -> bool:
    """Whether two phrases name the same: a character in common, or the same noun."""
    if left is None or right is None:
        return False
    if left.who or right.who:
        return bool(left.who & right.who)
    return not left.pronoun and not right.pronoun and find_stem(left.noun) == find_stem(right.noun)


def find_reason(pair: Pair, left: Phrase, right: Phrase, *, anywhere: bool = True) -> str:
    """Why two phrases cannot name the same thing, or "" when they may.

    "person" for two characters, the kind of lexicon/en/kinds.txt for two things of one
    kind, "thing" for two of different kinds, "name" for two capitalised names, "mixed" for a name and a noun, "other" for things of
    which nothing is known.  Unless `anywhere` is false, words that the other telling has
    elsewhere in the scene are no difference.
    """
    if left.pronoun or right.pronoun:  # whom a pronoun stands for is a guess
        return ""
    if left.named or right.named:
        apart = not left.who & right.who and all(_is_person(p) for p in (left, right))
        apart = apart and not _stems(pair.a, left) & _stems(pair.b, right)
        # A name that is no character's stands for one who is named once: it must be news to the other telling.
        known = [
            s for s, p, o in ((pair.a, left, pair.b), (pair.b, right, pair.a)) if not p.who and is_said(s, o, p.head)
        ]
        return "person" if apart and not known else ""
    if _letters(pair.a, left) == _letters(pair.b, right) or is_same(left, right):
        return ""
    if left.capital and right.capital:
        places = [
            "-".join(side.reader.text(i) for i in p.words if side.reader.telling.words.texts[i][0].isupper())
            for side, p in ((pair.a, left), (pair.b, right))
        ]
        if _are_one_name(pair, left, right) or are_one_place(pair, *places):
            return ""
    if anywhere and _is_said_elsewhere(pair, left, right):
        return ""
    vocabulary = pair.a.reader.vocabulary
    if {left.noun, right.noun} & vocabulary.sorts["anybody"] or are_one_ring(pair, left.noun, right.noun):
        return ""
    if left.capital or right.capital:
        return "name" if left.capital and right.capital else "mixed"
    kinds = vocabulary.kinds.get(left.noun, ()), vocabulary.kinds.get(right.noun, ())
    shared = [kind for kind in kinds[0] if kind in kinds[1]]
    if shared:
        return shared[0]
    if {*kinds[0], *kinds[1]} == {"people", "work"}:
        return "people"
    return "thing" if all(THINGS & set(kind) for kind in kinds) else "other"


def _is_person(phrase: Phrase) -> bool:
    return bool(phrase.who) or (phrase.capital and len(phrase.words) == 1 and not phrase.preposition)


def are_of_one(pair: Pair, left: int, right: int) -> bool:
    """Whether two words (face, eyes) may belong to the same body: no two owners stand before them."""
    mine, theirs = _find_owner(pair.a, left), _find_owner(pair.b, right)
    return not mine or not theirs or mine == theirs


def _find_owner(side: Side, word: int) -> str:
    """The stem of the possessive before the word, at most two words before: "Anna's left hand"."""
    for i in range(word - 1, max(0, word - 4), -1):
        if i in side.reader.who or side.reader.text(i + 1) in {"'s", "’s", "'", "’"}:
            return side.reader.stem(i)
    return ""


def are_one_place(pair: Pair, one: str, other: str) -> bool:
    """Whether one place may lie in the other: Las Vegas in Nevada."""
    lies_in = pair.a.reader.vocabulary.lies_in
    return one in lies_in.get(other, ()) or other in lies_in.get(one, ())


def are_one_ring(pair: Pair, one: str, other: str) -> bool:
    """Whether two nouns may name the same thing."""
    rings = pair.a.reader.vocabulary.rings
    return bool(set(rings.get(one, ())) & set(rings.get(other, ())))


def _letters(side: Side, phrase: Phrase) -> str:
    """The phrase's letters alone: ping-pong is ping pong."""
    return "".join(side.reader.text(word) for word in phrase.words).replace("-", "")


def _stems(side: Side, phrase: Phrase) -> set[str]:
    """The phrase's words as they are written: two forms of one name share some."""
    return {find_stem(side.reader.text(word)) for word in phrase.words}


def is_said(side: Side, other: Side, word: int, noun: str = "") -> bool:
    """Whether a word of this side, or an equal of it, is said in the other's scene."""
    noun = noun or find_singular(side.reader.text(word))
    vocabulary = side.reader.vocabulary
    equal = vocabulary.synonyms & set(vocabulary.rings.get(noun, ()))
    return side.reader.stem(word) in other.passage.said or bool(other.passage.rings & equal)


def _is_said_elsewhere(pair: Pair, left: Phrase, right: Phrase) -> bool:
    """Whether a telling has the other's words too: it then tells both, elsewhere in the scene."""
    if not left.capital and not right.capital:
        return is_said(pair.a, pair.b, left.head) or is_said(pair.b, pair.a, right.head)
    here, there = _name_stems(pair.a, left), _name_stems(pair.b, right)
    return _mostly(here, pair.b.passage.said) or _mostly(there, pair.a.passage.said)


def _mostly(name: set[str], said: frozenset[str]) -> bool:
    """Whether more than half of a name's words are said."""
    return len(name & said) * 2 > len(name)


def _name_stems(side: Side, phrase: Phrase) -> set[str]:
    """The stems of the phrase's capitalised words, or of its head."""
    texts = side.reader.telling.words.texts
    return {side.reader.stem(i) for i in phrase.words if texts[i][0].isupper()} or {side.reader.stem(phrase.head)}


def _are_one_name(pair: Pair, left: Phrase, right: Phrase) -> bool:
    """Whether two names share a word, or one is the other's initials, or begins them: MIT, US."""
    if _name_stems(pair.a, left) & _name_stems(pair.b, right):
        return True
    written = [
        [side.reader.telling.words.texts[i] for i in phrase.words if side.reader.telling.words.texts[i][0].isupper()]
        for side, phrase in ((pair.a, left), (pair.b, right))
    ]
    initials = ["".join(word[0] for word in words) for words in written]
    short = ["".join(words).replace(".", "") for words in written]
    return any(
        len(s) > 1 and s.isupper() and i and (s.startswith(i) or i.startswith(s))
        for s, i in zip(short, initials[::-1], strict=True)
    )


def quote_words(parse: Parse, marks: tuple[int, ...], clause: Clause | None = None) -> Told:
    """Quote the parts between commas that the marks and their clause's verb stand in, short sentences whole."""
    if clause is None:
        clause = next((c for c in reversed(parse.clauses) if set(marks) <= set(c.words)), None)
    wanted = {*marks, *((clause.verb, *(clause.doer.words if clause.doer else ())) if clause else ())}
    first, last = min(wanted), max(wanted)
    places = range(len(parse.words))
    if len(parse.words) > 14:
        stops = [p for p in places if parse.tags[p] == "mark"]
        first_place = max((p + 1 for p in stops if parse.words[p] < first), default=0)
        last_place = min((p for p in stops if parse.words[p] > last), default=len(parse.words))
        places = range(first_place, last_place)
    return Told(parse.sentence, tuple(parse.words[p] for p in places) or parse.words, marks)
