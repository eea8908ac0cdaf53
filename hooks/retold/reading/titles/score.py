"""How good a title is: what a reader of synopses would call the scene by.

The weights were set by reading titles of five films; other films' titles judged them.
"""

from __future__ import annotations

from typing import NamedTuple

from retold.reading.titles.clauses import ATTACHING, Clause, verb_base
from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import LONGEST, Line
from retold.reading.titles.realise import Phrase

_LENGTH = {3: -0.3, 4: 0.1, 5: 0.5, 6: 0.5, 7: 0.1, 8: -0.3}
_MOST_SHARED = 1.65
_FRAME = {
    "plain": 0.0, "copula": -1.5, "passive": 0.0, "progressive": -0.4, "perfect": -0.1, "pluperfect": -1.3,
    "perfect-be": -0.8, "pluperfect-be": -1.6, "modal": -2.5, "do": -1.5,
}  # fmt: skip


class Surroundings(NamedTuple):
    """What the rest of a scene makes of a line: the units that it shares, with their worth, and how late it stands."""

    shared: tuple[tuple[int, float], ...]
    late: float


class Spelled(NamedTuple):
    """A clause of a line, spelled up to unit `end`, with what that cut costs."""

    line: Line
    clause: Clause
    end: int
    phrase: Phrase
    cost: float


def look_around(stems: dict[str, int], others: frozenset[str], repeated: frozenset[str], late: float) -> Surroundings:
    """Weigh what a line shares: with the scene's other tellings most, with its other sentences a little."""
    shared = [(at, 0.4 * (stem in others) + 0.15 * (stem in repeated)) for stem, at in stems.items()]
    return Surroundings(tuple([pair for pair in shared if pair[1]]), late)


def score_clause(spelled: Spelled, around: Surroundings, grammar: Grammar) -> float:
    """Score a spelled clause; above 0 is a title that could stand."""
    line, clause, phrase = spelled.line, spelled.clause, spelled.phrase
    score = _verb_worth(line, clause, grammar) + _LENGTH[len(phrase.words)] - spelled.cost - phrase.doubt
    score += _subject_worth(line, clause, grammar) + _cast_worth(len(phrase.cast))
    return score + _shared_worth(clause, spelled.end, around) + 0.3 * around.late


def bound_score(line: Line, clause: Clause, around: Surroundings, grammar: Grammar) -> float:
    """Give a score that no title of the clause can pass: the best length, all that it names, and no cut."""
    end = min(clause.rest + LONGEST, len(line.tags))
    named = end - clause.left - line.who[clause.left : end].count(-1) + line.tags[clause.left : end].count("PRO")
    score = _verb_worth(line, clause, grammar) + _subject_worth(line, clause, grammar) + _cast_worth(named + 1)
    return score + 0.5 + _shared_worth(clause, end, around) + 0.3 * around.late


def _cast_worth(named: int) -> float:
    return 0.3 * min(max(named - 1, 0), 2)


def _verb_worth(line: Line, clause: Clause, grammar: Grammar) -> float:
    base = verb_base(line, clause.main)
    score = _FRAME[clause.frame] - clause.cost
    if clause.frame == "do" and not clause.negative:
        score += 1.3
    if base in grammar.sets["turning_verbs"]:
        score += 0.9
    elif line.tag_at(clause.rest) == "TO" and line.tag_at(clause.rest + 1) == "VB":
        score += 0.6 * (line.bases[clause.rest + 1] in grammar.sets["turning_verbs"])  # "attempts to kill"
    if max(line.who[clause.left : clause.right]) < 0 and "never" in line.lows[clause.right : clause.main]:
        score -= 1.0  # a saying
    if base in grammar.sets["flat_verbs"]:
        score -= 0.9
    return score - 0.8 if clause.negative else score


def _subject_worth(line: Line, clause: Clause, grammar: Grammar) -> float:
    if line.tags[clause.right - 1] == "PRS":
        return 0.3
    if max(line.who[clause.left : clause.right]) >= 0:
        owned = "POS" in line.tags[clause.left : clause.right]
        return 0.2 if owned or not ATTACHING.isdisjoint(line.lows[clause.left : clause.right]) else 0.8
    if line.tags[clause.right - 1] == "NP":
        return 0.1
    if line.lows[clause.right - 1] in grammar.sets["vague_nouns"]:  # "The film ends …"
        return -2.0
    if line.tags[clause.right - 1] == "NS" and clause.right - clause.left == 1:
        return -1.3  # "Troubles multiply": said of the world, not of this scene
    if line.tags[clause.right - 1] == "N" and line.tags[clause.left] not in ("DT", "PS", "NP", "CD"):
        return -1.6
    return -0.2 if line.lows[clause.left] in ("the", "his", "her", "their") else -0.6


def _shared_worth(clause: Clause, end: int, around: Surroundings) -> float:
    worth = 0.0
    for at, value in around.shared:
        if clause.rest <= at < end or at == clause.main:
            worth += value
    return min(worth, _MOST_SHARED)
