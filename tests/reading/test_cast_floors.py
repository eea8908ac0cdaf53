"""The cast of the development films stays above its floors."""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


def test_the_cast_of_twenty_films_stays_above_its_floors(bench: Path) -> None:
    spec = spec_from_file_location("characters", bench / "characters.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    lines = (bench / "data" / "characters_dev.jsonl").read_text(encoding="utf-8").splitlines()
    counts, _, _ = scorer.score([json.loads(line) for line in lines], scorer.read_with_retold)
    figures = {
        kind: scorer.f1(counts[f"{kind}tp"], counts[f"{kind}found"], counts[f"{kind}gold"])[2]
        for kind in ("", "al_", "ac_")
    }
    assert figures[""] >= 0.96
    assert figures["al_"] >= 0.95
    assert figures["ac_"] >= 0.98
