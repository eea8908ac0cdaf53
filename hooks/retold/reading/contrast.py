"""The rules that tell a fact told otherwise from another wording, one rule a function.

Every rule looks at two sentences that tell of the same and yields contrasts: which words
stand in the same place of both without being compatible.  A contrast's score is the
weight of the rare words that the two share around it, times the trust in the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from retold.model import DifferenceKind
from retold.reading.clauses import Clause, Parse, Phrase
from retold.reading.facts import Reader
from retold.reading.forms import find_stem, find_third
from retold.reading.quantities import Quantity, find_quantities


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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that tell of the same, with what is needed to judge them.

    `said_left` and `said_right` hold the stems of everything that the telling says in this scene.
    """

    a: Reader
    b: Reader
    left: Parse
    right: Parse
    weights: dict[str, float]
    said_left: frozenset[str]
    said_right: frozenset[str]
    names: dict[str, str]

    def anchor(self, left: tuple[int, ...], right: tuple[int, ...], apart: tuple[int, ...] = ()) -> float:
        """The weight of what the two runs of words share, a third of it for what only the sentences share."""
        near = {self.a.stem(i) for i in left if i not in apart} & {self.b.stem(i) for i in right if i not in apart}
        wide = self.a.content(self.left.sentence) & self.b.content(self.right.sentence)
        return (
            sum(self.weights.get(s, 0.0) for s in sorted(near & wide))
            + sum(self.weights.get(s, 0.0) for s in sorted(wide - near)) / 3
        )


def tell_numbers(pair: Pair) -> Iterator[Contrast]:
    """Another number of the same, another duration, another year."""
    for one in find_quantities(pair.a, pair.left):
        for other in find_quantities(pair.b, pair.right):
            if not _same_thing(pair, one, other):
                continue
            overlap = one.low <= other.high and other.low <= one.high
            if overlap and (one.low, one.high) == (other.low, other.high):
                continue
            anchor = pair.anchor(_around(pair.left, one), _around(pair.right, other))
            kind: DifferenceKind = "detail" if overlap else "contradiction"
            yield Contrast(
                anchor * (1.0 if overlap else 1.3), _name_quantity(one, other), kind,
                _tell(pair.left, one.words), _tell(pair.right, other.words),
            )  # fmt: skip


def _same_thing(pair: Pair, one: Quantity, other: Quantity) -> bool:
    if one.thing == other.thing:
        return True
    rings = pair.a.vocabulary.rings
    return bool(set(rings.get(one.thing, ())) & set(rings.get(other.thing, ())))


def _name_quantity(one: Quantity, other: Quantity) -> str:
    names = {"time": "how long", "year": "when", "money": "how much money", "length": "how far", "weight": "how heavy"}
    return names.get(one.thing) or ("how old" if one.thing == "age" else f"the number ({one.thing})")


def tell_deeds(pair: Pair) -> Iterator[Contrast]:
    """The same deed with another doer, another object, another place."""
    for one in pair.left.clauses:
        for other in pair.right.clauses:
            if one.deed == other.deed and one.deed not in _FLAT and one.negated == other.negated:
                yield from _compare_roles(pair, one, other)


_FLAT = frozenset({"be", "have", "do", "say", "tell", "try", "begin", "make", "go on", "put", "become", "turn"})


def _compare_roles(pair: Pair, one: Clause, other: Clause) -> Iterator[Contrast]:
    same_doer = _same_person(pair, one.doer, other.doer)
    same_object = _same_person(pair, one.done_to, other.done_to) or _same_noun(pair, one.done_to, other.done_to)
    anchor = pair.anchor(tuple(one.words), tuple(other.words))
    third = find_third(one.base)
    if same_doer and one.done_to and other.done_to:
        reason = find_reason(pair, one.done_to, other.done_to)
        if reason in {"person", "people", "work", "kin", "body", "place", "vehicle", "weapon", "animal"}:
            who = _display(pair, one.doer)
            person = reason in {"person", "people", "work", "kin"}
            about = "what was hurt" if one.deed == "harm" else f"{'whom' if person else 'what'} {who} {third}"
            yield _role(pair, (one, other), (one.done_to, other.done_to), about, (anchor + 2) * 1.1)
    if same_object and one.doer and other.doer and find_reason(pair, one.doer, other.doer) == "person":
        about = f"who {third} {_display(pair, one.done_to)}"
        yield _role(pair, (one, other), (one.doer, other.doer), about, anchor * 0.8)
    if same_doer or same_object:
        for here in one.others:
            for there in other.others:
                yield from _compare_places(pair, (one, other), here, there, anchor)


_WHERE = frozenset({"to", "in", "at", "into", "for", "on", "inside", "aboard", "near", "from"})


def _compare_places(
    pair: Pair, clauses: tuple[Clause, Clause], here: Phrase, there: Phrase, anchor: float
) -> Iterator[Contrast]:
    if (
        here.preposition in _WHERE
        and there.preposition in _WHERE
        and _is_place(pair.a, here)
        and _is_place(pair.b, there)
    ):
        reason = find_reason(pair, here, there)
        if reason in {"place", "name"}:
            yield _role(pair, clauses, (here, there), "where", anchor * 1.1)


def _is_place(reader: Reader, phrase: Phrase) -> bool:
    if phrase.who:
        return False
    word = reader.telling.words.texts[phrase.head]
    return word[0].isupper() or "place" in reader.vocabulary.kinds.get(phrase.noun, ())


def _role(
    pair: Pair, clauses: tuple[Clause, Clause], fillers: tuple[Phrase, Phrase], about: str, score: float
) -> Contrast:
    (one, other), (left, right) = clauses, fillers
    return Contrast(
        score, about, "contradiction", _tell(pair.left, left.words, one), _tell(pair.right, right.words, other)
    )


def find_reason(pair: Pair, left: Phrase, right: Phrase) -> str:
    """Why two phrases cannot name the same thing, or "" when they may."""
    if left.pronoun or right.pronoun or left.noun == right.noun:
        return "person" if left.who and right.who and left.who != right.who else ""
    if left.who or right.who:
        return "person" if left.who and right.who and left.who != right.who else ""
    said_there = any(pair.a.stem(i) in pair.said_right for i in left.words if i == left.head)
    said_here = any(pair.b.stem(i) in pair.said_left for i in right.words if i == right.head)
    if said_here or said_there:
        return ""
    v = pair.a.vocabulary
    if set(v.rings.get(left.noun, ())) & set(v.rings.get(right.noun, ())):
        return ""
    shared = [kind for kind in v.kinds.get(left.noun, ()) if kind in v.kinds.get(right.noun, ())]
    if shared:
        return shared[0]
    capital = [r.telling.words.texts[p.head][0].isupper() for r, p in ((pair.a, left), (pair.b, right))]
    if all(capital):
        return "name"
    kinds = {*v.kinds.get(left.noun, ()), *v.kinds.get(right.noun, ())}
    return "people" if kinds == {"people", "work"} else ""


def tell_opposites(pair: Pair) -> Iterator[Contrast]:
    """A word here and its opposite there, of the same person."""
    lefts, rights = list(_find_polar(pair.a, pair.left)), list(_find_polar(pair.b, pair.right))
    for line, side, word, clause in lefts:
        for line_there, side_there, word_there, clause_there in rights:
            if line != line_there or side == side_there:
                continue
            if not _same_person(pair, clause.doer, clause_there.doer):
                continue
            anchor = pair.anchor(tuple(clause.words), tuple(clause_there.words), (word, word_there))
            about = f"what {_display(pair, clause.doer)} does"
            yield Contrast(
                anchor * 1.2, about, "contradiction",
                _tell(pair.left, (word,), clause), _tell(pair.right, (word_there,), clause_there),
            )  # fmt: skip


def _find_polar(reader: Reader, parse: Parse) -> Iterator[tuple[int, int, int, Clause]]:
    v = reader.vocabulary
    for clause in parse.clauses:
        for word in clause.words:
            low = reader.text(word)
            base = v.find_base(low) or low
            forms = (low, base, v.deeds.get(base, base), clause.deed if word == clause.verb else low)
            seen = next((v.opposites[form] for form in forms if form in v.opposites), ())
            for line, side in seen:
                yield line, side ^ int(clause.negated and word == clause.verb), word, clause


def tell_owners(pair: Pair) -> Iterator[Contrast]:
    """The same thing with another owner."""
    for left in pair.left.phrases:
        for right in pair.right.phrases:
            if left.noun != right.noun or left.who or right.who or not _is_thing(pair.a, left):
                continue
            mine, theirs = _find_owner(pair.a, left), _find_owner(pair.b, right)
            if mine and theirs and pair.a.who[mine] != pair.b.who[theirs]:
                anchor = pair.anchor(left.words, right.words, (mine, theirs))
                about = f"whose {pair.a.telling.words.texts[left.head]}"
                yield Contrast(
                    anchor, about, "contradiction", _tell(pair.left, (mine,)), _tell(pair.right, (theirs,))
                )  # fmt: skip


def _is_thing(reader: Reader, phrase: Phrase) -> bool:
    if {"vehicle", "weapon", "place", "document", "animal", "clothes"} & set(
        reader.vocabulary.kinds.get(phrase.noun, ())
    ):
        return True
    return reader.telling.words.texts[phrase.head][0].isupper()


def _find_owner(reader: Reader, phrase: Phrase) -> int:
    for i in phrase.words[:-1]:
        if i in reader.who and i != phrase.head and reader.text(i + 1) in {"'s", "’s", "'", "’"}:
            return i
    return 0


def _same_person(pair: Pair, left: Phrase | None, right: Phrase | None) -> bool:
    return bool(left and right and left.who and left.who == right.who)


def _same_noun(pair: Pair, left: Phrase | None, right: Phrase | None) -> bool:
    return bool(left and right and not left.pronoun and find_stem(left.noun) == find_stem(right.noun))


def _display(pair: Pair, phrase: Phrase | None) -> str:
    if phrase is None:
        return "somebody"
    return pair.names.get(phrase.who) or f"the {phrase.noun}"


def _around(parse: Parse, quantity: Quantity) -> tuple[int, ...]:
    first, last = quantity.words[0] - 8, quantity.words[-1] + 8
    return tuple(i for i in parse.words if first <= i <= last)


def _tell(parse: Parse, marks: tuple[int, ...], clause: Clause | None = None) -> Told:
    """Quote the clause that the marks stand in, or the whole sentence when it is short or unclear."""
    words = set(parse.words)
    if clause is None:
        clause = next((c for c in reversed(parse.clauses) if set(marks) <= set(c.words)), None)
    if clause is not None and len(parse.words) > 14:
        chosen = {*clause.words, *marks, *(clause.doer.words if clause.doer else ())}
        inside = {i for i in parse.words if min(chosen) <= i <= max(chosen)}
        words = inside if len(inside) > 3 else words
    return Told(parse.sentence, tuple(sorted(words)), marks)


RULES: tuple[Callable[[Pair], Iterator[Contrast]], ...] = (tell_numbers, tell_deeds, tell_opposites, tell_owners)
