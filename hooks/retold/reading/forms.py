"""Word forms: which verb a form belongs to, and what a noun's singular is."""

from __future__ import annotations

_VOWELS = "aeiou"


def inflect_verb(base: str) -> tuple[str, ...]:
    """Give a regular verb's forms: base, -s, -ed and -ing."""
    if base.endswith("e"):
        return (base, base + "s", base + "d", (base[:-2] + "y" if base.endswith("ie") else base[:-1]) + "ing")
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return (base, base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return (base, third, base + "ed", base + "ing", *_doubled(base))


def _doubled(base: str) -> tuple[str, ...]:
    """Forms with the last consonant doubled (rob, robbed); both spellings occur, so both are given."""
    if len(base) > 2 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS:
        return (base + base[-1] + "ed", base + base[-1] + "ing")
    return ()


def find_singular(word: str) -> str:
    """Give a lower-case noun's singular; a word that is no plural comes back unchanged."""
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zes")) else word[:-1]


_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "wives": "wife", "knives": "knife", "lives": "life", "thieves": "thief", "wolves": "wolf", "geese": "goose",
    "halves": "half", "people": "person", "oxen": "ox", "bus": "bus", "gas": "gas",
}  # fmt: skip


def find_stem(word: str) -> str:
    """Cut a lower-case word down to what its forms share, roughly, for counting shared words."""
    word = find_singular(word)
    for ending in ("ing", "ied", "ed", "ly", "ment", "ion", "er", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
