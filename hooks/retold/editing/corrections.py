"""Correct a story as contributors' pages say, before anything is written of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.editing.cast import correct_cast
from retold.editing.document import Kind, Overlay
from retold.editing.problem import Problem
from retold.editing.scenes import correct_scenes
from retold.model import Story


@dataclass(frozen=True, slots=True)
class Corrected:
    """A story as its contributors know it.

    `moved` says which page took the place of one that a correction joined to another:
    ("character", "batman") -> "bruce-wayne".
    """

    story: Story
    moved: dict[tuple[Kind, str], str]
    problems: tuple[Problem, ...]


def correct(story: Story, overlays: Sequence[Overlay]) -> Corrected:
    """Correct a story: its cast first, then its scenes.

    Args:
        story: The story as it was read, under the addresses of its lock.
        overlays: Contributors' pages; those of characters and scenes correct the story.

    Returns:
        The corrected story.  A correction that does not fit is a problem and changes nothing.
    """
    in_order = sorted(overlays, key=lambda overlay: overlay.document.uri)
    cast = correct_cast(story, [o for o in in_order if o.document.kind == "character"])
    scenes = correct_scenes(cast.story, [o for o in in_order if o.document.kind == "scene"])
    moved: dict[tuple[Kind, str], str] = {("character", old): new for old, new in cast.moved.items()}
    moved.update({("scene", old): new for old, new in scenes.moved.items()})
    return Corrected(scenes.story, moved, cast.problems + scenes.problems)
