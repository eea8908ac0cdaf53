"""Where the lines of the narrative chart run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, combinations, pairwise
from math import ceil

from retold.writing.lines import arrange_lines
from retold.writing.pictures.cast import Player
from retold.writing.pictures.straighten import straighten_lines
from retold.writing.pictures.svg import clip_text, measure_text

LABEL_SIZE = 13
ROW = 18  # pixels between neighbouring lines
_LABEL_WIDTH = 160
BOLD = 1.1  # bold signs are wider
_LABEL_GAP = 20  # between a label and the ring in which its line starts
_LONG_ABSENCE = 6  # scenes after which a line ends and starts anew with its label

Columns = list[list[list[str]]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """An unbroken part of a player's line, from scene to scene; its label takes `room` columns before it.

    `again` are columns where there is room to say the name once more, above the line.
    """

    name: str
    player: Player
    scenes: tuple[int, ...]
    label: str
    room: int
    again: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Every stretch with its heights by column, who meets in each, and how often lines cross.

    `least` is the least number of crossings that any order has, if `proven`, else the least found.
    """

    stretches: tuple[Stretch, ...]
    heights: tuple[dict[str, int], ...]
    meetings: tuple[tuple[str, ...], ...]
    crossings: int
    least: int
    proven: bool


def plan_lines(players: tuple[Player, ...], scenes: int, step: float) -> Plan:
    """Order and straighten the lines of a chart whose columns are `step` pixels apart."""
    stretches = [stretch for player in players for stretch in _cut_line(player, step)]
    columns, least, proven = _order_columns(stretches, scenes)
    stiff = {(c, s.name) for s in stretches for c in range(max(0, s.scenes[0] - s.room), s.scenes[0])}
    rows = straighten_lines(columns, frozenset(stiff))
    top = min((row for column in rows for row in column.values()), default=0)
    heights = tuple({name: (row - top) * ROW for name, row in column.items()} for column in rows)
    here = [{s.name for s in stretches if number in s.scenes} for number in range(scenes)]
    meetings = tuple(
        tuple(name for group in column for name in group if name in who)
        for column, who in zip(columns, here, strict=True)
    )
    labelled = tuple(replace(stretch, again=_find_room(stretch, heights, step)) for stretch in stretches)
    return Plan(labelled, heights, meetings, _count_crossings(columns, stretches)[0], least, proven)


def _order_columns(stretches: list[Stretch], scenes: int) -> tuple[Columns, int, bool]:
    """Order the lines, and the least number of their crossings, if proven.

    Names need room, too: when each crossing more than the least keeps a name free, the names have it.
    """
    layers = [_find_layer(stretches, column) for column in range(scenes)]
    found = arrange_lines(layers)
    columns = [_group(order, layer) for order, layer in zip(found.orders, layers, strict=True)]
    for stretch in stretches:
        _reserve_label(columns, stretch)
    names = {s.name: range(max(0, s.scenes[0] - s.room), s.scenes[0]) for s in stretches}
    fuller = [
        [*layer, *(frozenset([name]) for name, room in names.items() if column in room)]
        for column, layer in enumerate(layers)
    ]
    spacious = [_group(order, layer) for order, layer in zip(arrange_lines(fuller).orders, fuller, strict=True)]
    best = min(columns, spacious, key=lambda columns: sum(_count_crossings(columns, stretches)))
    return best, found.crossings, found.proven


def _count_crossings(columns: Columns, stretches: list[Stretch]) -> tuple[int, int]:
    """How often lines cross lines, and how often they cross names."""
    first = {stretch.name: stretch.scenes[0] for stretch in stretches}
    lines, names = 0, 0
    for at, (before, after) in enumerate(pairwise(columns)):
        rows = {name: row for row, name in enumerate(chain.from_iterable(after))}
        both = [name for name in chain.from_iterable(before) if name in rows]
        for upper, lower in combinations(both, 2):
            if rows[upper] > rows[lower]:
                free = at >= max(first[upper], first[lower])
                lines, names = lines + free, names + (not free)
    return lines, names


def _cut_line(player: Player, step: float) -> list[Stretch]:
    parts: list[tuple[int, ...]] = []
    for scene in player.scenes:
        if parts and scene - parts[-1][-1] - 1 <= _LONG_ABSENCE:
            parts[-1] += (scene,)
        else:
            parts.append((scene,))
    label = clip_text(player.character.name, _LABEL_WIDTH, LABEL_SIZE * BOLD)
    room = ceil((measure_text(label, LABEL_SIZE * BOLD) + _LABEL_GAP) / step)
    slug = player.character.slug
    return [Stretch(f"{slug} {number}", player, part, label, room) for number, part in enumerate(parts)]


def _find_layer(stretches: list[Stretch], column: int) -> list[frozenset[str]]:
    """Those who meet in a column, and those who only pass, each alone."""
    meeting = frozenset(stretch.name for stretch in stretches if column in stretch.scenes)
    passing = [frozenset([s.name]) for s in stretches if s.scenes[0] < column < s.scenes[-1] and s.name not in meeting]
    return [meeting, *passing] if meeting else passing


def _reserve_label(columns: Columns, stretch: Stretch) -> None:
    """Keep a place for a label in the columns before its line; the order of the lines stays as it is."""
    after = [name for group in columns[stretch.scenes[0]] for name in group]
    for column in range(stretch.scenes[0] - 1, max(-1, stretch.scenes[0] - 1 - stretch.room), -1):
        groups = columns[column]
        above = set(after[: after.index(stretch.name)])
        seen = [name for group in groups for name in group if name in after]
        costs, wrong = [], len(above.intersection(seen))
        for group in [*groups, []]:
            costs.append(wrong)
            wrong += sum(-1 if name in above else 1 for name in group if name in after)
        groups.insert(costs.index(min(costs)), [stretch.name])
        after = [name for group in groups for name in group]


def _group(order: tuple[str, ...], layer: list[frozenset[str]]) -> list[list[str]]:
    place = {name: number for number, group in enumerate(layer) for name in group}
    groups: list[list[str]] = []
    for name in order:
        if groups and place[groups[-1][0]] == place[name]:
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def _find_room(stretch: Stretch, heights: tuple[dict[str, int], ...], step: float) -> tuple[int, ...]:
    """Columns, a screen apart, where the line runs level and nothing close above it; none when one screen shows all."""
    screen = ceil(800 / step)
    found: list[int] = []
    if len(heights) * step < 1200:
        return ()
    for column in range(stretch.scenes[0] + 1, stretch.scenes[-1] - stretch.room + 1):
        if column - (found[-1] if found else stretch.scenes[0]) >= screen:
            height = heights[column][stretch.name]
            ahead = heights[column : column + stretch.room + 1]
            level = all(there[stretch.name] == height for there in ahead)
            if level and not any(height - ROW in there.values() for there in ahead):
                found.append(column)
    return tuple(found)
