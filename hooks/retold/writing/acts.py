"""Divide the scenes into acts, so that a long list can be taken in at a glance.

An act begins where the story leaps: in time, to other people, to another place.  The
best division is found as in Utiyama and Isahara (2001), "A statistical model for
domain-independent text segmentation": the shortest path over all places to cut, here
with a worth for every leap and a charge for acts of unequal length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retold.model import Scene

# A list of fewer scenes is taken in without acts.
_FEWEST_SCENES = 9
# Three acts are the custom (Field 1979); a story of many scenes has more, and an act about a dozen.
_FEWEST_ACTS, _SCENES_IN_ACT = 3, 12
_SHORTEST_ACT = 2
# "Fifteen months after" ends an act where "the next morning" need not.
_LONG_TIME = re.compile(
    r"\b(?:years?|months?|decades?|summer|autumn|fall|winter|spring|seasons?|later life|1\d{3}|20\d\d)\b", re.IGNORECASE
)
_LONG_LEAP, _SHORT_LEAP, _OTHER_PEOPLE, _OTHER_PLACE = 1.0, 0.25, 0.5, 0.15
# What an act may gain by its leap it loses when it is twice as long as the others.
_UNEVEN = 1.0


@dataclass(frozen=True, slots=True)
class Act:
    """Scenes that follow each other; `first` is the number of the first one, from 1."""

    numeral: str
    first: int
    scenes: tuple[Scene, ...]


def divide_into_acts(scenes: Sequence[Scene]) -> tuple[Act, ...]:
    """Divide scenes, in their order, into acts; a short story is one act without a numeral."""
    scenes = tuple(scenes)
    if len(scenes) < _FEWEST_SCENES:
        return (Act("", 1, scenes),) if scenes else ()
    count = max(_FEWEST_ACTS, round(len(scenes) / _SCENES_IN_ACT))
    starts = _choose_starts([0.0, *map(_measure_leap, scenes, scenes[1:])], count)
    ends = [*starts[1:], len(scenes)]
    return tuple(
        Act(_spell_numeral(number), begin + 1, scenes[begin:end])
        for number, (begin, end) in enumerate(zip(starts, ends, strict=True), 1)
    )


def keep_first(acts: Sequence[Act], count: int) -> tuple[Act, ...]:
    """Keep the acts' first scenes, so many in all; an act beyond them is left out."""
    shown = (replace(act, scenes=act.scenes[: max(0, count + 1 - act.first)]) for act in acts)
    return tuple(act for act in shown if act.scenes)


def _measure_leap(before: Scene, scene: Scene) -> float:
    """Say how far the story leaps between two scenes."""
    times = " ".join(quote.text for quote in scene.times)
    people = {*before.characters}, {*scene.characters}
    places = [{quote.text.lower() for quote in each.places} for each in (before, scene)]
    return (
        (_LONG_LEAP if _LONG_TIME.search(times) else _SHORT_LEAP if times else 0.0)
        + _OTHER_PEOPLE * (1 - len(people[0] & people[1]) / max(1, len(people[0] | people[1])))
        + (_OTHER_PLACE if places[1] and not places[0] & places[1] else 0.0)
    )


def _choose_starts(leaps: Sequence[float], count: int) -> list[int]:
    """Choose where acts begin: the best sum of leaps, less the charge for unequal acts."""
    total, even = len(leaps), len(leaps) / count
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    # An act that ends elsewhere is never worth it; not to try keeps the work linear for a novel.
    reach = int(2 * even) + 1
    for number in range(1, count + 1):
        row: dict[int, tuple[float, int]] = {}
        around = int(number * even)
        for begin, (worth, _) in best[-1].items():
            gain = worth + leaps[begin] if begin < total else worth
            for end in range(max(begin + _SHORTEST_ACT, around - reach), min(total, around + reach) + 1):
                value = gain - _UNEVEN * ((end - begin) / even - 1) ** 2
                if end not in row or value > row[end][0]:
                    row[end] = value, begin
        best.append(row)
    starts, end = [], total
    for row in reversed(best[1:]):
        end = row[end][1]
        starts.append(end)
    return starts[::-1]


def _spell_numeral(number: int) -> str:
    """Spell a number in Roman numerals, as acts are counted."""
    numeral = ""
    for value, letters in (
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")
    ):  # fmt: skip
        numeral, number = numeral + letters * (number // value), number % value
    return numeral
