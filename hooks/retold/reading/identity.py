"""Find where a telling says that two names are one person's: known as, alias, reveals himself to be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from retold.model import Telling
from retold.reading.merge import Group
from retold.reading.names import NameLists

_NOTHING = ("",) * 8  # rules look so many words ahead
_BREAKS = frozenset(".;?!")
_QUOTES = frozenset("\"'‘“")


@dataclass(frozen=True, slots=True)
class Statement:
    """Two groups, by number, that a telling says are one; `strong` ones need no second vote."""

    one: int
    other: int
    rule: str
    words: str
    strong: bool = True

    @property
    def disguise(self) -> bool:
        """Whether the two may be of two genders."""
        return self.rule.startswith(("disguis", "pos", "masquer"))


class Places:
    """Where the groups of one telling are named, by the numbers of their words."""

    def __init__(self, telling: Telling, groups: list[Group], names: NameLists) -> None:
        self.names = names
        self.contexts = names.contexts
        self.telling = telling
        self.texts = (*telling.words.texts, *_NOTHING)
        starts, name = telling.words.starts, telling.name
        self.group_at: dict[int, int] = {}
        self.end_of: dict[int, int] = {}
        group_at, end_of = self.group_at, self.end_of
        for number, group in enumerate(groups):
            for form in group.forms:
                several = not form.form.isalpha()  # words
                for place in form.places:
                    if place.telling == name:
                        span = place.span
                        first = bisect_left(starts, span.start)
                        group_at[first] = number
                        end_of[first] = _find_end(starts, first, span.end) if several else first + 1
        self.firsts = sorted(self.group_at)

    def before(self, at: int, reach: int) -> int:
        """Give the first word of the nearest name that ends at or before a word, or -1."""
        where = bisect_left(self.firsts, at) - 1
        if where < 0:
            return -1
        first = self.firsts[where]
        gap = self.texts[self.end_of[first] : at]
        return -1 if self.end_of[first] > at or len(gap) > reach or any(word in _BREAKS for word in gap) else first

    def at(self, at: int) -> int:
        """Give the first word of the name that begins at a word, articles and quotes left aside, or -1."""
        for first in range(at, at + 5):
            if first in self.group_at:
                return -1 if self.texts[self.end_of[first]] in ("'s", "’s") else first
            if self.texts[first] not in self.contexts["identity-articles"]:
                return -1
        return -1

    def described(self, at: int) -> int:
        """Give the first word of the name behind a description: the poor student Ann; or -1."""
        for first in range(at, at + 5):
            word = self.texts[first]
            demonym = first > at and (word.lower() in self.names.nations or word.endswith(("ian", "ish", "ese")))
            demonym = demonym and self.texts[first + 1].islower()  # "the Italian student Ann"
            if first in self.group_at and not demonym:
                return self.at(first)
            if not (word.islower() or word in _QUOTES or demonym) or word in ("and", "or", "of", "his", "her", "their"):
                return -1
        return -1

    def is_first(self, first: int) -> bool:
        """Whether somebody is named here for the first time."""
        number = self.group_at[first]
        return first == next(place for place in self.firsts if self.group_at[place] == number)

    def words(self, first: int, second: int) -> str:
        """Give the text from one name to the end of the other, in one line."""
        words = self.telling.words
        last = max(self.end_of[first], self.end_of[second]) - 1
        text = self.telling.text[words.starts[min(first, second)] : words.starts[last] + len(words.texts[last])]
        return " ".join(text.split())


def _find_end(starts: Sequence[int], first: int, end: int) -> int:
    """Give the first word from `first` on that starts at or behind a place in the text."""
    while first < len(starts) and starts[first] < end:
        first += 1
    return first


Rule = Callable[[Places, int], tuple[int, int, bool] | None]


def find_statements(telling: Telling, groups: list[Group], names: NameLists) -> Iterator[Statement]:
    """Give every statement of a telling that two names are one person's, in order."""
    places = Places(telling, groups, names)
    texts = telling.words.texts
    for i in compress(range(len(texts)), map(_RULES.__contains__, texts)):
        word = texts[i]
        found = _RULES[word](places, i)
        if found and min(found[:2]) >= 0:
            one, other = places.group_at[found[0]], places.group_at[found[1]]
            if one != other:
                yield Statement(one, other, word, places.words(found[0], found[1]), found[2])
    yield from _find_offices(places, groups, names)


def _find_offices(places: Places, groups: list[Group], names: NameLists) -> Iterator[Statement]:
    """Find "the Chief of Police, Ann Reed," and "Ann Reed, the Chief of Police,": an office with its holder's name."""
    offices = {number for number, group in enumerate(groups) if _is_office(group, names)}
    for first in places.firsts if offices else ():
        if places.group_at[first] not in offices or places.texts[first - 1] not in ("the", "The"):
            continue
        end, before = places.end_of[first], places.texts[first - 2] if first > 1 else "."
        holder = places.group_at.get(end + 1, -1) if places.texts[end] == "," and before not in (",", "and") else -1
        if holder >= 0:
            after = places.end_of[end + 1]
            closed = places.texts[after] == "," and places.texts[after + 1] not in ("and", "or")
            found = end + 1 if closed and holder not in offices else -1
        else:
            found = places.before(first - 2, 0) if before == "," and places.texts[end] in (",", ".", ";") else -1
            found = -1 if found >= 0 and _in_list(places, found, end) else found
        if found >= 0 and places.group_at[found] not in offices:
            yield Statement(places.group_at[found], places.group_at[first], "office", places.words(found, first))


def _is_office(group: Group, names: NameLists) -> bool:
    token = group.parts[0].tokens[0]
    alone = len(group.forms) == 1 and len(group.parts[0].tokens) == 1 and not group.parts[0].titles
    return alone and names.titles.get(token.partition(" of ")[0], "-") != "-"


def _in_list(places: Places, first: int, end: int) -> bool:
    """Whether a name and an office are two of a list: "Tom, Ann, the Governor, and Bob"."""
    return places.texts[first - 1] in (",", "and") or places.texts[end : end + 2] == (",", "and")


def _subject(places: Places, at: int) -> int:
    """Give the name that a phrase at a word describes: "Ann, a spy (now) known as", "Ann, who is"."""
    first = places.before(at, 12)
    if first < 0:
        return -1
    gap = [word for word in places.texts[places.end_of[first] : at] if word not in places.contexts["identity-adverbs"]]
    if gap and gap[0] not in (",", "(", "—", "is", "was", "who", "by", "goes", "now"):
        return -1
    if any(word in places.names.things or word in ("that", "which", "of", "family", "gang", "group") for word in gap):
        return -1
    acts = (
        word in places.names.person_verbs or (word in places.names.verbs and word.endswith("s"))
        for word in gap
        if word != "goes"
    )
    return -1 if any(acts) else first


def _known(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X, (now) known (to Y, only, simply) as Z, known by the nickname Z."""
    if places.texts[i + 1 : i + 3] == ("by", "the"):
        return _subject(places, i), places.at(_after_name(places, i + 2)), True
    stop = next((j for j in range(i + 1, i + 6) if places.texts[j] == "as"), 0)
    return (_subject(places, i), places.at(stop + 1), True) if stop else None


def _going_by(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X, going by (the name of) Z."""
    if places.texts[i + 1] != "by":
        return None
    return _subject(places, i), places.at(_after_name(places, i + 2)), True


def _after_name(places: Places, at: int) -> int:
    texts = places.texts
    while (
        texts[at] in ("the", "a", "an", "his", "her", "assumed", "false", "code", "pen", "stage", "secret")
        and texts[at + 1].islower()
    ):
        at += 1
    if texts[at] in places.contexts["identity-names"]:
        at += 2 if texts[at + 1] in ("of", "as", ",") else 1
    return at


def _alias(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X, alias Z; X a.k.a. Z."""
    first = places.before(i, 2)
    return (
        first,
        places.at(
            i + 1 + (places.texts[i + 1] == ","),
        ),
        True,
    )


def _aka(places: Places, i: int) -> tuple[int, int, bool] | None:
    if places.texts[i + 1] != "." or places.texts[i : i + 5] != ("a", ".", "k", ".", "a"):
        return None
    return places.before(i, 2), places.at(i + 5 + (places.texts[i + 5] == ".")), True


def _under_name(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X … under the name (of) Z."""
    at = _after_name(places, i + 1)
    return (places.before(i, 15), places.at(at), True) if at > i + 2 else None


def _name_is(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X, whose real name is Z; X (real name Z); X, to whom he gave the name Z."""
    if places.texts[i - 2] in ("gave", "gives", "given"):
        return _whom_named(places, i)
    if places.texts[i - 1] not in ("real", "true", "actual", "full", "given", "birth"):
        return None
    at = i + 1 + (places.texts[i + 1] in ("is", "was", ",", ":", "being"))
    return places.before(i - 1, 4), places.at(at), True


def _reveals(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X reveals himself to be Z; X is revealed to be Z."""
    at = i + 1 + (places.texts[i + 1] in places.contexts["identity-selves"])
    if places.texts[at] == "as":
        at += 1
    elif places.texts[at : at + 2] == ("to", "be"):
        at += 2
    else:
        return None
    return places.before(i, 4), places.at(at + (places.texts[at] in places.contexts["identity-adverbs"])), True


def _calls_self(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X, calling himself Z; X identifies herself as Z."""
    if places.texts[i + 1] not in places.contexts["identity-selves"]:
        return None
    return places.before(i, 9), places.at(i + 2 + (places.texts[i + 2] == "as")), True


def _poses(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X, disguised as the student Z; X, posing as Z: somebody who is not named before."""
    at = i + 1 + (places.texts[i + 1] in places.contexts["identity-selves"])
    if places.texts[at] != "as":
        return None
    # "Disguised as classmate Ann" is disguised as somebody else whom all know.
    article = places.texts[at + 1] in ("a", "an", "the")
    named = places.described(at + 1) if article else places.at(at + 1)
    return (places.before(i, 9), named, True) if named >= 0 and places.is_first(named) else None


def _in_disguise(places: Places, i: int) -> tuple[int, int, bool] | None:
    """Z (X in disguise); Z was X in disguise."""
    first = places.before(i - 1, 0) if places.texts[i - 1] == "in" else -1
    if first < 1 or places.texts[first - 1] not in ("(", "is", "was"):
        return None
    return first, places.before(first - 1, 0), True


def _is_now(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X, now Lord Z,: a title that somebody has won."""
    first = places.at(i + 1) if places.texts[i - 1] == "," else -1
    if first < 0 or places.texts[first].lower() not in places.names.titles:
        return None
    return places.before(i - 1, 0), first, True


def _in_truth(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X is in truth the spy Z."""
    if places.texts[i - 1] != "in" or places.texts[i - 2] not in ("is", "was"):
        return None
    return places.before(i - 2, 2), places.described(i + 1), True


def _whom_named(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X, whom he also named Z; X (to whom he gave the name Z)."""
    whom = next((j for j in range(i - 1, i - 6, -1) if places.texts[j] == "whom"), 0)
    if whom < 2:
        return None
    before = whom - 1 if places.texts[whom - 1] == "to" else whom
    return places.before(before - 1, 0), places.at(i + 1), True


def _nicknamed(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X, nicknamed Z."""
    return _subject(places, i), places.at(i + 1), True


def _actually(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X is actually Z; X (really the spy Z)."""
    if places.texts[i - 1] not in ("is", "was", "(", ",", "are", "were"):
        return None
    at = i + 1
    while places.texts[at] in ("a", "an", "the") or places.texts[at] in places.names.kin or places.texts[at] == "con":
        at += 1
    return places.before(i, 2), places.at(at), True


def _turns_into(places: Places, i: int) -> tuple[int, int, bool] | None:
    """X transforms into the Z, X becomes the Z: a vote, for people also turn into what they are not."""
    at = i + 1 + (places.texts[i + 1] == "into")
    if places.texts[at].lower() != "the":
        return None
    return places.before(i, 1), places.at(at), False


_RULES: dict[str, Rule] = {
    "known": _known,
    **dict.fromkeys(("going", "goes", "went"), _going_by),
    **dict.fromkeys(("alias", "aka"), _alias),
    "a": _aka,
    **dict.fromkeys(
        ("under", "using", "uses", "assumes", "adopts", "assuming", "adopting", "takes", "taking"), _under_name
    ),
    "name": _name_is,
    "named": _whom_named,
    **dict.fromkeys(("reveals", "revealed", "revealing", "unmasked", "exposed"), _reveals),
    **dict.fromkeys(("calls", "calling", "identifies", "identifying", "introduces", "introducing"), _calls_self),
    **dict.fromkeys(("disguised", "disguises", "disguising", "posing", "poses", "posed", "masquerading"), _poses),
    "disguise": _in_disguise,
    "now": _is_now,
    **dict.fromkeys(("truth", "reality", "fact"), _in_truth),
    **dict.fromkeys(("nicknamed", "dubbed", "codenamed", "code-named", "called"), _nicknamed),
    **dict.fromkeys(("actually", "really", "secretly"), _actually),
    **dict.fromkeys(("transforms", "transformed", "turns", "becomes", "changes", "was", "is"), _turns_into),
}
