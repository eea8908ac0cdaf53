"""The closed classes of a language's words, and its pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from retold.lexicon import Lexicon
from retold.model import Gender


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun for one person; `stands` is subject, object, owner or self."""

    gender: Gender
    stands: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes by name ("prepositions") and the pronouns for one person."""

    classes: dict[str, frozenset[str]]
    pronouns: dict[str, Pronoun]

    def words(self, name: str) -> frozenset[str]:
        """The words of a class; none where the language's list has no such class."""
        return self.classes.get(name, frozenset())


def load_grammar(lexicon: Lexicon) -> Grammar:
    """Give the closed classes of the language."""
    return _parse_grammar(lexicon.lists.get("grammar", ()), lexicon.lists.get("pronouns", ()))


@lru_cache(maxsize=8)
def _parse_grammar(lines: tuple[str, ...], pronouns: tuple[str, ...]) -> Grammar:
    classes = {}
    for line in lines:
        name, _, words = line.partition(":")
        classes[name.strip()] = frozenset(words.split())
    singular = {}
    for line in pronouns:
        word, gender, stands = (field.strip() for field in line.split(","))
        singular[word] = Pronoun("f" if gender == "f" else "m", stands)
    return Grammar(classes, singular)
