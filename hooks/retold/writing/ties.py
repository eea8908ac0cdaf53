"""What characters are to one another, seen from either side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retold.lexicon import Lexicon, load_lexicon
from retold.model import Character, Quote, Relation
from retold.reading.kin import inverse_word, load_bonds
from retold.writing.concordance import Concordance


@dataclass(frozen=True, slots=True)
class Tie:
    """One character's tie to `other`: the character is their `word`, they are its `back`.

    A word that the language's lists do not know has "" for the other side; `later` and
    `later_back` are what the two become.
    """

    other: str
    word: str
    back: str
    later: str
    later_back: str
    family: bool
    quotes: tuple[Quote, ...]


def tie_character(book: Concordance, character: Character) -> tuple[Tie, ...]:
    """Find everything that a character is to others, with all quotes: one tie for kin, one for the rest."""
    lexicon = load_lexicon("en")
    ties: dict[tuple[str, bool], Tie] = {}
    for relation in book.story.relations:
        if character.slug in {relation.person, relation.other} <= book.characters.keys():
            tie = _see_from(book, character, relation, lexicon)
            known = ties.get((tie.other, tie.family))
            ties[tie.other, tie.family] = _merge(known, tie) if known else tie
    return tuple(ties.values())


def _see_from(book: Concordance, character: Character, relation: Relation, lexicon: Lexicon) -> Tie:
    forward = relation.person == character.slug
    other = book.characters[relation.other if forward else relation.person]
    # The side that the text names is certain; the other side follows from gender, where it is known.
    gender = other.gender if forward else character.gender
    inverse = inverse_word(relation.word, gender, lexicon)
    later = inverse_word(relation.later, gender, lexicon) if relation.later else ""
    family = any(bond.family and relation.word.endswith(bond.word) for bond in load_bonds(lexicon))
    words = (
        (relation.word, inverse, relation.later, later) if forward else (inverse, relation.word, later, relation.later)
    )
    return Tie(other.slug, *words, family, (relation.quote,))


def _merge(tie: Tie, again: Tie) -> Tie:
    return replace(
        tie,
        word=_add_word(tie.word, again.word),
        back=_add_word(tie.back, again.back),
        later=tie.later or again.later,
        later_back=tie.later_back or again.later_back,
        quotes=tuple(dict.fromkeys([*tie.quotes, *again.quotes])),
    )


def _add_word(words: str, more: str) -> str:
    return " and ".join(dict.fromkeys(word for word in [*words.split(" and "), more] if word))
