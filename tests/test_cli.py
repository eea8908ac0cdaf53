"""The `retold` command, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from retold.cli import main


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("Ann Lee (Jo March) met her brother Bob. Bob left Ann.", encoding="utf-8")
    return folder


def _run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_read_prints_the_ledger_and_the_scenes(seeds: Path) -> None:
    result = _run("read", seeds)
    assert result.exit_code == 0
    assert "a: 2 of 2 sentences placed" in result.output


def test_read_json_is_the_public_form(seeds: Path) -> None:
    story = json.loads(_run("read", seeds, "--json").output)
    assert story["tellings"][0]["name"] == "a"
    assert story["ledger"] == [{"telling": "a", "sentences": 2, "placed": 2, "once": 2}]


def test_a_missing_folder_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    result = _run("read", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert "does not exist" in result.output
    assert "Traceback" not in result.output
