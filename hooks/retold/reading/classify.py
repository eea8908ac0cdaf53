"""Weigh the evidence that a group of forms names somebody, not something."""

from __future__ import annotations

import math
from functools import lru_cache

from retold.model import Evidence
from retold.reading.features import FLAGS
from retold.reading.merge import Group
from retold.reading.names import NameLists, NameParts

# What counts as much once as often, and the feature that says so.
_TELLING_ONCE = {
    flag: f"any-{flag}"
    for flag in (
        "before-person-verb", "before-who", "before-kin", "after-kin", "after-bond", "after-named", "after-person-verb", "near-pronoun",
    )
}  # fmt: skip
_AGENTS = ("er", "or", "ist", "man", "woman", "boy", "girl", "ess", "eer")
_ACTS = {"before-person-verb", "before-auxiliary", "before-verb", "before-possessive"}
# Titles that places bear too: St. Mary's.
_PLACE_TITLES = frozenset({"st", "saint", "ste", "san"})

_PLACE_FLAGS = (
    "after-in", "after-place-preposition", "after-from", "after-motion-to", "after-on", "after-place",
    "the-placed",
)  # fmt: skip
_MOSTLY = {flag: f"mostly-{flag}" for flag in ("after-the", "before-noun", "after-in")}

# What names and counts say is remembered for so many: many names, and most small counts, come again.
_REMEMBERED = 1 << 10

# Every feature there is; the trained weights name no other.
FEATURES = (
    *FLAGS, *_TELLING_ONCE.values(), *_MOSTLY.values(),
    "places", "placed", "credited", "only-at-beginnings", "acronym", "company",
    "title", "first-name", "first-name-only", "surname", "first-is-word", "last-is-word", "place", "nation", "thing", "thing-head",
    "kin-word", "plural", "of", "thing-named", "agent-noun", "the-word", "the-role", "role-acts", "title-of", "the-name",
    "thing-of", "name-or-word", "full-name", "unknown-word", "hyphen",
)  # fmt: skip


def read_features(group: Group, names: NameLists, *, credited: bool) -> dict[str, float]:
    """Give the features of a group: shares of its places, and what its words are."""
    size = group.size
    counts = group.counts()
    found = {flag: count / (size + 0.5) if count <= size else 1.0 for flag, count in counts.items()}
    for flag, feature in _TELLING_ONCE.items():
        if flag in counts:
            found[feature] = 1.0
    for flag, feature in _MOSTLY.items():
        if flag in counts and 2 * counts[flag] >= size:
            found[feature] = 1.0
    if "after-the" in found:
        kind = _name_article(group, names)
        found[kind] = found["after-the"]
        if kind == "the-role" and counts["after-the"] > 1 and _ACTS & counts.keys():
            found["role-acts"] = 1.0
    # More than ten places say no more than ten.
    found["places"] = math.log1p(min(size, 10))
    placed = sum([counts[flag] for flag in _PLACE_FLAGS if flag in counts]) / size
    if placed > 0.25 and not any(parts.titles and parts.titles[0] not in _PLACE_TITLES for parts in group.parts):
        found["placed"] = placed * found["places"]
    if credited:
        found["credited"] = 1.0
    if "strong" not in counts:
        found["only-at-beginnings"] = 1.0
    for feature in _describe(tuple(group.parts), names):
        found[feature] = 1.0
    if group.forms[0].form.isupper() and all(form.form.isupper() and len(form.form) > 1 for form in group.forms):
        found["acronym"] = 1.0
    return found


def _name_article(group: Group, names: NameLists) -> str:
    """Tell the Monster (a role) and the Mask (a word) from the Titanic (a name)."""
    tokens = group.parts[0].tokens
    last = tokens[-1].partition(" of ")[0].rpartition(" ")[2]  # the Witch of the Fen
    if len(tokens) < 3 and (last in names.kin or last in names.titles or last.endswith(("man", "woman"))):
        return "the-role"
    return "the-word" if last in names.words else "the-name"


@lru_cache(_REMEMBERED)
def _describe(forms: tuple[NameParts, ...], names: NameLists) -> list[str]:
    """Say what the words are: of any form what speaks for a person, of the fullest what speaks against."""
    fullest = max(forms, key=lambda parts: (len(parts.tokens), len(parts.titles)))
    first, last = fullest.tokens[0], fullest.tokens[-1]
    plain, several = not fullest.titles, len(fullest.tokens) > 1
    titles = [parts.titles[0] for parts in forms if parts.titles]
    given = [parts.tokens[0] for parts in forms if parts.tokens[0] in names.first_names]
    holds = {
        "title": not _PLACE_TITLES.issuperset(titles),
        "first-name": bool(given),
        "first-name-only": any(_is_nothing_else(token, names) for token in given),
        "surname": any(parts.tokens[-1] in names.surnames for parts in forms),
        "first-is-word": plain and first in names.words,
        "last-is-word": plain and last in names.words and not (last in names.surnames if several and given else given),
        "name-or-word": plain and last in names.words and not several and bool(given),
        "place": plain and " ".join(fullest.tokens) in names.places,
        "nation": first in names.nations or ".".join(fullest.tokens) in names.nations,
        "thing": last in names.things and first not in names.first_names and plain,
        "thing-named": several and last in names.things and first in names.first_names,
        "thing-head": several and first in names.thing_heads,
        "kin-word": plain and (last in names.kin or last in names.titles),
        "plural": _looks_plural(last, names),
        "of": " of " in last or "the" in fullest.tokens,
        "title-of": " of " in last and names.titles.get(last.partition(" ")[0], "-") != "-",
        "thing-of": " of " in last and not _is_somebody(last.partition(" of ")[0].split()[-1], names),
        "agent-noun": plain and last.endswith(_AGENTS) and last not in names.first_names,
        "full-name": plain and several and not any(len(t) < 2 or _is_known(t, names) for t in fullest.tokens),
        "unknown-word": plain and not several and not _is_known(last, names) and last not in names.first_names,
        "hyphen": plain and "-" in first,
    }
    return [name for name, held in holds.items() if held]


def _is_somebody(word: str, names: NameLists) -> bool:
    """Whether a word says who somebody is: the King of Spades, the Witch of the Fen, the Son of Man."""
    return names.titles.get(word, "-") != "-" or word in names.kin or word in names.first_names


def _looks_plural(word: str, names: NameLists) -> bool:
    """Tell the Ravens from Tarvos, whose stem is no word."""
    if not word.endswith("s") or word.endswith("ss") or word in names.first_names or word in names.surnames:
        return False
    if word[-2:-1] == "e":
        return _is_known(word[:-1], names) or _is_known(word[:-2], names)
    return word[-2:-1] not in ("a", "i", "o", "u") or _is_known(word[:-1], names)


def _is_known(token: str, names: NameLists) -> bool:
    """Whether a word is something else than a name."""
    return token in names.words or token in names.places or token in names.things or token in names.nations


def _is_nothing_else(given: str, names: NameLists) -> bool:
    """Tell Anna, who is nothing but a first name, from Virginia and Joy."""
    return given not in names.words and given not in names.places and given not in names.nations


def read_company(links: list[float]) -> dict[str, float]:
    """Give the feature of those whom a name is listed with ("Ann, Bob and Cecil"): how likely they are people."""
    return {"company": sum(links) / len(links) - 0.5} if links else {}


def likelihood(score: float) -> float:
    """Turn a score into a probability."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def weigh(features: dict[str, float], weights: dict[str, float]) -> float:
    """Sum the weights of what was seen; above 0 it is somebody."""
    return weights["bias"] + sum([weights.get(name, 0.0) * value for name, value in features.items()])


def explain(features: dict[str, float], weights: dict[str, float]) -> tuple[Evidence, ...]:
    """Give every feature with what it added to the sum, the weightiest first."""
    parts = [
        (-abs(weight), name, value, weight)
        for name, value in (("bias", 1.0), *features.items())
        if (weight := weights.get(name, 0.0) * value)
    ]
    parts.sort()
    return tuple([_tell(name, value, weight) for _, name, value, weight in parts])


@lru_cache(_REMEMBERED)
def _tell(name: str, value: float, weight: float) -> Evidence:
    return Evidence(name, f"{value:.2f}", weight)
