"""Find the capitalised forms that may name somebody, with document-level counts."""

from __future__ import annotations

from retold.lexicon import Lexicon
from retold.model import Candidate, Telling


def find_mentions(tellings: tuple[Telling, ...], lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Find every form that may name somebody, over all tellings together."""
    return ()
