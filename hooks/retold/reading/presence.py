"""Who is there in a scene, and who is only spoken of."""

from __future__ import annotations

from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import WINDOW, Line
from retold.reading.titles.phrases import FINITE
from retold.reading.titles.told import Told

# "the love of his mother", "without Billy": who stands there need not be there.
_ABSENT_AFTER = frozenset(
    {"of", "about", "without", "like", "than", "regarding", "concerning", "despite", "for", "as", "except"}
)
# "in front of Ann", "takes care of her": but here one is.
_NEAR_OF = frozenset({"front", "ahead", "top", "side", "care", "hold", "presence", "outside", "inside", "sight"})
# "engaged to Ann", "in love with Ann": a bond holds from afar.
_BOUND_TO = frozenset(
    {"engaged", "married", "devoted", "loyal", "related", "similar", "attracted", "betrothed", "promise", "promises"}
)
_BOUND_WITH = frozenset(
    {"love", "obsessed", "infatuated", "relationship", "affair", "involvement", "involved", "contact", "angry"}
)
_SENDING = frozenset({"write", "send", "mail", "post", "dictate", "address"})
# "thanks him for saving Ann", "the news that Ann is dead": this is over, or elsewhere.
_DEEDS_AFTER = frozenset({"for", "of", "about", "over", "without"})
_TIDINGS = frozenset(
    {"news", "conclusion", "idea", "fact", "belief", "claim", "rumor", "rumour", "suspicion", "theory", "evidence"}
)
_UNSURE_OPENERS = frozenset({"since", "because", "if", "unless", "until", "till", "than", "whether", "that"})
# Between a verb of saying and the verb of what is said: the words of two noun phrases, adverbs and auxiliaries.
_IN_PHRASES = frozenset(
    {"NP", "N", "NS", "DT", "PS", "POS", "JJ", "PRS", "PRO", "CD", "RB", "SELF", "THAT", "PT", "HV", "BE", "MD", "NOT"}
)
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
        "hire",
        "send",
        "ask",
        "beg",
    ]
)


# What may part somebody from a verb of saying before.
_PARTING = frozenset({",", ".", "CC", "THAT"})


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
        for line, referents, _, _ in sentences:
            for at, persons in referents.named:
                for person in persons:
                    named[person] = named.get(person, 0) + 1
                if not there.issuperset(persons) and is_there(line, at, grammar, past=past):
                    there.update(persons)
    order = sorted(named, key=lambda who: (-named[who], who))
    return tuple([who for who in order if who in there]), tuple([who for who in order if who not in there])


def is_there(line: Line, at: int, grammar: Grammar, *, past: bool) -> bool:
    """Tell whether the mention at unit `at` shows somebody who is there, not one who is talked of."""
    tags = line.tags
    if tags[at] == "PS" or line.tag_at(at + 1) == "POS":
        return _owns_what_is_there(line, at, grammar)
    before = at - 1
    while before >= max(at - WINDOW, 0) and (
        tags[before] in ("CC", "NP", "PS", "DT", "JJ", "N") or _names_after(line, before)
    ):
        before -= 1
    if before >= 0 and (_keeps_away(line, before, grammar) or _is_far_object(line, before, grammar)):
        return False
    return not _is_reported(line, at, grammar) and _clause_is_now(line, at, past=past)


def _owns_what_is_there(line: Line, at: int, grammar: Grammar) -> bool:
    """Tell of an owner whether he is where his own is: "takes Ann's hand", "to Ann's horror"."""
    if line.tags[at] == "PS":
        return False
    last = next((i for i in range(at + 2, min(at + 6, len(line.tags))) if line.tags[i] not in ("JJ", "RB", "VN")), at)
    return line.lows[last] in grammar.sets["near_nouns"] and line.tag_at(last + 1) not in ("N", "NS")


def _names_after(line: Line, at: int) -> bool:
    """Tell whether the unit only says what somebody is called: "a sailor named Tom"."""
    return line.lows[at] in ("named", "called") and line.tag_at(at - 1) in ("N", "NS")


def _keeps_away(line: Line, at: int, grammar: Grammar) -> bool:
    """Tell whether the preposition at unit `at` stands between somebody and the scene."""
    low, earlier = line.lows[at], line.lows[at - 1] if at else ""
    if low == "of":
        return earlier not in _NEAR_OF
    if low == "from":
        return earlier in grammar.sets["message_nouns"] or earlier in ("hear", "hears", "heard")
    if low == "to":
        sent = earlier in grammar.sets["message_nouns"] and not _SENDING.isdisjoint(line.bases[max(at - 5, 0) : at])
        return sent or earlier in _BOUND_TO
    return earlier in _BOUND_WITH if low == "with" else low in _ABSENT_AFTER


def _is_far_object(line: Line, at: int, grammar: Grammar) -> bool:
    """Tell whether the verb at unit `at` does nothing here to its object: "seeks Ann", "for saving Ann"."""
    if line.tags[at][0] != "V":
        return False
    after = at > 0 and line.tags[at] == "VG" and line.lows[at - 1] in _DEEDS_AFTER
    return after or line.bases[at] in grammar.sets["absent_objects"]


def _is_reported(line: Line, at: int, grammar: Grammar) -> bool:
    """Tell whether the unit belongs to what somebody says, learns or thinks: "learns Ann is away", "says that …"."""
    reports, tags = grammar.sets["report_verbs"], line.tags
    for i in range(at - 1, max(at - WINDOW, -1), -1):
        tag = tags[i]
        if tag not in _PARTING:
            continue
        if tag == "," and i == at - 1 and tags[at] == "NP" and tags[i - 1] == "N":
            continue  # "that her stepmother, Ann, is away"
        if tag in (",", ".") or (tag == "CC" and line.tag_at(i + 1) in FINITE):
            return False
        if tag == "THAT":
            return _find_report(line, i, reports) >= 0
    finite = _governing(line, at)
    report = _find_report(line, finite, reports) if finite > 0 else -1
    return 0 <= report < at and "CC" not in line.tags[report:finite] and _has_subject(line, report, finite)


def _find_report(line: Line, at: int, reports: frozenset[str]) -> int:
    """Give the verb of saying whose words begin at unit `at` or just before, or the noun for such words, or -1."""
    if line.lows[at - 1] in _TIDINGS and line.tags[at] == "THAT":
        return at - 1
    for i in range(at - 1, max(at - WINDOW, -1), -1):
        if line.tags[i][0] == "V" and line.tags[i] != "VAGUE":
            return i if line.bases[i] in reports else -1
        if line.tags[i] not in _IN_PHRASES:
            return -1
    return -1


def _has_subject(line: Line, report: int, finite: int) -> bool:
    """Tell whether a noun phrase stands between the two verbs."""
    return any(tag in ("NP", "N", "NS", "PRS") for tag in line.tags[report + 1 : finite])


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
    verbs = [i for i in range(at - 1, finite, -1) if line.tags[i] == "VB"]
    verb = next((i for n, i in enumerate(verbs) if line.tags[i - 1] == "TO" and _are_joined(line, verbs[:n])), -1)
    if verb < 0:
        return False
    return line.bases[finite] in _MEANING or line.lows[verb - 2] in ("order", "going")


def _are_joined(line: Line, verbs: list[int]) -> bool:
    """Tell whether all these are joined to a verb before: "to go home and see her"."""
    return all(line.tags[i - 1] == "CC" for i in verbs)


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
