"""A sentence as the reading of scenes passes it on: its units, whom its pronouns mean, its stems, its clauses."""

from __future__ import annotations

from typing import NamedTuple

from retold.reading.titles.clauses import Clause
from retold.reading.titles.context import Referents
from retold.reading.titles.line import Line

_CONTENT = frozenset({"N", "NS", "NP", "JJ", "VB", "VZ", "VD", "VN", "VG", "VF"})


class Told(NamedTuple):
    """One sentence; `stems` are those of its content words, each with its last place.

    `clauses` are those that a title could be made of, each with the units that it may end before and what that costs.
    """

    line: Line
    referents: Referents
    stems: dict[str, int]
    clauses: list[tuple[Clause, list[tuple[int, float]]]]


def content_stems(line: Line) -> dict[str, int]:
    """The stems of a line's verbs, nouns and adjectives, the first six letters of their base, each with its place."""
    content = _CONTENT
    units = enumerate(zip(line.bases, line.tags, line.who, strict=True))
    return {base[:6]: at for at, (base, tag, who) in units if who < 0 and tag in content and len(base) > 2}
