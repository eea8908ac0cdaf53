"""The measures of the narrative chart: where each scene and each row stands."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import Scene
from retold.writing.pictures.cast import Player, find_present
from retold.writing.pictures.plan import BOLD, LABEL_SIZE, Plan
from retold.writing.pictures.svg import measure_text, wrap_text
from retold.writing.pictures.values import Place

TITLE_SIZE = 12
LEADING = 15
_FLAGS = 40  # up to so many scenes, titles stand above and below in turn; beyond, they slant
_SLANTED_HEAD = 172


@dataclass(frozen=True, slots=True)
class Frame:
    """Pixels: scenes stand `step` apart from `left`, lines run from `head` down to `foot`."""

    titles: tuple[tuple[str, ...], ...]  # each scene's number and title, in lines
    step: float
    left: float
    head: float
    foot: float
    width: float
    height: float

    @property
    def slanted(self) -> bool:
        """Whether titles stand aslant because there are too many to stand level."""
        return len(self.titles) > _FLAGS

    def x(self, column: int) -> float:
        """Where a scene stands."""
        return self.left + column * self.step

    def y(self, height: int) -> float:
        """Where a height of the plan is."""
        return self.head + height


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every part of the drawing is made from."""

    frame: Frame
    plan: Plan
    players: tuple[Player, ...]
    place: Place

    def describe(self, number: int, scene: Scene) -> str:
        """A scene in words, those first that are seen beside it: number, title, who is there."""
        names = ", ".join(player.character.name for player in find_present(scene, self.players))
        return f"{number + 1} {scene.title}{', a scene with ' if names else ''}{names}"


def find_step(scenes: int) -> float:
    """How far apart scenes stand: all in one view when there are few."""
    return 30.0 if scenes > _FLAGS else max(62.0, min(110.0, 960 // scenes))


def measure_chart(plan: Plan, scenes: tuple[Scene, ...], step: float) -> Frame:
    """Measure a chart: its left edge has room for names, head and foot for titles."""
    titles = tuple(
        tuple(wrap_text(f"{number} {scene.title}", 2 * step - 12, TITLE_SIZE, 4))
        for number, scene in enumerate(scenes, 1)
    )
    names = (measure_text(s.label, LABEL_SIZE * BOLD) + 22 - s.scenes[0] * step for s in plan.stretches)
    left = max(24.0, *names)
    depth = max((height for column in plan.heights for height in column.values()), default=0)
    if len(scenes) > _FLAGS:
        head, under, right = _SLANTED_HEAD, 16, 140.0
    else:
        head = max(map(len, titles[::2])) * LEADING + 24
        under = max(map(len, titles[1::2]), default=0) * LEADING + 24
        right = 2 * step
    return Frame(titles, step, left, head, head + depth, left + (len(scenes) - 1) * step + right, head + depth + under)
