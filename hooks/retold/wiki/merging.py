"""Put the pages together: what is generated, what contributors wrote, and what links here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from retold.editing.backlinks import Backlink
from retold.editing.overlay import merge_overlay
from retold.editing.problem import Problem
from retold.editing.schema import COMMON, SCHEMAS
from retold.model import Page, Section
from retold.wiki.documents import find_title
from retold.wiki.linking import LinkedPages, Written
from retold.wiki.spelling import Speller
from retold.writing.markdown import Markdown, join

_GROUPS = {"character": "Characters", "scene": "Scenes", "telling": "Tellings"}
_OURS = frozenset(key for readers in (COMMON, *SCHEMAS.values()) for key in readers) - {"title"}


@dataclass(frozen=True, slots=True)
class MergedPages:
    """The pages of the site, and the problems of putting them together."""

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]


def merge_pages(generated: Sequence[Page], linked: LinkedPages) -> MergedPages:
    """Merge generated pages with their overlays, and add contributors' own."""
    written = {one.overlay.document.uri: one for one in linked.written}
    known = _list_sections(generated)
    pages: list[Page] = []
    problems: list[Problem] = []
    for page in generated:
        whole = _add_backlinks(page, linked)
        if page.path in written:
            whole, found = _merge(whole, written[page.path], known[page.kind])
            problems += found
        pages.append(whole)
    paths = {page.path for page in generated}
    for uri, one in written.items():
        if uri not in paths:
            own = _add_backlinks(Page(uri, "", "article", (), meta=_keep_meta(one)), linked)
            own, found = _merge(own, one, ("backlinks",))
            pages.append(own)
            problems += found
    return MergedPages(tuple(pages), tuple(problems))


def _list_sections(generated: Sequence[Page]) -> dict[str, tuple[str, ...]]:
    """Give the names of sections that a page of each kind may have."""
    names: dict[str, list[str]] = {}
    for page in generated:
        names.setdefault(page.kind, []).extend(section.name for section in page.sections)
    return {kind: (*dict.fromkeys(found), "backlinks") for kind, found in names.items()}


def _merge(page: Page, written: Written, known: Sequence[str]) -> tuple[Page, tuple[Problem, ...]]:
    merged = merge_overlay(written.overlay, written.sheet, written.markdown, page.sections, known)
    title = find_title(written.overlay) if page.kind == "article" else page.title
    meta = _keep_meta(written)
    return (
        replace(
            page,
            title=str(meta.pop("title", "")) or title,
            description=str(meta.pop("description", "")) or page.description,
            sections=(Section("article", merged.markdown.rstrip("\n")),),
            meta={**page.meta, **meta},
        ),
        merged.problems,
    )


def _keep_meta(written: Written) -> dict[str, Any]:
    """Keep what the site generator reads; the corrections have done their work."""
    meta: Mapping[str, Any] = written.overlay.matter.meta
    return {key: value for key, value in meta.items() if key not in _OURS}


def _add_backlinks(page: Page, linked: LinkedPages) -> Page:
    backlinks = linked.backlinks.get(page.path, ())
    if not backlinks:
        return page
    section = Section("backlinks", _spell_backlinks(page.path, backlinks, linked.speller))
    return replace(page, sections=(*page.sections, section))


def _spell_backlinks(path: str, backlinks: Sequence[Backlink], speller: Speller) -> str:
    groups = [(name, list(group)) for name, group in groupby(backlinks, key=lambda b: _GROUPS.get(b.kind, "Pages"))]
    lines = ["## What links here", ""]
    for name, group in groups:
        lines += [f"**{name}**", ""] if len(groups) > 1 else []
        lines += [
            join([Markdown("- "), speller.link(b.uri, path), Markdown(": “"), b.sentence, Markdown("”")]) for b in group
        ]
        lines.append("")
    return "\n".join(lines).rstrip("\n")
