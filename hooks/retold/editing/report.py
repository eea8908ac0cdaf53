"""Print problems: for people, for a forge's review page, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from retold.editing.problem import Problem


def print_text(problems: Iterable[Problem]) -> str:
    """Give a line each: `file:line:column: message (did you mean …?)`."""
    return "".join(f"{_place(problem)}: {_mark(problem)}{_say(problem)}\n" for problem in sorted(problems))


def print_annotations(problems: Iterable[Problem]) -> str:
    """Give GitHub's workflow commands, which show each problem beside its line in a pull request."""
    lines = []
    for problem in sorted(problems):
        where = f"file={_escape(problem.file, ':,')},line={problem.line},col={problem.column}"
        lines.append(f"::{problem.severity} {where}::{_escape(_say(problem))}\n")
    return "".join(lines)


def print_json(problems: Iterable[Problem]) -> str:
    """Give a JSON list of objects with the fields of a problem."""
    return json.dumps([asdict(problem) for problem in sorted(problems)], ensure_ascii=False, indent=1) + "\n"


def _place(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}:{problem.column}"


def _mark(problem: Problem) -> str:
    return "warning: " if problem.severity == "warning" else ""


def _say(problem: Problem) -> str:
    hint = f" (did you mean {problem.suggestion}?)" if problem.suggestion else ""
    return f"{problem.message}{hint}"


def _escape(text: str, more: str = "") -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for mark in more:
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text
