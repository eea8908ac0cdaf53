"""Link the hand-written pages of a wiki with all others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.editing.atlas import Atlas, Entry, Link, Outline
from retold.editing.backlinks import Backlink, collect_backlinks
from retold.editing.document import Overlay
from retold.editing.headings import find_headings
from retold.editing.problem import Problem
from retold.editing.prose import mask_code
from retold.editing.sheet import Sheet
from retold.editing.wikilinks import link_wikilinks
from retold.model import Character, Page, Story
from retold.wiki.documents import find_title
from retold.wiki.options import WikiOptions
from retold.wiki.spelling import Speller
from retold.writing.paths import Paths

_ID = re.compile(r"""\bid="([^"\s]+)"|\{[^{}\n]*?#([\w:.-]+)[^{}\n]*\}""")


@dataclass(frozen=True, slots=True)
class Written:
    """A contributor's page with its links spelled."""

    overlay: Overlay
    sheet: Sheet
    markdown: str


@dataclass(frozen=True, slots=True)
class LinkedPages:
    """All hand-written pages with their links, and what these mean for all others."""

    atlas: Atlas
    written: tuple[Written, ...]
    links: tuple[Link, ...]
    backlinks: Mapping[str, tuple[Backlink, ...]]
    problems: tuple[Problem, ...]
    speller: Speller


def link_pages(
    story: Story,
    generated: Sequence[Page],
    overlays: Sequence[Overlay],
    redirects: Mapping[str, str],
    options: WikiOptions,
) -> LinkedPages:
    """Spell the links of all hand-written pages."""
    sheets = [Sheet(o.document.uri, o.body, o.document.file, o.body_line) for o in overlays]
    by_uri = {sheet.uri: (overlay, sheet) for overlay, sheet in zip(overlays, sheets, strict=True)}
    atlas = _draw_atlas(story, generated, by_uri, redirects, Paths(options.root))
    speller = Speller(atlas, options)
    written: list[Written] = []
    links: list[Link] = []
    problems: list[Problem] = []
    for overlay, sheet in zip(overlays, sheets, strict=True):
        names = overlay.matter.values.get("link_names", options.link_names)
        linked = link_wikilinks(sheet, atlas, speller.spell, options.files | set(redirects), names=names)
        written.append(Written(overlay, sheet, linked.markdown))
        links += linked.links
        problems += linked.problems
    return LinkedPages(atlas, tuple(written), tuple(links), collect_backlinks(links, atlas), tuple(problems), speller)


def _draw_atlas(
    story: Story,
    generated: Sequence[Page],
    written: Mapping[str, tuple[Overlay, Sheet]],
    redirects: Mapping[str, str],
    paths: Paths,
) -> Atlas:
    characters = {paths.character(character): character for character in story.characters}
    pages = {page.path: page for page in generated}
    entries = [_enter_generated(page, characters.get(page.path), written.get(page.path)) for page in generated]
    entries += [_enter_own(overlay) for uri, (overlay, _) in written.items() if uri not in pages]

    def outline(uri: str) -> Outline:
        own = _outline_text(written[uri][1].text, written[uri][1].mask) if uri in written else Outline()
        made = _outline_text(pages[uri].body, mask_code(pages[uri].body)) if uri in pages else Outline()
        return Outline(own.headings + made.headings, own.anchors | made.anchors)

    return Atlas(entries, redirects, outline)


def _enter_generated(page: Page, character: Character | None, own: tuple[Overlay, Sheet] | None) -> Entry:
    title, names = page.title, (character.aliases if character else ())
    if own is not None:
        title = str(own[0].matter.meta.get("title") or title)
        names = (*names, *own[0].matter.values.get("aliases", ()))
    return Entry(page.path, title, page.kind, names, (page.title, *names) if character else ())


def _enter_own(overlay: Overlay) -> Entry:
    return Entry(overlay.document.uri, find_title(overlay), "page", overlay.matter.values.get("aliases", ()))


def _outline_text(markdown: str, mask: str) -> Outline:
    return Outline(find_headings(mask), _find_ids(markdown))


def _find_ids(markdown: str) -> frozenset[str]:
    return frozenset(found[1] or found[2] for found in _ID.finditer(markdown))
