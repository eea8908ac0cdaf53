"""The rule for sister terms: another word of the same fine kind where two sentences tell of the same.

Other rules ask that the deed be the same; here evidence is added up, as two tellings of one
event seldom share their verb: the deed or one like it, its doer and object, the place of the
word in the clause, rare words nearby, and that nothing else of its kind is told in the scene.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.reading.differences.clauses import Clause, Parse
from retold.reading.differences.contrast import (
    Contrast,
    Pair,
    are_one_place,
    are_one_ring,
    is_said,
    is_same,
    quote_words,
)
from retold.reading.differences.deeds import goes_back
from retold.reading.differences.facts import Reader
from retold.reading.differences.forms import find_singular, find_stem
from retold.reading.differences.glance import share_apart
from retold.reading.differences.noun_phrases import Phrase


@dataclass(frozen=True, slots=True)
class Sister:
    """A word of a fine kind: what it is, where it stands, and the clause and phrase around it.

    `slot` is its part in the clause: "subject", "object", or the preposition before it;
    `owner` the character before its 's or a pronoun, `governor` the noun that its phrase hangs on,
    `bearer` the character that is called so: "Anna, a lawyer", "the lawyer Anna".
    """

    noun: str
    kinds: tuple[str, ...]
    words: tuple[int, ...]
    clause: Clause
    slot: str
    owner: str
    governor: str
    bearer: str
    head: bool


# Written with a capital letter wherever they stand.
_CAPITAL = frozenset({"month", "weekday", "nation", "language", "faith", "holiday", "military", "season", "noble"})
# Kinds whose words also stand before the noun that they describe.
_BEFORE = frozenset({"month", "weekday", "nation", "faith", "season", "colour", "material", "holiday", "gem", "animal"})
# Before "of" these are measures or figures: a cup of tea, the heart of the city, a storm of applause.
_PARTS = frozenset({"body", "container", "land", "weather", "liquid", "colour", "material", "food", "plant"})
# Where somebody is put, and with what it is done.
_ALIKE_SLOTS = {"into": "in", "inside": "in", "at": "in", "onto": "on", "for": "to", "using": "with"}
# Two owners have two of each: hands, brothers.
_OWNED = frozenset({"body", "kin", "clothes"})
_OWNING = frozenset({"'s", "’s"})
# What ends an apposition, or goes on with it.
_CLOSING = frozenset({",", ".", ";", "who", "of", "and", "in", "from", "with"})
# What somebody is called.
_CALLED = frozenset({"work", "rank", "noble", "kin", "crook", "nation", "faith"})
_PERSONS = frozenset({"kin", "work", "rank", "noble", "child", "offspring", "sibling"})


def find_sisters(reader: Reader, number: int) -> list[Sister]:
    """Find the words of a sentence that have sister terms."""
    return reader.remember("sisters", number, lambda n: list(_find_sisters(reader, reader.parse(n))))


def _find_sisters(reader: Reader, parse: Parse) -> Iterator[Sister]:
    if not parse.clauses:
        return
    clauses = {word: clause for clause in reversed(parse.clauses) for word in clause.words}
    for clause in parse.clauses:  # a subject stands before its verb, among the words of the clause before
        if clause.subject and clause.subject.words[-1] < clause.verb:
            before = clauses.get(clause.subject.head)
            if before is None or before.done_to is not clause.subject:
                clauses.update((word, clause) for word in clause.subject.words)
    phrases = {word: phrase for phrase in parse.phrases for word in phrase.words}
    last = -1
    for place, word in enumerate(parse.words):
        if word <= last or parse.tags[place] not in {"word", "name", "adjective"}:
            continue
        noun, words = _read_noun(reader, parse, place)
        phrase = phrases.get(word)
        head = phrase is None or phrase.head in words
        named = phrase is not None and phrase.named
        kinds = _keep_kinds(reader, words, noun, head=head, named=named, first=place == 0)
        if "work" in kinds and noun in reader.vocabulary.sorts["to somebody"] and _is_owned(reader, phrase):
            continue  # Anna's teacher may be a doctor
        if not kinds and phrase and _is_somewhere(reader, words, noun, phrase):
            kinds = ("somewhere",)
        if kinds:
            last = words[-1]
            clause = clauses.get(word) or parse.clauses[0]
            slot = _find_slot(clause, phrase)
            governor = _find_governor(reader, parse, phrase)
            bearer = _find_bearer(reader, parse, phrase, clause) if _CALLED & set(kinds) else ""
            yield Sister(noun, kinds, words, clause, slot, _find_owner(reader, words[0]), governor, bearer, head)


def _read_noun(reader: Reader, parse: Parse, place: int) -> tuple[str, tuple[int, ...]]:
    """Read one word, or two that are one term: "heart attack"."""
    word, sisters = parse.words[place], reader.vocabulary.sisters
    low = reader.text(word)
    if place + 1 < len(parse.words):
        after = parse.words[place + 1]
        for pair in (f"{low}-{reader.text(after)}", f"{low}-{find_singular(reader.text(after))}"):
            if pair in sisters or pair in reader.vocabulary.lies_in:
                return pair, (word, after)
    single = find_singular(low)
    return (single if single in sisters else low), (word,)


def _is_somewhere(reader: Reader, words: tuple[int, ...], noun: str, phrase: Phrase) -> bool:
    """Whether a known place is named as such: "in Naples", not a woman called Florence."""
    named = reader.telling.words.texts[words[0]][0].isupper() and words[0] not in reader.who
    return named and noun in reader.vocabulary.lies_in and phrase.preposition in reader.vocabulary.sorts["where"]


def _keep_kinds(
    reader: Reader, words: tuple[int, ...], noun: str, *, head: bool, named: bool, first: bool
) -> tuple[str, ...]:
    """The kinds that the word is of here: names are no things, and what stands before a noun is seldom one."""
    kinds = reader.vocabulary.sisters.get(noun, ())
    if kinds and any(word in reader.who for word in words):
        kinds = tuple(kind for kind in kinds if kind in _PERSONS)
    if kinds and not first and reader.telling.words.texts[words[0]][0].isupper():
        kinds = tuple(kind for kind in kinds if kind in _CAPITAL)
    if not head:
        kinds = tuple(kind for kind in kinds if kind in _BEFORE or (kind in _CALLED and named))
    return () if reader.find_after(words[-1]) == "of" and _PARTS & set(kinds) else kinds


def _find_slot(clause: Clause, phrase: Phrase | None) -> str:
    if phrase is None:
        return ""
    if phrase.preposition:
        return phrase.preposition
    if clause.done_to is phrase:
        return "object"
    return "subject" if phrase in (clause.doer, clause.subject) else ""


def _find_owner(reader: Reader, word: int) -> str:
    """The stem of the possessive at most three words before."""
    for i in range(word - 1, max(-1, word - 5), -1):
        low = reader.text(i)
        if low in {"'s", "’s"}:
            return reader.stem(i - 1)
        if reader.vocabulary.classes.get(low) == "owner":
            return reader.stem(i) if i in reader.who else ""
        if not low[0].isalpha():
            break
    return ""


def _is_owned(reader: Reader, phrase: Phrase | None) -> bool:
    small = reader.vocabulary.classes
    return phrase is not None and any(
        reader.text(i) in _OWNING or small.get(reader.text(i)) == "owner" for i in phrase.words
    )


def _find_bearer(reader: Reader, parse: Parse, phrase: Phrase | None, clause: Clause) -> str:
    """Whom the phrase names or stands beside: "a banker by the name of Hale", "Hale, a banker,", "a banker, Hale,"."""
    if phrase is None:
        return ""
    names = [reader.who[i] for i in phrase.words if i in reader.who and reader.telling.words.texts[i][0].isupper()]
    if names:
        return names[-1] if reader.find_after(phrase.words[-1]) not in _OWNING else ""
    if clause.deed == "be" and clause.done_to is phrase:
        return next(iter(clause.subject.who)) if clause.subject and len(clause.subject.who) == 1 else ""
    if reader.vocabulary.classes.get(reader.text(phrase.words[0])) not in {"article", "owner"}:
        return ""
    before, after = phrase.words[0] - 1, phrase.words[-1] + 1
    if not phrase.preposition and reader.text(before) == "," and before - 1 in reader.who:
        closed = after not in parse.words or reader.text(after) in _CLOSING
        return reader.who[before - 1] if closed else ""
    forward = (
        after + 1 in parse.words and reader.text(after) == "," and reader.telling.words.texts[after + 1][0].isupper()
    )
    return reader.who.get(after + 1, "") if forward else ""


def _find_governor(reader: Reader, parse: Parse, phrase: Phrase | None) -> str:
    """The noun before the phrase's preposition: the head of the dog, the coat of the judge."""
    if phrase is None or not phrase.preposition or phrase.words[0] < 2:
        return ""
    before = phrase.words[0] - 2
    place = next((p for p, word in enumerate(parse.words) if word == before), -1)
    return find_stem(reader.text(before)) if place >= 0 and parse.tags[place] in {"word", "name"} else ""


# What speaks for one event, and how much (log odds, fitted on stories told twice, then rounded).
def find_evidence(pair: Pair, one: Sister, other: Sister, kind: str) -> tuple[float, ...]:
    """Measure what the surroundings of two words share."""
    here, there, vocabulary = one.clause, other.clause, pair.a.reader.vocabulary
    slots = [_ALIKE_SLOTS.get(sister.slot, sister.slot) for sister in (one, other)]
    akin = kind == "kin" and bool(one.owner) and one.owner == other.owner
    same = here.deed == there.deed
    be = here.deed in {"be", "have"}
    flat = here.deed in vocabulary.sorts["flat deeds"]
    alike = bool(set(vocabulary.alike.get(here.deed, ())) & set(vocabulary.alike.get(there.deed, ())))
    alone = (kind in pair.a.passage.single) + (kind in pair.b.passage.single)
    return (
        same and not flat,
        same and be and kind in _PERSONS and one.slot == other.slot,
        (alike and not same) or (same and flat and not be),
        is_same(here.subject, there.subject) or is_same(here.doer, there.doer),
        bool(one.slot) and slots[0] == slots[1],
        bool(one.governor) and one.governor == other.governor,
        bool(one.owner and other.owner) and one.owner != other.owner,
        akin,
        bool(one.bearer) and one.bearer == other.bearer and (kind != "kin" or akin),
        kind == "vehicle" and one.slot == other.slot == "by",
        alone == 2,
        min(3.0, pair.anchor_clauses(here, there) / 3),
    )


# Log odds of each piece of evidence, fitted on stories told twice, then rounded.
_WEIGHTS = (2.0, 2.5, 1.0, 0.75, 0.75, 1.0, -0.5, 1.5, 2.5, 1.5, 0.75, 0.6)
# Without evidence two words of one kind are two things; more so where a scene has many of the kind.
_CHARGE = 2.0
_COMMON = {
    "kin": 1.5,
    "work": 1.5,
    "body": 1.0,
    "building": 1.0,
    "land": 1.0,
    "room": 1.0,
    "vehicle": 1.0,
    "news": 1.0,
    "document": 1.0,
    "somewhere": 0.5,
}
# What ties kin to somebody: being it, one owner, one bearer.
_KINDRED = (1, 7, 8)
_LOOSE = 3.0
# What a contrast must score to be shown, as compare.py asks.
_SHOWN = 2.0
# More than all the evidence together.
_MOST = 20.0


def most_of_sisters(pair: Pair) -> float:
    """The most that a contrast of sister terms can score."""
    mine, theirs = pair.a.glance.terms, pair.b.glance.terms
    if not mine or not theirs:
        return 0.0
    return _MOST if share_apart(mine, theirs, pair.a.passage.said, pair.b.passage.said) else 0.0


def tell_sisters(pair: Pair) -> Iterator[Contrast]:
    """Another thing of the same fine kind, where enough else is the same."""
    lefts = find_sisters(pair.a.reader, pair.a.sentence)
    rights = find_sisters(pair.b.reader, pair.b.sentence) if lefts else []
    for one in lefts:
        for other in rights:
            kind = next((kind for kind in one.kinds if kind in other.kinds), "")
            apart = kind in _OWNED and one.owner and other.owner and one.owner != other.owner
            apart = apart or (one.bearer and other.bearer and one.bearer != other.bearer)
            back = goes_back(pair.a, one.clause) != goes_back(pair.b, other.clause)
            apart = apart or (kind == "somewhere" and back and not is_same(one.clause.done_to, other.clause.done_to))
            if kind and not apart and _exclude(pair, one, other):
                yield _contrast(pair, one, other, kind)


def _exclude(pair: Pair, one: Sister, other: Sister) -> bool:
    """Whether the words cannot name the same thing, and neither telling has both."""
    if one.noun == other.noun or are_one_ring(pair, one.noun, other.noun) or are_one_place(pair, one.noun, other.noun):
        return False
    if one.clause.negated != other.clause.negated or one.clause.believed != other.clause.believed:
        return False
    return not is_said(pair.a, pair.b, one.words[-1], one.noun) and not is_said(
        pair.b, pair.a, other.words[-1], other.noun
    )


def _contrast(pair: Pair, one: Sister, other: Sister, kind: str) -> Contrast:
    evidence = find_evidence(pair, one, other, kind)
    # A wife and a child are two, unless they are of the same person or are said to be it.
    loose = _LOOSE if kind == "kin" and not any(evidence[i] for i in _KINDRED) else 0.0
    score = sum(weight * amount for weight, amount in zip(_WEIGHTS, evidence, strict=True))
    about = pair.a.reader.vocabulary.asked.get(kind, "where")
    left, right = quote_words(pair.a.parse, one.words, one.clause), quote_words(pair.b.parse, other.words, other.clause)
    return Contrast(_SHOWN + score - _CHARGE - loose - _COMMON.get(kind, 0.0), about, "contradiction", left, right)
