"""Who is in which scene, at a glance."""

from __future__ import annotations

from retold.model import Scene, Story
from retold.writing.pictures.cast import Player, find_players
from retold.writing.pictures.svg import Markup, element
from retold.writing.pictures.values import Picture, Place, scroll

_TITLED = 40  # up to so many scenes, their titles stand upright over the columns


def draw_matrix(story: Story, place: Place) -> Picture:
    """Draw a table with a row for each character and a column for each scene.

    Args:
        story: The story.
        place: The page on which the matrix stands.

    Returns:
        The matrix; being a table itself, it needs no second one.
    """
    players = find_players(story)
    if not players:
        return Picture(Markup(), Markup())
    heads = [_write_head(number, scene, len(story.scenes), place) for number, scene in enumerate(story.scenes, 1)]
    corner = element("th", "Character", scope="col", class_="rt-name")
    count = element("th", "Scenes", scope="col", class_="rt-count")
    rows = [_write_row(player, story, place) for player in players]
    words = f"Who is in which scene of {story.facts.title or 'the story'}"
    table = element(
        "table",
        element("caption", "● is there   ○ is only spoken of"),
        element("thead", element("tr", corner, *heads, count)),
        element("tbody", *rows),
        class_="rt-matrix",
    )
    return Picture(scroll(table, words), Markup())


def _write_head(number: int, scene: Scene, scenes: int, place: Place) -> Markup:
    figure = element("span", str(number), class_="rt-number")
    if scenes <= _TITLED:
        title = element("span", scene.title, class_="rt-upright")
        link = element("a", figure, " ", title, href=place.to_scene(scene), title=scene.title)
    else:
        words = f"{number} {scene.title}"
        link = element("a", figure, href=place.to_scene(scene), title=scene.title, aria_label=words)
    return element("th", link, scope="col")


def _write_row(player: Player, story: Story, place: Place) -> Markup:
    slug, here = player.character.slug, set(player.scenes)
    cells = [
        _write_cell("●", "there")
        if number in here
        else _write_cell("○", "spoken of")
        if slug in scene.spoken_of
        else element("td")
        for number, scene in enumerate(story.scenes)
    ]
    name = element("a", player.character.name, href=place.to_character(player.character))
    count = element("td", str(len(here)), class_="rt-count")
    return element("tr", element("th", name, scope="row", class_="rt-name"), *cells, count, class_=player.tone)


def _write_cell(sign: str, words: str) -> Markup:
    return element("td", element("span", sign, role="img", aria_label=words))
