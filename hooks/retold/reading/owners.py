"""Whose somebody is: "his wife", "Ann's boss", "the daughter of Ann", "friends with Ann"."""

from __future__ import annotations

from typing import NamedTuple

from retold.reading.line import Line, Pointer, PointerKind
from retold.reading.track import POSSESSIVES

_REACH = 8  # words to the left of a noun in which its determiner or owner must stand
_RELATIVE = 10  # words of a relative clause
_JOINTS = frozenset((",", ";", "and", "but"))
_HAVING = frozenset(
    (
        "has",
        "have",
        "had",
        "having",
        "hires",
        "hired",
        "employs",
        "employed",
        "fathers",
        "fathered",
        "adopts",
        "adopted",
        "raises",
        "raised",
    )
)
_SIRING = frozenset(("fathers", "fathered", "bears", "bore"))
_BEARING = frozenset(("bears", "bore", "bearing", "gives", "gave", "giving"))  # a child, to somebody


class Left(NamedTuple):
    """The words before a noun: where they start, with and without the owner, and whose they say it is."""

    start: int
    left: int
    owners: tuple[Pointer, ...] = ()
    determiner: str = ""


def read_left(line: Line, noun: int) -> Left:
    """Walk from the noun to the left, over its modifiers, to a determiner or an owner."""
    joined = -1
    i = noun - 1
    while i >= line.first and noun - i <= _REACH:
        word = line.word(i)
        if word == "whose":
            name = line.name_before(i - (line.word(i - 1) == ","))
            return Left(i, i + 1, (name,) if name else (), word)
        if word in line.grammar.owners:
            return Left(i, i + 1, (Pointer("pronoun", i),), word)
        if word in POSSESSIVES and line.track.owns(i):
            return _read_owner(line, i)
        if word in line.grammar.determiners:
            return _read_determiner(line, i)
        if word in _JOINTS:
            shared = _shared_owner(line, i)
            if shared:
                return Left(i + 1, i + 1, shared, "and")
            joined = i if joined < 0 else joined
            before = line.word(i - 1)
            if word == ";" or i + 1 == noun or not (line.grammar.is_adjective(before) or before in line.grammar.vague):
                break
        elif line.named(i) or word in line.grammar.closed or word in _SIRING or not word[0].isalnum():
            break
        i -= 1
    start = (i if joined < 0 else joined) + 1
    return Left(start, start, _read_having(line, i) if joined < 0 else ())


def _read_determiner(line: Line, i: int) -> Left:
    owners = _read_having(line, i - 1) if line.word(i) in {"a", "an"} else ()
    return Left(i, i + 1, owners, "a" if owners else line.word(i))


def _read_having(line: Line, i: int) -> tuple[Pointer, ...]:
    """Read whose a child is that somebody has, bears, gives birth to: "Ann bears him a son", "Bob has two sons"."""
    if line.word(i) in _HAVING:
        return (_subject_of(line, i),)
    if line.word(i) == "to" and line.word(i - 1) == "birth":
        return (_subject_of(line, i - 2),)
    name = line.name_before(i + 1)
    other = name.word if name else i
    if line.word(other - 1) not in _BEARING or not (name or line.word(i) in line.grammar.pronouns):
        return (_subject_of(line, i),) if line.word(i) in _BEARING and line.word(i)[0] == "b" else ()
    return (_subject_of(line, other - 1), name or Pointer("pronoun", i))


def _subject_of(line: Line, verb: int) -> Pointer:
    """Point at the subject of a verb: the name before it or before its "who", else the sentence's."""
    i = verb
    while line.word(i - 1) in line.grammar.auxiliaries or line.word(i - 1) in line.grammar.adverbs:
        i -= 1
    if line.word(i - 1) == "who":
        i -= 1 + (line.word(i - 2) == ",")
        return line.name_before(i) or Pointer("other", verb)
    if line.word(i - 1) == "and":  # "Ann, who runs away and bears a son"
        for who in range(i - 2, max(line.first, i - _RELATIVE), -1):
            if line.word(who) == "who" or line.named(who):
                return _subject_of(line, who + 1) if line.word(who) == "who" else Pointer("subject", verb)
    name = line.name_before(i)
    before = line.phrases.get(name.word - 1) if name else None  # "Bob and his wife Ann have a son"
    alone = name and line.word((before.start if before else name.word) - 1) not in {"and", "&", ","}
    return name if name and alone else Pointer("subject", verb)


def _read_owner(line: Line, mark: int) -> Left:
    """Read the owner that ends in the 's at `mark`."""
    name = line.name_before(mark)
    if name and line.named(mark - 1):
        both = name.word - 1 if line.word(name.word - 1) == "and" else -1
        both -= both > 0 and line.track.owns(both - 1)  # "Ann's and Bob's son"
        other = line.name_before(both) if both > 0 else None
        late = line.grammar.is_adjective(line.word(name.word - 1)) or line.word(name.word - 1) == "late"
        start = _determined(line, name.word) if late else name.word  # "the late Ann's sister"
        return Left(start, mark + 1, (name, other) if other else (name,), "'s")
    if mark - 1 in line.phrases:
        return Left(line.phrases[mark - 1].start, mark + 1, (Pointer("phrase", mark - 1),), "'s")
    kind: PointerKind = "couple" if line.word(mark - 1) in line.grammar.pair else "other"
    return Left(_determined(line, mark - 1), mark + 1, (Pointer(kind, mark - 1),), "'s")


def _determined(line: Line, noun: int) -> int:
    """Give the place of the article of "the old couple's", or of the noun when there is none."""
    for i in range(noun, max(line.first, noun - 4), -1):
        if line.word(i - 1) in line.grammar.determiners:
            return i - 1
        if line.word(i - 1) in line.grammar.closed or not line.word(i - 1)[:1].isalnum():
            break
    return max(line.first, noun)


def _shared_owner(line: Line, joint: int) -> tuple[Pointer, ...]:
    """Give the owner that a noun shares with the one before "and": "her husband Bob and son"."""
    end = joint - 1 if line.word(joint - 1) in {",", ";"} else joint
    name = line.name_before(end)
    end = name.word if name else end
    before = line.phrases.get(end - 1) or (line.phrases.get(end - 2) if line.word(end - 1) == "," else None)
    if before is None:
        return ()
    had = before.owners and before.determiner in {"", "a"}  # "Bob has two sons and a daughter, Ann"
    return before.owners if had or before.determiner in {"'s", "and", "his", "her", "their"} else ()


def owner_after(line: Line, i: int) -> tuple[tuple[Pointer, ...], int]:
    """Read the owner in "daughter of X", "assistant to X", "friends with X", and the word behind it."""
    link, start = line.word(i), i + 1
    if (
        link not in {"of", "to", "with", "for"}
        or (link == "for" and line.track.nouns[i - 1].bond.family)
        or (link == "with" and not line.word(i - 1).endswith("s"))
    ):
        return (), i
    if line.word(start) in {"both", "the"} and line.named(start + 1):
        start += 1
    word = line.word(start)
    if line.named(start):
        return _named_owners(line, start)
    if word in line.grammar.pronouns:
        noun = line.noun_after(start + 1) if line.grammar.pronouns[word].stands == "owner" or word == "her" else -1
        if noun >= 0:
            return (Pointer("phrase", noun),), noun + 1
        return (Pointer("pronoun", start),), start + 1
    if word in line.grammar.determiners or word in line.grammar.owners:
        named = _described(line, start + 1) if word == "the" else 0
        if named:
            return _named_owners(line, named)
        noun = line.noun_after(start + 1)
        if noun >= 0:
            return (Pointer("phrase", noun),), noun + 1
    return ((Pointer("other", start),), start) if link == "of" else ((), i)


def _described(line: Line, i: int) -> int:
    """Give the place of the name in "son of the wind god Orm", "sister of the late Ann", or 0."""
    for j in range(i, i + 4):
        if line.named(j):
            return j
        word = line.word(j)
        if not word[:1].isalpha() or word in line.grammar.closed or word in line.grammar.owners:
            break
    return 0


def _named_owners(line: Line, start: int) -> tuple[tuple[Pointer, ...], int]:
    end = line.track.name_end.get(start, start + 1)
    first = Pointer("name", start)
    if line.track.owns(end):
        noun = line.noun_after(end + 1)
        if noun >= 0:  # "wife of Ann's boss"
            return (Pointer("phrase", noun),), noun + 1
        return (first,), end + 1
    second = end
    if line.word(end) == "," and line.word(end + 1) in line.grammar.determiners:  # "Bob, the king of Rome, and Ann"
        second = next((i for i in range(end + 2, end + _REACH) if line.word(i) in {",", ""}), end) + 1
    if line.word(second) == "and" and line.named(second + 1):
        after = line.track.name_end.get(second + 1, second + 2)
        closes = not line.word(after)[:1].isalnum() or line.word(after) in {"of", "from", "in"}
        if closes and not line.track.owns(after):
            return (first, Pointer("name", second + 1)), after
    return (first,), end
