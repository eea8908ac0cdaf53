"""What the word lists tell of a single word: its classes, its base, and its forms in the present."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from retold.lexicon import Lexicon

# The order matters: a word takes the first class that lists it ("before" joins clauses rather than nouns).
_CLASSES = ("DT", "PS", "PRS", "PRO", "SELF", "ME", "BE", "HV", "DO", "MD", "NOT", "TO", "CC", "SC", "WH", "IN", "PT")
_PAST, _PRESENT = frozenset({"was", "were", "had", "did"}), frozenset({"is", "are", "has", "does"})
_LATER = ("CD", "VAGUE", "RB")
NEEDS_NOTHING = frozenset[str]()
_SETS = (
    "verb_first", "turning_verbs", "flat_verbs", "transitive_verbs", "event_nouns", "vague_nouns", "time_nouns",
    "plural_nouns", "singular_s", "dropped_adverbs", "ing_nouns", "adjectives", "absent_objects", "report_verbs",
    "near_nouns", "message_nouns", "gifts", "asking_verbs", "crowds", "name_modifiers", "mostly_adjectives", "own_things",
    "doubtful_adverbs",
)  # fmt: skip


class Form(NamedTuple):
    """What a word may be.

    `closed` is the class of a function word, or ""; `verb` holds the letters of the verb
    forms it may be: B base, Z third person, D past, N participle, G -ing.  `first` tells
    that the verb wins where noun and verb could both stand.
    """

    closed: str = ""
    verb: str = ""
    base: str = ""
    noun: bool = True
    first: bool = False
    adjective: bool = False
    adverb: bool = False
    plural: bool = False


@cache
def _read_classes(lines: tuple[str, ...]) -> dict[str, str]:
    rows = {line.split()[0]: line.split()[1:] for line in lines}
    return {word: tag for tag in reversed((*_CLASSES, *_LATER)) for word in rows[tag]}


@cache
def _read_rows(lines: tuple[str, ...]) -> dict[str, frozenset[str]]:
    return {line.split()[0]: frozenset(line.split()[1:]) for line in lines}


@cache
def _read_verbs(lines: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, str]]]:
    """Give {base: its irregular forms, "*" first when also a noun} and {irregular form: (letters, base)}."""
    bases: dict[str, tuple[str, ...]] = dict.fromkeys([line for line in lines if line[-1] != "*"], ("",))
    bases |= dict.fromkeys([line[:-1] for line in lines if line[-1] == "*"], ("*",))
    irregular: dict[str, tuple[str, str]] = {}
    for line in [line for line in lines if " " in line]:  # one in eight
        head, *forms = line.split()
        base = head.rstrip("*")
        del bases[line]
        bases[base] = ("*" if head.endswith("*") else "", *forms)
        for letter, form in zip("DNGZ", forms, strict=False):
            irregular[form] = (irregular.get(form, ("", base))[0] + letter, base)
    return bases, irregular


def _find_needs(frames: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Give the frames of every verb that has one."""
    needs: dict[str, set[str]] = {}
    for frame, verbs in frames.items():
        for verb in verbs:
            needs.setdefault(verb, set()).add(frame)
    return {verb: frozenset(found) for verb, found in needs.items()}


@cache
def _read_people(lines: tuple[str, ...], gender: str) -> frozenset[str]:
    """The nouns for people that may be of a gender."""
    rows = [line.split(", ") for line in lines]
    return frozenset(row[0] for row in rows if row[1] in (gender, "-"))


@cache
def _as_set(lines: tuple[str, ...]) -> frozenset[str]:
    return frozenset(lines)


class Grammar:
    """The English word lists as sets, and a memory of the words already looked up."""

    __slots__ = (
        "bases",
        "classes",
        "forms",
        "frames",
        "irregular",
        "needs",
        "particles",
        "plain",
        "sets",
        "tenses",
        "verbs",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        self.forms: dict[str, Form] = {}
        self.verbs: dict[str, Form] = {}
        self.tenses = _Tenses(self)
        self.plain = _PlainTags(self)
        self.frames = _read_rows(lexicon.words("verb_frames"))
        self.classes = _read_classes(lexicon.words("word_classes"))
        self.particles = _read_rows(lexicon.words("word_classes"))["PT"]
        self.bases, self.irregular = _read_verbs(lexicon.words("verb_forms"))
        self.sets = {name: _as_set(lexicon.words(name)) for name in _SETS}
        people = (*lexicon.words("person_nouns"), *lexicon.words("kin"))
        self.sets["men"], self.sets["women"] = _read_people(people, "m"), _read_people(people, "f")
        beings = (*lexicon.words("kin_words"), *lexicon.words("creatures"))
        self.sets["people"] = self.sets["men"] | self.sets["women"] | _as_set(beings)
        self.needs = _find_needs({**self.frames, "object": self.sets["transitive_verbs"]})

    def needs_of(self, base: str) -> frozenset[str]:
        """Give the frames of a verb: what it needs or takes."""
        return self.needs.get(base, NEEDS_NOTHING)

    def look(self, low: str) -> Form:
        """Give the classes of a lower-case word."""
        form = self.forms.get(low)
        if form is None:
            form = self.forms[low] = self._classify(low)
        return form

    def _classify(self, low: str) -> Form:
        closed = self.classes.get(low)
        if closed:
            return Form(closed)
        if not low[0].isalpha():
            return Form("CD" if low[0].isdigit() else "")
        sets, last = self.sets, low[-1]
        letters, base = self._find_verb(low)
        plural = last == "s" and not low.endswith(("ss", "us", "is")) and low not in sets["singular_s"]
        plural = plural or low in sets["plural_nouns"]
        adjective = low in sets["adjectives"]
        manner = last == "y" and low.endswith("ly") and len(low) > 4 and not adjective
        adverb = not letters and (manner or low in sets["dropped_adverbs"])
        adjective = adjective or low in sets["mostly_adjectives"]
        if not letters:
            adjective = adjective or low.endswith(_ADJECTIVE_ENDINGS)
            return Form(adjective=adjective, adverb=adverb, plural=plural)
        noun = ("*" in self.bases.get(base, ("",))[0] and _NO_NOUN.isdisjoint(letters)) or low in sets["event_nouns"]
        return Form("", letters, base, noun, base in sets["verb_first"], adjective, adverb, plural)

    def _find_verb(self, low: str) -> tuple[str, str]:
        """Give the letters of the verb forms that a word may be, and the base; nothing for what is no verb."""
        if low in self.sets["ing_nouns"]:
            return "", ""
        if low in self.irregular:
            letters, base = self.irregular[low]
            return ("B" + letters if low == base else letters), base
        if low in self.bases:
            return "B", low
        for ending, letters, restore in _ENDINGS.get(low[-1], ()):
            if low.endswith(ending):
                stem = low[: -len(ending)] + restore
                if len(self.bases.get(stem, ())) == 1:
                    return letters, stem
        return "", ""

    def third(self, base: str) -> str:
        """Give the form that follows he or she in the present."""
        if base == "be":
            return "is"
        forms = self.bases.get(base, ("",))
        if len(forms) == 5:
            return forms[4]
        if base.endswith(("s", "x", "z", "ch", "sh", "o")):
            return base + "es"
        if base.endswith("y") and base[-2:-1] not in "aeiou":
            return base[:-1] + "ies"
        return base + "s"


# Small words whose class their neighbours settle.
_SHIFTING = [
    "her",
    "that",
    "this",
    "these",
    "those",
    "one",
    "other",
    "others",
    "as",
    "each",
    "no",
    "due",
    "according",
    "because",
    "instead",
]
_NO_NOUN = frozenset("DNG")
_ADJECTIVE_ENDINGS = ("ous", "ful", "less", "ible", "ish", "ical", "esque")
# By the last letter.
_ENDINGS = {
    "s": (("ies", "Z", "y"), ("es", "Z", ""), ("s", "Z", "")),
    "d": (("ied", "DN", "y"), ("ed", "DN", "e"), ("ed", "DN", "")),
    "g": (("ying", "G", "y"), ("ing", "G", ""), ("ing", "G", "e")),
}


class _PlainTags(dict[str, str]):
    """The tags of small words and marks that need no neighbours; "" for all other words.

    Words that may be verbs are laid up in the grammar's `verbs` on the way.
    """

    def __init__(self, grammar: Grammar) -> None:
        super().__init__({",": ",", ".": ".", ";": ",", "": ""})
        self.update(dict.fromkeys(_SHIFTING, ""))
        self.grammar = grammar

    def __missing__(self, text: str) -> str:
        tag = ""
        if text[0].isalpha() and text.islower():
            form = self.grammar.look(text)
            tag = form.closed
            if not tag and not form.verb:
                tag = "RB" if form.adverb else "NS" if form.plural else "JJ" if form.adjective else "N"
            elif not tag:
                self.grammar.verbs[text] = form
        self[text] = tag
        return tag


class _Tenses(dict[str, int]):
    """How far a word speaks for the past (above 0) or the present: sure forms most, those that may be nouns less."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self.grammar = grammar

    def __missing__(self, text: str) -> int:
        tense = self[text] = _tell_tense(text.lower(), self.grammar)
        return tense


def _tell_tense(low: str, grammar: Grammar) -> int:
    if low[-1] not in "sd" and low not in grammar.irregular and low not in _PAST and low not in _PRESENT:
        return 0  # most words: no need to look closer
    form = grammar.look(low)
    if form.closed:
        return 3 * (low in _PAST) - 3 * (low in _PRESENT)
    if "D" in form.verb and "B" not in form.verb:
        return 1 if "N" in form.verb else 3
    if "Z" in form.verb:
        return -3 if not form.noun else -2 if form.first else 0
    return 0


@cache
def load_grammar(lexicon: Lexicon) -> Grammar:
    """Read the word lists of a lexicon once."""
    return Grammar(lexicon)
