"""What a word that may be a verb is in its place, settled by the left neighbour."""

from __future__ import annotations

from retold.reading.titles.grammar import Form
from retold.reading.titles.line import WINDOW, Line

# After these a word that may be a noun is one.
_NOUN_AFTER = frozenset({"DT", "DTV", "PS", "POS", "JJ", "CD"})
_SEVERAL = frozenset({"two", "three", "four", "five", "six"})
# Before these a participle has no object.
_NO_OBJECT = frozenset({"IN", "RB", "TO", "BY", ".", ",", "CC", "SC", "PT", "NOT"})
# What is seen or found has no clause of its own: "sees a man chained to a rock".
_PERCEIVING = frozenset({"see", "find", "hear", "watch", "notice", "spot"})
# Before these a word that may be a verb is one more likely.
_HELPING = frozenset({"DT", "PS", "PRO", "SELF", "TO", "PT"})


def settle_tag(form: Form, line: Line, following: str, *, past: bool, telling: frozenset[str]) -> str:
    """Settle what an open word is here, by its left neighbour.

    Args:
        form: What the word may be.
        line: The line so far.
        following: The closed class of the next word, or "".
        past: Whether the telling is in the past tense.
        telling: The verbs after which a clause may follow without *that*.
    """
    before = line.tags[-1] if line.tags else ""
    if before in ("RB", "NOT"):
        before = _last_tag(line)
    verb = form.verb
    if form.adverb and not verb:
        return "RB"
    if not verb:
        return "NS" if form.plural else "JJ" if form.adjective else "N"
    if before in ("TO", "MD", "DO") and "B" in verb:
        return "VB"
    if before == "BE":
        return "VG" if "G" in verb else "VN" if "N" in verb else _noun(form)
    if before == "HV" and "N" in verb:
        return "VN"
    if before in _NOUN_AFTER:
        counted = before == "CD" and line.tags[-2:-1] == ["DT"] and line.lows[-1] in _SEVERAL
        # "the two kiss", "the two broke up": more than one of a thing would be a plural
        plain = "B" in verb and counted and (not form.noun or following not in ("", "N", "NS", "JJ"))
        if before == "CD" and verb == "D":
            return "VD"
        return "VF" if plain else "JJ" if ("D" in verb or "N" in verb) and "B" not in verb else _noun(form)
    if following == "BY" and "N" in verb and before in ("N", "NS", "NP"):
        return "VN"
    if before == "IN":
        return "VG" if "G" in verb else _noun(form) if form.noun else "JJ"
    if "G" in verb:
        return "N" if form.noun and before == "N" else "VG"
    if before in ("N", "NS") and "B" not in verb and _has_verb(line, telling):
        return "NS" if "Z" in verb and form.noun else "VZ" if "Z" in verb else "VN" if "N" in verb else "VD"
    if "Z" in verb:
        return _third(form, line, before, following)
    if "D" in verb or "N" in verb:
        return _past(form, line, before, following, past=past)
    return _base(form, line, before, following)


def _third(form: Form, line: Line, before: str, following: str) -> str:
    if not form.noun or before in ("PRS", "NP", "WH"):
        return "VZ"
    if before in ("NS", "", "VZ", "VD", "VB", "VF", "VG", "VN", "IN"):
        return "NS"
    if before == "CC" and not form.first and line.tags[-2:-1] == ["NS"]:
        return "NS"
    return "VZ" if form.first or following in _HELPING or following == "IN" else "NS"


def _past(form: Form, line: Line, before: str, following: str, *, past: bool) -> str:
    verb = form.verb
    if "D" not in verb:
        plural = "B" in verb and before in ("NS", "CD")
        return "VF" if plural or ("B" in verb and line.is_plural()) else "VN"
    if "N" not in verb:
        return "VD"
    if "B" in verb and not past and line.is_plural():
        return "VF"
    if before == "PRS" or (before == "WH" and following != "BY"):
        return "VD"
    if before == "NP" and (past or "B" in verb or (following != "BY" and line.who[-1] >= 0)):
        return "VD"
    if before == "CC" and line.tags[-2:-1] in (["VN"], ["JJ"]):
        return "VN"
    if before == "CC" and following in _NO_OBJECT and _is_passive(line):
        return "VN"
    if before in ("N", "NS", ",", "CC"):
        return "VD" if past and following != "BY" else "VN"
    return "VN"


def _is_passive(line: Line) -> bool:
    """Tell whether the last verb is a participle after *be*: "is put in a chest and sent away"."""
    for at in range(len(line.tags) - 2, max(len(line.tags) - WINDOW, 0), -1):
        if line.tags[at][0] == "V" and line.tags[at] != "VAGUE":
            back = at - 1
            while back and line.tags[back] in ("RB", "NOT"):
                back -= 1
            return line.tags[at] == "VN" and line.tags[back] == "BE"
    return False


def _last_tag(line: Line) -> str:
    """The tag of the last unit that is no adverb."""
    for tag in line.tags[: -WINDOW - 1 : -1]:
        if tag not in ("RB", "NOT"):
            return tag
    return ""


def _noun(form: Form) -> str:
    return "NS" if form.plural or "Z" in form.verb else "N"


def _base(form: Form, line: Line, before: str, following: str) -> str:
    if before in ("NS", "PRS", "NP", "N", "CD", "DT", "VAGUE") and line.is_plural():
        verb = form.first or not form.noun
        if not verb and following in _HELPING and before in ("NS", "PRS"):
            verb = not _has_verb(line, frozenset())
        return "N" if not verb else "VB" if _after_causative(line) else "VF"
    if before in ("CC", ","):
        last = next((tag for tag in line.tags[: -WINDOW - 1 : -1] if tag in ("VB", "VF", "VZ", "VD")), "")
        if last in ("VB", "VF") and (form.first or not form.noun):
            return last
        return "VF" if not last and before == "," and (form.first or not form.noun) else "N"
    if before == "WH":
        return "VF" if form.first or not form.noun else "N"
    if before in ("PRO", "NP", "SELF") and (form.first or not form.noun):
        return "VB"
    return "N" if form.noun or form.adjective else "VB"


def _after_causative(line: Line) -> bool:
    """Tell whether the noun phrase at the end is the object of let, make, see …: "makes the boys leave"."""
    for tag, base in zip(line.tags[: -WINDOW - 1 : -1], line.bases[: -WINDOW - 1 : -1], strict=True):
        if tag[0] == "V":
            return base in ("let", "make", "see", "hear", "watch", "help", "have")
        if tag in ("IN", ",", "CC", "SC", "WH", "THAT"):
            return False
    return False


def _has_verb(line: Line, telling: frozenset[str]) -> bool:
    """Tell whether the clause at the end of the line has its verb already, so that no second one may follow."""
    for tag, base in zip(line.tags[: -WINDOW - 1 : -1], line.bases[: -WINDOW - 1 : -1], strict=True):
        if tag in ("VZ", "VF", "VD"):
            return base not in telling or base in _PERCEIVING
        if tag in (",", ".", "CC", "SC", "WH", "THAT", "Q", "PRS"):
            return False
    return False
