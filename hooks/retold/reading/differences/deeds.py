"""Rules for deeds: the same deed with another doer, another object, another place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from retold.reading.differences.clauses import Clause
from retold.reading.differences.contrast import (
    THINGS,
    Contrast,
    Pair,
    Side,
    are_of_one,
    are_told_alike,
    find_reason,
    is_same,
    quote_words,
)
from retold.reading.differences.forms import find_third
from retold.reading.differences.glance import share_apart
from retold.reading.differences.noun_phrases import Phrase

_WHERE = frozenset({"place", "occasion"})
_PEOPLE = frozenset({"person", "people", "work", "kin"})


def most_of_objects(pair: Pair) -> float:
    """The most that a contrast of objects can score; what is hurt scores higher."""
    if not pair.deeds:
        return 0.0
    hurt = all(any(thing[0] == "body" for thing in side.glance.things) for side in (pair.a, pair.b))
    return pair.shared + (2.0 if hurt else 0.0)


def tell_objects(pair: Pair) -> Iterator[Contrast]:
    """The same person does the same to somebody or something else."""
    sorts = pair.a.reader.vocabulary.sorts
    for one, other in pair.same_deeds:
        if not one.done_to or not other.done_to:
            continue
        reason = find_reason(pair, one.done_to, other.done_to)
        same_doer = is_same(one.doer, other.doer)
        if reason not in _PEOPLE | THINGS | {"thing"} or (not same_doer and reason != "person"):
            continue
        if one.deed in sorts["flat deeds"] and (reason in _PEOPLE - {"kin"} | {"thing"} or not same_doer):
            continue
        if _fills_elsewhere(pair, one, other, "done to"):
            continue
        if reason == "body" and not are_of_one(pair, one.done_to.head, other.done_to.head):
            continue
        third = _say_deed(pair, one)
        about = f"{'whom' if reason in _PEOPLE else 'what'} {pair.name(one.doer)} {third}"
        about = "what was hurt" if reason == "body" and one.deed == "harm" else about
        score = pair.anchor_clauses(one, other) * (1.0 if same_doer else 0.7) + (2.0 if reason == "body" else 0.0)
        yield _contrast(pair, (one, other), (one.done_to, other.done_to), about, score)


def most_of_names(pair: Pair) -> float:
    """The most that a contrast of names can score."""
    return 0.0 if pair.deeds.isdisjoint(("name", "be")) else pair.shared


def tell_names(pair: Pair) -> Iterator[Contrast]:
    """The same is called otherwise, or is somebody else: "is named Peter", "is the butler"."""
    for one, other in pair.same_deeds:
        here, there = (one.called, other.called) if one.deed == "name" else (one.done_to, other.done_to)
        if one.deed not in {"name", "be"} or not here or not there or not is_same(one.subject, other.subject):
            continue
        # What a character is, the descriptions tell.
        if one.deed == "be" and (not one.subject or one.subject.who or one.subject.vague or one.subject.pronoun):
            continue
        if find_reason(pair, here, there) in ({"name", "person"} if one.deed == "name" else {"work", "kin", "person"}):
            about = (
                f"what {pair.name(one.subject)} is called" if one.deed == "name" else f"who {pair.name(one.subject)} is"
            )
            yield _contrast(pair, (one, other), (here, there), about, pair.anchor_clauses(one, other))


def most_of_doers(pair: Pair) -> float:
    """The most that a contrast of doers can score."""
    sorts = pair.a.reader.vocabulary.sorts
    same = pair.deeds - (sorts["hollow deeds"] - sorts["motion"])
    violent = all(side.glance.deeds & sorts["violence"] for side in (pair.a, pair.b))
    return pair.shared if same or violent else 0.0


def tell_doers(pair: Pair) -> Iterator[Contrast]:
    """The same, or what is alike, is done to the same by somebody else."""
    sorts = pair.a.reader.vocabulary.sorts
    for one, other in _find_alike_deeds(pair):
        if not one.doer or not other.doer:
            continue
        reason = find_reason(pair, one.doer, other.doer)
        person = reason == "person"
        if (one.deed != other.deed and not person) or (
            person and one.deed in sorts["motion"] and not _find_companions(one, other)
        ):
            continue  # many visit one
        same_object = is_same(one.done_to, other.done_to) or bool(person and _find_companions(one, other))
        companions = {p for c in (one, other) for p in _find_people(c)}
        if reason in _PEOPLE | THINGS | {"thing"} and same_object:
            whom = _name_companion(pair, one, other) if one.done_to is None else pair.name(one.done_to)
            about = f"{'who' if reason in _PEOPLE else 'what'} {_say_deed(pair, one)} {whom}"
        elif reason in {"people", "work"} and one.deed not in {"be", "have"} and companions:
            about = f"who {_say_deed(pair, one)}"
        else:
            continue
        if one.deed in sorts["hollow deeds"] - sorts["motion"] or _fills_elsewhere(pair, one, other, "doer"):
            continue
        flat = one.deed in sorts["flat deeds"] - sorts["motion"]
        score = pair.anchor_clauses(one, other) * (0.8 if person else 1.0) * (0.4 if flat else 1.0)
        yield _contrast(pair, (one, other), (one.doer, other.doer), about, score)


def most_of_places(pair: Pair) -> float:
    """The most that a contrast of places can score."""
    motion, here, there = pair.a.reader.vocabulary.sorts["motion"], pair.a.glance, pair.b.glance
    moves = not motion.isdisjoint(here.deeds) and not motion.isdisjoint(there.deeds)
    if not moves and not pair.deeds - {"be", "have"}:
        return 0.0
    elsewhere = share_apart(here.things, there.things, frozenset(), frozenset())
    named = here.names and there.names
    return pair.shared + 2.0 + pair.context() / 8 if named or not elsewhere.isdisjoint(_WHERE) else 0.0


def tell_places(pair: Pair) -> Iterator[Contrast]:
    """Somebody goes, or something is brought, elsewhere; or the same deed happens elsewhere."""
    motion = pair.a.reader.vocabulary.sorts["motion"]
    for one in pair.a.parse.clauses:
        for other in pair.b.parse.clauses:
            both_move = one.deed in motion and other.deed in motion
            if not are_told_alike(one, other) or not (
                both_move or (one.deed == other.deed and one.deed not in {"be", "have"})
            ):
                continue
            for here in one.others:
                for there in other.others:
                    yield from _contrast_places(pair, (one, other), (here, there))


def _contrast_places(pair: Pair, clauses: tuple[Clause, Clause], places: tuple[Phrase, Phrase]) -> Iterator[Contrast]:
    here, there = places
    sorts = pair.a.reader.vocabulary.sorts
    prepositions = {here.preposition, there.preposition}
    if prepositions - sorts["where"] or (prepositions & sorts["whither"] and prepositions - sorts["whither"] - {"at"}):
        return
    if not _is_place(pair.a, here) or not _is_place(pair.b, there):
        return
    one, other = clauses
    alone = one.done_to is None and other.done_to is None
    if (alone and goes_back(pair.a, one) != goes_back(pair.b, other)) or not _may_be_one_meeting(one, other):
        return
    # The same deed of the same person happens in one place: it is no matter that the other place is spoken of.
    once = (
        one.deed == other.deed
        and one.deed not in sorts["flat deeds"] | sorts["motion"]
        and is_same(one.doer, other.doer)
    )
    reason = find_reason(pair, here, there, anywhere=not once)
    if reason in {"place", "occasion", "name"}:
        shared = is_same(one.doer, other.doer) + is_same(one.done_to, other.done_to)
        if not shared and _are_strangers(one.doer, other.doer):
            return
        score = pair.anchor_clauses(one, other) * (1.0 if shared else 0.8) + (1.0 if reason == "name" else 0.5) * shared
        score += pair.context() / 8
        towards = {here.preposition, there.preposition} <= sorts["whither"]
        yield _contrast(pair, clauses, places, "where to" if towards else "where", score)


def goes_back(side: Side, clause: Clause) -> bool:
    """Whether one goes back: that is another way than there."""
    return clause.deed == "return" or any(side.reader.text(word) in {"back", "home"} for word in clause.words)


def _may_be_one_meeting(one: Clause, other: Clause) -> bool:
    """Whether one meets the same person, where that is told: many are met, each elsewhere."""
    if "meet" not in (one.deed, other.deed):
        return True
    met, found = ({who for p in (c.done_to, *c.others) if p for who in p.who} for c in (one, other))
    return bool(met & found)


def most_of_sources(pair: Pair) -> float:
    """The most that a contrast of sources can score."""
    return pair.shared if pair.deeds else 0.0


def tell_sources(pair: Pair) -> Iterator[Contrast]:
    """The same deed with or from somebody or something else."""
    sorts = pair.a.reader.vocabulary.sorts
    passing = sorts["flat deeds"] | sorts["motion"]
    for one, other in pair.same_deeds:
        for here in one.others:
            for there in other.others:
                if here.preposition == "by" and one.deed in passing:
                    continue  # one is visited by many
                if here.preposition != there.preposition or here.preposition not in sorts["with whom"]:
                    continue
                if _is_state(pair.a, here) or _is_state(pair.b, there):
                    continue
                if (here.who & _find_people(other)) or (there.who & _find_people(one)):
                    continue
                reason = find_reason(pair, here, there) or _is_person_against_thing(pair, here, there)
                if reason in {"", "name", "mixed", "daytime"} or not is_same_or_pronoun(one.subject, other.subject):
                    continue
                given = one.deed in sorts["giving"] and reason == "other" and (here.who or there.who)
                if here.preposition == "to" and not given and reason not in _PEOPLE | {"offspring", "punishment"}:
                    continue
                score = pair.anchor_clauses(one, other) * (0.6 if reason == "other" else 0.9)
                about = f"{here.preposition} {'whom' if reason in _PEOPLE else 'what'}"
                yield replace(_contrast(pair, (one, other), (here, there), about, score), kind="detail")


def _is_state(side: Side, phrase: Phrase) -> bool:
    """Whether a phrase with *with* says how somebody is, not with what it is done: "with two wounds on her neck"."""
    after = side.reader.text(phrase.words[-1] + 1) if phrase.words[-1] + 1 in side.parse.words else ""
    return phrase.preposition == "with" and after in {"on", "over", "in", "around", "behind", "above", "under"}


def is_same_or_pronoun(left: Phrase | None, right: Phrase | None) -> bool:
    """Whether two phrases name the same, or two pronouns of which nothing more is known do."""
    return is_same(left, right) or bool(
        left and right and left.pronoun and right.pronoun and not left.who and not right.who
    )


def _is_person_against_thing(pair: Pair, left: Phrase, right: Phrase) -> str:
    """A character here, and there a thing that is nobody: Anna, the newspapers."""
    kinds = pair.a.reader.vocabulary.kinds
    thing = right if left.who else left
    if bool(left.who) != bool(right.who) and not thing.pronoun and THINGS & set(kinds.get(thing.noun, ())):
        return "other"
    return ""


def _are_strangers(left: Phrase | None, right: Phrase | None) -> bool:
    """Whether two phrases name two different characters."""
    return bool(left and right and left.who and right.who and not left.who & right.who)


def _find_alike_deeds(pair: Pair) -> Iterator[tuple[Clause, Clause]]:
    violence = pair.a.reader.vocabulary.sorts["violence"]
    for one in pair.a.parse.clauses:
        for other in pair.b.parse.clauses:
            if are_told_alike(one, other) and (
                one.deed == other.deed or (one.deed in violence and other.deed in violence)
            ):
                yield one, other


def _find_people(clause: Clause) -> set[str]:
    return {who for phrase in (clause.doer, clause.done_to, *clause.others) if phrase for who in phrase.who}


def _say_deed(pair: Pair, clause: Clause) -> str:
    """The verb in the third person with its particles: "runs off"."""
    small = pair.a.reader.vocabulary.classes
    tail = [pair.a.reader.text(word) for word in clause.tail]
    return " ".join([find_third(clause.base), *(word for word in tail if small.get(word) in {"preposition", "adverb"})])


def _find_companions(one: Clause, other: Clause) -> list[Phrase]:
    """Whom two clauses without an object name after the same preposition: "elopes with Paul"."""
    if one.done_to or other.done_to:
        return []
    return [p for p in one.others for q in other.others if p.who & q.who and p.preposition == q.preposition]


def _name_companion(pair: Pair, one: Clause, other: Clause) -> str:
    companion = _find_companions(one, other)[0]
    return f"{companion.preposition} {pair.name(companion)}"


def _fills_elsewhere(pair: Pair, one: Clause, other: Clause, role: str) -> bool:
    """Whether a telling has the other's filler in this role of this deed elsewhere: then both tell both."""
    here = one.done_to if role == "done to" else one.doer
    there = other.done_to if role == "done to" else other.doer
    mine = {(one.deed, role, filler) for filler in find_fillers(here)}
    theirs = {(one.deed, role, filler) for filler in find_fillers(there)}
    return bool(mine & pair.b.passage.roles or theirs & pair.a.passage.roles)


def find_fillers(phrase: Phrase | None) -> set[str]:
    """What a phrase fills a role with: its characters, or its noun."""
    if phrase is None:
        return set()
    return set(phrase.who) or ({phrase.noun} if not phrase.pronoun else set())


def _is_place(side: Side, phrase: Phrase) -> bool:
    vocabulary = side.reader.vocabulary
    return not phrase.who and (
        phrase.capital or bool({"place", "occasion"} & set(vocabulary.kinds.get(phrase.noun, ())))
    )


def _contrast(
    pair: Pair, clauses: tuple[Clause, Clause], fillers: tuple[Phrase, Phrase], about: str, score: float
) -> Contrast:
    left = quote_words(pair.a.parse, fillers[0].words, clauses[0])
    right = quote_words(pair.b.parse, fillers[1].words, clauses[1])
    return Contrast(score, about, "contradiction", left, right)
