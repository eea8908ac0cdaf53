"""Where the old addresses of a wiki lead, as paths of pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from retold.editing.addresses import find_redirects
from retold.editing.corrections import Corrected
from retold.editing.document import Overlay
from retold.editing.lock import Address, Lock, LockEntry
from retold.editing.problem import Problem
from retold.model import Page, Story
from retold.wiki.documents import find_title
from retold.writing.paths import Paths, slug_tellings


@dataclass(frozen=True, slots=True)
class PageRedirects:
    """Old paths and where they lead, and what is wrong with them."""

    targets: dict[str, str]
    problems: tuple[Problem, ...]


def list_other_addresses(story: Story, overlays: Sequence[Overlay], generated: Sequence[Page]) -> tuple[LockEntry, ...]:
    """List the addresses that are neither characters nor scenes: tellings and contributors' own pages."""
    tellings = [LockEntry("telling", slug, (name,)) for name, slug in slug_tellings(story.tellings).items()]
    known = {page.path for page in generated}
    own = [
        LockEntry("page", overlay.document.uri, (find_title(overlay),))
        for overlay in overlays
        if overlay.document.uri not in known
    ]
    return (*tellings, *own)


def redirect_pages(
    corrected: Corrected, lock: Lock, others: Sequence[LockEntry], paths: Paths, overlays: Sequence[Overlay]
) -> PageRedirects:
    """Find the paths that lead to other pages now; a file at an old path answers by itself."""
    living = {(entry.kind, entry.slug): entry.signs[0] for entry in others}
    moved: dict[Address, str] = {(kind, old): new for (kind, old), new in corrected.moved.items()}
    found = find_redirects(corrected.story, lock, moved, living)
    written = {overlay.document.uri for overlay in overlays}
    targets: dict[str, str] = {}
    problems = list(found.problems)
    for (kind, old), new in found.targets.items():
        if kind == "page":
            source, target = old, new or paths.front
            if not new:
                message = f"the page {old} is gone: run retold rename {old} NEW, or delete its lines here"
                problems.append(Problem("seeds/urls.lock", 1, 1, message))
        else:
            source, target = paths.of(kind, old), paths.of(kind, new)
        if source not in written:
            targets[source] = target
    return PageRedirects(targets, tuple(problems))


def spell_redirect(address: str) -> str:
    """Spell the HTML file at an old address; it works without JavaScript, which only keeps the anchor."""
    shown, told = escape(address), json.dumps(address).replace("<", "\\u003c")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>This page has moved</title>\n'
        f'<link rel="canonical" href="{shown}">\n<meta name="robots" content="noindex">\n'
        f"<script>location.replace({told} + location.hash)</script>\n"
        f'<meta http-equiv="refresh" content="0; url={shown}">\n</head>\n'
        f'<body>\n<p>This page has moved: <a href="{shown}">read it there</a>.</p>\n</body>\n</html>\n'
    )
