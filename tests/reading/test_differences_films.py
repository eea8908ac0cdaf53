"""Floors on stories told twice whose differences are listed."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).parent.parent.parent / "tools"


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_differences", TOOLS / "score_differences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_listed_differences_of_films_are_found_and_few_others_shown(bench: Path, scorer: ModuleType) -> None:
    lines = (bench / "data" / "scenes_films_dev.jsonl").read_text(encoding="utf-8").splitlines()
    counts = [scorer.score_story(json.loads(line), show=False, gold_scenes=True) for line in lines]
    _, contradictions, _, listed, shown, shown_listed = map(sum, zip(*counts, strict=True))
    assert contradictions / listed >= 0.45
    assert shown_listed / shown >= 0.75
