"""What a contributor got wrong, in a line they understand; nothing here prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that a person should look at, and what they may have meant."""

    file: str
    line: int
    column: int
    message: str
    suggestion: str = ""
    severity: Severity = "error"


def problem_at(place: Place, message: str, suggestion: str = "", severity: Severity = "error") -> Problem:
    """Report a problem at a place."""
    return Problem(place.file, place.line, place.column, message, suggestion, severity)


def suggest(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """Find the known word that somebody who wrote `word` most likely meant, or "".

    Args:
        word: What was written.
        known: What may have been meant.
        alike: How alike the two must be, from 0 to 1, as difflib measures it.
    """
    by_folded = {entry.casefold(): entry for entry in known}
    close = get_close_matches(word.casefold()[:100], list(by_folded), n=1, cutoff=alike)
    return by_folded[close[0]] if close else ""
