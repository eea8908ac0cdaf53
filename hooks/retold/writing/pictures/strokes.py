"""The parts of the narrative chart: lines with their names, flags with titles, rings."""

from __future__ import annotations

from retold.model import Scene
from retold.writing.pictures.cast import Player
from retold.writing.pictures.frame import LEADING, TITLE_SIZE, Frame, Sheet
from retold.writing.pictures.plan import Stretch
from retold.writing.pictures.svg import Markup, clip_text, element

_RADIUS = 8


def draw_flag(sheet: Sheet, number: int, scene: Scene) -> Markup:
    """A scene's title with the pole down or up to its ring: the scene's link."""
    frame, x = sheet.frame, sheet.frame.x(number)
    heights = [frame.y(sheet.plan.heights[number][name]) for name in sheet.plan.meetings[number]]
    above = frame.slanted or number % 2 == 0
    title = _draw_slanted_title(frame, number, scene) if frame.slanted else _draw_title(frame, number)
    start = frame.head - 22 if frame.slanted else 3 if above else frame.height - 3
    end = (min(heights) if above else max(heights)) if heights else (frame.head if above else frame.foot)
    pole = element("path", d=Markup(f"M{x:.1f} {start:.1f}V{end:.1f}"), class_="rt-pole")
    words = sheet.describe(number, scene)
    return element("a", pole, title, href=sheet.place.to_scene(scene), class_="rt-scene", aria_label=words)


def _draw_slanted_title(frame: Frame, number: int, scene: Scene) -> Markup:
    return element(
        "text",
        element("tspan", f"{number + 1}", class_="rt-number"),
        " ",
        element("tspan", clip_text(scene.title, 170, TITLE_SIZE)),
        transform=Markup(f"translate({frame.x(number) + 3:.1f} {frame.head - 26:.1f}) rotate(-45)"),
    )


def _draw_title(frame: Frame, number: int) -> Markup:
    """A title beside its pole, above and below the lines in turn, so that each has the room of two columns."""
    x, (first, *more) = frame.x(number) + 6, frame.titles[number]
    return element(
        "text",
        element("tspan", f"{number + 1}", class_="rt-number"),
        " ",
        element("tspan", first.removeprefix(f"{number + 1}").strip()),
        *(part for line in more for part in (" ", element("tspan", line, x=x, dy=LEADING))),
        x=x,
        y=LEADING - 2 if number % 2 == 0 else frame.height - len(more) * LEADING - 6,
    )


def draw_ring(sheet: Sheet, number: int, scene: Scene) -> Markup:
    """The ring around the lines that meet.

    The flag is the scene's link for the keyboard and for screen readers; the ring repeats it for the pointer.
    """
    names = sheet.plan.meetings[number]
    if not names:
        return Markup()
    x, r = sheet.frame.x(number), _RADIUS
    ys = [sheet.frame.y(sheet.plan.heights[number][name]) for name in names]
    depth = max(ys) - min(ys) + 2 * r
    ring = element("rect", x=x - r, y=min(ys) - r, width=2 * r, height=depth, rx=r, class_="rt-ring")
    tones = {stretch.name: stretch.player.tone for stretch in sheet.plan.stretches}
    dots = [element("circle", cx=x, cy=y, r=4.5, class_=tones[name]) for name, y in zip(names, ys, strict=True)]
    words, link = element("title", sheet.describe(number, scene)), sheet.place.to_scene(scene)
    return element("a", words, ring, *dots, href=link, class_="rt-meeting", tabindex=-1, aria_hidden="true")


def draw_strokes(sheet: Sheet) -> Markup:
    """All lines as they are seen; the links lie above them, so that no line covers a name."""
    strokes = (
        element("path", d=_spell_course(sheet, stretch), class_=f"rt-line {stretch.player.tone}")
        for stretch in sheet.plan.stretches
    )
    return element("g", *strokes, aria_hidden="true")


def draw_player(sheet: Sheet, player: Player) -> Markup:
    """The names of a player along their lines, and the lines' reach for the pointer: one link."""
    parts = [
        part for stretch in sheet.plan.stretches if stretch.player is player for part in _draw_stretch(sheet, stretch)
    ]
    words = f"{player.character.name}, in {len(player.scenes)} of {len(sheet.frame.titles)} scenes"
    link = sheet.place.to_character(player.character)
    title = element("title", words)
    return element("a", title, *parts, href=link, class_=f"rt-player {player.tone}", aria_label=words)


def _draw_stretch(sheet: Sheet, stretch: Stretch) -> list[Markup]:
    frame, first = sheet.frame, stretch.scenes[0]
    ys = [frame.y(column.get(stretch.name, 0)) for column in sheet.plan.heights]
    return [
        element("path", d=_spell_course(sheet, stretch), class_="rt-reach"),
        element("text", stretch.label, x=frame.x(first) - 14, y=ys[first] + 4.5),
        *(
            element("text", stretch.label, x=frame.x(column) + 12, y=ys[column] - 6, class_="rt-again")
            for column in stretch.again
        ),
    ]


def _spell_course(sheet: Sheet, stretch: Stretch) -> Markup:
    """A path through all columns of a stretch: level at each scene, an S-curve between."""
    frame, heights = sheet.frame, sheet.plan.heights
    first, last = stretch.scenes[0], stretch.scenes[-1]
    hold = min(12.0, frame.step * 0.2)
    height = frame.y(heights[first][stretch.name])
    spelled = [f"M{frame.x(first):.1f} {height:.1f}"]
    for column in range(first + 1, last + 1):
        x, before, height = frame.x(column), height, frame.y(heights[column][stretch.name])
        if height == before:
            continue
        start, end = x - frame.step + hold, x - hold
        middle = (start + end) / 2
        spelled.append(f"H{start:.1f}C{middle:.1f} {before:.1f} {middle:.1f} {height:.1f} {end:.1f} {height:.1f}")
    return Markup("".join(spelled) + f"H{frame.x(last):.1f}")
