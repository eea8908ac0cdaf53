"""The clauses of a tagged sentence: who does what, and how much the sentence vouches for it."""

from __future__ import annotations

from typing import NamedTuple

from retold.reading.titles.asides import describes, find_before_aside, is_titled, is_unknown_name
from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import WINDOW, Line
from retold.reading.titles.phrases import FINITE, phrase_start, simple_start

_AUXILIARY_BASES = {"BE": "be", "HV": "have", "DO": "do"}
_SUB = {"as": 0.5, "when": 0.5, "while": 0.7, "after": 0.6, "once": 0.8, "where": 0.8, "although": 0.9, "though": 0.9,
        "because": 1.0, "since": 1.2, "whereas": 1.0}  # fmt: skip
# What stands behind *until* and *before* may never happen: "refuses to leave until she finds him".

# The word lists of what may stand between an article and a name.
_CALLED = ("people", "name_modifiers")
# After a noun these open what belongs to it.
ATTACHING = frozenset({"with", "from", "between", "for", "about", "against", "in", "at", "on"})

# What happens where these are is no fact: "a dream where he is free".
_IMAGINED = frozenset({"dream", "dreams", "fantasy", "future", "vision", "world"})


class Clause(NamedTuple):
    """One finite verb with its subject.

    The subject is `line.texts[left:right]`; `finite` is the finite verb's place, `main` the
    main verb's, `rest` where the complement starts.  `kind` is main, sub, who or that;
    `cost` is what the kind takes from a title's score.  `frame` is plain, copula, passive,
    progressive, perfect, pluperfect, modal or do.
    """

    left: int
    right: int
    finite: int
    main: int
    rest: int
    kind: str
    cost: float
    frame: str
    negative: bool


def verb_base(line: Line, at: int) -> str:
    """Give the base of the verb at unit `at`."""
    return _AUXILIARY_BASES.get(line.tags[at]) or line.bases[at]


def find_clauses(line: Line, grammar: Grammar) -> list[Clause]:
    """Find the clauses whose subject stands left of the verb, or is shared with the verb before."""
    found: list[Clause] = []
    last = -1
    for at in [at for at, tag in enumerate(line.tags) if tag in FINITE]:
        clause = _read_clause(line, at, found, grammar) if at > last else None
        if clause:
            found.append(clause)
            last = max(at, clause.main)
    return found


def _read_clause(line: Line, at: int, found: list[Clause], grammar: Grammar) -> Clause | None:
    group = _verb_group(line, at)
    if not group:
        return None
    main, frame, negative = group
    left, right, kind, cost = _find_subject(line, at, found, grammar)
    if not kind or _is_doubted(line, left, right, main, grammar):
        return None
    return Clause(left, right, at, main, main + 1, kind, cost, frame, negative)


def _is_doubted(line: Line, left: int, right: int, main: int, grammar: Grammar) -> bool:
    """Tell whether an adverb before the verb or the subject makes a clause no fact: "apparently dies"."""
    doubtful = grammar.sets["doubtful_adverbs"]
    opening = line.lows[max(left - 2, 0) : left]
    return not (doubtful.isdisjoint(line.lows[max(right, main - 3) : main]) and doubtful.isdisjoint(opening))


def _verb_group(line: Line, at: int) -> tuple[int, str, bool] | None:
    """Give the main verb's place, the frame, and whether it is negated."""
    tags, lows = line.tags, line.lows
    tag, low = tags[at], lows[at]
    if tag[0] == "V":
        return at, "plain", at > 0 and tags[at - 1] == "NOT"
    negative = low.endswith("n't") or low == "cannot"
    nxt = at + 1
    while nxt < len(tags) and tags[nxt] in ("RB", "NOT"):
        negative = negative or tags[nxt] == "NOT"
        nxt += 1
    follow = tags[nxt] if nxt < len(tags) else "."
    if tag == "BE":
        if low in ("be", "been", "being", "am"):
            return None
        if follow == "VG" and lows[nxt] != "missing":  # who is missing misses nobody
            return nxt, "progressive", negative
        if lows[nxt : nxt + 1] == ["being"] and tags[nxt + 1 : nxt + 2] == ["VN"]:
            return nxt + 1, "passive", negative
        return (nxt, "passive", negative) if follow == "VN" else (at, "copula", negative)
    if tag == "HV":
        if low == "having":
            return None
        past = "pluperfect" if low == "had" else "perfect"
        if follow == "VN" or (follow == "HV" and lows[nxt] == "had"):
            return nxt, past, negative
        if follow == "BE" and lows[nxt] == "been":
            return nxt, past + "-be", negative
        return at, "plain", negative
    base = "VB" if follow == "VB" else follow
    if base in ("VB", "BE", "HV", "DO"):
        return nxt, "modal" if tag == "MD" else "do", negative
    return (at, "plain", negative) if tag == "DO" else None


def _find_subject(line: Line, at: int, found: list[Clause], grammar: Grammar) -> tuple[int, int, str, float]:
    """Give the subject's range, the clause's kind ("" when unusable) and its cost."""
    tags = line.tags
    end = at - 1
    while end >= 0 and tags[end] in ("RB", "NOT"):
        end -= 1
    if end < 0:
        return 0, 0, "", 0.0
    if tags[end] == "WH":
        return _relative(line, end, found, grammar)
    if tags[end] == ",":
        aside = find_before_aside(line, end)
        if aside >= 0:
            return _own_subject(line, aside, found, grammar)
        return _shared(line, at, end, found)
    if tags[end] == "CC":
        return _shared(line, at, end, found)
    return _own_subject(line, end, found, grammar)


def _own_subject(line: Line, end: int, found: list[Clause], grammar: Grammar) -> tuple[int, int, str, float]:
    left = phrase_start(line, end)
    if left < 0:
        return 0, 0, "", 0.0
    if left > 1 and line.lows[left - 1] in ATTACHING:
        outer = phrase_start(line, left - 2)
        if outer >= 0 and line.tags[outer] in ("DT", "PS") and line.lows[left - 2] not in grammar.sets["time_nouns"]:
            left = outer  # "An encounter with a janitor changes Bob"
    if left > 1 and line.tags[left - 1] == "," and line.who[left - 2] >= 0 and is_titled(line, left, end):
        end = left - 2  # "Ann, Queen of Spades sings": the second comma is missing
        left = phrase_start(line, end)
    kind, cost = _judge_left(line, left, found, grammar)
    return left, end + 1, kind, cost


def _relative(line: Line, at: int, found: list[Clause], grammar: Grammar) -> tuple[int, int, str, float]:
    """The antecedent of *who* as subject."""
    if line.lows[at] != "who":
        return 0, 0, "", 0.0
    end = at - 1
    if end >= 0 and line.tags[end] == ",":
        end -= 1
    left = simple_start(line, end)
    start = phrase_start(line, end) if left > 0 and line.lows[left - 1] == "of" else left
    if start > 1 and line.tags[start - 1] == "," and line.who[start - 2] >= 0 and describes(line, start, end):
        left, end = start - 2, start - 2  # "Ann, Queen of Spades, who …"
    whole = left > 0 and (line.tags[left - 1] == "POS" or line.lows[left - 1] == "of")
    asked = left > 2 and line.lows[left - 2] == "it" and line.lows[left - 3] in ("if", "whether")
    bare = line.tags[end] == "N" and line.tags[left] in ("N", "JJ", "VN", "VG")
    if left < 0 or asked or bare or (whole and line.who[end] < 0):
        return 0, 0, "", 0.0
    earlier = line.tag_at(at + 1) == "VD" and "VZ" in line.tags[max(at - WINDOW, 0) : at]
    return left, end + 1, "who", 1.5 if earlier else 0.7  # "talks to Ann, who left long ago"


def _shared(line: Line, at: int, joint: int, found: list[Clause]) -> tuple[int, int, str, float]:
    """The subject of the verb before, in "X does A and does B"."""
    if line.lows[joint] in ("or", "nor") or line.tags[at] == "MD":
        return 0, 0, "", 0.0
    for clause in found[: -WINDOW - 1 : -1]:
        same = _tense(line, clause.finite) == _tense(line, at)
        if clause.kind == "that" and line.tags[joint - 1] == ",":
            continue  # "Ann learns Bob is in town, and travels there": it is Ann who travels
        if same and (clause.kind in ("main", "sub") or clause is found[-1]):
            between = line.tags[clause.main + 1 : joint]
            if line.tags[joint] == "," and not (
                set(between) & {"SC", "WH", "THAT"} == set()
                and ("CC" in line.tags[at : at + WINDOW] or line.lows[joint + 1] == "then")
            ):
                return 0, 0, "", 0.0
            if _goes_on_inside(line, clause.main + 1, joint, at):
                return 0, 0, "", 0.0
            if clause.kind == "sub" and clause.frame == "copula" and found[0].left < clause.left:
                return 0, 0, "", 0.0  # "Ann is anxious when Bob is late and learns of it": who learns?
            doubt = 0.2 * sum(tag in ("SC", "WH", "THAT") for tag in between)
            extra = 0.1 if line.tags[joint] == "CC" else 0.3
            return clause.left, clause.right, clause.kind, clause.cost + extra + doubt
    return 0, 0, "", 0.0


def _goes_on_inside(line: Line, start: int, joint: int, at: int) -> bool:
    """Tell whether a verb may belong to a *that* clause before it: "says that it is old and weighs a ton"."""
    between = range(start, joint)
    said = next((i for i in between if line.tags[i] == "THAT"), joint)
    inner = [i for i in between if i > said and line.tags[i] in FINITE]
    return bool(inner) and line.tags[joint] == "CC" and _tense(line, inner[-1]) == _tense(line, at)


def _tense(line: Line, at: int) -> str:
    low = line.lows[at]
    if line.tags[at] == "VZ" or low in ("is", "has", "does", "isn't", "hasn't", "doesn't"):
        return "Z"
    if line.tags[at] == "VF" or low in ("are", "have", "do"):
        return "F"
    return "D"


def _judge_left(line: Line, left: int, found: list[Clause], grammar: Grammar) -> tuple[str, float]:
    """Judge a clause by what stands left of its subject."""
    at = left - 1
    while at >= 0 and line.tags[at] == "RB":
        at -= 1
    if at < 0:
        return "main", 0.0
    opener = at
    while opener >= 0 and (line.tags[opener] in ("N", "JJ", "VN", "CD", "RB") or is_unknown_name(line, opener)):
        opener -= 1
    called = line.tags[at] in ("JJ", "VN") or any(line.lows[at] in grammar.sets[name] for name in _CALLED)
    if opener >= 0 and called and (line.tags[opener] == "PS" or line.lows[opener] in ("a", "an", "the")):
        opener -= 1  # "a furious Ann", "the painter Bob", but not "the book Bob wrote"
    if (
        line.tags[left] == "NP"
        and opener < at
        and line.who[left] >= 0
        and (opener < 0 or line.tags[opener] in (",", "CC", "SC"))
    ):
        at = opener  # "Convicted thief Albert Ganz": what a name is called stands before it
        if at < 0:
            return "main", 0.0
    tag, low = line.tags[at], line.lows[at]
    if tag in (",", "."):
        return _judge_comma(line, at)
    if tag == "CC":
        return ("", 0.0) if low in ("or", "nor") else _judge_joint(line, at, found)
    if tag == "SC":
        if line.tags[at - 1 : at] == ["CC"] and low in ("after", "before", "since", "until"):
            return "", 0.0  # "Ann sings and after the ball leaves": it is not the ball that leaves
        if low == "where" and line.lows[at - 1] in _IMAGINED:
            return "", 0.0
        return ("sub", _SUB[low]) if low in _SUB and line.lows[at - 1 : at] != ["even"] else ("", 0.0)
    if tag == "THAT":
        return _judge_that(line, at, grammar)
    if tag[0] == "V" and line.bases[at] in grammar.frames["fact"]:
        return "that", 1.0
    if tag in ("N", "NS", "NP", "CD") and _opens_with_time_or_place(line, at, grammar):
        return "main", 0.1
    return "", 0.0


def _judge_comma(line: Line, at: int) -> tuple[str, float]:
    """After a comma a clause is a main one, unless an *if* opened what stands before it and nothing closed it."""
    return ("", 0.0) if line.lows[at] == ":" and at < 2 else ("main", 0.0)


def _judge_joint(line: Line, at: int, found: list[Clause]) -> tuple[str, float]:
    """After *and* a clause is as sure as the one before it, unless a comma stands between."""
    if at and line.tags[at - 1] == ",":
        return "main", 0.1
    opener = max((i for i in range(max(at - WINDOW, 0), at) if line.tags[i] in ("THAT", "SC")), default=-1)
    if opener >= 0 and "," not in line.tags[opener:at]:
        before = [clause for clause in found[-WINDOW:] if clause.left > opener]
        return (before[-1].kind, before[-1].cost + 0.1) if before else ("", 0.0)
    return "main", 0.1


def _judge_that(line: Line, at: int, grammar: Grammar) -> tuple[str, float]:
    if line.lows[at - 1] in ("news", "evidence", "proof"):
        return "that", 1.0
    for i in range(at - 1, max(at - 6, -1), -1):
        if line.tags[i] in ("N", "NS") and i == at - 1 and line.bases[at - 2 : at - 1] != ["tell"]:
            return "", 0.0
        if line.tags[i][0] == "V":
            return ("that", 1.0) if line.bases[i] in grammar.frames["fact"] else ("", 0.0)
    return "", 0.0


def _opens_with_time_or_place(line: Line, end: int, grammar: Grammar) -> bool:
    """Tell whether "One day", "The next morning" or "In court" opens the clause before its subject."""
    start = end
    while start and line.tags[start - 1] not in (",", ".", "CC", "SC") and line.tags[start - 1] not in FINITE:
        start -= 1
    while start < end and line.tags[start] == "RB":
        start += 1
    if any(tag in FINITE or tag == "WH" for tag in line.tags[start : end + 1]):
        return False
    if start and line.tags[start - 1] not in (",", ".", "CC", "SC"):
        return False
    return line.tags[start] == "IN" or line.lows[end] in grammar.sets["time_nouns"]
