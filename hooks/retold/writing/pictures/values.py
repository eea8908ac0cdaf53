"""What every picture is made with and made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.model import Character, Scene
from retold.writing.paths import Paths, address
from retold.writing.pictures.svg import Markup, element


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and the same facts as a table, both as HTML blocks; empty when there is nothing to show."""

    figure: Markup
    table: Markup


@dataclass(frozen=True, slots=True)
class Place:
    """The page on which a picture stands, and how the story's pages are called.

    MkDocs resolves no `.md` links inside drawings, so they hold addresses of built pages;
    `folders` is its `use_directory_urls`.
    """

    page: str = "index.md"
    paths: Paths = field(default_factory=Paths)
    folders: bool = True

    def to_character(self, character: Character) -> str:
        """The address of a character's page."""
        return address(self.paths.character(character), self.page, folders=self.folders)

    def to_scene(self, scene: Scene) -> str:
        """The address of a scene's page."""
        return address(self.paths.scene(scene), self.page, folders=self.folders)


def scroll(content: Markup, name: str) -> Markup:
    """Put something wide into a box that scrolls sideways, by keyboard too."""
    return element("div", content, class_="rt-scroller", tabindex=0, role="region", aria_label=name)
