"""Which part of a Markdown page is prose: the rest is blanked out, at the same places.

A mask has the length and the lines of its text, so that what is found in the mask can be
replaced in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

BLANK = "\x00"

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})(.*)")
# What may hold indented text that is no code: list items, admonitions, tabs, footnotes, definitions.
_CONTAINER = re.compile(r"[ \t]*(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|===\+?|\[\^[^\]]+\]:|:)(?:[ \t]|$)")
_TICKS = re.compile(r"(?<!\\)`+")
_RAW = ("pre", "code", "script", "style", "textarea", "svg", "kbd", "samp")
_TAG = re.compile(r"<[a-zA-Z/][^<>]*>")
_LINK = re.compile(r"!?\[[^\[\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]*\]|:[^\n]*|\{[^{}\n]*\})")
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_TITLE_LINE = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|===[!+]?)[ \t][^\n]*$", re.MULTILINE)  # of an admonition or a tab
_MACRO = re.compile(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}")
_TITLES = ("a", "h1", "h2", "h3", "h4", "h5", "h6", "button", "summary")  # no link belongs into these


def mask_code(text: str, *, comments: bool = False) -> str:
    """Blank out code, raw HTML that shows code, and comments unless asked for."""
    mask = _mask_lines(text, comments=comments)
    mask = _blank_all(mask, _find_inline_code(mask))
    return _blank_all(mask, _find_raw(mask, _RAW))


def mask_links(mask: str) -> str:
    """Blank out links, images, tags, macros, addresses and titles too, so that only plain prose is left."""
    patterns = (_LINK, _TAG, _ADDRESS, _TITLE_LINE, _MACRO)
    spans = [found.span() for pattern in patterns for found in pattern.finditer(mask)]
    return _blank_all(mask, [*spans, *_find_raw(mask, _TITLES)])


def _mask_lines(text: str, *, comments: bool) -> str:
    """Blank out fenced and indented code and comments, line by line."""
    masked: list[str] = []
    fence, comment, after_blank, in_container = "", False, True, False
    for line in text.split("\n"):
        if fence:
            if line.strip(" \t>").startswith(fence) and not line.strip(" \t>").strip(fence[0]):
                fence = ""
            masked.append(BLANK * len(line))
            continue
        opening = None if comment else _FENCE.match(line)
        if opening and not ("`" in opening[2] and opening[1][0] == "`"):
            fence = opening[1]
            masked.append(BLANK * len(line))
            continue
        if line.strip():
            indented = line.startswith(("    ", "\t"))
            is_code = indented and after_blank and not in_container and not comment
            if not indented:
                in_container = bool(_CONTAINER.match(line)) or (in_container and not after_blank)
            after_blank = is_code
            if is_code:
                masked.append(BLANK * len(line))
                continue
        else:
            after_blank = True
        shown, comment = _mask_comments(line, inside=comment)
        masked.append(line if comments else shown)
    return "\n".join(masked)


def _mask_comments(line: str, *, inside: bool) -> tuple[str, bool]:
    parts: list[str] = []
    at = 0
    while at < len(line):
        if inside:
            end = line.find("-->", at)
            end = len(line) if end < 0 else end + 3
            inside = not line[at:end].endswith("-->")
            parts.append(BLANK * (end - at))
        else:
            end = line.find("<!--", at)
            inside = end >= 0
            end = len(line) if end < 0 else end
            parts.append(line[at:end])
        at = end
    return "".join(parts), inside


def _find_inline_code(mask: str) -> Iterable[tuple[int, int]]:
    """Find code spans as CommonMark does: a run of backticks ends at the next run as long, in the same paragraph."""
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(mask)]
    breaks = [found.start() for found in re.finditer(r"\n[ \t]*\n", mask)]
    paragraph, paragraphs = 0, []
    for start, _ in runs:
        while paragraph < len(breaks) and breaks[paragraph] < start:
            paragraph += 1
        paragraphs.append(paragraph)
    following: dict[tuple[int, int], int] = {}
    partner = [-1] * len(runs)
    for at in range(len(runs) - 1, -1, -1):
        key = (runs[at][1] - runs[at][0], paragraphs[at])
        partner[at] = following.get(key, -1)
        following[key] = at
    at = 0
    while at < len(runs):
        if partner[at] >= 0:
            yield runs[at][0], runs[partner[at]][1]
            at = partner[at]
        at += 1


def _find_raw(mask: str, names: Iterable[str]) -> Iterable[tuple[int, int]]:
    """Find HTML elements of some names, from tag to tag."""
    for name in names:
        closing = f"</{name}>"
        end = 0
        for opening in re.finditer(rf"<{name}[\s>]", mask):
            if opening.start() < end:
                continue
            end = mask.find(closing, opening.end())
            if end < 0:
                break
            yield opening.start(), end + len(closing)


def _blank_all(mask: str, spans: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            start = max(start, at)  # noqa: PLW2901  spans may overlap
            parts += [mask[at:start], re.sub(r"[^\n]", BLANK, mask[start:end])]
            at = end
    return "".join([*parts, mask[at:]])
