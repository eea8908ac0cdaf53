"""Find the actors that a telling credits: (Jo March), played by Amy Brook."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from retold.model import Telling
from retold.reading.names import NameLists

_CREDITORS = ("played", "portrayed", "voiced")
_LONGEST = 30
_HONOURED = frozenset({"sir", "dame", "shah"})  # titles that actors are credited with


@dataclass(frozen=True, slots=True)
class Bracket:
    """A place that credits actors: the range of its words, and each actor's range.

    `words` covers the brackets, or the actor's name after "played by"; `actors` are half-open
    ranges of words.  What stands directly before `words.start` is the character.
    """

    words: range
    actors: tuple[range, ...]


def find_brackets(telling: Telling, names: NameLists) -> list[Bracket]:
    """Find the places that credit actors, in order."""
    texts = telling.words.texts
    found: list[Bracket] = []
    for i in _find_openers(telling):
        if texts[i] == "(":
            bracket = _read_bracket(texts, i, names)
        elif i + 2 < len(texts) and texts[i + 1] == "by":
            bracket = _read_played_by(texts, i, names)
        else:
            continue
        if bracket and (not found or bracket.words.start >= found[-1].words.stop):
            found.append(bracket)
    return found


def _find_openers(telling: Telling) -> list[int]:
    """Give the words that may begin a credit; they are few, and a text is searched faster than its words."""
    words = telling.words
    found: set[int] = set()
    for opener in ("(", *_CREDITORS):
        places = [bisect_left(words.starts, place) for place in _find_all(telling.text, opener)]
        found.update([i for i in places if words.texts[i : i + 1] == (opener,)])
    return sorted(found)


def _find_all(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _read_bracket(texts: tuple[str, ...], opened: int, names: NameLists) -> Bracket | None:
    closed = next((i for i in range(opened + 1, min(opened + _LONGEST, len(texts))) if texts[i] in "()"), 0)
    if not closed or texts[closed] == "(":
        return None
    first = opened + 1
    if texts[first].lower() in _CREDITORS and texts[first + 1] == "by":
        first += 2
    actors: list[range] = []
    i = first
    while i < closed:
        actor = _read_actor(texts, i, closed, names)
        if actor is None:
            return None
        actors.append(actor)
        i = actor.stop
        if texts[i] == "as" or texts[i] in ("in", "at"):
            while i < closed and texts[i] not in (",", ";", "and"):
                i += 1
        while i < closed and texts[i] in (",", ";", "/", "&", "and"):
            i += 1
    return Bracket(range(opened, closed + 1), tuple(actors)) if actors else None


def _read_actor(texts: tuple[str, ...], i: int, end: int, names: NameLists) -> range | None:
    """Read an actor's name: two to five capitalised words with initials and particles."""
    j = i
    capitals = 0
    while j < end:
        word = texts[j]
        if word[0].isupper() and word.lower() not in names.function:
            capitals += 1
            j += 1
        elif (
            (word == "." and j > i)
            or (word in names.particles and j + 1 < end and texts[j + 1][0].isupper())
            or (word == "," and j + 1 < end and texts[j + 1] in ("Jr", "Sr"))
        ):
            j += 1
        else:
            break
    plain = [texts[k].lower() for k in range(i, j) if texts[k][0].isalpha()]
    if (
        not 2 <= capitals <= 5
        or (plain[-1] in names.things and plain[-1] not in names.surnames and plain[0] not in names.first_names)
        or (plain[0] in names.titles and plain[0] not in names.first_names and plain[0] not in _HONOURED)
    ):
        return None
    return range(i, j) if j == end or texts[j] in (",", ";", "and", "as", "/", "&", "in", "at") else None


def _read_played_by(texts: tuple[str, ...], i: int, names: NameLists) -> Bracket | None:
    end = min(i + 10, len(texts))
    stop = next(
        (
            j
            for j in range(i + 2, end)
            if texts[j] in ",;()" or (texts[j][0].islower() and texts[j] not in names.particles)
        ),
        end,
    )
    if stop > i + 2 and texts[stop - 1] == "." and len(texts[stop - 2]) > 1:
        stop -= 1
    actor = _read_actor(texts, i + 2, stop, names)
    return Bracket(range(i, stop), (actor,)) if actor else None
