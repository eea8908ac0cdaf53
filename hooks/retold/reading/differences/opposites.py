"""The rule for opposites: a word here and its opposite there, of the same person or done to the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from retold.model import DifferenceKind
from retold.reading.differences.clauses import Clause, Parse
from retold.reading.differences.contrast import Contrast, Pair, Side, is_same, quote_words
from retold.reading.differences.facts import Reader
from retold.reading.differences.forms import find_singular
from retold.reading.differences.noun_phrases import Phrase

# How news comes: "by telegram", "through the radio"; and what one does with it.
_WAYS = frozenset({"by", "in", "from", "via", "through", "over", "on"})
_SENDING = frozenset({"write", "send", "receive", "read", "leave", "hand", "deliver", "dictate", "get"})
# One kills oneself in one way.
_FOR_ONESELF = 1.0
# What one travels by stands after these.
_ABOARD = frozenset({"by", "in", "on", "aboard", "via", "with"})


def most_of_opposites(pair: Pair) -> float:
    """The most that a contrast of opposites can score."""
    theirs = pair.b.glance.sides
    if any(line == other and side != there for line, side in pair.a.glance.sides for other, there in theirs):
        return (pair.shared + pair.context() / 5 + 1.0 + _FOR_ONESELF) * 1.2
    return 0.0


def tell_opposites(pair: Pair) -> Iterator[Contrast]:
    """A word here and its opposite there, of the same person or done to the same."""
    rights = find_polar(pair.b.reader, pair.b.sentence)
    for here in find_polar(pair.a.reader, pair.a.sentence) if rights else ():
        for there in rights:
            if here.line != there.line or here.side == there.side:
                continue
            if (here.adverb or there.adverb) and here.clause.deed != there.clause.deed:
                continue  # "soon" and "at last" are said of two things
            if here.says() & pair.b.passage.roles or there.says() & pair.a.passage.roles:
                continue
            about = pair.a.reader.vocabulary.abouts[here.line]
            done = about.startswith("what is done") or about.endswith("is killed")
            share, whose = _find_whose(pair, here, there, done=done)
            # Who finds one thing and buys another did both.
            apart = about.endswith(" it") and not is_same(here.clause.done_to, there.clause.done_to)
            apart = apart or (about.endswith("is told") and not (_carries(pair.a, here) and _carries(pair.b, there)))
            apart = apart or (about.endswith("travels") and not (_travels(pair.a, here) and _travels(pair.b, there)))
            apart = apart or (about.endswith("is a friend") and not here.clause.deed == there.clause.deed == "be")
            apart = apart or (about.endswith(" lives") and whose is not None and _rises_again(pair, here, there, whose))
            if whose is not None and not apart:
                sure = 1.0 + (_FOR_ONESELF if _does_it_to_oneself(here) and _does_it_to_oneself(there) else 0.0)
                score = (pair.anchor_clauses(here.clause, there.clause) + pair.context() / 5 + sure) * share
                left = quote_words(pair.a.parse, here.words, here.clause)
                right = quote_words(pair.b.parse, there.words, there.clause)
                kind: DifferenceKind = "detail" if here.adverb or there.adverb else "contradiction"
                whose = here.clause.subject if about.endswith("does with it") else whose
                yield Contrast(score, about.format(pair.name(whose)), kind, left, right)


def _does_it_to_oneself(polar: Polar) -> bool:
    return polar.words[0] == polar.clause.verb and polar.clause.done_to is polar.clause.subject is not None


def _rises_again(pair: Pair, here: Polar, there: Polar, whose: Phrase) -> bool:
    """Whether a telling says somewhere that the dead one lives: then both may tell both."""
    return any(
        (polar.side, who) in side.reader.remember("line", polar.line, partial(_find_sides, side.reader))
        for side, polar in ((pair.a, there), (pair.b, here))
        for who in whose.who
    )


def _find_sides(reader: Reader, line: int) -> frozenset[tuple[int, str]]:
    """Of whom the whole telling says which side of a line."""
    return frozenset(
        (polar.side, who)
        for number in range(len(reader.telling.sentences))
        if any(line == other for other, _ in reader.glance(number).sides)
        for polar in find_polar(reader, number)
        if polar.line == line
        for who in _find_who(reader, polar)
    )


def _find_who(reader: Reader, polar: Polar) -> frozenset[str]:
    bearer = _find_bearer(reader, polar)
    return bearer.who if bearer else frozenset()


def _travels(side: Side, polar: Polar) -> bool:
    """Whether one goes this way: "drives", "by train", not "drives them off", "hijacks the train"."""
    word, clause = polar.words[0], polar.clause
    if word == clause.verb:
        return clause.done_to is None or not (clause.done_to.pronoun or clause.done_to.who)
    before = {side.reader.text(i) for i in (word - 1, word - 2) if i in side.parse.words}
    motion = side.reader.vocabulary.sorts["motion"]
    return not _ABOARD.isdisjoint(before) and clause.deed in motion


def _carries(side: Side, polar: Polar) -> bool:
    """Whether news comes this way: "by letter", "sends a telegram", "phones", but not "finds the letter"."""
    word, clause = polar.words[0], polar.clause
    before = [side.reader.text(i) for i in (word - 1, word - 2) if i in side.parse.words]
    return word == clause.verb or bool(_WAYS & set(before)) or clause.base in _SENDING


@dataclass(frozen=True, slots=True)
class Polar:
    """A word that has opposites: the line of the list, the side of it, and its clause."""

    line: int
    side: int
    words: tuple[int, ...]
    clause: Clause
    adverb: bool

    def says(self) -> frozenset[tuple[str, str, str]]:
        """What the word says of whom, as a role: both tellings may say it, of the same person."""
        phrases = (self.clause.subject, self.clause.done_to)
        fillers = {who for phrase in phrases if phrase for who in phrase.who}
        return frozenset((f"{self.line}/{self.side}", "says", filler) for filler in fillers)


def find_polar(reader: Reader, number: int) -> list[Polar]:
    """Find the words of a sentence that have opposites."""
    if not reader.glance(number).sides:
        return []
    return reader.remember("opposites", number, lambda n: list(_find_polar(reader, reader.parse(n))))


def _find_polar(reader: Reader, parse: Parse) -> Iterator[Polar]:
    vocabulary = reader.vocabulary
    tags = dict(zip(parse.words, parse.tags, strict=True))
    opening = [word for word in parse.words if parse.clauses and word < parse.clauses[0].verb]
    verbs = {clause.verb: clause for clause in parse.clauses}
    others, early = _find_epithets(reader, parse), _find_early(reader, parse)
    for clause in parse.clauses:
        for word in [*(opening if clause is parse.clauses[0] else ()), *clause.words]:
            at_verb = word == clause.verb
            if tags[word] in {"preposition", "joint", "mark"} or (at_verb and clause.negated) or word in others:
                continue
            if clause.believed or (at_verb and (clause.modal or word in early)):
                continue  # "declines at first" tells nothing of the end
            low = reader.text(word).removeprefix("half-")
            base = vocabulary.find_base(low) or low
            forms = (clause.deed, low, base) if at_verb else (low, find_singular(low))
            sides = [one for form in forms if form in vocabulary.opposites for one in vocabulary.opposites[form]]
            for line, side in dict.fromkeys(sides):
                words = (word, *clause.tail) if at_verb else (word,)
                adverb = tags[word] == "adverb"
                after = verbs.get(word + 1) if adverb else None  # "is fatally wounded"
                yield Polar(line, side, words, after or clause, adverb=adverb)


def _find_early(reader: Reader, parse: Parse) -> set[int]:
    """Find the verbs of clauses that tell only how something is at first."""
    early = reader.vocabulary.sorts["at first"]
    heard = reader.lows[max(0, parse.words[0] - 1) : parse.words[-1] + 1] if parse.words else ()
    if early.isdisjoint(heard) and "first" not in heard:
        return set()
    return {
        clause.verb
        for clause in parse.clauses
        if any(
            reader.text(word) in early or (reader.text(word) == "first" and reader.text(word - 1) == "at")
            for word in clause.words
        )
        or reader.text(clause.verb - 1) in early
    }


def _find_epithets(reader: Reader, parse: Parse) -> set[int]:
    """Find the words that say how somebody else is: "poor" in "sees the poor widow"."""
    kinds = reader.vocabulary.kinds
    return {
        word
        for phrase in parse.phrases
        if {"people", "kin", "work"} & set(kinds.get(phrase.noun, ()))
        or phrase.noun in reader.vocabulary.sorts["anybody"]
        for word in phrase.words[:-1]
    }


def _find_whose(pair: Pair, here: Polar, there: Polar, *, done: bool) -> tuple[float, Phrase | None]:
    """How sure it is that the opposites are said of the same, and of whom."""
    one, other = _find_bearer(pair.a.reader, here), _find_bearer(pair.b.reader, there)
    if not done and is_same(one, other) and one and not one.vague:
        return 1.2, one
    mine, theirs = here.clause.done_to, there.clause.done_to
    if is_same(mine, theirs) and mine and (mine.who or is_same(here.clause.subject, there.clause.subject)):
        return 1.0, mine
    if done and is_same(here.clause.subject, there.clause.subject) and _may_be_one(mine, theirs):
        return 0.8, here.clause.done_to
    if not done and _may_be_same(one, other):
        return 0.7, one if one and one.who else other
    return 0.0, None


def _find_bearer(reader: Reader, polar: Polar) -> Phrase | None:
    """Of whom the word is said: whose innocence, who is convicted, who else does it."""
    word, clause = polar.words[0], polar.clause
    if word == clause.verb:
        undergone = clause.deed in reader.vocabulary.sorts["undergone"]
        return clause.done_to if undergone and clause.done_to else clause.subject
    for i in (word - 1, word - 2):
        if i in reader.who and (
            reader.text(i + 1) in {"'s", "’s"} or reader.vocabulary.classes.get(reader.text(i)) == "owner"
        ):
            return Phrase((i,), i, reader.text(i), "", frozenset([reader.who[i]]), named=True)
    return clause.subject


def _may_be_one(left: Phrase | None, right: Phrase | None) -> bool:
    """Whether two phrases, one of them a pronoun of nobody known, may name the same: him, the policeman."""
    if left is None or right is None or left.who or right.who:
        return False
    return left.pronoun or right.pronoun


def _may_be_same(left: Phrase | None, right: Phrase | None) -> bool:
    """Whether a pronoun of which nothing more is known may stand for the character on the other side."""
    if left is None or right is None:
        return False
    return bool((left.who and right.pronoun and not right.who) or (right.who and left.pronoun and not left.who))
