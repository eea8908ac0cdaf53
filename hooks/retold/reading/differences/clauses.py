"""Shallow clauses: who does what to whom, where and with what, without a parser.

Chunking by patterns of tags after Abney, "Parsing by Chunks" (1991): noun phrases are runs of
words, a clause is a verb with the phrases around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from retold.model import Words
from retold.reading.differences.forms import find_singular
from retold.reading.differences.tags import tag_words
from retold.reading.differences.vocabulary import Vocabulary


class Phrase(NamedTuple):
    """A noun phrase: the indexes of its words, its head's, and the preposition before it.

    `who` are the characters that it stands for, those joined by *and* too; `named` tells that
    the head itself stands for one, `vague` that it is a small word ("those").
    """

    words: tuple[int, ...]
    head: int
    noun: str
    preposition: str = ""
    who: frozenset[str] = frozenset()
    named: bool = False
    pronoun: bool = False
    vague: bool = False
    capital: bool = False


@dataclass(slots=True)
class Clause:
    """One deed: its words, who does it, to whom, and the phrases around it.

    `believed` tells that somebody only thinks or says so; `deed` is the group of the verb with its `tail` (turn down); `subject` stands before the
    verb, `doer` and `done_to` have their places in the active voice; `called` is what a passive verb says that
    the subject is.
    """

    sentence: int
    verb: int
    base: str
    deed: str
    tail: tuple[int, ...] = ()
    passive: bool = False
    negated: bool = False
    modal: bool = False
    subject: Phrase | None = None
    doer: Phrase | None = None
    done_to: Phrase | None = None
    called: Phrase | None = None
    others: list[Phrase] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    believed: bool = False


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence taken apart: its live words with their tags, phrases and clauses."""

    sentence: int
    words: tuple[int, ...]
    tags: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence's live words, their tags, and whom they stand for."""

    number: int
    live: list[int]
    tags: list[str]
    lows: list[str]
    who: dict[int, str]
    vocabulary: Vocabulary


# No prose sentence has more words; what is longer is a list or no language, and pairs of clauses must stay few.
_LONGEST = 150


def parse_sentence(
    words: Words, lows: Sequence[str], number: int, who: dict[int, str], vocabulary: Vocabulary
) -> Parse:
    """Take one sentence apart; `who` gives the character that a word stands for."""
    texts, first = words.texts, words.first
    live = _drop_brackets(texts, first[number], min(first[number + 1], first[number] + _LONGEST))
    small = [lows[i] for i in live]
    tags = tag_words([texts[i] for i in live], small, [i in who for i in live], vocabulary)
    line = _Line(number, live, tags, small, who, vocabulary)
    phrases = _find_phrases(line)
    return Parse(number, tuple(live), tuple(tags), tuple(phrases.values()), tuple(_find_clauses(line, phrases)))


_QUOTES = frozenset("\"“”'‘’")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_LEFT_OUT = _QUOTES | _OPENING | _CLOSING


def _drop_brackets(texts: Sequence[str], begin: int, end: int) -> list[int]:
    """Leave out quotation marks and what stands in brackets inside the sentence."""
    if _LEFT_OUT.isdisjoint(texts[begin:end]):
        return list(range(begin, end))
    live: list[int] = []
    depth = 0
    for i in range(begin, end):
        text = texts[i]
        if text in _OPENING:
            depth += bool(live)
        elif text in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and text not in _QUOTES:
            live.append(i)
    return live


_INSIDE = frozenset({"article", "owner", "adjective", "number", "word", "name", "possessive"})
_PHRASE = _INSIDE | {"person"}
_NOUNS = frozenset({"word", "name"})
_NOBODY = frozenset[str]()
_PEOPLE = frozenset({"people", "work", "kin"})
_BEGINS_CLAUSE = frozenset({"verb", "being", "having", "doing", "may", "adverb"})


def _find_phrases(line: _Line) -> dict[int, Phrase]:
    """Find the noun phrases, by the place of their first word."""
    phrases: dict[int, Phrase] = {}
    place, tags, size = 0, line.tags, len(line.tags)
    last: Phrase | None = None
    while place < size:
        tag, stop = tags[place], place + 1
        inside = tag in _INSIDE
        if inside:
            while stop < size and tags[stop] in _INSIDE and not _starts_anew(tags, stop):
                stop += 1
            stop = _extend_phrase(line, place, stop)
            if stop < size and place and tags[stop - 1] == "name" and tags[stop] in _BEGINS_CLAUSE:
                stop = _find_subject_after(line, place, stop)
        if inside or tag == "person":
            last = phrases[place] = _make_phrase(line, place, stop, last if _joins(line, place, stop) else None)
        place = stop
    return phrases


def _find_subject_after(line: _Line, place: int, stop: int) -> int:
    """Where the subject begins that follows a phrase with no comma between: "in the mill Boris hangs"."""
    tags, kinds = line.tags, line.vocabulary.kinds
    first = stop - 1
    while first > place and tags[first - 1] == "name":
        first -= 1
    if tags[place - 1] not in ("preposition", "to") or first == place or tags[first - 1] != "word":
        return stop
    noun = find_singular(line.lows[first - 1])
    return stop if _PEOPLE.intersection(kinds.get(noun, ())) or line.live[first] not in line.who else first


def _joins(line: _Line, place: int, stop: int) -> bool:
    """Whether *and* joins the phrase to the one before it, not a new clause to the last."""
    if place < 2 or line.lows[place - 1] != "and" or line.tags[place - 2] not in _PHRASE:
        return False
    begins = stop < len(line.tags) and line.tags[stop] in _BEGINS_CLAUSE
    return not begins or "verb" not in line.tags[max(0, place - 12) : place]


def _starts_anew(tags: list[str], place: int) -> bool:
    if tags[place] == "number":
        return tags[place - 1] == "name"
    return tags[place] in ("article", "owner") and tags[place - 1] in ("word", "name", "number")


def _extend_phrase(line: _Line, place: int, stop: int) -> int:
    """Take in the name after *called*, and what a phrase like *a group of* is made of."""
    tags = line.tags
    if stop == len(tags):
        return stop
    low, sorts = line.lows[stop], line.vocabulary.sorts
    if low == "of":
        goes_on = line.lows[stop - 1] in sorts["some of"] or tags[stop - 1] == "number"
    else:
        goes_on = low in sorts["called"] and tags[stop + 1 : stop + 2] in (["name"], ["article"])
    if not goes_on:
        return stop
    first = end = stop + 1
    while end < len(tags) and tags[end] in _INSIDE and (end == first or not _starts_anew(tags, end)):
        end += 1
    return end if end > first else stop


def _make_phrase(line: _Line, place: int, stop: int, joined: Phrase | None) -> Phrase:
    tags = line.tags
    noun = stop - 1
    while noun > place and tags[noun] not in _NOUNS:
        noun -= 1
    if tags[noun] not in _NOUNS:
        noun = stop - 1
    head, noun_tag = line.live[noun], tags[noun]
    preposition = line.lows[place - 1] if place and tags[place - 1] in ("preposition", "to") else ""
    slug = line.who.get(head)
    who = frozenset([slug]) if slug is not None else _NOBODY
    if joined:
        who |= joined.who
        preposition = preposition or joined.preposition
    return Phrase(
        tuple(line.live[place:stop]), head, find_singular(line.lows[noun]), preposition, who, slug is not None,
        tags[place] == "person", noun_tag not in _NOUNS and slug is None, noun_tag == "name",
    )  # fmt: skip


def _find_clauses(line: _Line, phrases: dict[int, Phrase]) -> list[Clause]:
    walk, lows, reflexive = _Walk(line), line.lows, line.vocabulary.sorts["reflexive"]
    begins: list[int] = []
    for place, tag in enumerate(line.tags):
        if tag == "verb" or (tag in ("being", "having") and _links(line.tags, place)):
            walk.start_clause(place)
            begins.append(place)
        elif tag in ("mark", "joint", "and"):
            walk.pass_mark(place)
        elif phrase := phrases.get(place):
            if lows[place] == "who":
                walk.subject = walk.plain or walk.latest
            elif lows[place] not in reflexive:
                walk.pass_phrase(place, phrase)
            elif walk.wants_object:
                walk.turn_back()
    for clause, first, last in zip(walk.clauses, begins, [*begins[1:], len(lows)], strict=False):
        clause.words = line.live[first:last]
        _turn_passive(clause)
        if clause.deed == "meet":
            _run_into(clause, line.vocabulary)
    return walk.clauses


@dataclass(slots=True)
class _Walk:
    """What is known while a sentence is read word by word.

    `subject` waits for its verb; `latest` is the last phrase, `plain` the last without a
    preposition, `opening` the first; `held` is a name before a comma, which an apposition may
    follow; `place_of` the place that *where* speaks of.
    """

    line: _Line
    clauses: list[Clause] = field(default_factory=list)
    subject: Phrase | None = None
    latest: Phrase | None = None
    plain: Phrase | None = None
    opening: Phrase | None = None
    held: Phrase | None = None
    place_of: Phrase | None = None
    wants_object: bool = False
    believed: bool = False

    def start_clause(self, place: int) -> None:
        """Begin a clause at a verb."""
        clauses = self.clauses
        subject = self.subject or self.held or (None if clauses else self.opening)
        clauses.append(_start_clause(self.line, place, subject, clauses[-1:]))
        clauses[-1].believed = self.believed
        self.believed = self.believed or self.is_belief(clauses[-1])
        if self.place_of:
            clauses[-1].others.append(self.place_of._replace(preposition="in"))
        self.subject, self.place_of, self.held, self.wants_object = None, None, None, True

    def pass_mark(self, place: int) -> None:
        """End what a comma, a conjunction or *and* ends."""
        low = self.line.lows[place]
        self.wants_object = False
        if low in (";", "but"):
            self.believed = False
        if low != ",":
            self.held = None
        elif self.subject and (self.subject.who or self.subject.capital):
            self.held = self.subject
        if self.line.tags[place] != "and" and low != "that":
            self.subject = None
        if low == "where":
            self.place_of = self.latest

    def pass_phrase(self, place: int, phrase: Phrase) -> None:
        """Give a phrase its part: the object, something around the verb, or the next subject."""
        last, self.latest = self.latest, phrase
        clause = self.clauses[-1] if self.clauses else None
        if phrase.preposition:
            if clause and phrase.preposition != "of":
                clause.others.append(phrase)
            return
        self.plain = phrase
        if clause and self.wants_object:
            clause.done_to, self.wants_object = phrase, False
        elif clause and clause.done_to and last is clause.done_to and self.is_given(place, clause, phrase):
            clause.others.append(clause.done_to._replace(preposition="to"))
            clause.done_to = phrase
        elif not self.held or self.line.lows[place - 1] != "," or self.line.tags[place] not in ("article", "number"):
            self.subject, self.opening, self.held = phrase, self.opening or phrase, None

    def is_belief(self, clause: Clause) -> bool:
        """Whether what follows is only thought: "she suspects that", "it seems that"."""
        sorts, subject = self.line.vocabulary.sorts, clause.subject
        seems = subject is not None and subject.noun == "it" and clause.base in sorts["seeming"]
        return seems or clause.deed in sorts["believing"]

    def turn_back(self) -> None:
        """Let who does it be who it is done to: "hangs himself"."""
        clause, self.wants_object = self.clauses[-1], False
        clause.done_to = clause.subject

    def is_given(self, place: int, clause: Clause, phrase: Phrase) -> bool:
        """Whether a phrase right after the object is what the object is given: "gives Anna the key"."""
        line, recipient = self.line, clause.done_to
        following = recipient is not None and recipient.words[-1] == line.live[place - 1]
        given = line.tags[place] in ("article", "owner", "number", "adjective") and not phrase.who
        return following and given and clause.deed in line.vocabulary.sorts["receiving"]


_HELPERS = {"being": "be", "having": "have"}
_HELPING = frozenset({"being", "having", "doing", "may", "not", "adverb", "to"})


def _links(tags: list[str], place: int) -> bool:
    """Whether a form of *be* or *have* is the only verb: no verb follows it at once."""
    place += 1
    while place < len(tags) and tags[place] in ("adverb", "not", "being", "having"):
        place += 1
    return place == len(tags) or tags[place] != "verb"


def _start_clause(line: _Line, place: int, subject: Phrase | None, last: list[Clause]) -> Clause:
    low, tags, vocabulary = line.lows[place], line.tags, line.vocabulary
    base = _HELPERS.get(tags[place]) or vocabulary.find_base(low) or find_singular(low)
    first = place
    while first and tags[first - 1] in _HELPING:
        first -= 1
    helpers = tags[first:place]
    passive = tags[place] == "verb" and "being" in helpers and not low.endswith("ing")
    doer = subject or (_find_doer(line, first, helpers, last[0]) if last else None)
    deed, tail = _find_deed(line, base, place)
    leading = line.lows[max(0, place - 2) : place]
    negated = "not" in helpers or leading[-1:] == ["without"] or leading == ["instead", "of"]
    modal = "may" in helpers
    if last and "to" in helpers:
        negated = negated or last[0].base in vocabulary.sorts["refusing"]
        modal = modal or last[0].deed in vocabulary.sorts["only wanted"]
    return Clause(line.number, line.live[place], base, deed, tail, passive, negated, modal, doer, doer)


def _find_doer(line: _Line, first: int, helpers: list[str], last: Clause) -> Phrase | None:
    """Who does a verb that has no subject of its own: whom the last clause moves to it, or its doer."""
    if last.done_to is None:
        return last.doer
    if "to" in helpers:
        return last.done_to if last.deed in line.vocabulary.sorts["moving others"] else last.doer
    # "He knows Ann is leaving Bob": the object is the subject of what follows at once.
    before = line.live[first - 1]
    return last.done_to if before == last.done_to.words[-1] else last.doer


def _find_deed(line: _Line, base: str, place: int) -> tuple[str, tuple[int, ...]]:
    """The group of the verb, and the words after it that make it another (turn down)."""
    name = line.vocabulary.deeds.get(base, base)
    tails = line.vocabulary.phrases.get(base)
    if not tails:
        return name, ()
    stop = place + 1
    while stop < min(place + 7, len(line.tags)) and line.tags[stop] not in ("verb", "mark", "joint", "and"):
        stop += 1
    following = line.lows[place + 1 : stop]
    for tail, longer in tails:
        places = [following.index(word) if word in following else 99 for word in tail]
        if tail and places == sorted(places) and places[-1] < 4 + len(tail):
            return longer, tuple([line.live[place + 1 + after] for after in places])
    return name, ()


def _run_into(clause: Clause, vocabulary: Vocabulary) -> None:
    """Who runs into a house meets nobody."""
    inside = next((p for p in clause.others if p.preposition == "into"), None)
    if clause.tail and inside and not inside.who and "place" in vocabulary.kinds.get(inside.noun, ()):
        clause.deed, clause.tail = vocabulary.deeds.get(clause.base, clause.base), ()


def _turn_passive(clause: Clause) -> None:
    """In the passive the subject is done to, and who does it stands after *by*."""
    by = next((p for p in clause.others if p.preposition == "by"), None) if clause.others else None
    if clause.passive or (by and clause.done_to is None and clause.base.endswith("ed")):
        clause.called, clause.done_to, clause.doer = clause.done_to, clause.doer, by
