"""The narrative chart: characters are lines, scenes are where lines meet, time runs to the right.

After the hand-drawn "Movie Narrative Charts" of Randall Munroe (xkcd 657, 2009).
"""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import Scene, Story
from retold.writing.pictures.cast import MOST, Player, find_players, find_present
from retold.writing.pictures.plan import LABEL_SIZE, Plan, Stretch, plan_lines
from retold.writing.pictures.svg import Markup, clip_text, element, measure_text, wrap_text
from retold.writing.pictures.values import Picture, Place, scroll

_FLAGS = 40  # up to so many scenes, titles stand above and below in turn; beyond, they slant
_TITLE_SIZE = 12
_LEADING = 15
_EDGE = 8


@dataclass(frozen=True, slots=True)
class _Frame:
    """The measures of a chart."""

    scenes: int
    step: float
    left: float
    head: float
    depth: float
    right: float

    @property
    def slanted(self) -> bool:
        return self.scenes > _FLAGS

    @property
    def foot(self) -> float:
        return self.head + self.depth

    @property
    def width(self) -> float:
        return self.left + (self.scenes - 1) * self.step + self.right

    @property
    def height(self) -> float:
        return self.foot + (24 if self.slanted else self.head)

    def x(self, column: int) -> float:
        return self.left + column * self.step

    def y(self, height: int) -> float:
        return self.head + height


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every part of the drawing is made from."""

    frame: _Frame
    plan: Plan
    players: tuple[Player, ...]
    place: Place

    def describe(self, number: int, scene: Scene) -> str:
        names = ", ".join(player.character.name for player in find_present(scene, self.players))
        return f"Scene {number + 1}: {scene.title}{'. ' if names else ''}{names}"


def draw_chart(story: Story, place: Place) -> Picture:
    """Draw the narrative chart of a story.

    Args:
        story: The story; who is in its scenes decides the lines.
        place: The page on which the chart stands.

    Returns:
        The chart as an SVG in a scroller, and its facts as a table.
    """
    players = find_players(story)
    if not players:
        return Picture(Markup(), Markup())
    drawn = players[:MOST]
    step = 30.0 if len(story.scenes) > _FLAGS else max(76.0, min(120.0, 880 // len(story.scenes)))
    plan = plan_lines(drawn, len(story.scenes), step)
    frame = _measure(plan, len(story.scenes), step)
    sheet = _Sheet(frame, plan, drawn, place)
    name = f"Narrative chart of {story.facts.title or 'the story'}"
    drawing = element(
        "svg",
        *(_draw_flag(sheet, number, scene) for number, scene in enumerate(story.scenes)),
        *(_draw_line(sheet, player) for player in drawn),
        *(_draw_ring(sheet, number, scene) for number, scene in enumerate(story.scenes)),
        class_="rt-chart",
        width=frame.width,
        height=frame.height,
        viewBox=f"0 0 {frame.width:.0f} {frame.height:.0f}",
        role="group",
        aria_label=name,
    )
    note = element("p", _explain(plan, len(drawn), len(players)), class_="rt-note")
    return Picture(
        element("div", scroll(drawing, name), note, class_="rt-picture"), _write_table(story, players, place)
    )


def _measure(plan: Plan, scenes: int, step: float) -> _Frame:
    hang = [measure_text(s.label, LABEL_SIZE) + 26 - s.scenes[0] * step for s in plan.stretches]
    deep = max((height for column in plan.heights for height in column.values()), default=0)
    slanted = scenes > _FLAGS
    return _Frame(scenes, step, max(36.0, *hang), 170 if slanted else 84, deep, 150 if slanted else 2 * step)


def _draw_flag(sheet: _Sheet, number: int, scene: Scene) -> Markup:
    """A scene's title with the pole down or up to its ring: the scene's link."""
    frame, x = sheet.frame, sheet.frame.x(number)
    heights = [frame.y(sheet.plan.heights[number][name]) for name in sheet.plan.meetings[number]]
    if frame.slanted:
        title, start = _draw_slanted_title(frame, number, scene), frame.head - 26
    else:
        title, start = _draw_title(frame, number, scene), 4.0 if number % 2 == 0 else frame.height - 30
    edge = frame.head if start < frame.head else frame.foot
    middle = (min(heights) + max(heights)) / 2 if heights else edge
    pole = element("path", d=f"M{x:.1f} {start:.1f}V{middle:.1f}", class_="rt-pole")
    return element(
        "a", pole, title, href=sheet.place.to_scene(scene), class_="rt-scene", aria_label=sheet.describe(number, scene)
    )


def _draw_slanted_title(frame: _Frame, number: int, scene: Scene) -> Markup:
    return element(
        "text",
        element("tspan", f"{number + 1}", class_="rt-number"),
        element("tspan", clip_text(scene.title, 190, _TITLE_SIZE), dx=5),
        transform=f"translate({frame.x(number) + 4:.1f} {frame.head - 30:.1f}) rotate(-45)",
    )


def _draw_title(frame: _Frame, number: int, scene: Scene) -> Markup:
    """A title beside its pole, above and below the lines in turn, so that each has the room of two columns."""
    x = frame.x(number) + 6
    first, *more = wrap_text(f"{number + 1} {scene.title}", 2 * frame.step - 14, _TITLE_SIZE, 3)
    return element(
        "text",
        element("tspan", f"{number + 1}", class_="rt-number"),
        element("tspan", first.removeprefix(f"{number + 1}").strip(), dx=5),
        *(element("tspan", line, x=x, dy=_LEADING) for line in more),
        x=x,
        y=_LEADING if number % 2 == 0 else frame.foot + 36,
    )


def _draw_ring(sheet: _Sheet, number: int, scene: Scene) -> Markup:
    """The ring around the lines that meet.

    The flag is the scene's link for the keyboard and for screen readers; the ring repeats it for the pointer.
    """
    names = sheet.plan.meetings[number]
    if not names:
        return Markup()
    x, r = sheet.frame.x(number), _EDGE
    ys = [sheet.frame.y(sheet.plan.heights[number][name]) for name in names]
    ring = element(
        "rect", x=x - r, y=min(ys) - r, width=2 * r, height=max(ys) - min(ys) + 2 * r, rx=r, class_="rt-ring"
    )
    tones = {stretch.name: stretch.player.tone for stretch in sheet.plan.stretches}
    dots = [element("circle", cx=x, cy=y, r=4, class_=tones[name]) for name, y in zip(names, ys, strict=True)]
    words = element("title", sheet.describe(number, scene))
    link = sheet.place.to_scene(scene)
    return element("a", words, ring, *dots, href=link, class_="rt-meeting", tabindex=-1, aria_hidden="true")


def _draw_line(sheet: _Sheet, player: Player) -> Markup:
    parts: list[str] = []
    for stretch in sheet.plan.stretches:
        if stretch.player is player:
            course = _spell_course(sheet.frame, sheet.plan, stretch)
            first = stretch.scenes[0]
            y = sheet.frame.y(sheet.plan.heights[first][stretch.name]) + 4.5
            parts += [
                element("path", d=course, class_="rt-reach"),
                element("path", d=course, class_="rt-line"),
                element("text", stretch.label, x=sheet.frame.x(first) - 14, y=y),
            ]
    words = f"{player.character.name}, in {len(player.scenes)} of {sheet.frame.scenes} scenes"
    link = sheet.place.to_character(player.character)
    title = element("title", words)
    return element("a", title, *parts, href=link, class_=f"rt-player {player.tone}", aria_label=words)


def _spell_course(frame: _Frame, plan: Plan, stretch: Stretch) -> str:
    """A path through all columns of a stretch: level at each scene, an S-curve between."""
    first, last = stretch.scenes[0], stretch.scenes[-1]
    hold = min(14.0, frame.step * 0.2)
    height = frame.y(plan.heights[first][stretch.name])
    spelled = [f"M{frame.x(first) - (0 if last > first else 12):.1f} {height:.1f}"]
    for column in range(first + 1, last + 1):
        x, before, height = frame.x(column), height, frame.y(plan.heights[column][stretch.name])
        if height == before:
            continue
        start, end = x - frame.step + hold, x - hold
        middle = (start + end) / 2
        spelled.append(f"H{start:.1f}C{middle:.1f} {before:.1f} {middle:.1f} {height:.1f} {end:.1f} {height:.1f}")
    return "".join(spelled) + f"H{frame.x(last) + (0 if last > first else 12):.1f}"


def _explain(plan: Plan, drawn: int, players: int) -> str:
    who = f" Drawn are the {drawn} of {players} characters with the most scenes." if drawn < players else ""
    times = "1 time" if plan.crossings == 1 else f"{plan.crossings} times"
    if not plan.crossings:
        how = "No lines cross."
    elif plan.proven:
        how = f"Lines cross {times}; no order of them crosses less."
    else:
        how = f"Lines cross {times}; it is not proven that no order crosses less."
    return f"Each line is a character; a ring joins those who are in a scene. {how}{who}"


def _write_table(story: Story, players: tuple[Player, ...], place: Place) -> Markup:
    rows = []
    for number, scene in enumerate(story.scenes, 1):
        names: list[str] = []
        for player in find_present(scene, players):
            names += [", "] if names else []
            names.append(element("a", player.character.name, href=place.to_character(player.character)))
        title = element("a", scene.title, href=place.to_scene(scene))
        rows.append(element("tr", element("td", f"{number}"), element("th", title, scope="row"), element("td", *names)))
    head = element("tr", *(element("th", words, scope="col") for words in ("No.", "Scene", "Characters")))
    table = element("table", element("thead", head), element("tbody", *rows))
    return scroll(table, "The chart as a table")
