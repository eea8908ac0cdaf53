"""Cut the tellings into scenes and align them."""

from __future__ import annotations

from retold.lexicon import Lexicon
from retold.model import Cut, Passage, People, Telling


def align_tellings(tellings: tuple[Telling, ...], people: People, lexicon: Lexicon) -> tuple[Cut, ...]:
    """Cut all tellings into scenes, jointly: every sentence is in exactly one cut."""
    paragraphs = [
        (telling.name, tuple(s.number for s in telling.sentences if s.paragraph == paragraph))
        for telling in tellings
        for paragraph in sorted({s.paragraph for s in telling.sentences})
    ]
    return tuple(Cut((Passage(name, numbers),)) for name, numbers in paragraphs)
