"""Kin and role phrases: whose somebody is, and who it is, as far as the words themselves tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from retold.reading.grammar import Grammar
from retold.reading.track import DASHES, POSSESSIVES, Noun, Track

_REACH = 7  # words to the left of a noun in which its determiner or owner must stand

PointerKind = Literal["name", "pronoun", "phrase", "couple", "subject", "other"]


class Pointer(NamedTuple):
    """Where a phrase says whose or who: a name's first word, a pronoun, another phrase's noun."""

    kind: PointerKind
    word: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A kin or role noun with its words: "his wife's usual friend, Mrs. Hall".

    `start` and `end` bound the noun with its owner and modifiers, not the names; `left` are the
    modifiers' and the noun's first word without the owner.  `bearers` say who it is.
    """

    head: int
    start: int
    end: int
    left: int
    noun: Noun
    owners: tuple[Pointer, ...] = ()
    bearers: tuple[Pointer, ...] = ()
    determiner: str = ""


class _Left(NamedTuple):
    start: int
    left: int
    owners: tuple[Pointer, ...]
    determiner: str


def find_phrases(track: Track, grammar: Grammar) -> dict[int, Phrase]:
    """Find every kin and role phrase of a telling, by the place of its noun."""
    phrases: dict[int, Phrase] = {}
    firsts = track.telling.words.first
    sentence = 0
    for head, noun in track.nouns.items():
        while firsts[sentence + 1] <= head:
            sentence += 1
        bounds = firsts[sentence], firsts[sentence + 1]
        left = _read_left(track, grammar, phrases, noun.start, bounds[0])
        owners, end = left.owners, head + 1
        if not owners:
            owners, end = _owner_after(track, grammar, head + 1, bounds[1])
        phrase = Phrase(head, left.start, end, left.left, noun, owners, (), left.determiner)
        bearers = _bearers_after(track, grammar, phrase, bounds[1]) or _bearers_before(track, grammar, phrase, bounds)
        phrases[head] = Phrase(head, left.start, end, left.left, noun, owners, bearers, left.determiner)
    return phrases


def _read_left(track: Track, grammar: Grammar, phrases: dict[int, Phrase], noun: int, first: int) -> _Left:
    """Walk from the noun to the left, over its modifiers, to a determiner or an owner."""
    low, closed = track.low, grammar.prepositions | grammar.auxiliaries | grammar.openers
    joined = -1
    i = noun - 1
    while i >= first and noun - i <= _REACH:
        word = low[i]
        if word in grammar.owners:
            return _Left(i, i + 1, (Pointer("pronoun", i),), word)
        if word in POSSESSIVES and track.owns(i):
            return _read_owner(track, phrases, i)
        if word in grammar.determiners:
            return _Left(i, i + 1, (), word)
        if word in {"and", ",", "but"}:
            shared = _shared_owner(track, phrases, i)
            if shared:
                return _Left(i + 1, i + 1, shared, "and")
            if joined < 0:
                joined = i
            if i + 1 == noun:
                break
        elif track.who[i] >= 0 or word in closed or (not word[0].isalpha() and not word[0].isdigit()):
            break
        i -= 1
    start = (i if joined < 0 else joined) + 1
    return _Left(start, start, (), "")


def _read_owner(track: Track, phrases: dict[int, Phrase], mark: int) -> _Left:
    """Read the owner that ends in the 's at `mark`."""
    last = mark - 1
    if last >= 0 and track.who[last] >= 0:
        start = track.name_start.get(mark, last)
        owners = [Pointer("name", start)]
        if start >= 2 and track.low[start - 1] == "and" and track.who[start - 2] >= 0:
            other = track.name_start.get(start - 1, start - 2)  # "Sam and Ann's son"
            owners.insert(0, Pointer("name", other))
        return _Left(owners[-1].word, mark + 1, tuple(owners), "'s")
    if last in phrases:
        return _Left(phrases[last].start, mark + 1, (Pointer("phrase", last),), "'s")
    kind: PointerKind = "couple" if last >= 0 and track.low[last] in {"couple", "pair"} else "other"
    return _Left(max(0, last), mark + 1, (Pointer(kind, last),), "'s")


def _shared_owner(track: Track, phrases: dict[int, Phrase], conjunction: int) -> tuple[Pointer, ...]:
    """Give the owner that a noun shares with the noun before "and": "her husband and son"."""
    end = conjunction - (track.low[conjunction - 1] == ",") if conjunction else 0
    end = track.before_bracket(end)
    if end - 1 >= 0 and track.who[end - 1] >= 0:
        end = track.name_start.get(end, end - 1)
    if end - 1 >= 0 and track.low[end - 1] == ",":
        end -= 1
    before = phrases.get(end - 1)
    return before.owners if before and before.determiner in {"'s", "and", "his", "her", "their"} else ()


def _owner_after(track: Track, grammar: Grammar, i: int, last: int) -> tuple[tuple[Pointer, ...], int]:
    """Read the owner in "daughter of X", "assistant to X", "friends with X"."""
    if i + 1 >= last or track.low[i] not in {"of", "to", "with"}:
        return (), i
    if track.low[i] == "with" and not track.low[i - 1].endswith("s"):
        return (), i
    start = i + 1
    if track.low[start] in {"both", "the"} and start + 1 < last and track.who[start + 1] >= 0:
        start += 1
    if track.who[start] >= 0:
        return _named_owners(track, grammar, start, last)
    if (track.low[start] in grammar.pronouns and track.low[i] != "to") or track.low[start] in {"him", "her", "his"}:
        noun = _noun_after(track, start + 1, last)
        if noun >= 0 and grammar.pronouns[track.low[start]].stands in {"owner", "object"}:
            return (Pointer("phrase", noun),), noun + 1
        return (Pointer("pronoun", start),), start + 1
    if track.low[start] in grammar.determiners:
        noun = _noun_after(track, start + 1, last)
        if noun >= 0:
            return (Pointer("phrase", noun),), noun + 1
    return ((Pointer("other", start),), start) if track.low[i] == "of" else ((), i)


def _named_owners(track: Track, grammar: Grammar, start: int, last: int) -> tuple[tuple[Pointer, ...], int]:
    end = track.name_end.get(start, start + 1)
    if track.owns(end):
        noun = _noun_after(track, end + 1, last)
        if noun >= 0:  # "wife of Ann's boss"
            return (Pointer("phrase", noun),), noun + 1
        return (Pointer("name", start),), end + 1
    owners = [Pointer("name", start)]
    if end + 1 < last and track.low[end] == "and" and track.who[end + 1] >= 0:
        after = track.name_end.get(end + 1, end + 2)
        if after >= last or track.low[after] in {",", ".", ";", ")"}:
            owners.append(Pointer("name", end + 1))
            end = after
    return tuple(owners), end


def _noun_after(track: Track, i: int, last: int) -> int:
    """Give the kin noun within a few words, or -1: the boss in "Ann's fiancé's boss"."""
    found = -1
    for j in range(i, min(i + 4, last)):
        if j in track.nouns:
            found = j
            if not track.owns(j + 1):
                break
        elif not track.low[j][0].isalpha() and track.low[j] not in POSSESSIVES:
            break
    return found


def _bearers_after(track: Track, grammar: Grammar, phrase: Phrase, last: int) -> tuple[Pointer, ...]:
    """Read who it is from the words after: "his wife Rose", "her daughter, Ann", "a son named Ed"."""
    i = phrase.end
    low = track.low
    if i >= last:
        return ()
    if track.who[i] >= 0:
        return _name_list(track, i, last, several=phrase.noun.plural)
    if low[i] in {",", ":"} | DASHES and i + 1 < last:
        if low[i + 1] in grammar.naming and i + 2 < last and track.who[i + 2] >= 0:
            return (Pointer("name", i + 2),)
        if track.who[i + 1] >= 0:
            return _after_comma(track, grammar, phrase, i + 1, last)
        return ()
    if low[i] in grammar.naming and i + 1 < last and track.who[i + 1] >= 0:
        return _name_list(track, i + 1, last, several=phrase.noun.plural)
    if low[i] == "(" and i + 1 < last and track.who[i + 1] >= 0:
        return (Pointer("name", i + 1),) if track.name_end.get(i + 1) == track.closing.get(i) else ()
    if low[i] in {"is", "was", "are"} and i + 1 < last and track.who[i + 1] >= 0:
        end = track.name_end.get(i + 1, i + 2)
        return () if track.owns(end) else _name_list(track, i + 1, last, several=phrase.noun.plural)
    return ()


def _after_comma(track: Track, grammar: Grammar, phrase: Phrase, i: int, last: int) -> tuple[Pointer, ...]:
    """Read a name in apposition; a name that goes on with a verb begins a clause of its own."""
    names = _name_list(track, i, last, several=phrase.noun.plural)
    end = track.name_end.get(names[-1].word, names[-1].word + 1)
    end = track.past_bracket(end)
    if track.owns(end) and phrase.noun.plural is False:
        return ()
    if end >= last or track.low[end] in {",", ".", ";", ":", ")", "who", "whom", "whose", "and", "!", "?"} | DASHES:
        return names
    return names if track.low[end] in grammar.prepositions else ()


def _name_list(track: Track, i: int, last: int, *, several: bool) -> tuple[Pointer, ...]:
    """Give the name at `i`, and those listed after it when the noun is a plural."""
    names = [Pointer("name", i)]
    end = track.past_bracket(track.name_end.get(i, i + 1))
    while several:
        j = end
        while j < last and track.low[j] in {",", "and", "&"}:
            j += 1
        if j == end or j >= last or track.who[j] < 0:
            break
        names.append(Pointer("name", j))
        end = track.past_bracket(track.name_end.get(j, j + 1))
    return tuple(names)


def _bearers_before(track: Track, grammar: Grammar, phrase: Phrase, bounds: tuple[int, int]) -> tuple[Pointer, ...]:
    """Read who it is from the words before: "Rose, his wife,", "she is his wife", "as his wife"."""
    first, last = bounds
    i = phrase.start
    while i > first and track.low[i - 1] in grammar.adverbs:
        i -= 1
    if i <= first:
        return ()
    mark = track.low[i - 1]
    if mark in {",", "("} or mark in DASHES:
        return _in_apposition(track, phrase, i - 1, last)
    if mark in grammar.being:
        return _subject_of_being(track, grammar, i - 1, first)
    if mark == "as":
        return _bearer_at(track, grammar, i - 1) or (Pointer("subject", i - 1),)
    return ()


def _in_apposition(track: Track, phrase: Phrase, mark: int, last: int) -> tuple[Pointer, ...]:
    end = track.before_bracket(mark)
    if end <= 0 or track.who[end - 1] < 0:
        return ()
    after = track.low[phrase.end] if phrase.end < last else "."
    closes = after in {",", ".", ";", ")", ":", "!", "?", "who", "whom", "whose", "from", "in", "at", "with", "and"}
    return (Pointer("name", track.name_start.get(end, end - 1)),) if closes or after in DASHES else ()


def _subject_of_being(track: Track, grammar: Grammar, verb: int, first: int) -> tuple[Pointer, ...]:
    """Find the subject of is, was, becomes, to be …; none where it is only pretended."""
    i = verb
    skipped = grammar.auxiliaries | grammar.adverbs | {"to", "a", "have"}
    while i > first and track.low[i - 1] in skipped:
        i -= 1
    around = track.low[max(first, i - 4) : i + 1]
    if not grammar.unreal.isdisjoint(around):
        return ()
    if i > first and track.low[i - 1] in {"who", "that"}:
        i -= 1
        i -= i > first and track.low[i - 1] == ","
    return _bearer_at(track, grammar, i)


def _bearer_at(track: Track, grammar: Grammar, end: int) -> tuple[Pointer, ...]:
    """Give the name or pronoun that ends before word `end`, brackets aside."""
    end = track.before_bracket(end)
    if end <= 0:
        return ()
    if track.who[end - 1] >= 0:
        return (Pointer("name", track.name_start.get(end, end - 1)),)
    if track.low[end - 1] in grammar.pronouns or track.low[end - 1] == "they":
        return (Pointer("pronoun", end - 1),)
    return ()
