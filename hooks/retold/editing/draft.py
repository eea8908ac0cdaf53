"""What is being corrected, with the problems met on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.editing.document import Overlay
from retold.editing.problem import Problem, Severity, problem_at


@dataclass(slots=True)
class Draft:
    """The part of a story that pages correct; it changes in place and notes their problems."""

    problems: list[Problem] = field(default_factory=list, kw_only=True)

    def report(
        self, overlay: Overlay, path: tuple[str | int, ...], message: str, meant: str = "", severity: Severity = "error"
    ) -> None:
        """Note a problem of an entry of a page's front matter."""
        self.problems.append(problem_at(overlay.matter.place(*path), message, meant, severity))
