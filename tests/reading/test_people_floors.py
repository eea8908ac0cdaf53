"""How much of what films' synopses say of their people is found, against hand-made gold."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

from retold import Source, read_story, story_as_dict


def test_relations_and_genders_reach_their_floors(bench: Path) -> None:
    spec = importlib.util.spec_from_file_location("characters", bench / "characters.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    lines = (bench / "data" / "characters_dev.jsonl").read_text("utf-8").splitlines()
    found, _, _ = scorer.score(
        [json.loads(line) for line in lines], lambda text: story_as_dict(read_story([Source("telling", text)]))
    )
    precision, recall = found["re_tp"] / found["re_found"], found["re_tp"] / found["re_gold"]
    assert 2 * precision * recall / (precision + recall) >= 0.80
    assert found["ge_ok"] / found["ge_n"] >= 0.94
