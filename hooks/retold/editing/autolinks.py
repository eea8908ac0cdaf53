"""Link the names of characters in hand-written text, at their first mention in each section."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from retold.editing.atlas import Atlas, Goal, Link
from retold.editing.headings import find_headings
from retold.editing.sheet import Sheet

_WORD = re.compile(r"\w[\w'’.-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s|\n)[\s\"“‘'(*_>\-]*$")


def find_names(sheet: Sheet, prose: str, atlas: Atlas) -> Iterable[Link]:
    """Find the first mention of every character in each section.

    Args:
        sheet: A hand-written page; names that lead to itself are not linked.
        prose: The page's text with everything blanked that is no plain prose.
        atlas: All pages.
    """
    by_first = _sort_names(atlas, sheet.uri)
    if not by_first:
        return
    starts, ends = _find_heading_lines(prose)
    lower = set(re.findall(r"\b[^\W\d_A-Z]\w*", prose))
    linked: set[tuple[int, str]] = set()
    end = 0
    for word in _WORD.finditer(prose):
        start = word.start()
        section = bisect_right(starts, start)
        if start < end or (section and start < ends[section - 1]):
            continue
        name, uri = _match(prose, start, by_first.get(_stem(word.group()), ()))
        if not name:
            continue
        end = start + len(name)
        is_word = name.lower() in lower and _SENTENCE_START.search(prose[max(0, start - 12) : start])
        if (section, uri) not in linked and not is_word:
            linked.add((section, uri))
            quoted = sheet.sentences.around(start, end)
            yield Link(sheet.uri, name, name, Goal(uri, how="name"), start, end, sheet.place(start), quoted)


def _sort_names(atlas: Atlas, page: str) -> dict[str, list[tuple[str, str]]]:
    """Give the names by their first word, longest first."""
    by_first: dict[str, list[tuple[str, str]]] = {}
    for name, uri in atlas.autolinks().items():
        first = _WORD.match(name)
        if first and uri != page and name[0].isupper():
            by_first.setdefault(_stem(first.group()), []).append((name, uri))
    for names in by_first.values():
        names.sort(key=lambda entry: (-len(entry[0]), entry))
    return by_first


def _find_heading_lines(prose: str) -> tuple[list[int], list[int]]:
    starts = [heading.start for heading in find_headings(prose)]
    ends = [prose.find("\n", start) for start in starts]
    return starts, [end if end >= 0 else len(prose) for end in ends]


def _stem(word: str) -> str:
    """Give a word without a possessive 's and marks behind it."""
    return word.rstrip(".'’-").removesuffix("'s").removesuffix("’s")


def _match(mask: str, at: int, names: Iterable[tuple[str, str]]) -> tuple[str, str]:
    for name, uri in names:
        end = at + len(name)
        if mask.startswith(name, at) and not (mask[end : end + 1].isalnum() or mask[end : end + 1] == "_"):
            return name, uri
    return "", ""
