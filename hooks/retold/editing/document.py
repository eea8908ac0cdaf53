"""A contributor's page as the stages of editing pass it along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from retold.editing.problem import Place

Kind = Literal["character", "scene", "page"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file of the docs folder.

    `uri` is its path below that folder; `file` is the path that problems show.  `kind` and
    `slug` say which part of the story the page is about; an ordinary page has neither.
    """

    uri: str
    text: str
    file: str
    kind: Kind = "page"
    slug: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The valid entries of a page's front matter, and where each of them stands.

    `values` holds our own keys, read by their schema; `meta` is everything as YAML gives
    it, for the site generator.  `places` goes by the path to a value: ("aliases", 2).
    """

    file: str
    values: Mapping[str, Any] = field(default_factory=dict)
    meta: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[Path, Place] = field(default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """Say where a value stands, or the nearest value around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))


@dataclass(frozen=True, slots=True)
class Overlay:
    """A document taken apart: what it corrects, and what it says.

    `body_line` is the line of the file on which the body begins.
    """

    document: Document
    matter: FrontMatter
    body: str
    body_line: int = 1
