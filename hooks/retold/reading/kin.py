"""What people are to one another: kin and role words, their genders and their inverses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from retold.lexicon import Lexicon
from retold.model import Gender

_GENDERS: dict[str, Gender | None] = {"f": "f", "m": "m", "-": None}


@dataclass(frozen=True, slots=True)
class Bond:
    """A word for what one person is to another.

    `kind` is what the person is ("spouse"), `inverse` the kind of the other in return;
    `family` tells kin words from role words.
    """

    word: str
    gender: Gender | None
    kind: str
    inverse: str
    family: bool

    @property
    def mutual(self) -> bool:
        """Whether both are the same to each other, as friends and siblings are."""
        return self.kind == self.inverse


@cache
def load_bonds(lexicon: Lexicon) -> tuple[Bond, ...]:
    """Give every kin and role word of the language, in the order of its lists."""
    bonds = []
    for family, name in ((True, "kin"), (False, "roles")):
        for line in lexicon.words(name):
            word, gender, kind, inverse = _split(line, 4)
            bonds.append(Bond(word, _GENDERS[gender], kind, inverse, family=family))
    return tuple(bonds)


@cache
def load_person_nouns(lexicon: Lexicon) -> tuple[Bond, ...]:
    """Give the words for people that relate them to nobody ("woman", "clerk"): their kind is ""."""
    fields = (_split(line, 2) for line in lexicon.words("person_nouns"))
    return tuple(Bond(word, _GENDERS[gender], "", "", family=False) for word, gender in fields)


@cache
def load_modifiers(lexicon: Lexicon) -> dict[str, str]:
    """Give the words that belong to a relation's word ("best", "former") and their way back."""
    return dict(_split(line, 2) for line in lexicon.words("kin_modifiers"))  # type: ignore[misc]


def inverse_word(word: str, gender: Gender | None, lexicon: Lexicon) -> str:
    """Say what somebody is to the one who is their `word`.

    A `son` has, in a person of gender "m", a `father`; an `ex-wife` an `ex-husband`.

    Args:
        word: A relation's word, with its modifiers ("best friend", "former boss").
        gender: The gender of the person whose word is wanted, when known.
        lexicon: The language's word lists.

    Returns:
        The inverse word; without a gender the neutral one ("parent"); "" when nothing is known.
    """
    ex, bare = ("ex-", word[3:]) if word.startswith("ex-") else ("", word)
    kept, bond = _find_bond(bare.split(), lexicon)
    if bond is None:
        return ""
    modifiers = load_modifiers(lexicon)
    back = [modifiers[w] for w in kept if modifiers.get(w)]
    return ex + " ".join([*back, word_of_kind(bond.inverse, gender, lexicon)])


def word_of_kind(kind: str, gender: Gender | None, lexicon: Lexicon) -> str:
    """Give the word that pages print for a kind, by gender: ("child", "f") is a daughter."""
    bonds = [bond for bond in load_bonds(lexicon) if bond.kind == kind]
    fitting = [b.word for b in bonds if b.gender == gender] or [b.word for b in bonds if b.gender is None]
    return fitting[0] if fitting else kind


def inverse_kind(kind: str, lexicon: Lexicon) -> str:
    """Give the kind of the other in return: a child's other is a parent."""
    return next((bond.inverse for bond in load_bonds(lexicon) if bond.kind == kind), kind)


def _find_bond(words: list[str], lexicon: Lexicon) -> tuple[list[str], Bond | None]:
    bonds = {bond.word: bond for bond in load_bonds(lexicon)}
    for start in range(len(words)):
        bond = bonds.get(" ".join(words[start:]))
        if bond:
            return words[:start], bond
    return words, None


def _split(line: str, fields: int) -> tuple[str, ...]:
    return tuple(field.strip() for field in line.split(",", fields - 1))
