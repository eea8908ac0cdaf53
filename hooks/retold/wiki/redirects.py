"""Where the old addresses of a wiki lead, as paths of pages."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
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
    corrected: Corrected,
    lock: Lock,
    others: Sequence[LockEntry],
    *,
    answered: Container[str],
    paths: Paths,
    lock_file: str,
) -> PageRedirects:
    """Find the paths that lead to other pages now.

    Args:
        corrected: The corrected story, and what was joined in it.
        lock: The lock of addresses.
        others: The addresses of tellings and of contributors' own pages.
        answered: The paths at which a page stands, which need no redirect.
        paths: How paths are spelled.
        lock_file: The lock as problems show it.
    """
    living = {(entry.kind, entry.slug): entry.signs[0] for entry in others}
    moved: dict[Address, str] = {(kind, old): new for (kind, old), new in corrected.moved.items()}
    found = find_redirects(corrected.story, lock, moved, living, lock_file)
    targets: dict[str, str] = {}
    problems = list(found.problems)
    for (kind, old), new in found.targets.items():
        source = old if kind == "page" else paths.of(kind, old)
        if source in answered:
            continue
        targets[source] = (new or paths.front) if kind == "page" else paths.of(kind, new)
        if kind == "page" and not new:
            message = f"the page {old} is gone: write “was {old}” below the page in its place, or delete its lines"
            problems.append(Problem(lock_file, 1, 1, message))
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
