"""Who is there in a scene, and who is only spoken of."""

from __future__ import annotations

from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import Line
from retold.reading.titles.phrases import FINITE
from retold.reading.titles.told import Told

# "the love of his mother", "a letter from Ted", "without Billy": who stands there need not be there.
_ABSENT_AFTER = frozenset(
    {"of", "about", "from", "without", "like", "than", "regarding", "concerning", "despite", "for", "as"}
)
_UNSURE_OPENERS = frozenset({"since", "because", "if", "unless", "until", "till", "than", "whether", "that"})
# No clause is longer than so many units.
_SENTENCE = 60
# What follows "to" after these has not happened yet.
_MEANING = frozenset(
    [
        "come",
        "go",
        "return",
        "leave",
        "want",
        "plan",
        "decide",
        "intend",
        "hope",
        "wish",
        "travel",
        "agree",
        "offer",
        "promise",
        "threaten",
        "prepare",
        "refuse",
        "swear",
    ]
)


def find_present(
    passages: list[list[Told]], pasts: list[bool], grammar: Grammar
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give who acts or is there, and who is only spoken of, each most spoken of first.

    Args:
        passages: A scene's sentences, a list for each telling.
        pasts: Whether the tellings are in the past tense.
        grammar: The word lists.
    """
    there: set[int] = set()
    named: dict[int, int] = {}
    for sentences, past in zip(passages, pasts, strict=True):
        for line, referents, _ in sentences:
            for at, persons in referents.named:
                for person in persons:
                    named[person] = named.get(person, 0) + 1
                if not there.issuperset(persons) and is_there(line, at, grammar, past=past):
                    there.update(persons)
    order = sorted(named, key=lambda who: (-named[who], who))
    return tuple([who for who in order if who in there]), tuple([who for who in order if who not in there])


def is_there(line: Line, at: int, grammar: Grammar, *, past: bool) -> bool:
    """Tell whether the mention at unit `at` shows somebody who is there, not one who is talked of."""
    tags, lows = line.tags, line.lows
    if tags[at] == "PS" or tags[at + 1 : at + 2] == ["POS"]:
        return False
    before = at - 1
    while before >= 0 and tags[before] in ("CC", "NP", "PS", "DT", "JJ", "N", ",") and tags[before] != ",":
        before -= 1
    if before >= 0 and lows[before] in _ABSENT_AFTER:
        return False
    if before >= 0 and tags[before][0] == "V" and line.bases[before] in grammar.sets["absent_objects"]:
        return False
    return _clause_is_now(line, at, past=past)


def _clause_is_now(line: Line, at: int, *, past: bool) -> bool:
    """Tell whether the clause around a unit tells what happens in the scene, and not earlier, perhaps or in words."""
    finite = _governing(line, at)
    if finite < 0:
        return True
    low, tag = line.lows[finite], line.tags[finite]
    after = line.tags[finite + 1 : finite + 3]
    if low == "had" and "VN" in after:
        return False
    if tag == "MD" and low not in ("can", "will", "cannot"):
        return False
    if not past and (tag == "VD" or low in ("was", "were", "had", "did")):
        return False
    if tag == "BE" and line.tags[finite + 1 : finite + 2] == ["TO"] and at > finite:  # "is to move in with her"
        return False
    return not _only_meant(line, at, finite) and _opener(line, finite) not in _UNSURE_OPENERS


def _only_meant(line: Line, at: int, finite: int) -> bool:
    """Tell whether the unit belongs to what somebody means to do: "returns to claim Billy"."""
    verb = next((i for i in range(at - 1, finite, -1) if line.tags[i] == "VB"), -1)
    if verb < 0 or line.tags[verb - 1] != "TO":
        return False
    return line.bases[finite] in _MEANING or line.lows[verb - 2] == "order"


def _governing(line: Line, at: int) -> int:
    """The finite verb of the clause: the next one when the unit is its subject, else the one before."""
    for i in range(at + 1, min(at + 6, len(line.tags))):
        if line.tags[i] in FINITE:
            return i
        if line.tags[i] not in ("RB", "CC", "NP", "N", "NOT", "PRS"):
            break
    for i in range(at - 1, max(at - _SENTENCE, 0) - 1, -1):
        if line.tags[i] in FINITE:
            return i
    return next((i for i in range(at + 1, min(at + _SENTENCE, len(line.tags))) if line.tags[i] in FINITE), -1)


def _opener(line: Line, finite: int) -> str:
    for i in range(finite - 1, max(finite - 9, -1), -1):
        if line.tags[i] in FINITE or line.tags[i] in (".", ","):
            return ""
        if line.tags[i] in ("SC", "THAT"):
            return line.lows[i]
    return ""
