from __future__ import annotations

import json

from retold.editing.problem import Problem
from retold.editing.report import print_annotations, print_json, print_text

PROBLEMS = (
    Problem("docs/b.md", 1, 1, "100% wrong\nhere", severity="warning"),
    Problem("docs/a, b.md", 2, 3, "nobody is called Tobi", "Tobin"),
)


def test_for_people() -> None:
    assert print_text(PROBLEMS) == (
        "docs/a, b.md:2:3: nobody is called Tobi (did you mean Tobin?)\ndocs/b.md:1:1: warning: 100% wrong\nhere\n"
    )


def test_for_a_pull_request() -> None:
    assert print_annotations(PROBLEMS) == (
        "::error file=docs/a%2C b.md,line=2,col=3::nobody is called Tobi (did you mean Tobin?)\n"
        "::warning file=docs/b.md,line=1,col=1::100%25 wrong%0Ahere\n"
    )


def test_for_programs() -> None:
    [first, second] = json.loads(print_json(PROBLEMS))
    assert first == {
        "file": "docs/a, b.md",
        "line": 2,
        "column": 3,
        "message": "nobody is called Tobi",
        "suggestion": "Tobin",
        "severity": "error",
    }
    assert second["severity"] == "warning"
    assert json.loads(print_json([])) == []
