"""Find `[[wikilinks]]` in hand-written Markdown and replace them; other links are only noted."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote

from retold.editing.atlas import Atlas, Goal, Link
from retold.editing.autolinks import find_names
from retold.editing.headings import plain_text
from retold.editing.problem import Place, Problem, problem_at, suggest
from retold.editing.prose import BLANK, mask_links
from retold.editing.sheet import Sheet

# [[Name#Section|text]]; \| is how tables must write the bar.
_WIKILINK = re.compile(r"(?<![\\\[])(!?)\[\[([^\[\]|#\n]*)(?:#([^\[\]|\n]*))?(?:\\?\|([^\[\]\n]*))?\]\]")
_UNCLOSED = re.compile(r"(?<![\\\[])\[\[(?=\w)(?![^\[\]\n]*\]\])")
_LINK = re.compile(r"(?<!\\)(!?)\[([^\[\]\n]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)?)>?[^()\n]*\)")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#\s*$")


@dataclass(frozen=True, slots=True)
class Linked:
    """A page's text with its links spelled, all links that it has, and the problems of them."""

    markdown: str
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]


def link_wikilinks(
    sheet: Sheet, atlas: Atlas, spell: Callable[[Link], str], files: frozenset[str] = frozenset(), *, names: bool = True
) -> Linked:
    """Replace the wikilinks of a page, and link names at their first mention in each section.

    Args:
        sheet: A hand-written page.
        atlas: All pages.
        spell: Spells a link as Markdown; it gets red links too.
        files: The files beside the pages (images), for checking links to them.
        names: Whether names are linked that the page's author has not marked.
    """
    problems: list[Problem] = []
    links = [*_find_wikilinks(sheet, atlas, problems)]
    ordinary = [*_find_links(sheet, atlas, files, problems)]
    if names:
        links += find_names(sheet, _cover(mask_links(sheet.mask), links), atlas)
    problems += (
        problem_at(sheet.place(found.start()), "this [[ is never closed: write ]] behind the name")
        for found in _UNCLOSED.finditer(sheet.mask)
    )
    links.sort(key=lambda link: link.start)
    spelled = chain.from_iterable(_pieces(sheet.text, links, spell))
    everything = sorted((*links, *ordinary), key=lambda link: link.start)
    return Linked("".join(spelled), tuple(everything), tuple(sorted(problems)))


def _pieces(text: str, links: list[Link], spell: Callable[[Link], str]) -> Iterable[tuple[str, ...]]:
    at = 0
    for link in links:
        yield text[at : link.start], spell(link)
        at = link.end
    yield (text[at:],)


def _find_wikilinks(sheet: Sheet, atlas: Atlas, problems: list[Problem]) -> Iterable[Link]:
    for found in _WIKILINK.finditer(sheet.mask):
        name, section = " ".join(found[2].split()).rstrip("\\"), " ".join((found[3] or "").split())
        place = sheet.place(found.start())
        if BLANK in found.group():
            continue
        if found[1] or not (name or section):
            what = "![[…]] shows nothing here: write ![words](picture.png)" if found[1] else "this link has no name"
            problems.append(problem_at(place, what))
            continue
        targets = atlas.find(name) if name else (sheet.uri,)
        target = targets[0] if len(targets) == 1 else ""
        anchor = _find_section(atlas, target, section, place, problems) if target and section else ""
        if not targets and (meant := atlas.suggest(name)):
            problems.append(problem_at(place, f"nobody has written the page {name}", meant, "warning"))
        shown = (found[4] or "").strip() or (f"{name} § {section}" if name and section else name or section)
        yield _link(sheet, found, name or section, shown, Goal(target, anchor, targets))


def _find_section(atlas: Atlas, target: str, section: str, place: Place, problems: list[Problem]) -> str:
    if target not in atlas.entries:
        return ""
    anchor = atlas.find_anchor(target, section)
    if not anchor:
        message = f"the page {atlas.entries[target].title} has no section {section}"
        problems.append(problem_at(place, message, atlas.suggest_section(target, section)))
    return anchor


def _find_links(sheet: Sheet, atlas: Atlas, files: frozenset[str], problems: list[Problem]) -> Iterable[Link]:
    """Find ordinary Markdown links to pages of the wiki, and check them and the images."""
    for found in _LINK.finditer(sheet.mask):
        address, _, anchor = unquote(found[3]).partition("#")
        if BLANK in found.group() or not found[3] or _ELSEWHERE.match(found[3]):
            continue
        place = sheet.place(found.start())
        target = _resolve(sheet.uri, address.partition("?")[0]) if address else sheet.uri
        if target in atlas.entries:
            if anchor and not atlas.find_anchor(target, anchor):
                outline = atlas.outline(target)
                known = sorted({*outline.anchors, *(heading.anchor for heading in outline.headings)})
                message = f"{address or 'this page'} has no anchor #{anchor}"
                problems.append(problem_at(place, message, suggest(anchor, known)))
            name = plain_text(found[2])
            yield _link(sheet, found, name, name, Goal(target, anchor, how="link"))
        elif files and target not in files:
            kind = "image" if found[1] else "page" if target.endswith(".md") else "file"
            meant = suggest(target, sorted({*files, *atlas.entries}))
            shown = posixpath.relpath(meant, posixpath.dirname(sheet.uri) or ".") if meant else ""
            problems.append(problem_at(place, f"there is no {kind} {address}", shown))


def _link(sheet: Sheet, found: re.Match[str], name: str, text: str, goal: Goal) -> Link:
    return Link(
        sheet.uri, name, text, goal, found.start(), found.end(),
        sheet.place(found.start()), sheet.sentences.around(found.start(), found.end()),
    )  # fmt: skip


def _resolve(page: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), address))


def _cover(mask: str, links: list[Link]) -> str:
    parts, at = [], 0
    for link in links:
        parts += [mask[at : link.start], BLANK * (link.end - link.start)]
        at = link.end
    return "".join([*parts, mask[at:]])
