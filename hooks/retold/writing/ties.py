"""What characters are to one another, seen from either side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retold.lexicon import Lexicon, load_lexicon
from retold.model import Character, Quote, Relation
from retold.reading.kin import inverse_word, load_bonds
from retold.writing.concordance import Concordance


@dataclass(frozen=True, slots=True)
class Tie:
    """One character's tie to `other`: the character is their `words`, they are its `backs`.

    A word that the language's lists do not know has no word for the other side; `later`
    and `later_back` are what the two become.  `one_of_many` tells friends, of whom
    somebody has many, from a wife or boss.
    """

    other: str
    words: tuple[str, ...]
    backs: tuple[str, ...]
    later: str
    later_back: str
    family: bool
    one_of_many: bool
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
    bonds = [bond for bond in load_bonds(lexicon) if relation.word.endswith(bond.word)]
    family = any(bond.family for bond in bonds)
    one_of_many = any(bond.word == relation.word and bond.mutual and not bond.gender for bond in bonds) and not family
    words, backs = ((relation.word,), (inverse,)) if forward else ((inverse,), (relation.word,))
    laters = (relation.later, later) if forward else (later, relation.later)
    return Tie(other.slug, _known(words), _known(backs), *laters, family, one_of_many, (relation.quote,))


def _merge(tie: Tie, again: Tie) -> Tie:
    return replace(
        tie,
        words=_known((*tie.words, *again.words)),
        backs=_known((*tie.backs, *again.backs)),
        later=tie.later or again.later,
        later_back=tie.later_back or again.later_back,
        one_of_many=tie.one_of_many and again.one_of_many,
        quotes=tuple(dict.fromkeys([*tie.quotes, *again.quotes])),
    )


def _known(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
