"""Shallow clauses: who does what to whom, where and with what, without a parser.

Chunking by patterns of tags after Abney, "Parsing by Chunks" (1991): noun phrases are runs of
words, a clause is a verb with the phrases around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from retold.model import Words
from retold.reading.differences.forms import find_singular
from retold.reading.differences.noun_phrases import Line, Phrase, find_phrases
from retold.reading.differences.tags import tag_words
from retold.reading.differences.vocabulary import Vocabulary


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
    line = Line(number, live, tags, small, who, vocabulary)
    phrases = find_phrases(line)
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


def _find_clauses(line: Line, phrases: dict[int, Phrase]) -> list[Clause]:
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
                latest = (
                    walk.latest
                )  # "a house of Anna, who": a person before *who*, else what the last phrase belongs to
                walk.subject = latest if latest and (latest.who or not latest.preposition) else walk.plain or latest
            elif lows[place] not in reflexive:
                walk.pass_phrase(place, phrase)
            elif walk.wants_object:
                walk.turn_back()
    for clause, first, last in zip(walk.clauses, begins, [*begins[1:], len(lows)], strict=False):
        clause.words = line.live[first:last]
        _turn_passive(clause)
        _find_tail_object(clause, line)
        if clause.deed == "meet":
            _run_into(clause, line.vocabulary)
    return walk.clauses


@dataclass(slots=True)
class _Walk:
    """What is known while a sentence is read word by word.

    `subject` waits for its verb; `latest` is the last phrase, `plain` the last without a
    preposition, `opening` the first; `held` is a name before a comma, which an apposition may
    follow; `place_of` the place that *where* speaks of, `relative` what *which* does.
    """

    line: Line
    clauses: list[Clause] = field(default_factory=list)
    subject: Phrase | None = None
    latest: Phrase | None = None
    plain: Phrase | None = None
    opening: Phrase | None = None
    held: Phrase | None = None
    place_of: Phrase | None = None
    relative: Phrase | None = None
    wants_object: bool = False
    believed: bool = False

    def start_clause(self, place: int) -> None:
        """Begin a clause at a verb."""
        clauses = self.clauses
        subject = self.subject or self.relative or self.held or (None if clauses else self.opening)
        sought = self.relative if self.subject else None  # "the letter, which Anna burns"
        clauses.append(_start_clause(self.line, place, subject, clauses[-1:]))
        clauses[-1].believed = self.believed
        self.believed = self.believed or self.is_belief(clauses[-1])
        if self.place_of:
            clauses[-1].others.append(self.place_of._replace(preposition="in"))
        clauses[-1].done_to = sought or clauses[-1].done_to
        self.subject, self.place_of, self.held, self.relative = None, None, None, None
        self.wants_object = sought is None

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
        if low == "which":
            plain = place > 0 and self.line.tags[place - 1] not in ("preposition", "to")
            self.relative, self.held = self.latest if plain else None, None

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


def _start_clause(line: Line, place: int, subject: Phrase | None, last: list[Clause]) -> Clause:
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


def _find_doer(line: Line, first: int, helpers: list[str], last: Clause) -> Phrase | None:
    """Who does a verb that has no subject of its own: whom the last clause moves to it, or its doer."""
    if last.done_to is None:
        return last.doer
    if "to" in helpers:
        return last.done_to if last.deed in line.vocabulary.sorts["moving others"] else last.doer
    # "He knows Ann is leaving Bob": the object is the subject of what follows at once.
    before = line.live[first - 1]
    return last.done_to if before == last.done_to.words[-1] else last.doer


def _find_deed(line: Line, base: str, place: int) -> tuple[str, tuple[int, ...]]:
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


def _find_tail_object(clause: Clause, line: Line) -> None:
    """Whom one cares for and what one looks for are objects of these deeds."""
    if clause.tail and clause.done_to is None:
        last = line.lows[line.live.index(clause.tail[-1])]
        clause.done_to = next(
            (p for p in clause.others if p.preposition == last and p.words[0] > clause.tail[-1]), None
        )


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
