"""Shallow clauses: who does what to whom, where and with what, without a parser.

Chunking by part-of-speech patterns after Abney, "Parsing by Chunks" (1991): closed-class
words by list, other words settled by their left neighbour, noun phrases as runs of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from retold.model import Telling
from retold.reading.forms import find_singular
from retold.reading.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the indexes of its words, its head's, and the preposition before it."""

    words: tuple[int, ...]
    head: int
    noun: str
    preposition: str = ""
    who: str = ""
    pronoun: bool = False


@dataclass(slots=True)
class Clause:
    """One deed: its words, who does it, to whom, and the phrases around it.

    `deed` is the group of the verb; `order` the number of its verb's word.
    """

    sentence: int
    verb: int
    base: str
    deed: str
    passive: bool = False
    negated: bool = False
    doer: Phrase | None = None
    done_to: Phrase | None = None
    others: list[Phrase] = field(default_factory=list)
    words: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence taken apart: its live words with their tags, phrases and clauses."""

    sentence: int
    words: tuple[int, ...]
    tags: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    clauses: tuple[Clause, ...]


def parse_sentence(telling: Telling, number: int, who: dict[int, str], vocabulary: Vocabulary) -> Parse:
    """Take one sentence apart; `who` gives the character that a word stands for."""
    texts = telling.words.texts
    live = _drop_brackets(texts, range(telling.words.first[number], telling.words.first[number + 1]))
    tags = tag_words([texts[i] for i in live], [i in who for i in live], vocabulary)
    phrases = _find_phrases(live, tags, texts, who)
    clauses = _find_clauses(number, live, tags, texts, phrases, vocabulary)
    return Parse(number, tuple(live), tuple(tags), tuple(phrases.values()), tuple(clauses))


def _drop_brackets(texts: Sequence[str], words: range) -> list[int]:
    """Leave out quotation marks and what stands in brackets inside the sentence."""
    live, depth = [], 0
    for i in words:
        if texts[i] in "([" and live:
            depth += 1
        elif texts[i] in ")]":
            depth = max(0, depth - 1)
        elif not depth and texts[i] not in "\"“”'‘’([":
            live.append(i)
    return live


def tag_words(texts: list[str], named: list[bool], vocabulary: Vocabulary) -> list[str]:
    """Give each word what it does: a class of grammar.txt, or name, number, verb, word, mark."""
    tags: list[str] = []
    lowers = [text.lower() for text in texts]
    for i, low in enumerate(lowers):
        tags.append(_tag_word(i, texts, lowers, named, tags, vocabulary))
        if low == "'s" and tags[i - 1 : i] == ["person"]:
            tags[i] = "being"
    return tags


def _tag_word(
    i: int, texts: list[str], lowers: list[str], named: list[bool], tags: list[str], vocabulary: Vocabulary
) -> str:
    low, text = lowers[i], texts[i]
    after = lowers[i + 1] if i + 1 < len(lowers) else "."
    if low in {"'s", "’s"}:
        return "possessive"
    if low == "to":
        return "to"
    small = vocabulary.classes.get(low)
    if small == "owner" and low == "her" and vocabulary.classes.get(after, after if not after[0].isalnum() else ""):
        return "person"
    if named[i] and small not in {"owner", "person"}:
        return "name"
    if small:
        return small
    if not text[0].isalnum():
        return "mark"
    if text[0].isdigit() or (low in vocabulary.numbers):
        return "number"
    if text[0].isupper() and i:
        return "name"
    return "verb" if _is_verb(i, lowers, tags, vocabulary) else "word"


def _is_verb(i: int, lowers: list[str], tags: list[str], vocabulary: Vocabulary) -> bool:
    low = lowers[i]
    base = vocabulary.verbs.get(low)
    before = next((tag for tag in reversed(tags) if tag != "adverb"), "start")
    after = vocabulary.classes.get(lowers[i + 1], "") if i + 1 < len(lowers) else "mark"
    if not base:
        return _is_unknown_verb(low, before, after, tags)
    ing = low.endswith("ing") and low != base
    past = low in vocabulary.participles or low.endswith("ed")
    if before in {"article", "owner", "adjective", "number", "possessive"}:
        return False
    if before == "preposition":
        return ing
    if before in {"may", "doing", "to"}:
        return low == base
    if before in {"being", "having", "not"}:
        return ing or past or (before == "not" and bool(base))
    if before in {"start", "mark", "and", "joint", "verb"}:
        return ing or past or (low != base and before != "verb") or (before == "and" and "verb" in tags and _no_noun(tags))
    if low == base and not past:  # a base form needs a plural subject
        subject = next((lowers[j] for j in range(i - 1, -1, -1) if tags[j] != "adverb"), "")
        return subject in {"they", "we", "i", "you", "who", "two", "both"} or find_singular(subject) != subject
    return True


def _is_unknown_verb(low: str, before: str, after: str, tags: list[str]) -> bool:
    """A form of no listed verb: an -s before an object, an -ed or -ing that no noun follows."""
    opens = after in {"article", "owner", "person", "preposition", "adverb", "joint", "and", "mark"}
    if low.endswith("s") and not low.endswith(("ss", "us")):
        return before in {"name", "word", "person"} and after in {"article", "owner", "person"}
    if not low.endswith(("ed", "ing")) or len(low) < 5:
        return False
    if before in {"being", "having"}:
        return True
    return opens and before in {"name", "word", "person", "start", "mark", "and", "joint"}


def _no_noun(tags: list[str]) -> bool:
    return len(tags) > 1 and tags[-2] not in {"article", "preposition"}


_INSIDE = frozenset({"article", "owner", "adjective", "number", "word", "name", "possessive"})


def _find_phrases(live: list[int], tags: list[str], texts: Sequence[str], who: dict[int, str]) -> dict[int, Phrase]:
    """Find the noun phrases, by the place of their first word in `live`."""
    phrases: dict[int, Phrase] = {}
    i = 0
    while i < len(live):
        if tags[i] == "person":
            phrases[i] = _make_phrase([i], live, tags, texts, who)
            i += 1
        elif tags[i] in _INSIDE:
            stop = i + 1
            while stop < len(live) and tags[stop] in _INSIDE and not _starts_anew(tags, stop):
                stop += 1
            phrases[i] = _make_phrase(list(range(i, stop)), live, tags, texts, who)
            i = stop
        else:
            i += 1
    return phrases


def _starts_anew(tags: list[str], i: int) -> bool:
    return tags[i] in {"article", "owner"} and tags[i - 1] in {"word", "name", "number"}


def _make_phrase(
    places: list[int], live: list[int], tags: list[str], texts: Sequence[str], who: dict[int, str]
) -> Phrase:
    nouns = [p for p in places if tags[p] in {"word", "name"}] or places
    head = live[nouns[-1]]
    before = places[0] - 1
    preposition = texts[live[before]].lower() if before >= 0 and tags[before] in {"preposition", "to"} else ""
    pronoun = tags[places[0]] == "person"
    return Phrase(
        tuple(live[p] for p in places), head, find_singular(texts[head].lower()), preposition, who.get(head, ""), pronoun
    )


def _find_clauses(
    number: int, live: list[int], tags: list[str], texts: Sequence[str], phrases: dict[int, Phrase], v: Vocabulary
) -> list[Clause]:
    clauses: list[Clause] = []
    subject: Phrase | None = None
    open_object, boundary = False, False
    for i, tag in enumerate(tags):
        if tag == "verb" or (tag == "being" and _links(tags, i)):
            clauses.append(_start_clause(number, i, live, tags, texts, subject, clauses, v))
            subject, open_object, boundary = None, True, False
        elif tag in {"mark", "joint", "and"}:
            open_object, boundary = False, True
            subject = subject if tag == "and" or texts[live[i]].lower() in {"who", "which", "that"} else None
        if i in phrases:
            phrase = phrases[i]
            if phrase.preposition and phrase.preposition != "of":
                if clauses:
                    clauses[-1].others.append(phrase)
            elif not phrase.preposition:
                subject = phrase
                if clauses and open_object and not boundary:
                    clauses[-1].done_to = clauses[-1].done_to or phrase
                    open_object = False
        if clauses:
            clauses[-1].words.append(live[i])
    return [_turn_passive(clause) for clause in clauses]


def _links(tags: list[str], i: int) -> bool:
    """Whether a form of *be* is the only verb: no verb follows it at once."""
    after = next((tag for tag in tags[i + 1 :] if tag not in {"adverb", "not", "being"}), "mark")
    return after != "verb"


def _start_clause(
    number: int, i: int, live: list[int], tags: list[str], texts: Sequence[str],
    subject: Phrase | None, clauses: list[Clause], v: Vocabulary,
) -> Clause:  # fmt: skip
    low = texts[live[i]].lower()
    base = "be" if tags[i] == "being" else v.verbs.get(low, low)
    helpers = []
    for j in range(i - 1, -1, -1):
        if tags[j] not in {"being", "having", "doing", "may", "not", "adverb", "to"}:
            break
        helpers.append(tags[j])
    passive = tags[i] == "verb" and "being" in helpers and not low.endswith("ing")
    deed = _find_deed(base, [texts[k].lower() for k in live[i + 1 : i + 7]], v)
    doer = subject or (clauses[-1].doer if clauses else None)
    return Clause(number, live[i], base, deed, passive, "not" in helpers, doer)


def _find_deed(base: str, following: list[str], v: Vocabulary) -> str:
    """The group of the verb, with the words after it where these make it another (turn down)."""
    for tail, name in v.phrases.get(base, ()):
        if not tail:
            continue
        places = [following.index(word) if word in following else 99 for word in tail]
        if places == sorted(places) and places[-1] < 2 + len(tail):
            return name
    return v.deeds.get(base, base)


def _turn_passive(clause: Clause) -> Clause:
    by = next((p for p in clause.others if p.preposition == "by"), None)
    if clause.passive:
        clause.done_to, clause.doer = clause.doer, by
    elif by and clause.done_to is None and clause.base.endswith("ed"):
        clause.done_to, clause.doer = clause.doer, by
    return clause
