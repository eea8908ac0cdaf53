"""The sizes that read well: a file that outgrows them is asking for a name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT

FILES = sorted((ROOT / "hooks").rglob("*.py"))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_over_400_lines_and_no_function_over_50(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    long = [node.name for node in _functions(path) if (node.end_lineno or 0) - node.lineno >= 50]
    assert not long


def test_nothing_knows_the_two_seeds() -> None:
    names = ("kramer", "joanna", "margaret phelps", "dustin hoffman", "meryl streep")
    for path in [*FILES, *(ROOT / "hooks").rglob("*.j2"), *(ROOT / "hooks").rglob("*.js")]:
        text = path.read_text(encoding="utf-8").lower()
        assert not [name for name in names if name in text], path
