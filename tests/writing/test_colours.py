"""The colours of the pictures: enough contrast, and apart for every kind of eye."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import combinations
from math import dist

import pytest

from retold.writing.pictures.cast import COLOURS, DASHES, MOST

Colour = tuple[float, float, float]

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009).
EYES = {
    "most eyes": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "no green cones": ((0.3673, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "no blue cones": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}


def read_theme(scheme: str) -> tuple[list[Colour], list[Colour]]:
    folder = files("retold.theme").joinpath("assets/retold")
    block = {"default": ":root", "slate": r'\[data-md-color-scheme="slate"\]'}[scheme]
    lines = re.search(block + r" \{([^}]*--rt-c0[^}]*)\}", folder.joinpath("chart.css").read_text(encoding="utf-8"))
    paper = {"default": r"body\[data-md-color-scheme\]", "slate": r'body\[data-md-color-scheme="slate"\]'}[scheme]
    grounds = re.search(
        rf"{paper}[^}}]*--md-default-bg-color: (#\w+)[^}}]*--retold-panel: (#\w+)",
        folder.joinpath("retold.css").read_text(encoding="utf-8"),
    )
    assert lines
    assert grounds
    colours = [make_light(spelled) for spelled in re.findall(r"--rt-c\d: (#\w{6})", lines[1])]
    return colours, [make_light(spelled) for spelled in grounds.groups()]


def make_light(spelled: str) -> Colour:
    parts = [int(spelled[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def find_contrast(one: Colour, two: Colour) -> float:
    dark, light = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (one, two))
    return (light + 0.05) / (dark + 0.05)


def place_in_oklab(colour: Colour, eye: tuple[tuple[float, ...], ...]) -> Colour:
    """Ottosson's Oklab (2020), in which equal distances look about equally large."""
    r, g, b = (min(1.0, max(0.0, sum(a * c for a, c in zip(row, colour, strict=True)))) for row in eye)
    long = (0.4122 * r + 0.5363 * g + 0.0514 * b) ** (1 / 3)
    middle = (0.2119 * r + 0.6807 * g + 0.1074 * b) ** (1 / 3)
    short = (0.0883 * r + 0.2817 * g + 0.6300 * b) ** (1 / 3)
    return (
        0.2105 * long + 0.7936 * middle - 0.0041 * short,
        1.9780 * long - 2.4286 * middle + 0.4506 * short,
        0.0259 * long + 0.7828 * middle - 0.8087 * short,
    )


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_every_colour_can_be_read_on_pages_and_panels(scheme: str) -> None:
    colours, grounds = read_theme(scheme)
    assert len(colours) == COLOURS
    assert min(find_contrast(colour, ground) for colour in colours for ground in grounds) >= 4.5


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_colours_stay_apart_for_all_eyes(scheme: str, eye: str) -> None:
    colours, _ = read_theme(scheme)
    seen = [place_in_oklab(colour, EYES[eye]) for colour in colours]
    assert min(dist(one, two) for one, two in combinations(seen, 2)) > 0.078


def test_no_two_lines_of_a_chart_share_colour_and_dashes() -> None:
    assert COLOURS * DASHES >= MOST
