"""The scenes in the order of the story, with what the tellings say of when and where."""

from __future__ import annotations

from retold.model import Quote, Scene, Story
from retold.writing.pictures.cast import Player, find_players, find_present
from retold.writing.pictures.svg import Markup, element, merge
from retold.writing.pictures.values import Picture, Place
from retold.writing.wording import letter_tellings


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
    letters = {telling.name: letter_tellings(number) for number, telling in enumerate(story.tellings)}
    items = [_write_item(number, scene, players, letters, place) for number, scene in enumerate(story.scenes, 1)]
    return Picture(element("ol", *items, class_="rt-timeline"), Markup())


def _write_item(
    number: int, scene: Scene, players: tuple[Player, ...], letters: dict[str, str], place: Place
) -> Markup:
    title = element("a", scene.title, href=place.to_scene(scene))
    when = _write_quotes("rt-when", scene.times, letters)
    where = _write_quotes("rt-where", scene.places, letters)
    who = [player.character.name for player in find_present(scene, players)]
    names = element("span", ", ".join(who), class_="rt-who") if who else Markup()
    told = [letters.get(name, name) for name in scene.flashback_in]
    flashback = (
        element("span", f"told as a flashback in {', '.join(told)}", class_="rt-flashback") if told else Markup()
    )
    body = element("div", element("span", title, class_="rt-event"), flashback, where, names, class_="rt-body")
    return element("li", when, body, value=number, class_="rt-back" if told else None)


def _write_quotes(kind: str, quotes: tuple[Quote, ...], letters: dict[str, str]) -> Markup:
    """The different words for a time or a place, each with the letters of the tellings that use it."""
    tellings: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for quote in quotes:
        plain = " ".join(quote.text.lower().split())
        words.setdefault(plain, quote.text)
        letter = letters.get(quote.telling, quote.telling)
        if letter not in tellings.setdefault(plain, []):
            tellings[plain].append(letter)
    if not words:
        return Markup()
    parts: list[str] = []
    for plain, text in words.items():
        parts += [", "] if parts else []
        parts += [text, element("sup", " ".join(tellings[plain]))]
    return element("span", merge(*parts), class_=kind)
