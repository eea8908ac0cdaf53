"""The parts of the narrative chart: lines with their names, flags with titles, rings."""

from __future__ import annotations

from retold.model import Scene
from retold.writing.pictures.cast import Player
from retold.writing.pictures.frame import LEADING, TITLE_SIZE, Frame, Sheet
from retold.writing.pictures.plan import Stretch
from retold.writing.pictures.svg import Markup, clip_text, element

_RADIUS = 8


def draw_poles(sheet: Sheet) -> Markup:
    """All poles as they are seen: below the lines and names, which they must not strike out."""
    poles = (_draw_pole(sheet, number) for number in range(len(sheet.frame.titles)))
    return element("g", *poles, aria_hidden="true")


def _draw_pole(sheet: Sheet, number: int) -> Markup:
    """The pole from a scene's title down or up to its ring."""
    frame, x = sheet.frame, sheet.frame.x(number)
    heights = [frame.y(sheet.plan.heights[number][name]) for name in sheet.plan.meetings[number]]
    above = frame.slanted or number % 2 == 0
    start = frame.head - 22 if frame.slanted else 3 if above else frame.height - 3
    end = (min(heights) if above else max(heights)) if heights else (frame.head if above else frame.foot)
    return element("path", d=Markup(f"M{x:.1f} {start:.1f}V{end:.1f}"), class_="rt-pole")


def draw_scene(sheet: Sheet, number: int, scene: Scene) -> Markup:
    """A scene's title, its pole (seen again when the link is chosen) and the ring around those who meet: one link."""
    words, frame = sheet.describe(number, scene), sheet.frame
    title = _draw_slanted_title(frame, number, scene) if frame.slanted else _draw_title(frame, number)
    parts = (element("title", words), _draw_pole(sheet, number), title, *_draw_ring(sheet, number))
    return element("a", *parts, href=sheet.place.to_scene(scene), class_="rt-scene", aria_label=words)


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


def _draw_ring(sheet: Sheet, number: int) -> list[Markup]:
    names = sheet.plan.meetings[number]
    if not names:
        return []
    x, r = sheet.frame.x(number), _RADIUS
    ys = [sheet.frame.y(sheet.plan.heights[number][name]) for name in names]
    depth = max(ys) - min(ys) + 2 * r
    ring = element("rect", x=x - r, y=min(ys) - r, width=2 * r, height=depth, rx=r, class_="rt-ring")
    tones = {stretch.name: stretch.player.tone for stretch in sheet.plan.stretches}
    dots = (
        element("circle", cx=x, cy=y, r=4.5, class_=f"rt-dot {tones[name]}") for name, y in zip(names, ys, strict=True)
    )
    return [ring, *dots]


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
