"""The verb group of a clause, in the present: "had been fired" becomes "has been fired", "took" becomes "takes"."""

from __future__ import annotations

from retold.reading.titles.clauses import Clause
from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import Line

_AUXILIARIES = {"BE": ("is", "are"), "HV": ("has", "have"), "DO": ("does", "do")}
_MODALS = {"could": "can", "would": "will", "might": "may"}
# Adverbs without which a title would be false: "is almost killed", "is too ill to go".
_TELLING = frozenset({"almost", "too", "so", "seldom", "often", "always"})
_PRESENT = {"was": "is", "were": "are", "had": "has", "did": "does"}


def spell_verb(line: Line, clause: Clause, grammar: Grammar, *, plural: bool) -> list[str]:
    """Spell a clause's verb group in the present, with its *not*, *never* and adverbs in -ly."""
    main, frame = clause.main, clause.frame
    if frame == "plain" and clause.right == main:  # most clauses: nothing stands before the verb
        return [_finite(line, main, grammar, plural=plural)]
    denial = _denial(line, clause)
    adverbs = _adverbs(line, clause, grammar)
    base = line.bases[main]
    if frame in ("plain", "copula"):
        finite = _finite(line, main, grammar, plural=plural)
        return [finite, *denial] if denial == ["not"] else [*denial, *adverbs, finite]
    if frame == "passive":
        return [_AUXILIARIES["BE"][plural], *denial, *adverbs, line.lows[main]]
    if frame in ("do", "progressive", "perfect") and not clause.negative and line.tags[main][0] == "V":
        return [*denial, *adverbs, base if plural else grammar.third(base)]
    if frame in ("perfect-be", "pluperfect-be"):
        return [_AUXILIARIES["HV"][plural], *denial, "been"]
    if frame in ("perfect", "pluperfect"):
        return [_AUXILIARIES["HV"][plural], *denial, *adverbs, line.lows[main]]
    finite = _finite(line, clause.finite, grammar, plural=plural)
    denied = finite.endswith(("n't", "cannot"))
    return [finite, *([] if denied else denial), base if line.tags[main][0] == "V" else line.lows[main]]


def spell_embedded(line: Line, at: int, grammar: Grammar) -> list[str]:
    """Spell a finite verb inside a statement: "that he has left"."""
    low = line.lows[at]
    if line.tags[at] in ("VZ", "VF", "MD"):
        return [_MODALS.get(low, low)]
    plural = at > 0 and (line.tags[at - 1] == "NS" or line.lows[at - 1] == "they")
    if line.tags[at] in _AUXILIARIES:
        return ["have" if low == "had" and plural else _PRESENT.get(low, low)]
    return [line.bases[at] if plural else grammar.third(line.bases[at])]


def _finite(line: Line, at: int, grammar: Grammar, *, plural: bool) -> str:
    tag, low = line.tags[at], line.lows[at]
    if tag in _AUXILIARIES:
        return _AUXILIARIES[tag][plural]
    if tag == "MD":
        return _MODALS.get(low, low)
    return line.bases[at] if plural else grammar.third(line.bases[at])


def _denial(line: Line, clause: Clause) -> list[str]:
    """The words that deny the verb: not, never, no longer."""
    group = line.lows[max(clause.right, clause.finite - 2) : clause.main]
    for low in ("never", "no longer"):
        if low in group:
            return low.split()
    after = line.lows[clause.finite + 1 : clause.finite + 2] if clause.frame == "copula" else []
    return ["not"] if clause.negative and (clause.frame != "plain" or after == ["not"]) else []


def _adverbs(line: Line, clause: Clause, grammar: Grammar) -> list[str]:
    """The adverbs in -ly inside the verb group; those that only colour it are left out."""
    first = clause.finite - 1
    return [
        line.lows[at]
        for at in range(max(first, clause.right), clause.main)
        if at != clause.finite and line.tags[at] == "RB" and (line.lows[at] in _TELLING or line.lows[at].endswith("ly"))
        and line.lows[at] not in grammar.sets["dropped_adverbs"]
    ]  # fmt: skip
