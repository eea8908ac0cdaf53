"""A scene's page: what every telling says of one event."""

from __future__ import annotations

from retold.model import Page, Scene
from retold.writing.concordance import Concordance
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections


def write_scene(book: Concordance, scene: Scene) -> Page:
    """Write a scene's page."""
    path = book.paths.scene(scene)
    order = book.story.scenes
    place = order.index(scene)
    sections = fill_sections(
        "scene",
        Pen(book, path),
        scene=scene,
        number=place + 1,
        previous=order[place - 1] if place else None,
        following=order[place + 1] if place + 1 < len(order) else None,
    )
    return Page(path, scene.title, "scene", sections, slug=scene.slug)
