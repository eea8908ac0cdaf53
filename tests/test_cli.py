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


def test_export_writes_the_pages_as_markdown(seeds: Path, tmp_path: Path) -> None:
    result = _run("export", tmp_path / "out", "--seeds", seeds)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "index.md").read_text(encoding="utf-8").startswith("---\ntitle: ")
    assert json.loads((tmp_path / "out" / "story.json").read_text(encoding="utf-8"))["tellings"]


def test_export_never_writes_over_anything_unasked(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.md").write_text("mine", encoding="utf-8")
    result = _run("export", tmp_path / "out", "--seeds", seeds)
    assert result.exit_code == 1
    assert "is not an empty folder" in result.output
    assert (tmp_path / "out" / "index.md").read_text(encoding="utf-8") == "mine"
    assert _run("export", tmp_path / "out", "--seeds", seeds, "--force").exit_code == 0


def test_explain_prints_why_a_character_is_here(seeds: Path) -> None:
    result = _run("explain", "ann", "--seeds", seeds)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Ann Lee (ann-lee)\n  forms: ")
    assert "portrayed by: Jo March [a]" in result.output


def test_explain_prints_why_a_scene_s_sentences_are_together(seeds: Path) -> None:
    story = json.loads(_run("read", seeds, "--json").output)
    result = _run("explain", "--scene", story["scenes"][0]["title"], "--seeds", seeds)
    assert result.exit_code == 0, result.output
    assert "  a: sentences 1" in result.output


def test_titles_prints_the_choices_with_their_scores(seeds: Path) -> None:
    story = json.loads(_run("read", seeds, "--json").output)
    result = _run("titles", story["scenes"][0]["slug"], "--seeds", seeds)
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) == len(story["scenes"][0]["titles"])


def test_a_misspelt_name_is_met_with_a_suggestion(seeds: Path) -> None:
    result = _run("explain", "Ann Le", "--seeds", seeds)
    assert result.exit_code == 1
    assert "nothing here is called 'Ann Le' (did you mean 'Ann Lee'?)" in result.output


def test_explain_wants_one_thing_to_explain(seeds: Path) -> None:
    assert _run("explain", "--seeds", seeds).exit_code == 2
