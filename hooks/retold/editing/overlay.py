"""Merge what a contributor wrote with the sections that are generated."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retold.editing.document import Overlay
from retold.editing.headings import find_headings
from retold.editing.problem import Problem, problem_at, suggest
from retold.editing.sheet import Sheet
from retold.model import Section

_SLOT = re.compile(r"<!--[ \t]*retold/([\w-]*)[ \t]*-->")
# What a reader looks for at the top of a page stays above the article.
_ABOVE = ("title", "steps", "infobox", "lead")


@dataclass(frozen=True, slots=True)
class Merged:
    """A page's whole text, the sections that its own slots place, and problems of these."""

    markdown: str
    problems: tuple[Problem, ...]


def merge_overlay(
    overlay: Overlay, sheet: Sheet, body: str, sections: Sequence[Section], known: Sequence[str] = ()
) -> Merged:
    """Put generated sections where the page's slots say, and the others around its text.

    Args:
        overlay: The contributor's page.
        sheet: Its text as written, for the places of problems.
        body: Its text with the links spelled.
        sections: What is generated for this page.
        known: The names of sections that pages of this kind may have, though this one has them not.
    """
    names = tuple(dict.fromkeys((*(section.name for section in sections), *known)))
    problems = tuple(_check_slots(sheet, names))
    has_title = any(heading.level == 1 for heading in find_headings(sheet.mask))
    by_name = {section.name: section.body for section in sections if not (has_title and section.name == "title")}
    placed: set[str] = set()

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        if name not in by_name or name in placed:
            return ""
        placed.add(name)
        return f"\n\n{by_name[name]}\n\n"

    article = _fill_slots(body, fill).strip("\n")
    wanted = list(by_name) if overlay.matter.values.get("generated", True) else [n for n in by_name if n == "title"]
    rest = [name for name in wanted if name not in placed]
    above = [by_name[name] for name in rest if name in _ABOVE]
    below = [by_name[name] for name in rest if name not in _ABOVE]
    return Merged("\n\n".join(part for part in (*above, article, *below) if part) + "\n", problems)


def _fill_slots(body: str, fill: Callable[[re.Match[str]], str]) -> str:
    """Fill the slots outside code; the body's own comments stay."""
    shown = Sheet("", body, "", comments=True).mask
    parts, at = [], 0
    for found in _SLOT.finditer(shown):
        parts += [body[at : found.start()], fill(found)]
        at = found.end()
    return "".join([*parts, body[at:]])


def _check_slots(sheet: Sheet, names: Sequence[str]) -> list[Problem]:
    problems, seen = [], set()
    for found in _SLOT.finditer(Sheet("", sheet.text, "", comments=True).mask):
        name = found[1]
        if name not in names:
            known = ", ".join(names) or "none"
            message = f"this page may have no generated section {name} (but: {known})"
            problems.append(problem_at(sheet.place(found.start()), message, suggest(name, names), "warning"))
        elif name in seen:
            problems.append(problem_at(sheet.place(found.start()), f"the section {name} stands here twice"))
        seen.add(name)
    return problems
