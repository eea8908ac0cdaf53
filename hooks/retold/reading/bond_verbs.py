"""The verbs that state a bond between two people: "marries", "is engaged to"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from retold.lexicon import Lexicon


class BondVerb(NamedTuple):
    """Words around a key word that state a bond: "is engaged to"."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    kind: str
    of_pair: bool
    apart: bool


@cache
def load_bond_verbs(lexicon: Lexicon) -> dict[str, tuple[BondVerb, ...]]:
    """Give the patterns by their longest word, which is the rarest as a rule; long patterns first."""
    verbs: dict[str, list[BondVerb]] = {}
    for line in lexicon.words("bond_verbs"):
        phrase, _, kind = line.partition(",")
        words = phrase.split()
        key = max(range(len(words)), key=lambda i: len(words[i]))
        verb = BondVerb(tuple(words[:key]), tuple(words[key + 1 :]), kind.strip(" !~"), "!" in kind, "~" in kind)
        verbs.setdefault(words[key], []).append(verb)
    return {key: tuple(sorted(found, key=lambda v: -len(v.before) - len(v.after))) for key, found in verbs.items()}
