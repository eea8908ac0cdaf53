"""Tell what each word of a sentence does, by lists and by its left neighbour.

Closed-class words are read off a list; whether another word is a verb is settled by the
word before it, as the first rules of Brill, "A Simple Rule-Based Part of Speech Tagger" (1992), do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from retold.reading.differences.forms import find_singular
from retold.reading.differences.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Line:
    """The sentence's words, which of them name a character, and the tags given so far."""

    texts: list[str]
    lows: list[str]
    named: list[bool]
    vocabulary: Vocabulary
    tags: list[str] = field(default_factory=list)

    def low(self, place: int) -> str:
        return self.lows[place] if 0 <= place < len(self.lows) else "."

    def before(self) -> str:
        """The last tag that is no adverb."""
        for tag in reversed(self.tags):
            if tag != "adverb":
                return tag
        return "start"


def tag_words(texts: list[str], lows: list[str], named: list[bool], vocabulary: Vocabulary) -> list[str]:
    """Give each word a class of small_words.txt, or name, number, verb, word, mark, possessive, to."""
    line = _Line(texts, lows, named, vocabulary)
    plain, small, tags = remember_plain(vocabulary), vocabulary.classes, line.tags
    for place, text in enumerate(texts):
        if named[place]:
            tag = _tag_word(line, place) if lows[place] in small else "name"
        elif text == ",":
            tag = "number" if place and texts[place - 1].isdigit() and _is_in_sum(line, place) else "mark"
        else:
            tag = plain[text] or _tag_word(line, place)
        if tag == "possessive" and tags and tags[-1] == "person":
            tag = "being"
        tags.append(tag)
    return tags


_IN_SUMS = frozenset("$£€,")


class _PlainTags(dict[str, str]):
    """The tags of words that name nobody and need no neighbours; "" for all others."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__({"'s": "possessive", "’s": "possessive", "to": "to", "as": "", "her": "", "back": ""})
        self.vocabulary = vocabulary

    def __missing__(self, text: str) -> str:
        tag = self[text] = "" if text[0].isupper() else self._find(text.lower(), text)
        return tag

    def _find(self, low: str, text: str) -> str:
        vocabulary = self.vocabulary
        small = vocabulary.classes.get(low)
        if small:
            return "" if small == "adjective" and low in vocabulary.deeds else small
        if not text[0].isalnum():
            return "" if text in _IN_SUMS else "mark"
        if text[0].isdigit() or low in vocabulary.numbers:
            return "number"
        if low.endswith("ly") and len(low) > 5 and low not in vocabulary.sorts["no adverbs"]:
            return "adverb"
        unlisted = not vocabulary.find_base(low) and not low.endswith(("s", "ed", "ing"))
        thing = _is_thing(low, vocabulary) and not vocabulary.find_base(low)
        return "word" if unlisted or thing or find_singular(low) in vocabulary.units else ""


@cache
def remember_plain(vocabulary: Vocabulary) -> dict[str, str]:
    """Give the tags of words that need no neighbours, and "" for all others; what is asked for is remembered."""
    return _PlainTags(vocabulary)


def _tag_word(line: _Line, place: int) -> str:
    low, text = line.lows[place], line.texts[place]
    if (
        place
        and text[0].isupper()
        and ((len(text) > 1 and text.isupper()) or line.vocabulary.classes.get(low) == "adjective")
    ):
        return "name"
    if low in {"'s", "’s", "to"}:
        return "to" if low == "to" else "possessive"
    small = line.vocabulary.classes.get(low)
    if low == "as" and line.low(place + 1) in {"a", "an"}:
        return "preposition"  # "as a monk"
    if small == "owner" and low == "her" and _stands_alone(line, place):
        return "person"
    if low == "back" and line.tags[-1:] in (["article"], ["owner"], ["possessive"]):
        return "word"
    if small == "adjective" and _opens_object(line, place):
        return "verb"  # "to open the door"
    if line.named[place] and small not in {"owner", "person"}:
        return "name"
    if small:
        return small
    if not text[0].isalnum():
        return "number" if _is_in_sum(line, place) else "mark"
    if text[0].isdigit() or low in line.vocabulary.numbers:
        return "number"
    if text[0].isupper() and place:
        return "name"
    if low.endswith("ly") and len(low) > 5 and low not in line.vocabulary.sorts["no adverbs"]:
        return "adverb"
    return "verb" if _is_verb(line, place) else "word"


def _opens_object(line: _Line, place: int) -> bool:
    """Whether an adjective that is a verb too has an object, and a place for a verb before it."""
    after = line.vocabulary.classes.get(line.low(place + 1))
    return (
        line.lows[place] in line.vocabulary.deeds
        and after in {"article", "owner", "person"}
        and line.before() in {"to", "may", "doing", "word", "name", "person"}
    )


def _is_in_sum(line: _Line, place: int) -> bool:
    """Whether a mark belongs to a number: the sign before it, the comma of its thousands."""
    after = line.texts[place + 1][0] if place + 1 < len(line.texts) else ""
    if line.texts[place] in "$£€":
        return after.isdigit()
    thousands = line.low(place + 1).isdigit() and len(line.low(place + 1)) == 3
    return line.texts[place] == "," and thousands and place > 0 and line.texts[place - 1].isdigit()


def _stands_alone(line: _Line, place: int) -> bool:
    """Whether no noun can follow: "her" is then a person, not an owner."""
    after = line.low(place + 1)
    return after == "to" or not after[0].isalnum() or line.vocabulary.classes.get(after, "adjective") != "adjective"


def _is_verb(line: _Line, place: int) -> bool:
    low, before = line.lows[place], line.before()
    base = line.vocabulary.find_base(low)
    if _is_thing(low, line.vocabulary):
        after = line.vocabulary.classes.get(line.low(place + 1))
        hammers = base and find_singular(low) not in line.vocabulary.units
        return bool(hammers) and before in {"name", "person"} and after in {"article", "owner", "person"}
    if not base:
        return _is_unknown_verb(line, place)
    if f"{line.low(place - 1)}-{low}" in line.vocabulary.sisters:
        return False  # a heart attack
    ing = low.endswith("ing") and low != base
    past = line.vocabulary.is_past(low)
    if before in {"article", "owner", "adjective", "possessive"} or (before == "number" and not _needs_subject(line)):
        return False
    if before == "preposition":
        return ing
    if before in {"may", "doing", "to"}:
        return low == base
    if before in {"being", "having"}:
        return ing or past or low in line.vocabulary.sorts["own participles"]
    if before == "not":
        return True
    if before in {"start", "mark", "and", "joint", "verb"}:
        return ing or past or (low != base and before != "verb") or (before == "and" and _joins_verbs(line.tags))
    if (
        low != base
        and base in line.vocabulary.nouns
        and (_ends_phrase(line, place) or line.tags[-2:] == ["verb", "word"])
    ):
        return False
    return low != base or past or _is_plural(line, place)


def _is_thing(low: str, vocabulary: Vocabulary) -> bool:
    """Whether a word names a thing or a measure, and no deed of a group."""
    noun = find_singular(low)
    return noun in vocabulary.units or (noun in vocabulary.kinds and vocabulary.find_base(low) not in vocabulary.deeds)


def _ends_phrase(line: _Line, place: int) -> bool:
    """Whether a form that may be a plural noun ends a phrase after a preposition (of job interviews)."""
    after = line.vocabulary.classes.get(line.low(place + 1), "" if line.low(place + 1)[0].isalnum() else "mark")
    begin = place
    while begin and line.tags[begin - 1] in {"word", "article", "adjective"}:
        begin -= 1
    in_phrase = begin and begin < place and line.tags[begin - 1] in {"preposition", "to"}
    return bool(in_phrase) and after in {"mark", "joint", "and", "preposition", "being", "may", "having"}


def _joins_verbs(tags: list[str]) -> bool:
    """Whether *and* may join a base form to an earlier verb (to rob and kill)."""
    return "verb" in tags and tags[-2] not in {"article", "preposition"}


def _needs_subject(line: _Line) -> bool:
    """Whether the number before is the subject ("the two meet"), not the first word of one."""
    if line.tags[-2:-1] and line.tags[-2] in {"verb", "being", "having", "preposition"}:
        return False
    after = line.low(len(line.tags) + 1)
    return line.vocabulary.classes.get(after, "") in {"article", "owner", "person", "preposition", "adverb"}


def _is_plural(line: _Line, place: int) -> bool:
    """Whether the word before may be the plural subject that a base form needs."""
    while place and line.tags[place - 1] == "adverb":
        place -= 1
    subject = line.low(place - 1)
    if "and" in line.tags[max(0, place - 4) : place] and (line.tags[place - 1] == "name" or _has_object(line, place)):
        return True
    if any(
        tag in {"verb", "having"} and (line.vocabulary.find_base(line.low(p)) in line.vocabulary.sorts["lets"])
        for p, tag in enumerate(line.tags[-6:], max(0, place - 6))
    ):
        return True
    return subject in line.vocabulary.sorts["plural"] or find_singular(subject) != subject


def _has_object(line: _Line, place: int) -> bool:
    """Whether a word after a noun has what follows a verb, after it: an object, or a preposition with one."""
    after = line.vocabulary.classes.get(line.low(place + 1))
    named = place + 1 < len(line.named) and line.named[place + 1]
    first = next((p for p in range(place - 1, -1, -1) if line.tags[p] == "and"), 0)
    subject = first > 0 and line.tags[first - 1] in {"name", "person"} and "verb" not in line.tags[:first]
    return (
        line.tags[place - 1] == "word" and subject and (named or after in {"article", "owner", "person", "preposition"})
    )


def _is_unknown_verb(line: _Line, place: int) -> bool:
    """A form of no listed verb: an -s before an object, an -ed or -ing that no noun follows."""
    low, before = line.lows[place], line.before()
    after = line.vocabulary.classes.get(line.low(place + 1), "" if line.low(place + 1)[0].isalnum() else "mark")
    if low.endswith("s") and not low.endswith(("ss", "us")):
        return before in {"name", "word", "person"} and after in {"article", "owner", "person"}
    if not low.endswith(("ed", "ing")) or len(low) < 5:
        return False
    closed = after in {"article", "owner", "person", "preposition", "adverb", "joint", "and", "mark"}
    return before in {"being", "having"} or (
        closed and before in {"name", "word", "person", "start", "mark", "and", "joint"}
    )
