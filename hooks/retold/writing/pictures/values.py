"""What every picture is made with and made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from retold.writing.paths import Paths
from retold.writing.pictures.svg import Markup

Link = Callable[[str], str]
"""Turns a page's path ("scenes/the-hearing.md") into its address as seen from the picture's page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and the same facts as a table, both as HTML blocks; empty when there is nothing to show."""

    figure: Markup
    table: Markup


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture stands: how it links, and how the story's pages are called."""

    link: Link
    paths: Paths = field(default_factory=Paths)
