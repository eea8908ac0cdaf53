"""Where a title may end: what follows a clause's verb, up to the next safe cut."""

from __future__ import annotations

from retold.reading.titles.clauses import FINITE, Clause, phrase_start, verb_base
from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import LONGEST, Line

# A clause is read so far; what follows decides whether a cut before it is safe.
_READ = 12
_NOMINAL = frozenset({"NP", "N", "NS", "PRO", "SELF"})
_EMPTY_WHEN_CUT = frozenset(
    {"way", "order", "chance", "one", "ones", "part", "kind", "lot", "middle", "process", "attempt"}
)
# Before these no phrase ends; nouns and what stands before them may open a mark of time.
_GOES_ON = frozenset({"PS", "POS", "PT", "PRO", "SELF"})
_NEVER_LAST = frozenset({"DT", "DTV", "PS", "POS", "TO", "IN", "CC", "BE", "HV", "DO", "MD", "NOT", "SC", "WH", "THAT",
                         "VAGUE", "ME", "PRS", "CD", "VB", "VG", "VZ", "VF", "VD"})  # fmt: skip

# What is learned or told may follow these: "learns of the plan".
_TOLD_OF = frozenset({"of", "about", "from", "to", "on"})


def find_ends(line: Line, clause: Clause, grammar: Grammar) -> list[tuple[int, float]]:
    """Find where a title of the clause may end, each with what it costs; the whole clause costs least."""
    ends: list[tuple[int, float]] = []
    base = verb_base(line, clause.main)
    at, size, said, both = clause.rest, len(line.tags), False, False
    while at < size and at - clause.rest < _READ:
        tag = line.tags[at]
        if tag == "THAT" and base in grammar.frames["that"] and not said:
            said, ends = True, []
        elif tag in FINITE:
            if not said and base in grammar.frames["that"]:
                if phrase_start(line, at - 1) != clause.rest:
                    return []
                ends, base = [], ""  # a statement without *that*: "learns Tom has left"
                at += 1
                continue
            if not said:
                return _checked(line, clause, _without_subject(line, at, ends), grammar)
            said, ends = False, []
            base = ""
        else:
            cost, last = _judge_cut(line, clause, at, base, grammar)
            both = both or line.lows[at] in ("both", "between", "either")
            if both and tag == "CC":
                cost, last, both = -1.0, False, False
            if cost >= 0 and not said:
                ends.append((at, cost))
            if last:
                return _checked(line, clause, ends, grammar)
        at += 1
    if at == size and not said:
        ends.append((at, 0.0))
    return _checked(line, clause, ends, grammar)


def _without_subject(line: Line, at: int, ends: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Before a new finite verb only ends before its subject are left."""
    stop = at - 1
    while stop >= 0 and line.tags[stop] in ("RB", "NOT"):
        stop -= 1
    start = phrase_start(line, stop)
    return [(end, cost) for end, cost in ends if end <= (start if start >= 0 else stop)]


def _judge_cut(line: Line, clause: Clause, at: int, base: str, grammar: Grammar) -> tuple[float, bool]:
    """Give what a cut before unit `at` costs (-1: no cut), and whether the clause ends there."""
    tag, low, before = line.tags[at], line.lows[at], line.tags[at - 1]
    if at > clause.rest and tag in _GOES_ON:
        return -1.0, False
    follow = line.tags[at + 1] if at + 1 < len(line.tags) else "."
    if tag in (".", "Q"):
        return (0.0 if tag == "." else 0.3), True
    if tag == "," and _adjectives_go_on(line, at):
        return -1.0, False
    if tag == ",":
        return (0.35 if _in_list(line, at) else 0.0), True
    if tag == "CC":
        # Nothing stands between the verb and *and*: what follows is another clause, no second object.
        return (0.05, True) if at == clause.rest else _judge_joint(line, at)
    if tag == "SC":
        if low in ("as", "before", "after", "since", "until", "till", "than") and not _finite_ahead(line, at + 1):
            return (0.2 if low != "than" and at > clause.rest else -1.0), low not in ("as", "than")
        return (-1.0 if at == clause.rest else 0.05), True
    if tag == "WH":
        return _robbed(line, at), True
    if tag == "THAT":
        return -1.0, True
    if at == clause.rest:
        stranded = tag == "IN" and follow in (",", ".", "CC", "SC")  # "is discriminated against"
        safe = tag in ("IN", "RB", "TO") and follow != "VB" and low not in grammar.particles and not stranded
        return (0.9 if safe else -1.0), False
    if tag == "IN":
        return (-1.0 if low == "of" or before in ("JJ", "VN", "VB", "PT", "IN") else 0.2), False
    if tag == "TO":
        if before == "VN":
            return -1.0, False
        held = base in grammar.frames["to"] or base in grammar.frames["to2"] or before in ("JJ", "VN", "VB")
        return (-1.0 if held and follow == "VB" else 0.3), False
    if tag == "RB":
        return (-1.0 if follow in ("JJ", "RB", "N", "NS", "CD") and before not in _NOMINAL else 0.1), False
    if tag in ("VG", "VN"):
        return (0.5 if before in _NOMINAL else -1.0), False
    if low in grammar.sets["time_nouns"] and (before in _NOMINAL if before != "N" else _stands_apart(line, at)):
        return 0.1, True
    if tag in ("DT", "CD", "JJ") and before in _NOMINAL and _is_time(line, at, grammar):
        return 0.1, False
    return -1.0, False


def _stands_apart(line: Line, at: int) -> bool:
    """Tell whether a time noun after a noun is no part of its phrase: "the man years later", not "a private moment"."""
    return line.lows[at + 1 : at + 2] in (["later"], ["earlier"], ["after"], ["before"], ["ago"])


def _adjectives_go_on(line: Line, comma: int) -> bool:
    """Tell whether a comma parts adjectives: "a private, high-stakes game"."""
    if line.tags[comma - 2 : comma - 1] not in (["DT"], ["PS"], ["POS"]) or line.tags[comma - 1] not in ("N", "JJ"):
        return False
    return line.tag_at(comma + 1) in ("JJ", "N") and line.tag_at(comma + 2) in ("N", "NS", "JJ", "NP")


def _judge_joint(line: Line, at: int) -> tuple[float, bool]:
    more = at + 2 if line.tag_at(at + 1) == "RB" else at + 1
    paired = line.tag_at(more) == "JJ" or (
        line.tag_at(more) in ("VG", "VN") and line.tags[at - 2] in ("DT", "PS", "POS")
    )
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
    return 0.3 if start >= 0 and line.lows[start] in ("a", "an") else 1.0


def _is_time(line: Line, at: int, grammar: Grammar) -> bool:
    for i in range(at, min(at + 4, len(line.tags))):
        if line.lows[i] in grammar.sets["time_nouns"]:
            return True
        if line.tags[i] not in ("DT", "CD", "JJ", "N", "VG"):
            return False
    return False


def _checked(line: Line, clause: Clause, ends: list[tuple[int, float]], grammar: Grammar) -> list[tuple[int, float]]:
    """Keep the ends where the last word can end a title and the verb has what it needs."""
    kept: dict[int, float] = {}
    # Every unit but an adverb or an article is a word at least, so what lies further makes too long a title.
    subject = line.tags[clause.left : clause.right]
    furthest = clause.rest + LONGEST - len(subject) + subject.count(",") + subject.count("POS")
    for raw, cost in ends:
        if raw > furthest:
            continue
        end = raw
        while (
            end > clause.rest and line.tags[end - 1] == "RB" and line.lows[end - 1] in grammar.sets["dropped_adverbs"]
        ):
            end -= 1
        extra = _last_cost(line, clause, end, cost, grammar)
        need = _need_cost(line, clause, end, cost, grammar) if extra >= 0 else -1.0
        if need >= 0:
            kept[end] = min(kept.get(end, 99.0), cost + extra + need)
    return sorted(kept.items())


def _last_cost(line: Line, clause: Clause, end: int, cost: float, grammar: Grammar) -> float:
    """What the last word costs; -1 when no title may end with it."""
    if end == clause.rest:
        return 0.0 if clause.frame != "copula" else -1.0
    tag, low = line.tags[end - 1], line.lows[end - 1]
    if low in grammar.particles and tag in ("IN", "PT"):
        return 0.2 if low not in ("on", "in", "over", "along", "through") else 0.4
    if tag == "IN" and end - 1 == clause.rest and clause.frame == "passive" and line.tag_at(end) in (",", ".", "CC"):
        return 0.3
    if tag == "CD" and low.isdigit():
        return 0.2
    if tag == "VB" and cost <= 0.05:
        return -1.0 if line.bases[end - 1] in grammar.sets["transitive_verbs"] else 0.1
    if tag == "VG" and cost <= 0.05 and line.bases[end - 1] not in grammar.sets["transitive_verbs"]:
        return 0.2
    if (
        tag in _NEVER_LAST
        or low in ("very", "too", "so", "quite", "rather")
        or (end - 1 > clause.rest and line.lows[end - 2] in ("as", "so", "too", "very"))
    ):
        return -1.0
    if tag == "JJ":
        article = any(line.tags[at] in ("DT", "PS", "POS") for at in range(max(end - 4, clause.rest), end))
        return 0.1 if cost <= 0.05 and not article else -1.0
    if low in _EMPTY_WHEN_CUT and cost > 0:
        return -1.0
    return 0.6 if low in grammar.sets["vague_nouns"] else 0.0


def _need_cost(line: Line, clause: Clause, end: int, cost: float, grammar: Grammar) -> float:
    """What is amiss when the verb lacks something that it needs; -1 when it cannot stand so."""
    main, start = clause.main, clause.rest
    for at in range(end - 1, clause.rest - 1, -1):
        if line.tags[at] in ("VB", "VG") and line.bases[at]:  # "begins to tell …": the last verb's needs count
            main, start = at, at + 1
            break
    base = verb_base(line, main)
    tags = line.tags[start:end]
    passive = main == clause.main and (clause.frame == "passive" or clause.frame.endswith("-be"))
    follow = line.tags[end] if end < len(line.tags) else "."
    frames = grammar.frames
    if not tags:
        needy = ("must", "to", "that", "more", "two") if passive else ("must", "to")
        bare = any(base in frames[name] for name in needy) or (base in grammar.sets["transitive_verbs"] and not passive)
        return -1.0 if bare or follow in ("WH", "THAT", "Q") else 0.1
    if follow == "THAT" or (follow in ("WH", "Q", "VB", "JJ") and base in frames["that"]):
        return -1.0
    aside = tags[0] == "IN" and line.lows[start] not in _TOLD_OF and line.lows[start] not in grammar.particles
    if base in frames["fact"] and aside and "THAT" not in tags and not passive:
        return -1.0  # "learns through a letter": what is learned is lost
    if follow == "," and base in frames["to2"] and _infinitive_ahead(line, end):
        return -1.0
    if base in frames["more"] and follow in ("VG", "VN", "JJ", "VB", "SC"):
        return -1.0
    objects = _count_objects(line, start, end)
    more = any(tag in ("IN", "TO", "PT", "THAT", "VB", "VG", "VN", "JJ", "SC") for tag in tags)
    left_over = 0.6 if base in frames["more"] and follow == "IN" and tags else 0.0
    if passive:
        return -1.0 if base in frames["must"] and not more and not objects else 0.0
    if base in frames["must"] and not more and objects < 2:
        return -1.0 if base not in ("become", "want", "try", "accuse", "attempt", "manage", "intend") else 0.0
    if base in frames["words"] and "THAT" not in tags:
        return -1.0
    if base in frames["two"] and not objects:
        return 0.8  # "gives to the poor"
    placed = more and any(
        line.tags[at] != "IN" or line.lows[at] not in grammar.particles
        for at in range(start, end)
        if line.tags[at] in ("IN", "TO", "THAT", "VB", "VG", "VN", "JJ", "SC")
    )
    if base in frames["two"] and objects < 2 and not placed:
        person = line.tags[end - 1] == "PRO" or line.who[end - 1] >= 0
        if person or cost <= 0.05:
            return -1.0 if person else 0.3
        timed = line.lows[end : end + 1] in (["at"], ["during"], ["after"], ["before"])  # says when, not to whom
        return 0.7 if follow == "TO" or timed else -1.0
    return left_over


def _infinitive_ahead(line: Line, at: int) -> bool:
    """Tell whether *to* and a verb still come: "orders his officer, Captain Mandrake, to …"."""
    tags = line.tags[at : at + 14]
    return any(three == (",", "TO", "VB") for three in zip(tags[1:], tags[2:], tags[3:], strict=False))


def _count_objects(line: Line, start: int, end: int) -> int:
    """Count the noun phrases before the first preposition."""
    count, inside = 0, False
    for i in range(start, end):
        tag = line.tags[i]
        if tag in ("IN", "TO", "VG", "VB") and line.lows[i] != "of":
            break
        starts = tag in ("NP", "PRO", "SELF", "DT", "PS") or (tag in ("N", "NS") and not inside)
        if (
            starts
            and line.tags[i - 1] != "CC"
            and not (inside and tag == "NP")
            and line.lows[i - 1] != "of"
            and line.tags[i - 1] != "POS"
        ):
            count += 1
        inside = tag in ("DT", "PS", "JJ", "CD", "N", "NS", "POS")
    return count
