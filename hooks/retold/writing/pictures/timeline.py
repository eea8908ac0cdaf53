"""The scenes in the order of the story, with what the tellings say of when and where."""

from __future__ import annotations

from retold.model import Quote, Scene, Story
from retold.writing.pictures.cast import Player, find_players, find_present
from retold.writing.pictures.marks import Marks
from retold.writing.pictures.svg import Markup, element
from retold.writing.pictures.values import Picture, Place


def draw_timeline(story: Story, place: Place) -> Picture:
    """Draw the scenes as a list along a line of time.

    Args:
        story: The story.
        place: The page on which the timeline stands.

    Returns:
        The timeline; being a list of words, it needs no table beside it.
    """
    if not story.scenes:
        return Picture(Markup(), Markup())
    players = find_players(story)
    marks = Marks(story, place)
    items = [_write_item(number, scene, players, marks) for number, scene in enumerate(story.scenes, 1)]
    return Picture(element("ol", *items, class_="rt-timeline"), Markup())


def _write_item(number: int, scene: Scene, players: tuple[Player, ...], marks: Marks) -> Markup:
    title = element("a", scene.title, href=marks.place.to_scene(scene))
    event = element("span", element("span", f"{number}", class_="rt-number"), " ", title, class_="rt-event")
    when = _write_quotes("rt-when", scene.times, marks)
    where = _write_quotes("rt-where", scene.places, marks)
    who = [player.character.name for player in find_present(scene, players)]
    names = element("span", ", ".join(who), class_="rt-who") if who else Markup()
    told = [marks.letter(name) for name in scene.flashback_in]
    flashback = (
        element("span", f"told as a flashback in {', '.join(told)}", class_="rt-flashback") if told else Markup()
    )
    body = element("div", event, flashback, where, names, class_="rt-body")
    return element("li", when, body, value=number, class_="rt-back" if told else None)


def _write_quotes(kind: str, quotes: tuple[Quote, ...], marks: Marks) -> Markup:
    """The different words for a time or a place, each with the sentences that use it."""
    alike: dict[str, list[Quote]] = {}
    for quote in quotes:
        alike.setdefault(" ".join(quote.text.lower().split()), []).append(quote)
    parts = [element("span", group[0].text, *marks.cite(group), class_="rt-words") for group in alike.values()]
    return element("span", *_separate(parts), class_=kind) if parts else Markup()


def _separate(parts: list[Markup]) -> list[Markup]:
    # Set one below the other by the style; the comma is for who reads without it.
    return [piece for part in parts for piece in (part, element("span", ", ", class_="rt-comma"))][:-1]
