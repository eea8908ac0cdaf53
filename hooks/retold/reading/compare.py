"""Compare the tellings of each scene: where they differ, and what only one tells."""

from __future__ import annotations

from retold.lexicon import Lexicon
from retold.model import Comparison, People, Scene, Telling


def compare_tellings(
    tellings: tuple[Telling, ...], people: People, scenes: tuple[Scene, ...], lexicon: Lexicon
) -> Comparison:
    """Find the facts that the tellings of a scene tell otherwise."""
    return Comparison(())
