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
# What it adds that so many are named; more than three are no better.
_CAST = (0.0, 0.0, 0.3, 0.6)
_FRAME = {
    "plain": 0.0, "copula": -1.5, "passive": 0.0, "progressive": -0.4, "perfect": -0.1, "pluperfect": -1.3,
    "perfect-be": -0.8, "pluperfect-be": -1.6, "modal": -2.5, "do": -1.5,
}  # fmt: skip


class Surroundings(NamedTuple):
    """What the rest of a scene makes of a line: the units that it shares, with their worth, and how late it stands."""

    shared: tuple[tuple[int, float], ...]
    late: float


def look_around(stems: dict[str, int], others: frozenset[str], repeated: frozenset[str], late: float) -> Surroundings:
    """Weigh what a line shares: with the scene's other tellings most, with its other sentences a little."""
    shared = [(at, 0.4 * (stem in others) + 0.15 * (stem in repeated)) for stem, at in stems.items()]
    return Surroundings(tuple([pair for pair in shared if pair[1]]), late)


def weigh_clause(line: Line, clause: Clause, around: Surroundings, grammar: Grammar) -> float:
    """Weigh what every title of a clause has: its verb, its subject, how late it stands."""
    named = max(line.who[clause.left : clause.right]) >= 0
    worth = _weigh_subject(line, clause, grammar, named=named) + _weigh_verb(line, clause, grammar)
    if not named and "never" in line.lows[clause.right : clause.main]:
        worth -= 1.0  # a saying
    return worth + 0.3 * around.late


def score_phrase(worth: float, clause: Clause, end: int, phrase: Phrase, around: Surroundings) -> float:
    """Score a clause of some worth, spelled up to unit `end`; above 0 is a title that could stand."""
    fitting = _LENGTH[len(phrase.words)] + _CAST[min(len(phrase.cast), 3)] - phrase.doubt
    return worth + fitting + _weigh_shared(clause, end, around)


def bound_score(worth: float, line: Line, clause: Clause, around: Surroundings) -> float:
    """Give a score that no title of the clause can pass: the best length, all that it names, and no cut."""
    end = min(clause.rest + LONGEST, len(line.tags))
    named = end - clause.left - line.who[clause.left : end].count(-1) + line.tags[clause.left : end].count("PRO")
    return worth + 0.5 + _CAST[min(named + 1, 3)] + _weigh_shared(clause, end, around)


def _weigh_verb(line: Line, clause: Clause, grammar: Grammar) -> float:
    base = verb_base(line, clause.main)
    worth = _FRAME[clause.frame] - clause.cost
    if clause.negative:
        worth -= 0.8
    elif clause.frame == "do":
        worth += 1.3
    turning = grammar.sets["turning_verbs"]
    if base in turning:
        worth += 0.9
    elif line.tags[clause.rest : clause.rest + 2] == ["TO", "VB"] and line.bases[clause.rest + 1] in turning:
        worth += 0.6  # "attempts to kill"
    return worth - 0.9 if base in grammar.sets["flat_verbs"] else worth


def _weigh_subject(line: Line, clause: Clause, grammar: Grammar, *, named: bool) -> float:
    last, tag = clause.right - 1, line.tags[clause.right - 1]
    if tag == "PRS":
        return 0.3
    if named:
        owned = "POS" in line.tags[clause.left : clause.right]
        return 0.2 if owned or not ATTACHING.isdisjoint(line.lows[clause.left : clause.right]) else 0.8
    if tag == "NP":
        return 0.1
    if line.lows[last] in grammar.sets["vague_nouns"]:  # "The film ends …"
        return -2.0
    if tag == "NS" and last == clause.left:
        return -1.3  # "Troubles multiply": said of the world, not of this scene
    if tag == "N" and line.tags[clause.left] not in ("DT", "PS", "NP", "CD"):
        return -1.6
    return -0.2 if line.lows[clause.left] in ("the", "his", "her", "their") else -0.6


def _weigh_shared(clause: Clause, end: int, around: Surroundings) -> float:
    worth, rest, main = 0.0, clause.rest, clause.main
    for at, value in around.shared:
        if rest <= at < end or at == main:
            worth += value
    return min(worth, _MOST_SHARED)
