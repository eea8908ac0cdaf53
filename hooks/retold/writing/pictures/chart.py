"""The narrative chart: characters are lines, scenes are where lines meet, time runs to the right.

After the hand-drawn "Movie Narrative Charts" of Randall Munroe (xkcd 657, 2009).
"""

from __future__ import annotations

from retold.model import Story
from retold.writing.pictures.cast import MOST, Player, find_players, find_present
from retold.writing.pictures.frame import Sheet, find_step, measure_chart
from retold.writing.pictures.plan import Plan, plan_lines
from retold.writing.pictures.strokes import draw_player, draw_poles, draw_scene, draw_strokes
from retold.writing.pictures.svg import Markup, element
from retold.writing.pictures.values import Picture, Place, scroll


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
    step = find_step(len(story.scenes))
    plan = plan_lines(drawn, len(story.scenes), step)
    frame = measure_chart(plan, story.scenes, step)
    sheet = Sheet(frame, plan, drawn, place)
    name = f"Narrative chart of {story.facts.title or 'the story'}"
    drawing = element(
        "svg",
        draw_poles(sheet),
        draw_strokes(sheet),
        *(draw_player(sheet, player) for player in drawn),
        *(draw_scene(sheet, number, scene) for number, scene in enumerate(story.scenes)),
        class_="rt-chart",
        width=frame.width,
        height=frame.height,
        viewBox=Markup(f"0 0 {frame.width:.0f} {frame.height:.0f}"),
        role="group",
        aria_label=name,
    )
    note = element("p", _explain(plan, len(drawn), len(players)), class_="rt-note")
    figure = element("div", scroll(drawing, name), note, class_="rt-picture")
    return Picture(figure, _write_table(story, players, place))


def _explain(plan: Plan, drawn: int, players: int) -> str:
    who = f" Drawn are the {drawn} of {players} characters with the most scenes." if drawn < players else ""
    proof = "is proven to be the least" if plan.proven else "is the least found, but not proven"
    if not plan.crossings:
        how = "No lines cross."
    elif plan.crossings == plan.least:
        how = f"Lines cross {_say_times(plan.crossings)}, which {proof}."
    else:
        how = f"Lines cross {_say_times(plan.crossings)} to leave room for names; {plan.least} {proof}."
    return f"Each line is a character; a ring joins those who are in a scene. {how}{who}"


def _say_times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


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
