"""Where the lines of the narrative chart run."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from retold.writing.lines import arrange_lines
from retold.writing.pictures.cast import Player
from retold.writing.pictures.straighten import straighten_lines
from retold.writing.pictures.svg import clip_text, measure_text

LABEL_SIZE = 13
ROW = 18  # pixels between neighbouring lines
_LABEL_WIDTH = 150
_LABEL_GAP = 16  # between a label and the start of its line
_LONG_ABSENCE = 6  # scenes after which a line ends and starts anew with its label


@dataclass(frozen=True, slots=True)
class Stretch:
    """An unbroken part of a player's line, from scene to scene; its label stands before it."""

    name: str
    player: Player
    scenes: tuple[int, ...]
    label: str

    def room(self, column_width: float) -> int:
        """How many columns before the first scene the label needs."""
        return ceil((measure_text(self.label, LABEL_SIZE) + _LABEL_GAP) / column_width)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every stretch with its heights by column, and how well the lines are ordered."""

    stretches: tuple[Stretch, ...]
    heights: tuple[dict[str, int], ...]
    meetings: tuple[tuple[str, ...], ...]
    crossings: int
    proven: bool


def plan_lines(players: tuple[Player, ...], scenes: int, column_width: float) -> Plan:
    """Order and straighten the lines of a chart."""
    stretches = tuple(stretch for player in players for stretch in _cut_line(player))
    layers: list[list[frozenset[str]]] = []
    stiff = set()
    for column in range(scenes):
        meeting = frozenset(stretch.name for stretch in stretches if column in stretch.scenes)
        layer = [meeting] if meeting else []
        for stretch in stretches:
            first = stretch.scenes[0] - stretch.room(column_width)
            if first <= column <= stretch.scenes[-1] and stretch.name not in meeting:
                layer.append(frozenset([stretch.name]))
                if column < stretch.scenes[0]:
                    stiff.add((column, stretch.name))
        layers.append(layer)
    found = arrange_lines(layers)
    columns = [_group(order, layer) for order, layer in zip(found.orders, layers, strict=True)]
    heights = straighten_lines(columns, frozenset(stiff))
    top = min((row for column in heights for row in column.values()), default=0)
    heights = [{name: (row - top) * ROW for name, row in column.items()} for column in heights]
    meetings = tuple(
        tuple(name for name in order if any(s.name == name and column in s.scenes for s in stretches))
        for column, order in enumerate(found.orders)
    )
    return Plan(stretches, tuple(heights), meetings, found.crossings, found.proven)


def _cut_line(player: Player) -> list[Stretch]:
    parts: list[list[int]] = []
    for scene in player.scenes:
        if parts and scene - parts[-1][-1] - 1 <= _LONG_ABSENCE:
            parts[-1].append(scene)
        else:
            parts.append([scene])
    label = clip_text(player.character.name, _LABEL_WIDTH, LABEL_SIZE)
    return [
        Stretch(f"{player.character.slug} {number}", player, tuple(part), label) for number, part in enumerate(parts)
    ]


def _group(order: tuple[str, ...], layer: list[frozenset[str]]) -> list[list[str]]:
    place = {name: number for number, group in enumerate(layer) for name in group}
    groups: list[list[str]] = []
    for name in order:
        if groups and place[groups[-1][0]] == place[name]:
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups
