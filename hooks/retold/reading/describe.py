"""Give every cut its title, address, characters, times, places and summary."""

from __future__ import annotations

from retold.lexicon import Lexicon
from retold.model import Cut, People, Scene, Telling


def describe_scenes(
    tellings: tuple[Telling, ...], people: People, cuts: tuple[Cut, ...], lexicon: Lexicon
) -> tuple[Scene, ...]:
    """Describe every cut, in the order of the story."""
    return tuple(
        Scene(f"scene-{number}", f"Scene {number}", (), cut.passages, reasons=cut.reasons)
        for number, cut in enumerate(cuts, 1)
    )
