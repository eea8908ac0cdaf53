"""What a verb needs: which ends of a clause make a whole title of it."""

from __future__ import annotations

from retold.reading.titles.clauses import Clause, verb_base
from retold.reading.titles.grammar import Grammar
from retold.reading.titles.line import LONGEST, Line
from retold.reading.titles.phrases import FINITE

_EMPTY_WHEN_CUT = frozenset(
    {"way", "ways", "order", "chance", "one", "ones", "part", "kind", "lot", "middle", "process", "attempt", "attempts",
     "desire", "ability", "inability", "refusal", "need", "tendency", "willingness", "intention", "right", "effort",
     "efforts", "duty", "urge", "kinds", "means", "sign", "signs", "series", "set", "sense"}
)  # fmt: skip
_NEVER_LAST = frozenset({"DT", "DTV", "PS", "POS", "TO", "IN", "CC", "BE", "HV", "DO", "MD", "NOT", "SC", "WH", "THAT",
                         "VAGUE", "ME", "PRS", "CD", "VB", "VG", "VZ", "VF", "VD"})  # fmt: skip
_DEGREES = frozenset({"very", "too", "so", "quite", "rather", "likely"})
_COMPARING = frozenset({"as", "so", "too", "very"})
_PASSIVE = frozenset({"passive", "perfect-be", "pluperfect-be"})
# What a verb cannot stand bare of.
_NEEDY = frozenset({"must", "to", "object"})
_PASSIVE_NEEDY = frozenset({"must", "to", "that", "more", "two"})
# What completes these may come behind an aside, and these may do without it at the end of a clause.
_RESUMING = frozenset({"two", "must", "more"})
_WHERE_LEFT = frozenset({"in", "behind", "with", "to", "on", "under"})
_STOPS = frozenset({",", ".", "CC", "SC"})
_MUST_BUT_MAY = frozenset({"become", "want", "try", "accuse", "attempt", "manage", "intend"})
# What may complete a verb besides its objects.
_WHERE = frozenset({"IN", "TO", "THAT", "VB", "VG", "VN", "SC"})
_MORE = frozenset({"IN", "TO", "PT", "THAT", "VB", "VG", "VN", "SC"})

# What is learned or told may follow these: "learns of the plan".
_TOLD_OF = frozenset({"of", "about", "from", "to", "on"})


def check_ends(line: Line, clause: Clause, ends: list[tuple[int, float]], grammar: Grammar) -> list[tuple[int, float]]:
    """Keep the ends where the last word can end a title and the verb has what it needs."""
    if not ends:
        return ends
    kept: dict[int, float] = {}
    tags, rest = line.tags, clause.rest
    # Every unit but an adverb or an article is a word at least, so what lies further makes too long a title.
    subject = tags[clause.left : clause.right]
    furthest = rest + LONGEST - len(subject) + subject.count(",") + subject.count("POS")
    for raw, cost in ends:
        if raw > furthest:
            break
        end = raw
        while end > rest and tags[end - 1] == "RB" and line.lows[end - 1] in grammar.sets["dropped_adverbs"]:
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
    if tag in ("IN", "PT") and low in grammar.particles:
        return 0.2 if low not in ("on", "in", "over", "along", "through") else 0.4
    if tag == "IN" and end - 1 == clause.rest and clause.frame == "passive" and line.tag_at(end) in (",", ".", "CC"):
        return 0.3
    if tag == "CD" and low.isdigit():
        return 0.2
    if tag == "VB" and cost <= 0.05:
        return -1.0 if line.bases[end - 1] in grammar.sets["transitive_verbs"] else 0.1
    if tag == "VG" and cost <= 0.05 and line.bases[end - 1] not in grammar.sets["transitive_verbs"]:
        return 0.2
    if tag in _NEVER_LAST or low in _DEGREES or (end - 1 > clause.rest and line.lows[end - 2] in _COMPARING):
        return -1.0
    if tag == "JJ":
        before = line.tags[max(end - 4, clause.rest) : end]
        article = "DT" in before or "PS" in before or "POS" in before
        return 0.1 if cost <= 0.05 and not article else -1.0
    if low == "ago" or (tag == "RB" and line.tags[end - 2] in ("MD", "BE", "HV", "DO", "RB") and end - 2 > clause.rest):
        return -1.0  # it happens now, as titles tell it; "can never truly"
    if cost > 0 and (low in _EMPTY_WHEN_CUT or ("-" in low and line.tag_at(end) == "VG")):
        return -1.0  # "a last-minute shopping trip"
    return 0.6 if low in grammar.sets["vague_nouns"] else 0.0


def _need_cost(line: Line, clause: Clause, end: int, cost: float, grammar: Grammar) -> float:
    """What is amiss when the verb lacks something that it needs; -1 when it cannot stand so."""
    main, start = _last_verb(line, clause, end)
    needs = grammar.needs_of(verb_base(line, main))
    tags, follow = line.tags[start:end], line.tag_at(end)
    passive = main == clause.main and clause.frame in _PASSIVE
    if not tags:
        return _bare_cost(needs, follow, passive=passive)
    if line.lows[end : end + 1] == ["/"]:
        return -1.0
    who = follow == "WH" and line.lows[end] in ("who", "whom", "whose") and "two" not in needs and tags[-1] == "NP"
    if follow == "THAT" or ("that" in needs and follow in ("WH", "Q", "VB", "JJ") and not who):
        return -1.0
    if "fact" in needs and not passive and tags[0] == "IN" and "THAT" not in tags and _is_aside(line, start, grammar):
        return -1.0  # "learns through a letter": what is learned is lost
    if follow == "," and "to2" in needs and _infinitive_ahead(line, end):
        return -1.0
    if follow == "," and not _RESUMING.isdisjoint(needs) and _resumes(line, end):
        return -1.0
    if "more" in needs and follow in ("VG", "VN", "JJ", "VB", "SC"):
        return -1.0
    more = not _MORE.isdisjoint(tags) or ("JJ" in tags and _has_complement(line, start, end))
    if passive:
        return -1.0 if "must" in needs and not more and not _count_objects(line, start, end) else 0.0
    if "must" in needs and not more and _count_objects(line, start, end) < 2:
        return -1.0 if verb_base(line, main) not in _MUST_BUT_MAY else 0.0
    if "words" in needs and "THAT" not in tags:
        return -1.0
    if "two" in needs:
        lacking = _second_object_cost(line, start, end, cost, grammar)
        if lacking:
            return lacking
    if follow == "IN" and "more" in needs:
        # "leaves her child in their care" is not "leaves her child".
        person = line.tags[end - 1] == "PRO" or line.who[end - 1] >= 0
        stays = line.lows[end] in _WHERE_LEFT or (person and line.lows[end] not in ("for", "without"))
        return -1.0 if line.bases[main] == "leave" and stays else 0.6
    return 0.0


def _last_verb(line: Line, clause: Clause, end: int) -> tuple[int, int]:
    """Give the last verb, whose needs count ("begins to tell …"), and where what completes it starts."""
    tags = line.tags[clause.rest : end]
    if "VB" in tags or "VG" in tags:
        for at in range(end - 1, clause.rest - 1, -1):
            if line.tags[at] in ("VB", "VG") and line.bases[at]:
                return at, at + 1
    return clause.main, clause.rest


def _bare_cost(needs: frozenset[str], follow: str, *, passive: bool) -> float:
    """What is amiss when nothing completes the verb."""
    if "alone" in needs and follow in _STOPS:
        return 0.1
    needy = _PASSIVE_NEEDY if passive else _NEEDY
    return 0.1 if needy.isdisjoint(needs) and follow not in ("WH", "THAT", "Q") else -1.0


def _is_aside(line: Line, at: int, grammar: Grammar) -> bool:
    """Tell whether a preposition opens what only says how or where, not what is told or learned."""
    return line.lows[at] not in _TOLD_OF and line.lows[at] not in grammar.particles


def _second_object_cost(line: Line, start: int, end: int, cost: float, grammar: Grammar) -> float:
    """What is amiss when a verb that needs two objects, or an object and where to, lacks one."""
    objects = _count_objects(line, start, end)
    if not objects:
        return 0.8  # "gives to the poor"
    if objects > 1 or _says_where(line, start, end, grammar):
        return 0.0
    person = line.tags[end - 1] == "PRO" or line.who[end - 1] >= 0
    if person or cost <= 0.05:
        return -1.0 if person else 0.3
    timed = line.lows[end : end + 1] in (["at"], ["during"], ["after"], ["before"])  # says when, not to whom
    return 0.7 if timed else -1.0


def _says_where(line: Line, start: int, end: int, grammar: Grammar) -> bool:
    """Tell whether more than a particle completes the verb besides its objects."""
    return _has_complement(line, start, end) or any(
        line.tags[at] in _WHERE
        and (line.tags[at] != "IN" or (line.lows[at] not in grammar.particles and line.lows[at] != "of"))
        for at in range(start, end)
    )


def _has_complement(line: Line, start: int, end: int) -> bool:
    """Tell whether an adjective says what somebody is made: "drives Ann mad", not "drives a red car"."""
    return line.tags[end - 1] == "JJ" and not {"DT", "PS", "POS"} & set(line.tags[max(end - 3, start) : end - 1])


def _resumes(line: Line, comma: int) -> bool:
    """Tell whether the clause goes on behind an aside: "accuses his wife, Ann, of treason"."""
    for at in range(comma + 1, min(comma + 8, len(line.tags))):
        if line.tags[at] == ",":
            return line.tag_at(at + 1) in ("IN", "TO") and at > comma + 1
        if line.tags[at] in FINITE or line.tags[at] in ("CC", "SC", "WH", "."):
            return False
    return False


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
