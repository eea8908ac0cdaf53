"""The sections of a Markdown page, and where its sentences end."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from retold.editing.prose import BLANK

_HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]+(?P<title>[^\n]*?)[ \t]*#*[ \t]*$"
    r"|^(?P<under>[^\s#>\-*+|\x00][^\n]*)\n(?P<line>=+|-+)[ \t]*$",
    re.MULTILINE,
)
_OWN_ID = re.compile(r"[ \t]*\{:?[^{}\n]*?#([\w:.-]+)[^{}\n]*\}$")
_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}\n]*\}$")
_END = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>|#]|\d+[.)])[ \t])|[.!?…]+[\"'”’)\]*_]*[ \t\n]+(?=[^\sa-z])")
_MARKUP = re.compile(
    r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]|!?\[([^\[\]\n]*)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])|<[^<>\n]*>"
)
_SHOWN = 300  # characters of a sentence; a longer one is clipped around its link


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's title, its anchor, and where it begins."""

    title: str
    anchor: str
    level: int
    start: int


def find_headings(mask: str) -> tuple[Heading, ...]:
    """Find the headings of a page in its mask, with the anchors that Python-Markdown's toc gives them."""
    found: list[Heading] = []
    taken: set[str] = set()
    last: dict[str, int] = {}
    for match in _HEADING.finditer(mask):
        title = match["title"] if match["under"] is None else match["under"]
        own = _OWN_ID.search(title)
        plain = plain_text(_ATTRIBUTES.sub("", title))
        anchor = own[1] if own else _number(slug_heading(plain), taken, last)
        taken.add(anchor)
        level = len(match["marks"] or ("=" if match["line"][0] == "=" else "=="))
        found.append(Heading(plain, anchor, level, match.start()))
    return tuple(found)


def slug_heading(title: str) -> str:
    """Make an anchor of a heading as Python-Markdown's toc does."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _number(anchor: str, taken: set[str], last: dict[str, int]) -> str:
    """Number an anchor that is taken as toc does: a, a_1, a_2, …; `last` saves counting again."""
    while anchor in taken or not anchor:
        stem, mark, number = anchor.rpartition("_")
        stem, first = (stem, int(number)) if mark and number.isdecimal() else (anchor, 0)
        last[stem] = max(last.get(stem, 0), first) + 1
        anchor = f"{stem}_{last[stem]}"
    return anchor


def plain_text(markdown: str) -> str:
    """Give words without their Markdown, on one line."""
    words = _MARKUP.sub(lambda found: found[1] or found[2] or "", markdown)
    return " ".join(re.sub(r"[*`\x00]+|(?<!\w)_+|_+(?!\w)", "", words).split())


class Sentences:
    """The sentences of a page, for quoting the one around a link."""

    def __init__(self, text: str, mask: str) -> None:
        self._text = text
        self._ends = [0, *(found.end() for found in _END.finditer(mask)), len(text)]

    def around(self, start: int, end: int) -> str:
        """Quote the sentence around a place, without its Markdown."""
        at = bisect_right(self._ends, start) - 1
        first = self._ends[min(at, len(self._ends) - 2)]
        last = next((stop for stop in self._ends[at + 1 : at + 8] if stop >= end), len(self._text))
        clipped_first, clipped_last = max(first, start - _SHOWN), min(last, end + _SHOWN)
        words = plain_text(re.sub(r"^[ \t]*(?:[-*+>#]+|\d+[.)])[ \t]+", "", self._text[clipped_first:clipped_last]))
        before, after = "…" if clipped_first > first else "", "…" if clipped_last < last else ""
        return f"{before}{words}{after}"


def has_prose(mask: str) -> bool:
    """Say whether a page has any word that a reader sees."""
    return bool(mask.replace(BLANK, "").strip())
