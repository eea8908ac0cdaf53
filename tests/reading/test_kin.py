"""Kin and role words and what they are in return."""

from __future__ import annotations

import pytest

from retold.lexicon import load_lexicon
from retold.model import Gender
from retold.reading.kin import inverse_word, load_bonds, word_of_kind


@pytest.mark.parametrize(
    ("word", "gender", "inverse"),
    [
        ("wife", "m", "husband"),
        ("wife", None, "spouse"),
        ("ex-wife", "m", "ex-husband"),
        ("son", "m", "father"),
        ("son", "f", "mother"),
        ("mother", None, "child"),
        ("best friend", "f", "best friend"),
        ("former boss", None, "former employee"),
        ("adopted son", "f", "adoptive mother"),
        ("niece", "m", "uncle"),
        ("niece", None, "aunt or uncle"),
        ("maid of honor", "f", "bride"),
        ("lawyer", None, "client"),
        ("late wife", "m", "husband"),
        ("blacksmith", "m", ""),
        ("", None, ""),
    ],
)
def test_a_relation_reads_from_the_other_side(word: str, gender: Gender | None, inverse: str) -> None:
    assert inverse_word(word, gender, load_lexicon("en")) == inverse


def test_every_word_has_an_inverse_that_leads_back_to_its_kind() -> None:
    lexicon = load_lexicon("en")
    for bond in load_bonds(lexicon):
        assert inverse_word(bond.word, None, lexicon), bond.word
        assert word_of_kind(bond.kind, bond.gender, lexicon), bond.word


def test_a_language_without_kin_words_has_no_bonds() -> None:
    assert load_bonds(type(load_lexicon("en"))("xx", {})) == ()
