"""Rules for single words: opposites, owners, and things of one kind in the same place."""

from __future__ import annotations

from collections.abc import Iterator

from retold.reading.differences.clauses import Clause
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
from retold.reading.differences.forms import find_singular, find_third
from retold.reading.differences.glance import share_apart
from retold.reading.differences.noun_phrases import Phrase

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
# What is written small unless it begins a sentence: "Blue" is a name.
_SMALL = frozenset({"colour", "season", "animal", "weapon", "vehicle", "food", "drink", "body", "clothes", "mood"})


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
    mine, theirs = pair.a.glance.things, pair.b.glance.things
    if not mine or not theirs:
        return 0.0
    apart = share_apart(mine, theirs, pair.a.passage.said, pair.b.passage.said)
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
            if not same_deed and (kind in {"body", "clothes"} or not is_same(clause.subject, clause_there.subject)):
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
