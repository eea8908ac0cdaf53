"""The trained weights are what the features expect."""

from __future__ import annotations

from retold.lexicon import load_lexicon
from retold.reading.classify import FEATURES


def test_every_weight_belongs_to_a_feature() -> None:
    names = [entry.split()[0] for entry in load_lexicon("en").words("person_weights")]
    assert set(names) - {"bias"} <= set(FEATURES)
    assert len(names) == len(set(names)) > 40


def test_no_entry_of_a_word_list_has_blanks_at_its_ends() -> None:
    lexicon = load_lexicon("en")
    assert not [(name, entry) for name in lexicon.texts for entry in lexicon.words(name) if entry != entry.strip()]
