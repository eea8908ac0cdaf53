"""What a telling states two people to be, by a phrase or by a verb."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from retold.lexicon import Lexicon
from retold.model import Gender, Person
from retold.reading.bond_verbs import BondVerb, load_bond_verbs
from retold.reading.follow import Heard
from retold.reading.grammar import Grammar
from retold.reading.kin import load_modifiers, word_of_kind
from retold.reading.ties import Fact
from retold.reading.track import Track

_APART = 12  # words that may stand between somebody and "an affair with"
COUPLE = ("sweetheart", "betrothed", "spouse", "ex spouse")  # how what two people are may go on


@dataclass(frozen=True, slots=True)
class Cast:
    """The named persons with their genders, and the language they are spoken of in."""

    persons: tuple[Person, ...]
    genders: tuple[Gender | None, ...]
    grammar: Grammar
    lexicon: Lexicon


class Statement(NamedTuple):
    """`person` is `word` (of `kind`) of `other`, as word `place` of a telling says.

    `stated` tells what is said outright from what a resolved kin phrase only repeats.
    """

    person: int
    word: str
    kind: str
    other: int
    place: int
    stated: bool


def state_facts(track: Track, heard: Heard, cast: Cast) -> list[Statement]:
    """Give everything that a telling states, what it says outright first."""
    statements = [_from_fact(fact, track, cast) for fact in heard.facts] + find_bond_verbs(track, heard, cast)
    return sorted(statements, key=lambda statement: (not statement.stated, statement.place))


def find_bond_verbs(track: Track, heard: Heard, cast: Cast) -> list[Statement]:
    """Find "X marries Y", "X is engaged to Y", "X and Y are married"."""
    verbs = load_bond_verbs(cast.lexicon)
    starts = dict(heard.ends.values())
    found = _married_pairs(track, cast)
    for i in track.bonds:
        verb = _verb_at(track, i, verbs[track.low[i]])
        if verb is None:
            continue
        if _is_refused(track, cast.grammar, i):
            continue
        at, subject = _subject(track, heard, cast.grammar, i - len(verb.before), apart=verb.apart)
        if any(word in cast.grammar.unreal for word in track.low[max(0, at - 2) : at]):
            continue  # "fears that Ann is having an affair with Bob"
        end = i + 1 + len(verb.after)
        others = _object(track, starts, cast.grammar, end) or _whom(track, heard, at)
        if not others and verb.of_pair and len(subject) == 2 and _ends_clause(track, cast.grammar, end):
            subject, others = subject[:1], subject[1:]
        found += [
            _from_verb(verb.kind, person, other, i, cast)
            for person in subject
            for other in others
            if person != other and person >= 0 and other >= 0
        ]
    return found


def _married_pairs(track: Track, cast: Cast) -> list[Statement]:
    """Find "Mr. Hall and Mrs. Hall"."""
    found = []
    for start, end in track.name_end.items():
        if track.low[start] != "mrs" or track.low[start - 1] != "and":
            continue
        joint = track.name_start(start - 1)
        if joint < 0 or track.low[joint] != "mr":
            continue
        husband, wife = track.who[joint], track.who[start]
        if husband != wife and track.low[start - 2] == track.low[end - 1]:
            found.append(_from_verb("spouse", husband, wife, start, cast))
    return found


def _from_fact(fact: Fact, track: Track, cast: Cast) -> Statement:
    noun, bond = fact.phrase.noun, fact.phrase.noun.bond
    word = bond.word
    if noun.plural and bond.gender is None and bond.family:
        word = word_of_kind(bond.kind, cast.genders[fact.person], cast.lexicon)
    modifiers = load_modifiers(cast.lexicon)
    first = noun.start
    while first > fact.phrase.left and track.low[first - 1] in modifiers:
        first -= 1
    kept = track.low[first : noun.start]
    word = ("ex-" if noun.ex else "") + " ".join([*kept, word])
    kind = "ex spouse" if bond.kind == "spouse" and (noun.ex or "former" in kept) else bond.kind
    return Statement(fact.person, word, kind, fact.other, fact.phrase.head, fact.stated)


def _is_refused(track: Track, grammar: Grammar, verb: int) -> bool:
    """Whether the words soon after say that nothing comes of it: "proposes to Ann, but she declines", "who turns him down"."""
    soon = track.low[verb : verb + 10]
    turned = any(word in {"turn", "turns", "turned"} and "down" in soon[i : i + 3] for i, word in enumerate(soon))
    return turned or not grammar.refusing.isdisjoint(soon)


def _ends_clause(track: Track, grammar: Grammar, i: int) -> bool:
    """Whether no object follows: "they marry in Rome", "they are engaged."."""
    word = track.low[i] if i < len(track.low) else "."
    return not word[0].isalnum() or word in grammar.closed or word in grammar.adverbs or word == "each"


def _from_verb(kind: str, subject: int, other: int, place: int, cast: Cast) -> Statement:
    """Say what `other` is to `subject`; of a couple, the woman is named as the wife."""
    if kind in COUPLE and cast.genders[other] != "f" and cast.genders[subject] == "f":
        subject, other = other, subject
    ex = "ex-" if kind.startswith("ex ") else ""
    word = ex + word_of_kind(kind.removeprefix("ex "), cast.genders[other], cast.lexicon)
    return Statement(other, word, kind, subject, place, stated=True)


def _verb_at(track: Track, i: int, verbs: tuple[BondVerb, ...]) -> BondVerb | None:
    for verb in verbs:
        first, last = i - len(verb.before), i + 1 + len(verb.after)
        if first >= 0 and tuple(track.low[first:i]) == verb.before and tuple(track.low[i + 1 : last]) == verb.after:
            return verb
    return None


def _object(track: Track, starts: dict[int, tuple[int, ...]], grammar: Grammar, i: int) -> tuple[int, ...]:
    """Give those who are named from word `i` on, an article and a few adjectives aside."""
    for j in range(i, min(i + 4, len(track.low))):
        if j in starts:
            return starts[j]
        word = track.low[j]
        if not word[0].isalpha() or word in grammar.closed or word in grammar.owners or word in grammar.persons:
            break
    return ()


def _whom(track: Track, heard: Heard, subject: int) -> tuple[int, ...]:
    """Give the one before "whom": "Ann, whom Bob marries", "Ann, with whom he has an affair"."""
    i = subject - 1
    if i < 1 or track.low[i] != "whom":
        return ()
    i -= track.low[i - 1] in {"with", "to"}
    return heard.ends.get(i - (track.low[i - 1] == ","), (0, ()))[1]


def _subject(track: Track, heard: Heard, grammar: Grammar, verb: int, *, apart: bool) -> tuple[int, tuple[int, ...]]:
    """Give where the subject of a verb starts, and who it is."""
    i = verb
    while i > 0 and _may_stand_between(track.low[i - 1], grammar):
        i -= 1
    if apart:
        for i in range(verb, max(0, verb - _APART), -1):
            if i in heard.ends:
                return heard.ends[i]
            if not track.low[i - 1][0].isalnum():
                return i, ()
    if i and track.low[i - 1] in {"who", "'s", "’s"}:
        i -= 1
        i -= i > 0 and track.low[i - 1] == ","
    elif i and track.low[i - 1] == "," and track.low[verb] in grammar.participles:
        i -= 1  # "Ann, now married to Bob"
    elif i and track.low[i - 1] == ",":  # "Ann, now a widow, marries Bob"
        i = next((j for j in range(i - 2, max(0, i - _APART), -1) if track.low[j] == ","), i)
    elif i and track.low[i - 1] == "and":  # "Ann moves to Rome and marries Bob"
        return _last_subject(track, heard, i)
    return heard.ends.get(i, (i, ()))


def _last_subject(track: Track, heard: Heard, i: int) -> tuple[int, tuple[int, ...]]:
    """Give the last subject of the sentence before word `i`."""
    at = bisect_left(heard.subjects, (i,)) - 1
    first = track.telling.words.first
    begins = first[bisect_right(first, i) - 1]
    return heard.subjects[at] if at >= 0 and heard.subjects[at][0] >= begins else (i, ())


def _may_stand_between(word: str, grammar: Grammar) -> bool:
    """Whether a word may stand between a subject and its verb: "has just started dating"."""
    between = (
        word in grammar.auxiliaries or word in grammar.adverbs or word in grammar.beginning or word in grammar.being
    )
    return between and word not in grammar.modals
