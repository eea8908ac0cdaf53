"""Where a title may end: what follows a clause's verb, up to the next safe cut."""

from __future__ import annotations

from collections.abc import Callable

from retold.reading.titles.clauses import Clause, verb_base
from retold.reading.titles.grammar import NEEDS_NOTHING, Grammar
from retold.reading.titles.line import Line
from retold.reading.titles.needs import check_ends
from retold.reading.titles.phrases import FINITE, phrase_start

# A clause is read so far; what follows decides whether a cut before it is safe.
_READ = 12
_NOMINAL = frozenset({"NP", "N", "NS", "PRO", "SELF"})
# These end a phrase even when the verb is all that stands before them.
_BREAKS = frozenset({".", "Q", ",", "CC", "SC", "WH", "THAT"})
_OR_PREPOSITION = frozenset({"as", "before", "after", "since", "until", "till", "than"})
_WHOLE = frozenset({"back", "home", "apart", "together"})
_PAIRING = frozenset({"both", "between", "either"})


def end_clauses(line: Line, clauses: list[Clause], grammar: Grammar) -> list[tuple[Clause, list[tuple[int, float]]]]:
    """Give the clauses that may end somewhere, each with its ends."""
    return [(clause, ends) for clause in clauses if (ends := find_ends(line, clause, grammar))]


def find_ends(line: Line, clause: Clause, grammar: Grammar) -> list[tuple[int, float]]:
    """Find where a title of the clause may end, each with what it costs; the whole clause costs least."""
    tags, rest, size = line.tags, clause.rest, len(line.tags)
    needs = grammar.needs_of(verb_base(line, clause.main))
    ends: list[tuple[int, float]] = []
    said, opened = False, rest
    for at in range(rest, min(size, rest + _READ)):
        tag = tags[at]
        if tag == "THAT" and "that" in needs and not said:
            said, ends = True, []
        elif tag in FINITE:
            if not said and "that" not in needs:
                return check_ends(line, clause, _without_subject(line, at, ends), grammar)
            if not said and phrase_start(line, at - 1) != rest:
                return []
            said, ends, needs = False, [], NEEDS_NOTHING  # said, or a statement without *that*: "learns Tom has left"
        elif tag == "CC" and not _PAIRING.isdisjoint(line.lows[opened : at + 1]):
            opened = at + 1
        else:
            rule = _CUTS.get(tag, _cut_before_noun) if at > rest or tag in _BREAKS else _cut_behind_verb
            cost, last = rule(line, clause, at, needs, grammar)
            if cost >= 0 and not said:
                ends.append((at, cost))
            if last:
                return check_ends(line, clause, ends, grammar)
    if size <= rest + _READ and not said:
        ends.append((size, 0.0))
    return check_ends(line, clause, ends, grammar)


def _without_subject(line: Line, at: int, ends: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Before a new finite verb only ends before its subject are left."""
    stop = at - 1
    while stop >= 0 and line.tags[stop] in ("RB", "NOT"):
        stop -= 1
    start = phrase_start(line, stop)
    return [(end, cost) for end, cost in ends if end <= (start if start >= 0 else stop)]


# Every rule gives what a cut before unit `at` costs (-1: no cut), and whether the clause ends there.
_Cut = tuple[float, bool]
_NO_CUT = (-1.0, False)


def _cut_behind_verb(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    """Before what stands behind the verb at once."""
    tag, follow = line.tags[at], line.tag_at(at + 1)
    if tag not in ("IN", "RB", "TO") or follow == "VB" or line.lows[at] in grammar.particles:
        return _NO_CUT
    if tag == "IN" and follow in (",", ".", "CC", "SC"):
        return _NO_CUT  # "is discriminated against"
    turning = line.bases[clause.main] in grammar.sets["turning_verbs"]
    return (0.9 if turning or clause.frame == "passive" else 1.4), False


def _cut_never(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    return _NO_CUT


def _cut_at_stop(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    return (0.0 if line.tags[at] == "." else 0.3), True


def _cut_at_comma(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    if _adjectives_go_on(line, at):
        return _NO_CUT
    return (0.35 if _in_list(line, at) else 0.0), True


def _cut_at_joint(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    # Nothing stands between the verb and *and*: what follows is another clause, no second object.
    return (0.05, True) if at == clause.rest else _judge_joint(line, at)


def _cut_at_subclause(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    low = line.lows[at]
    if low in _OR_PREPOSITION and not _finite_ahead(line, at + 1):
        return (0.2 if low != "than" and at > clause.rest else -1.0), low not in ("as", "than")
    if low in ("if", "unless"):
        return (-1.0 if at == clause.rest else 0.8), True
    return (-1.0 if at == clause.rest else 0.05), True


def _cut_at_relative(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    return _robbed(line, at), True


def _cut_at_that(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    return -1.0, True


def _cut_before_preposition(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    low = line.lows[at]
    back = line.lows[at - 1] in _WHOLE and low in ("with", "at", "in")  # "comes back with news"
    held = low == "of" or (line.tags[at - 1] in ("JJ", "VN", "VB", "PT", "IN") and not back)
    held = held or (low == "from" and "from" in needs)
    return (-1.0 if held else 0.2), False


def _cut_before_to(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    before = line.tags[at - 1]
    if before == "VN":
        return _NO_CUT
    held = ("to" in needs and ("motion" not in needs or at == clause.rest)) or "to2" in needs or before in ("JJ", "VB")
    return (-1.0 if held and line.tag_at(at + 1) in ("VB", "BE", "HV") else 0.3), False


def _cut_before_adverb(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    modifies = line.tag_at(at + 1) in ("JJ", "RB", "N", "NS", "CD") and line.tags[at - 1] not in _NOMINAL
    return (-1.0 if modifies else 0.1), False


def _cut_before_participle(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    return (0.5 if line.tags[at - 1] in _NOMINAL else -1.0), False


def _cut_before_noun(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    """Before a noun or any other unit: only a time noun that says when stands apart."""
    if line.lows[at] not in grammar.sets["time_nouns"]:
        return _NO_CUT
    before = line.tags[at - 1]
    apart = _stands_apart(line, at) if before == "N" else before in _NOMINAL
    return (0.1, True) if apart else _NO_CUT


def _cut_before_modifier(line: Line, clause: Clause, at: int, needs: frozenset[str], grammar: Grammar) -> _Cut:
    """Before what opens a noun phrase: one that says when stands apart."""
    cut = _cut_before_noun(line, clause, at, needs, grammar)
    if cut is _NO_CUT and line.tags[at - 1] in _NOMINAL and _is_time(line, at, grammar):
        return 0.1, False
    return cut


_CUTS: dict[str, Callable[[Line, Clause, int, frozenset[str], Grammar], _Cut]] = {
    **dict.fromkeys(("PS", "POS", "PT", "PRO", "SELF"), _cut_never),  # before these no phrase ends
    **dict.fromkeys((".", "Q"), _cut_at_stop),
    ",": _cut_at_comma,
    "CC": _cut_at_joint,
    "SC": _cut_at_subclause,
    "WH": _cut_at_relative,
    "THAT": _cut_at_that,
    "IN": _cut_before_preposition,
    "TO": _cut_before_to,
    "RB": _cut_before_adverb,
    **dict.fromkeys(("VG", "VN"), _cut_before_participle),
    **dict.fromkeys(("DT", "CD", "JJ"), _cut_before_modifier),
}


def _stands_apart(line: Line, at: int) -> bool:
    """Tell whether a time noun after a noun is no part of its phrase: "the man years later", not "a private moment"."""
    return line.lows[at + 1 : at + 2] in (["later"], ["earlier"], ["after"], ["before"], ["ago"])


def _adjectives_go_on(line: Line, comma: int) -> bool:
    """Tell whether a comma parts adjectives: "a private, high-stakes game"."""
    if line.tags[comma - 2 : comma - 1] not in (["DT"], ["PS"], ["POS"]) or line.tags[comma - 1] not in ("N", "JJ"):
        return False
    return line.tag_at(comma + 1) in ("JJ", "N", "NS") and line.tag_at(comma + 2) in ("N", "NS", "JJ", "NP")


def _judge_joint(line: Line, at: int) -> tuple[float, bool]:
    more = at + 2 if line.tag_at(at + 1) == "RB" else at + 1
    paired = line.tag_at(more) == "JJ" or (
        line.tag_at(more) in ("VG", "VN") and line.tags[at - 2] in ("DT", "PS", "POS")
    )
    if line.tag_at(at + 1) == "NP" and line.tag_at(at + 2) == "POS":
        return -1.0, False  # "demands Ann and Bob's word"
    if line.tags[at - 2 : at] == ["NS", "NP"]:
        return -1.0, False  # "her old friends Ann and Bob": one name alone is too few
    if paired and line.tag_at(more + 1) in ("N", "NS", "JJ") and line.tags[at - 1] in ("JJ", "N"):
        return -1.0, False  # "a brief but violent struggle", "a loving and caring home"
    nxt = at + 1
    while nxt < len(line.tags) and line.tags[nxt] in ("RB", "NOT", ","):
        nxt += 1
    follow = line.tags[nxt] if nxt < len(line.tags) else "."
    if follow in FINITE or follow in ("VB", "VG", "VN", "TO", "SC", "IN", "WH") or line.lows[at] not in ("and", "&"):
        return 0.05, True
    if _finite_ahead(line, nxt):
        return 0.05, True
    return 0.5, False


def _finite_ahead(line: Line, at: int) -> bool:
    """Tell whether a finite verb follows before the next mark: then a clause starts here, no phrase."""
    for i in range(at, min(at + 9, len(line.tags))):
        if line.tags[i] in FINITE:
            return True
        if line.tags[i] in (",", ".", "Q", "CC", "WH", "SC", "THAT") and i > at:
            return False
    return False


def _in_list(line: Line, comma: int) -> bool:
    """Tell whether a comma separates the items of a list: "eggs, milk and bread"."""
    for i in range(comma + 1, min(comma + 7, len(line.tags))):
        if line.tags[i] == "CC":
            return line.tags[i + 1 : i + 2] != [] and i > comma + 1 and line.tags[i + 1] not in FINITE
        if line.tags[i] in FINITE or line.tags[i] in ("VG", "VN", "IN", "SC", "WH", "PRS"):
            return False
    return False


def _robbed(line: Line, at: int) -> float:
    """What a noun loses when its relative clause is cut; -1 where a question would be cut off its verb."""
    before = line.tags[at - 1]
    if before == "NP":
        return 0.05
    if before not in ("N", "NS"):
        return -1.0 if before != "," else 0.1
    start = phrase_start(line, at - 1)
    if start >= 0 and line.lows[start] == "such":
        return -1.0
    return 0.3 if start >= 0 and line.lows[start] in ("a", "an") else 1.0


def _is_time(line: Line, at: int, grammar: Grammar) -> bool:
    for i in range(at, min(at + 4, len(line.tags))):
        if line.lows[i] in grammar.sets["time_nouns"]:
            return True
        if line.tags[i] not in ("DT", "CD", "JJ", "N", "VG"):
            return False
    return False
