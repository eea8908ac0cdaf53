"""The trained weights are what the features expect."""

from __future__ import annotations

from retold.lexicon import load_lexicon
from retold.reading.classify import FEATURES


def test_every_weight_belongs_to_a_feature() -> None:
    names = [entry.split()[0] for entry in load_lexicon("en").words("person_weights")]
    assert set(names) - {"bias"} <= set(FEATURES)
    assert len(names) == len(set(names)) > 40
