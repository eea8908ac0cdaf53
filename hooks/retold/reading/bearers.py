"""Who it is: "his wife Ann", "Ann, his wife,", "she is his wife", "a son named Bob"."""

from __future__ import annotations

from retold.reading.line import Line, Phrase, Pointer
from retold.reading.track import DASHES

_QUOTES = frozenset("\"“”'‘’«»")
_FACTS = frozenset(("fact", "reality", "truth"))
_CLOSING = frozenset(",.;:)!?") | DASHES | _QUOTES
_FOLLOWING = frozenset(
    ("who", "whom", "whose", "and", "but", "from", "in", "at", "of", "with", "on", "for", "by", "living")
)
_NAMING = frozenset(
    ("name", "names", "named", "naming", "call", "calls", "called", "calling", "christen", "christened")
)
_CLAUSES = frozenset(("when", "while", "that", "because", "if", "until", "where", "as", "but"))
_DISTANT = 12  # words back to the comma before a remark
_REMARK = 8  # words of a remark behind a name in a list
_BROTHERS = 5  # people in "Ann, Bob and Carl are siblings"
_DESCRIBING = 6  # words that may stand between a comma and a name: "her boss, comedian and host Bob"


def find_bearers(line: Line, phrase: Phrase) -> tuple[Pointer, ...]:
    """Read who a phrase speaks of from its neighbours."""
    owned = bool(phrase.owners) and phrase.owners[0].kind == "phrase" and phrase.end > phrase.head + 1
    if owned or line.word(phrase.start - 1) in line.grammar.being:  # "Ann is his sister, Bob says"
        return _bearers_before(line, phrase) or (() if owned else _bearers_after(line, phrase))
    return _bearers_after(line, phrase) or _bearers_before(line, phrase)


def _bearers_after(line: Line, phrase: Phrase) -> tuple[Pointer, ...]:
    i, several = phrase.end, phrase.noun.plural
    i += line.word(i) in _QUOTES and not line.track.owns(i)
    if line.named(i):
        return () if _is_namesake(line, phrase, i) else _list_names(line, i, several=several)
    word = line.word(i)
    named = _named_so(line, i)
    if named:
        return _list_names(line, named, several=several)
    if word in {",", ":"} or word in DASHES:
        named = _skip_description(line, i + 1, _DESCRIBING if word == "," else 0) if line.word(i + 1) != "and" else 0
        return _in_apposition_after(line, named, phrase) if named else ()
    if word == "(" and line.named(i + 1):
        return (Pointer("name", i + 1),) if line.track.name_end.get(i + 1) == line.track.closing.get(i) else ()
    if word in {"is", "was", "are", "were"} and line.named(i + 1):
        return () if line.track.owns(line.track.name_end.get(i + 1, 0)) else _list_names(line, i + 1, several=several)
    both = not phrase.noun.bond.family or phrase.noun.bond.kind in {"lover", "sweetheart"} or phrase.determiner == "'s"
    if word == "and" and both and not several:
        return _bearer_of_both(line, i + 1)
    return ()


def _is_namesake(line: Line, phrase: Phrase, named: int) -> bool:
    """Tell whether a child gets the name of somebody else: "they name their son Bob after him"."""
    after = line.word(line.track.name_end.get(named, named + 1))
    return line.word(phrase.start - 1) in _NAMING and after in {"after", "for"}


def _named_so(line: Line, i: int) -> int:
    """Give the place of the name in "named X", "they name X", "whose real name is X", or 0."""
    i += line.word(i) == ","
    if line.word(i) in line.grammar.naming:
        return i + 1 if line.named(i + 1) else 0
    i += line.word(i) in {"who", "whom", "that"}
    if line.word(i) == "whose":
        i += 2 if line.word(i + 1) in {"real", "full", "first", "true"} else 1
        return i + 2 if line.word(i) == "name" and line.word(i + 1) in {"is", "was"} and line.named(i + 2) else 0
    if line.word(i) in line.grammar.pronouns or line.word(i) == "they":
        return i + 2 if line.word(i + 1) in {"name", "names", "named", "call", "calls"} and line.named(i + 2) else 0
    return 0


def _skip_description(line: Line, i: int, most: int) -> int:
    """Give the place of the name at `i` or behind a few describing words, or 0."""
    i += line.word(i) in _QUOTES
    for j in range(i, i + most + 1):
        if line.named(j):
            return j
        word = line.word(j)
        stops = word in line.grammar.closed and word != "and"
        if not word[:1].isalpha() or stops or word in line.grammar.owners or word in line.grammar.persons:
            return 0
        if word in line.grammar.adverbs or word in line.grammar.acting or (j > i and word in line.grammar.determiners):
            return 0  # "his wife, curses both the Duke"
    return 0


def _in_apposition_after(line: Line, i: int, phrase: Phrase) -> tuple[Pointer, ...]:
    """Read a name in apposition; a name that goes on with a verb begins a clause of its own, unless the phrase does."""
    names = _list_names(line, i, several=phrase.noun.plural)
    if not names:
        return ()
    end = line.track.past_bracket(line.track.name_end.get(names[-1].word, names[-1].word + 1))
    if line.track.owns(end):
        return ()
    word = line.word(end)
    begins = phrase.start == line.first or line.word(phrase.start - 1) in _CLAUSES
    goes_on = not word or word in _CLOSING or word in _FOLLOWING or word in line.grammar.prepositions
    return names if goes_on or begins else ()


def _list_names(line: Line, i: int, *, several: bool) -> tuple[Pointer, ...]:
    """Give the name at `i`; of a plural, the names of the list that begins there: "Ann, Bob and Carl"."""
    names = [Pointer("name", i)]
    if not several:
        return tuple(names)
    end = line.track.past_bracket(line.track.name_end.get(i, i + 1))
    complete = False
    while not complete:
        j = end + (line.word(end) == ",")
        complete = line.word(j) in {"and", "&"}
        j += complete
        if j > end and not complete and line.word(j) in {"a", "an", "the", "his", "her"}:
            j, complete = _past_remark(line, j)  # "Ann, a cousin of Bob, and Carl"
        named = _skip_description(line, j + (line.word(j) == "the"), 2) if j > end else 0
        after = line.track.name_end.get(named, named + 1)
        if not named or line.track.owns(after):
            break
        names.append(Pointer("name", named))
        end = line.track.past_bracket(after)
    return tuple(names) if complete else ()


def _past_remark(line: Line, i: int) -> tuple[int, bool]:
    """Give the place behind a remark's closing comma and its "and", or `i`; and whether that is the last joint."""
    for j in range(i, i + _REMARK):
        if line.word(j) == ",":
            last = line.word(j + 1) in {"and", "&"}
            return j + 1 + last, last
        if not line.word(j)[:1].isalnum():
            break
    return i, False


def _bearer_of_both(line: Line, i: int) -> tuple[Pointer, ...]:
    """Read "his lover and business partner Ann": one person, who is both."""
    owned = line.named(i) and line.track.owns(line.track.name_end.get(i, i + 1))
    if owned:  # "Ann's brother and Bob's friend Carl"
        i = line.track.name_end[i] + 1
    for j in range(i, min(i + 3, line.last)):
        noun = line.track.nouns.get(j)
        named = j + 1 + (line.word(j + 1) == ",")
        if noun and (owned or not noun.bond.family) and not noun.plural and line.named(named):
            return (Pointer("name", named),)
        if line.word(j) in line.grammar.determiners or line.word(j) in line.grammar.owners or line.named(j):
            return ()
    return ()


def _bearers_before(line: Line, phrase: Phrase) -> tuple[Pointer, ...]:
    i = _before_adverbs(line, phrase.start)
    mark = line.word(i - 1)
    if mark in {",", "("} or mark in DASHES:
        name = line.name_before(i - 1)
        if name and phrase.noun.plural and phrase.noun.bond.mutual:  # "Ann and Bob, two siblings,"
            other = line.name_before(name.word - 1) if line.word(name.word - 1) == "and" else None
            return (other, name) if other and _closes(line, phrase.end) else ()
        return (name,) if name and _closes(line, phrase.end) else ()
    if mark in line.grammar.being:
        return _subject_of_being(line, i - 1, several=phrase.noun.plural)
    if mark == "as" and _closes(line, phrase.end):
        name = _bearer_at(line, i - 1)
        if name:
            return (name,)
        verb = i - 2 - (line.word(i - 2) == "up")
        return (Pointer("subject", verb),) if line.word(verb) in line.grammar.serving else ()
    if mark == "and":
        before = line.phrases.get(i - 2)  # "Ann, a doctor and friend of Bob's"
        return before.bearers if before and before.named_before and not phrase.noun.plural else ()
    return ()


def _before_adverbs(line: Line, i: int) -> int:
    """Give the place before which adverbs stand: "is now", "is in fact"."""
    while (
        line.word(i - 1) in line.grammar.adverbs
        or line.word(i - 1) == "once"
        or (line.word(i - 1) in _FACTS and line.word(i - 2) == "in")
    ):
        i -= 2 if line.word(i - 1) in _FACTS else 1
    return i


def _closes(line: Line, i: int) -> bool:
    word = line.word(i)
    return not word or word in _CLOSING or word in _FOLLOWING


def _subject_of_being(line: Line, verb: int, *, several: bool) -> tuple[Pointer, ...]:
    """Find the subject of is, was, becomes, to be …; none where it is only pretended."""
    i = verb
    while (
        line.word(i - 1) in line.grammar.auxiliaries
        or line.word(i - 1) in line.grammar.adverbs
        or line.word(i - 1) in line.grammar.proving
        or line.word(i - 1) == "to"
    ):
        i -= 1
    if any(line.word(j) in line.grammar.unreal for j in range(i - 4, verb + 1)):
        return ()
    if line.word(i - 1) in {"who", "that"}:
        i -= 1
        i -= line.word(i - 1) == ","
    name = _bearer_at(line, i)
    if not name and line.word(i - 1) == ",":  # "Ann, a nurse, is"
        comma = next((j for j in range(i - 2, max(line.first, i - _DISTANT), -1) if line.word(j) == ","), -1)
        remark = comma > 0 and line.word(comma + 1) in line.grammar.determiners
        return (name,) if remark and not several and (name := line.name_before(comma)) else ()
    if name and several:
        return _subjects_listed(line, name)
    if not name and line.word(i - 1) == "and" and not several:
        return (Pointer("subject", verb),)  # "Ann, who lives here and is a friend of Bob"
    return (name,) if name else ()


def _subjects_listed(line: Line, last: Pointer) -> tuple[Pointer, ...]:
    """Give the names of a list from its last one to the left: "Ann, Bob and Carl"."""
    names = [last]
    joint = last.word - 1
    while len(names) < _BROTHERS and line.word(joint) in {"and", ","}:
        name = line.name_before(joint - (line.word(joint) == "and" and line.word(joint - 1) == ","))
        if name is None and line.word(joint) == "and" and line.word(joint - 1) in line.grammar.pronouns:
            name = Pointer("pronoun", joint - 1)  # "he and Ann are lovers"
        if name is None:
            break
        names.append(name)
        joint = name.word - 1
    joined = len(names) > 1 and line.word(last.word - 1) == "and"
    return tuple(reversed(names)) if joined else (last,)


def _bearer_at(line: Line, end: int) -> Pointer | None:
    """Give the name or pronoun that ends before word `end`, brackets aside."""
    name = line.name_before(end)
    if name:
        return name
    end = line.track.before_bracket(end)
    if line.word(end - 1) in line.grammar.pronouns or line.word(end - 1) == "they":
        return Pointer("pronoun", end - 1)
    return None
