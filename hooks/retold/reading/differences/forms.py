"""Word forms: which verb a form belongs to, and what a noun's singular is."""

from __future__ import annotations

from functools import lru_cache

_VOWELS = "aeiou"


def find_third(base: str) -> str:
    """Give a verb's third person singular: "goes" of "go"."""
    if base in {"be", "have"}:
        return "is" if base == "be" else "has"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def guess_bases(form: str) -> tuple[str, ...]:
    """Give the bases that a regular verb's form may have, the likeliest first."""
    for ending in ("ing", "ed", "s"):
        if form.endswith(ending):
            stem = form[: -len(ending)]
            break
    else:
        return ()
    if ending == "s":
        return (stem, form[:-2], form[:-3] + "y")
    doubled = (stem[:-1],) if stem[-2:-1] == stem[-1:] else ()
    return (stem, stem + "e", *doubled, stem[:-1] + "y" if ending == "ed" else stem[:-1] + "ie")


# Stories repeat their words: a bounded memory keeps a long one fast.
@lru_cache(maxsize=1 << 16)
def find_singular(word: str) -> str:
    """Give a lower-case noun's singular; a word that is no plural comes back unchanged."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if len(word) < 4 or word.endswith(("ss", "us", "sis", "tis", "ris")) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zes")) else word[:-1]


_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "wives": "wife", "knives": "knife", "lives": "life", "thieves": "thief", "wolves": "wolf", "geese": "goose",
    "halves": "half", "people": "person", "oxen": "ox", "bus": "bus", "gas": "gas",
}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def find_stem(word: str) -> str:
    """Cut a lower-case word down to what its forms share, roughly, for counting shared words."""
    word = find_singular(word)
    for ending in ("ing", "ied", "ed", "ly", "ment", "ion", "er", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1].isalpha() else word
