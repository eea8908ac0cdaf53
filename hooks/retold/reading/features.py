"""What stands around a name: the document-level counts that tell people from other things."""

from __future__ import annotations

from retold.reading.names import NameLists
from retold.reading.runs import Run

# One count for each; a place may raise several.  The trained weights name them.
FLAGS = (
    "strong", "before-person-verb", "before-auxiliary", "before-verb", "before-possessive", "before-apposition",
    "before-noun", "before-credit", "before-who", "before-kin", "before-list", "after-in", "after-place-preposition",
    "after-by", "after-with", "after-preposition", "after-of", "after-to", "after-from", "after-the", "after-a",
    "after-possessive", "after-kin", "after-named", "after-person-verb", "after-and", "before-and", "quoted",
    "near-pronoun", "after-adjective", "before-end", "after-gerund", "after-capital-the", "near-number",
    "lowercase",
)  # fmt: skip
AT = {flag: number for number, flag in enumerate(FLAGS)}
_AUXILIARIES = frozenset(
    [
        "is",
        "was",
        "has",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "does",
        "did",
        "isn't",
        "wasn't",
        "hasn't",
        "won't",
        "doesn't",
        "didn't",
    ]
)
_PLACE_PREPOSITIONS = frozenset(
    [
        "in",
        "at",
        "from",
        "near",
        "into",
        "through",
        "across",
        "outside",
        "inside",
        "on",
        "aboard",
        "onto",
        "around",
        "toward",
        "towards",
        "via",
        "off",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "with",
        "by",
        "for",
        "against",
        "about",
        "between",
        "like",
        "upon",
        "behind",
        "after",
        "before",
        "over",
        "than",
        "as",
        "without",
    ]
)
_APPOSITIONS = frozenset(["a", "an", "the", "his", "her", "their", "its", "one"])
_POSSESSIVES = frozenset(["his", "her", "their", "its", "my", "your", "our", "'s", "’s"])
_RELATIVES = frozenset({"who", "whom", "whose"})
_COMMAS = frozenset(",—–")
_NAMERS = frozenset(["named", "called", "nicknamed", "alias", "dubbed", "codenamed", "renamed", "aka"])
_PRONOUNS = frozenset(["he", "she", "him", "his", "her", "himself", "herself", "hers"])
_ADVERBS = frozenset(
    [
        "also",
        "then",
        "later",
        "soon",
        "finally",
        "still",
        "now",
        "never",
        "always",
        "once",
        "again",
        "eventually",
        "both",
        "all",
    ]
)
_NO_NOUN = (
    _PREPOSITIONS
    | _PLACE_PREPOSITIONS
    | _PRONOUNS
    | frozenset(
        [
            "to",
            "that",
            "it",
            "them",
            "they",
            "who",
            "and",
            "or",
            "but",
            "not",
            "when",
            "while",
            "where",
            "if",
            "because",
            "so",
            "until",
        ]
    )
)


def read_context(texts: tuple[str, ...], run: Run, names: NameLists) -> list[int]:
    """Give the numbers of the `FLAGS` that hold for a run; `texts` ends with three empty words."""
    flags = [] if run.weak else [AT["strong"]]
    flags += _read_after(texts, run.last, names)
    flags += _read_before(texts, run.first, names)
    if texts[run.last][:1].isdigit() or (run.first and texts[run.first - 1][:1].isdigit()):
        flags.append(AT["near-number"])
    if run.quoted:
        flags.append(AT["quoted"])
    if run.article and texts[run.first - 1] == "The" and texts[run.first - 2] not in (".", "", "?", "!"):
        flags.append(AT["after-capital-the"])
    return flags


def _read_after(texts: tuple[str, ...], at: int, names: NameLists) -> list[int]:
    word = texts[at]
    if word in _ADVERBS or (word.endswith("ly") and len(word) > 4):
        word = texts[at + 1]
    if not word:
        return []
    flags = []
    if word[0].islower():
        flags += _read_word_after(word, names)
    elif word in ("'s", "’s", "'", "’"):
        flags.append(AT["before-possessive"])
    elif word == "(":
        flags.append(AT["before-credit"] if texts[at + 1][:1].isupper() else AT["before-end"])
    elif word in _COMMAS:
        flags.append(AT[_read_comma(texts, at + 1, names)])
    else:
        flags.append(AT["before-end"])
    if any(texts[i] in _PRONOUNS for i in range(at, min(at + 8, len(texts)))):
        flags.append(AT["near-pronoun"])
    return flags


def _read_comma(texts: tuple[str, ...], at: int, names: NameLists) -> str:
    """Say what follows a comma after a name: Ann, who; Ann, a spy; Ann, Bob's wife; Ann, Bob and Cecil."""
    word = texts[at]
    if word in _RELATIVES:
        return "before-who"
    if word in _APPOSITIONS:
        return "before-apposition"
    if word in names.kin:
        return "before-kin"
    if word[:1].isupper():
        possessed = texts[at + 1] in ("'s", "’s") and texts[at + 2] in names.kin
        return "before-kin" if possessed else "before-list"
    return "before-list" if word == "and" and texts[at + 1][:1].isupper() else "before-end"


def _read_word_after(word: str, names: NameLists) -> list[int]:
    if word in _AUXILIARIES:
        return [AT["before-auxiliary"]]
    if word in names.person_verbs:
        return [AT["before-person-verb"]]
    if word in _RELATIVES:
        return [AT["before-who"]]
    if word == "and":
        return [AT["before-and"]]
    if word in names.verbs:
        return [AT["before-verb"]]
    if word in _NO_NOUN or word in names.function:
        return []
    return [AT["before-noun"]]


def _read_before(texts: tuple[str, ...], first: int, names: NameLists) -> list[int]:
    before = texts[first - 1] if first else ""
    if before in '"“‘':
        before = texts[first - 2] if first > 1 else ""
    if before in _COMMAS:
        before = texts[first - 2]
        return [AT["after-kin"]] if before in names.kin else []
    word = before.lower()
    for flag, words in _BEFORE:
        if word in words:
            return [AT[flag]]
    if word in names.kin:
        return [AT["after-kin"]]
    if word in names.person_verbs:
        return [AT["after-person-verb"]]
    if word.endswith("ing"):
        return [AT["after-gerund"]]
    return (
        [AT["after-adjective"]]
        if word in names.words and word not in names.function and word not in names.verbs
        else []
    )


_BEFORE: tuple[tuple[str, frozenset[str]], ...] = (
    ("after-of", frozenset({"of"})),
    ("after-to", frozenset({"to"})),
    ("after-in", frozenset({"in", "at"})),
    ("after-from", frozenset({"from"})),
    ("after-by", frozenset({"by"})),
    ("after-with", frozenset({"with"})),
    ("after-the", frozenset({"the"})),
    ("after-a", frozenset({"a", "an"})),
    ("after-and", frozenset({"and", "or"})),
    ("after-place-preposition", _PLACE_PREPOSITIONS),
    ("after-preposition", _PREPOSITIONS),
    ("after-possessive", _POSSESSIVES),
    ("after-named", _NAMERS),
)
