"""What links to a page, with the sentence in which the link stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from retold.editing.atlas import Atlas, Link

_KINDS = ("character", "scene", "telling", "page")  # the order of groups; other kinds follow


@dataclass(frozen=True, slots=True)
class Backlink:
    """A page that links here, its kind, and the first sentence that does."""

    uri: str
    title: str
    kind: str
    sentence: str


def collect_backlinks(links: Iterable[Link], atlas: Atlas) -> dict[str, tuple[Backlink, ...]]:
    """Give, by page, the hand-written pages that link to it: grouped by kind, then by title."""
    found: dict[str, dict[str, Backlink]] = {}
    for link in links:
        for target in (link.goal.target,) if link.goal.target else link.goal.choices:
            source = atlas.entries.get(link.source)
            if source is not None and target != link.source:
                backlink = Backlink(source.uri, source.title, source.kind, link.sentence)
                found.setdefault(target, {}).setdefault(source.uri, backlink)
    return {target: tuple(sorted(by_source.values(), key=_order)) for target, by_source in found.items()}


def _order(backlink: Backlink) -> tuple[int, str, str]:
    kind = _KINDS.index(backlink.kind) if backlink.kind in _KINDS else len(_KINDS)
    return kind, backlink.title.casefold(), backlink.uri
