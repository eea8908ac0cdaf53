"""What stands around a name: the document-level counts that tell people from other things."""

from __future__ import annotations

from functools import lru_cache

from retold.reading.names import NameLists
from retold.reading.runs import Run

# One count for each; a place may raise several.  The trained weights name them.
FLAGS = (
    "strong", "before-person-verb", "before-auxiliary", "before-verb", "before-possessive", "before-apposition",
    "before-noun", "before-credit", "before-who", "before-kin", "before-list", "after-in", "after-place-preposition",
    "after-by", "after-with", "after-preposition", "after-of", "after-to", "after-from", "after-the", "after-a",
    "after-possessive", "after-kin", "after-named", "after-person-verb", "after-and", "before-and", "quoted",
    "near-pronoun", "after-adjective", "before-end", "after-gerund", "after-capital-the", "near-number",
    "after-person-to", "after-on", "before-of", "after-the-title", "after-motion-to", "after-place",
    "lowercase", "after-thing", "after-thing-of", "the-placed",
    "after-bond",
)  # fmt: skip
_PLACES = frozenset(
    ("after-in", "after-place-preposition", "after-on", "after-from", "after-to", "after-motion-to"),
)
_COMMAS = frozenset(",—–")
_QUOTES = frozenset(("", '"', "“", "‘"))
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_AT_PLACES = frozenset(("in", "at", "on"))
_OWNING = frozenset(("his", "her", "their"))
_BEING = frozenset(("is", "was", "are", "were"))
# What a word says of a name is remembered for so many words: synopses share most of those around names.
_REMEMBERED = 1 << 12


def read_context(texts: tuple[str, ...], run: Run, names: NameLists) -> list[str]:
    """Give the `FLAGS` that hold for a run; `texts` ends with three empty words."""
    flags = [] if run.weak else ["strong"]
    flags += _read_after(texts, run.last, names)
    before = _read_before(texts, run.first, names)
    if before == "after-the" and texts[run.first].lower() in names.titles:
        before = "after-the-title"
    # "At Ann's house" does not make Ann a place.
    if before and not (before in _PLACES and "before-possessive" in flags):
        flags.append(before)
    thing = _read_thing(texts, run.first, names)
    if thing:
        flags.append(thing)
    if texts[run.last][:1].isdigit() or (run.first and texts[run.first - 1][:1].isdigit()):
        flags.append("near-number")
    if run.quoted:
        flags.append("quoted")
    if run.article and texts[run.first - 1] == "The" and texts[run.first - 2] not in (".", "", "?", "!"):
        flags.append("after-capital-the")
    return flags


def _read_after(texts: tuple[str, ...], at: int, names: NameLists) -> list[str]:
    word = texts[at]
    if word in names.contexts["adverbs"] or (word.endswith("ly") and len(word) > 4):
        word = texts[at + 1]
    if not word:
        return []
    flags = []
    if word in _BEING and _introduces(texts, at, names):
        flags.append("before-auxiliary")
        flag = "before-kin"
    elif word[0].islower():
        flag = _read_word_after(word, names)
    elif word in _POSSESSIVES:
        flag = "before-possessive"
    elif word == "(":
        flag = "before-credit" if texts[at + 1][:1].isupper() else "before-end"
    elif word in _COMMAS:
        flag = _read_comma(texts, at + 1, names)
    else:
        flag = "before-end"
    if flag:
        flags.append(flag)
    pronouns = names.contexts["pronouns"]
    after = texts[at : at + 8]
    for later in () if pronouns.isdisjoint(after) else after:
        if later in pronouns:
            flags.append("near-pronoun")
            break
        if later == ".":
            break
    return flags


def _introduces(texts: tuple[str, ...], at: int, names: NameLists) -> bool:
    """Whether it goes on as "is the youngest son of …", "was a poor tailor"."""
    if texts[at + 1] not in names.contexts["appositions"]:
        return False
    return any(word in names.kin for word in texts[at + 2 : at + 5])


def _read_comma(texts: tuple[str, ...], at: int, names: NameLists) -> str:
    """Say what follows a comma after a name: Ann, who; Ann, a spy; Ann, Bob's wife; Ann, Bob and Cecil."""
    word = texts[at]
    if word in names.contexts["relatives"]:
        return "before-who"
    if word in names.kin or (word in _OWNING and not names.kin.isdisjoint(texts[at + 1 : at + 4])):
        return "before-kin"
    if word in names.contexts["appositions"]:
        return "before-apposition"
    if word[:1].isupper():
        possessed = texts[at + 1] in _POSSESSIVES and any(text in names.kin for text in texts[at + 2 : at + 5])
        return "before-kin" if possessed else "before-list"
    return "before-list" if word == "and" and texts[at + 1][:1].isupper() else "before-end"


@lru_cache(_REMEMBERED)
def _read_word_after(word: str, names: NameLists) -> str:
    if word in names.contexts["auxiliaries"]:
        return "before-auxiliary"
    if word in names.person_verbs:
        return "before-person-verb"
    if word in names.contexts["relatives"]:
        return "before-who"
    if word == "of":
        return "before-of"
    if word == "and":
        return "before-and"
    if word in names.verbs:
        return "before-verb"
    return "" if word in names.contexts["no-noun"] or word in names.function else "before-noun"


def _read_thing(texts: tuple[str, ...], first: int, names: NameLists) -> str:
    """Say whether a thing's kind stands before its name: the freighter Valiant, the isle of Orm, aboard the Valiant."""
    things = names.contexts["named-things"]
    before = texts[first - 1] if first else ""
    if before in things:
        return "after-thing"
    earlier = texts[first - 2] if first > 1 else ""
    if before in names.contexts["namers"] and not things.isdisjoint(texts[max(0, first - 4) : first - 1]):
        return "after-thing"  # "a city called Orm", "the mountain that is called Orm"
    if before in names.contexts["namers"] and earlier in names.kin:
        return "after-bond"  # "a daughter named Ann"
    if before == "of" and earlier in things:
        return "after-thing-of"
    placed = before == "the" and (earlier in _AT_PLACES or earlier in names.contexts["places"])
    return "the-placed" if placed else ""


def _read_before(texts: tuple[str, ...], first: int, names: NameLists) -> str:
    before = texts[first - 1] if first else ""
    if before in _QUOTES:
        before = texts[first - 2] if first > 1 else ""
    if before in _COMMAS:
        return "after-kin" if _is_kin(texts[first - 2], names) else ""
    word = before.lower()
    if word in names.contexts["weddings"] or (word == "of" and first > 1 and _is_bond(texts[first - 2], names)):
        return "after-bond"  # "marries Ann", "the brother of Ann"
    if word in _BEING and first > 1 and texts[first - 2] in names.kin:
        return "after-kin"  # "whose mother was Ann"
    if word == "to":
        return _read_to(texts[first - 2] if first > 1 else "", names.contexts)
    return _read_word_before(before, names)


def _is_kin(word: str, names: NameLists) -> bool:
    return word in names.kin or (word.endswith("s") and word[:-1] in names.kin)


def _is_bond(word: str, names: NameLists) -> bool:
    """Whether only people have somebody of this kind; cities have kings and ships captains."""
    return word in names.relatives or word in names.contexts["of-person"]


@lru_cache(_REMEMBERED)
def _read_word_before(before: str, names: NameLists) -> str:
    word = before.lower()
    if word in _BEFORE:
        return _BEFORE[word]
    for flag, words in _BEFORE_KINDS:
        if word in names.contexts[words]:
            return flag
    if word in names.kin:
        return "after-kin"
    if word in names.person_verbs:
        return "after-person-verb"
    if word.endswith("ing"):
        return "after-gerund"
    adjective = word in names.words and word not in names.function and word not in names.verbs
    return "after-adjective" if adjective else ""


def _read_to(before: str, words: dict[str, frozenset[str]]) -> str:
    """Tell "married to" and "reveals to" from "returns to" and the rest."""
    if before in words["to-person"]:
        return "after-person-to"
    return "after-motion-to" if before in words["to-place"] else "after-to"


# What may stand before a name, by word; else by its kind in the lexicon's contexts.
_BEFORE = {
    word: flag
    for flag, words in (
        ("after-of", "of"), ("after-in", "in at"), ("after-on", "on"), ("after-from", "from"), ("after-by", "by"),
        ("after-with", "with"), ("after-the", "the"), ("after-a", "a an"), ("after-and", "and or"),
    )
    for word in words.split()
}  # fmt: skip
_BEFORE_KINDS = (
    ("after-place-preposition", "places"),
    ("after-preposition", "prepositions"),
    ("after-possessive", "possessives"),
    ("after-named", "namers"),
)
