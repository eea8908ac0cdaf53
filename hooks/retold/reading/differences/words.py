"""Rules for single words: opposites, owners, and things of one kind in the same place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.model import DifferenceKind
from retold.reading.differences.clauses import Clause, Parse, Phrase
from retold.reading.differences.contrast import (
    Contrast,
    Pair,
    Side,
    are_of_one,
    are_one_ring,
    is_said,
    is_same,
    quote_words,
    spread,
)
from retold.reading.differences.facts import Reader
from retold.reading.differences.forms import find_singular, find_third
from retold.reading.differences.glance import share_apart

_OWNED = frozenset({"vehicle", "weapon", "place", "document", "animal", "clothes"})
# Kinds of which a scene's telling rarely names two in the same clause.
_TELLING = {
    "daytime": "what time of day",
    "weekday": "which day",
    "month": "which month",
    "season": "which season",
    "mood": "why",
    "drink": "what is drunk",
    "food": "what is eaten",
    "weapon": "which weapon",
    "vehicle": "which vehicle",
    "animal": "which animal",
    "clothes": "what is worn",
    "illness": "which illness",
    "occasion": "on what occasion",
    "body": "which part of the body",
    "language": "which language",
}
# How news comes: "by telegram", "through the radio"; and what one does with it.
_WAYS = frozenset({"by", "in", "from", "via", "through", "over", "on"})
_SENDING = frozenset({"write", "send", "receive", "read", "leave", "hand", "deliver", "dictate", "get"})
# What is written small unless it begins a sentence: "Blue" is a name.
_SMALL = frozenset({"colour", "season", "animal", "weapon", "vehicle", "food", "drink", "body", "clothes", "mood"})


def most_of_opposites(pair: Pair) -> float:
    """The most that a contrast of opposites can score."""
    theirs = pair.b.glance.sides
    if any(line == other and side != there for line, side in pair.a.glance.sides for other, there in theirs):
        return (pair.shared + pair.context() / 5 + 1.0) * 1.2
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
            share, whose = _find_whose(
                here.clause, there.clause, done=about.startswith("what is done") or about.endswith("is killed")
            )
            # Who finds one thing and buys another did both.
            apart = about.endswith("gets it") and not is_same(here.clause.done_to, there.clause.done_to)
            apart = apart or (about.endswith("is told") and not (_carries(pair.a, here) and _carries(pair.b, there)))
            apart = apart or (about.endswith("travels") and (_moves_others(here) or _moves_others(there)))
            apart = apart or (about.endswith("is a friend") and not here.clause.deed == there.clause.deed == "be")
            if whose is not None and not apart:
                score = (pair.anchor_clauses(here.clause, there.clause) + pair.context() / 5 + 1.0) * share
                left = quote_words(pair.a.parse, here.words, here.clause)
                right = quote_words(pair.b.parse, there.words, there.clause)
                kind: DifferenceKind = "detail" if here.adverb or there.adverb else "contradiction"
                yield Contrast(score, about.format(pair.name(whose)), kind, left, right)


def _moves_others(polar: Polar) -> bool:
    """Whether somebody is driven, walked or sailed: "drives them off"."""
    target = polar.clause.done_to
    return polar.words[0] == polar.clause.verb and target is not None and (target.pronoun or bool(target.who))


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
    return reader.remember("opposites", number, lambda n: list(_find_polar(reader, reader.parse(n))))


def _find_polar(reader: Reader, parse: Parse) -> Iterator[Polar]:
    vocabulary = reader.vocabulary
    tags = dict(zip(parse.words, parse.tags, strict=True))
    opening = [word for word in parse.words if parse.clauses and word < parse.clauses[0].verb]
    others, early = _find_epithets(reader, parse), _find_early(reader, parse)
    for clause in parse.clauses:
        for word in [*(opening if clause is parse.clauses[0] else ()), *clause.words]:
            at_verb = word == clause.verb
            if tags[word] in {"preposition", "joint", "mark"} or (at_verb and clause.negated) or word in others:
                continue
            if at_verb and (clause.modal or word in early):
                continue  # "declines at first" tells nothing of the end
            low = reader.text(word).removeprefix("half-")
            base = vocabulary.find_base(low) or low
            forms = (clause.deed, low, base) if at_verb else (low, find_singular(low))
            for line, side in dict.fromkeys(one for form in forms for one in vocabulary.opposites.get(form, ())):
                words = (word, *clause.tail) if at_verb else (word,)
                yield Polar(line, side, words, clause, adverb=tags[word] == "adverb")


def _find_early(reader: Reader, parse: Parse) -> set[int]:
    """Find the verbs of clauses that tell only how something is at first."""
    early = reader.vocabulary.sorts["at first"]
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


def most_of_denials(pair: Pair) -> float:
    """The most that a denial can score."""
    return pair.shared * 0.8 if pair.deeds - pair.a.reader.vocabulary.sorts["hollow deeds"] else 0.0


def tell_denials(pair: Pair) -> Iterator[Contrast]:
    """The same person does it here, and does not do it there."""
    hollow = pair.a.reader.vocabulary.sorts["hollow deeds"]
    for one in pair.a.parse.clauses:
        for other in pair.b.parse.clauses:
            if one.deed != other.deed or one.negated == other.negated or one.modal != other.modal or one.deed in hollow:
                continue
            if is_same(one.subject, other.subject) and (
                is_same(one.done_to, other.done_to) or not (one.done_to or other.done_to)
            ):
                about = f"whether {pair.name(one.subject)} {find_third(one.base)}"
                left, right = (
                    quote_words(pair.a.parse, (one.verb,), one),
                    quote_words(pair.b.parse, (other.verb,), other),
                )
                yield Contrast(pair.anchor_clauses(one, other) * 0.8, about, "contradiction", left, right)


def _find_whose(one: Clause, other: Clause, *, done: bool) -> tuple[float, Phrase | None]:
    """How sure it is that the opposites are said of the same, and of whom."""
    if not done and is_same(one.subject, other.subject) and one.subject and not one.subject.vague:
        return 1.2, one.subject
    both = is_same(one.done_to, other.done_to)
    if both and one.done_to and (one.done_to.who or is_same(one.subject, other.subject)):
        return 1.0, one.done_to
    if not done and _may_be_same(one.subject, other.subject):
        return 0.7, one.subject if one.subject and one.subject.who else other.subject
    return 0.0, None


def _may_be_same(left: Phrase | None, right: Phrase | None) -> bool:
    """Whether a pronoun of which nothing more is known may stand for the character on the other side."""
    if left is None or right is None:
        return False
    return bool((left.who and right.pronoun and not right.who) or (right.who and left.pronoun and not left.who))


# Kinds of words that say which of several things is meant, and how to ask for them.
_MODIFIERS = {
    "material": "what the {} is of",
    "colour": "what colour the {} is",
    "nation": "from where the {} is",
    "weekday": "which {}",
    "month": "which {}",
    "season": "which {}",
    "language": "in which language the {} is",
    "side": "which {}",
    "years": "how old the {} is",
}


def most_of_modifiers(pair: Pair) -> float:
    """The most that a contrast of modifiers can score."""
    shared = pair.a.glance.qualities & pair.b.glance.qualities
    return 0.0 if shared.isdisjoint(_MODIFIERS) else pair.shared


def tell_modifiers(pair: Pair) -> Iterator[Contrast]:
    """The same thing of another colour, material or country."""
    rights = {phrase.noun: phrase for phrase in reversed(pair.b.parse.phrases) if len(phrase.words) > 1}
    for left in pair.a.parse.phrases:
        right = rights.get(left.noun)
        if right is None or left.who != right.who or len(left.words) < 2:
            continue
        for kind, about in _MODIFIERS.items():
            mine, theirs = (_find_modifier(side, phrase, kind) for side, phrase in ((pair.a, left), (pair.b, right)))
            if kind == "years" and not left.who:
                continue  # a young woman and an old one are two
            if not mine or not theirs or are_one_ring(pair, pair.a.reader.text(mine), pair.b.reader.text(theirs)):
                continue
            if pair.a.reader.text(mine) != pair.b.reader.text(theirs):
                score = pair.anchor(left.words, right.words)
                told = quote_words(pair.a.parse, (mine,)), quote_words(pair.b.parse, (theirs,))
                yield Contrast(score, about.format(left.noun), "contradiction", *told)


def _find_modifier(side: Side, phrase: Phrase, kind: str) -> int:
    kinds = side.reader.vocabulary.kinds
    return next((i for i in phrase.words if i < phrase.head and kind in kinds.get(side.reader.text(i), ())), 0)


def most_of_owners(pair: Pair) -> float:
    """The most that a contrast of owners can score."""
    return pair.shared if pair.a.glance.owns and pair.b.glance.owns else 0.0


def tell_owners(pair: Pair) -> Iterator[Contrast]:
    """The same thing with another owner."""
    for left in pair.a.parse.phrases:
        for right in pair.b.parse.phrases:
            if left.noun != right.noun or left.who or right.who or not _can_be_owned(pair, left):
                continue
            mine, theirs = _find_owner(pair.a, left), _find_owner(pair.b, right)
            if mine and theirs and pair.a.reader.who[mine] != pair.b.reader.who[theirs]:
                about = f"whose {pair.a.reader.telling.words.texts[left.head]}"
                score = pair.anchor(left.words, right.words)
                left_told, right_told = quote_words(pair.a.parse, (mine,)), quote_words(pair.b.parse, (theirs,))
                yield Contrast(score, about, "contradiction", left_told, right_told)


def _can_be_owned(pair: Pair, phrase: Phrase) -> bool:
    return phrase.capital or bool(_OWNED & set(pair.a.reader.vocabulary.kinds.get(phrase.noun, ())))


def _find_owner(side: Side, phrase: Phrase) -> int:
    for i in phrase.words[:-1]:
        if i in side.reader.who and i != phrase.head and side.reader.text(i + 1) in {"'s", "’s", "'", "’"}:
            return i
    return 0


def most_of_kinds(pair: Pair) -> float:
    """The most that a contrast of two things of a kind can score."""
    said, told = pair.a.passage.said, pair.b.passage.said
    apart = share_apart(pair.a.glance.things, pair.b.glance.things, said, told)
    return 0.0 if apart.isdisjoint(_TELLING) else pair.shared * 0.9


def tell_kinds(pair: Pair) -> Iterator[Contrast]:
    """Another thing of the same kind in clauses that share much."""
    lefts = _remember_kinds(pair.a)
    rights = _remember_kinds(pair.b) if lefts else []
    for kind, word, clause in lefts:
        for kind_there, word_there, clause_there in rights:
            if kind != kind_there:
                continue
            one, other = find_singular(pair.a.reader.text(word)), find_singular(pair.b.reader.text(word_there))
            if one == other or are_one_ring(pair, one, other):
                continue
            if is_said(pair.a, pair.b, word) or is_said(pair.b, pair.a, word_there):
                continue
            same_deed = clause.deed == clause_there.deed
            if not same_deed and (kind == "body" or not is_same(clause.subject, clause_there.subject)):
                continue
            flat = clause.deed in pair.a.reader.vocabulary.sorts["flat deeds"]
            if kind == "body" and (flat or not are_of_one(pair, word, word_there)):
                continue
            score = pair.anchor_clauses(clause, clause_there) * 0.9
            left = quote_words(pair.a.parse, (word,), clause)
            right = quote_words(pair.b.parse, (word_there,), clause_there)
            yield Contrast(score, _TELLING[kind], "detail", left, right)


def _remember_kinds(side: Side) -> list[tuple[str, int, Clause]]:
    return side.reader.remember("kinds", side.sentence, lambda _: _find_kinds(side))


def _find_kinds(side: Side) -> list[tuple[str, int, Clause]]:
    found: list[tuple[str, int, Clause]] = []
    kinds = side.reader.vocabulary.kinds
    verbs = {word for word, tag in zip(side.parse.words, side.parse.tags, strict=True) if tag == "verb"}
    for number, clause in enumerate(side.parse.clauses):
        words = [*([w for w in side.parse.words if w < clause.verb] if not number else ()), *spread(clause)]
        for word in sorted(set(words)):
            written = side.reader.telling.words.texts[word]
            if side.reader.find_after(word) == "of":  # the heads of grain, a cup of tea
                continue
            if word in side.reader.who or word in verbs or not written.isalpha():
                continue
            found.extend(
                (kind, word, clause)
                for kind in kinds.get(find_singular(side.reader.text(word)), ())
                if kind in _TELLING and (written.islower() or kind not in _SMALL or word == side.parse.words[0])
            )
    return found
