"""The `retold` command, as a person types it."""

from __future__ import annotations

import json
import subprocess
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
    result = _run("export", tmp_path / "out", "--project", seeds.parent)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "index.md").read_text(encoding="utf-8").startswith("---\ntitle: ")
    assert json.loads((tmp_path / "out" / "story.json").read_text(encoding="utf-8"))["tellings"]


def test_export_never_writes_over_anything_unasked(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.md").write_text("mine", encoding="utf-8")
    result = _run("export", tmp_path / "out", "--project", seeds.parent)
    assert result.exit_code == 1
    assert "is not an empty folder" in result.output
    assert (tmp_path / "out" / "index.md").read_text(encoding="utf-8") == "mine"
    assert _run("export", tmp_path / "out", "--project", seeds.parent, "--force").exit_code == 0


def test_explain_prints_why_a_character_is_here(seeds: Path) -> None:
    result = _run("explain", "ann", "--project", seeds.parent)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Ann Lee (ann-lee)\n  forms: ")
    assert "portrayed by: Jo March [a]" in result.output


def test_explain_prints_why_a_scene_s_sentences_are_together(seeds: Path) -> None:
    story = json.loads(_run("read", seeds, "--json").output)
    result = _run("explain", "--scene", story["scenes"][0]["title"], "--project", seeds.parent)
    assert result.exit_code == 0, result.output
    assert "  a: sentences 1" in result.output


def test_titles_prints_the_choices_with_their_scores(seeds: Path) -> None:
    story = json.loads(_run("read", seeds, "--json").output)
    result = _run("titles", story["scenes"][0]["slug"], "--project", seeds.parent)
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) == len(story["scenes"][0]["titles"])


def test_a_misspelt_name_is_met_with_a_suggestion(seeds: Path) -> None:
    result = _run("explain", "Ann Le", "--project", seeds.parent)
    assert result.exit_code == 1
    assert "nothing here is called 'Ann Le' (did you mean 'Ann Lee'?)" in result.output


def test_explain_wants_one_thing_to_explain(seeds: Path) -> None:
    assert _run("explain", "--project", seeds.parent).exit_code == 2


def test_check_is_silent_about_a_wiki_without_mistakes(seeds: Path) -> None:
    result = _run("check", "--project", seeds.parent)
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize(
    ("shape", "start"),
    [
        ("text", "docs/characters/ann-lee.md:2:1: "),
        ("github", "::error file=docs/characters/ann-lee.md,line=2,col=1::"),
        ("json", '[\n {\n  "file": "docs/characters/ann-lee.md"'),
    ],
)
def test_check_names_the_place_of_a_mistake(seeds: Path, shape: str, start: str) -> None:
    _write_overlay(seeds, "nmae: Anna\n")
    result = _run("check", "--format", shape, "--project", seeds.parent)
    assert result.exit_code == 1
    assert result.output.startswith(start)


def test_check_names_the_place_of_a_mistake_in_the_seeds(seeds: Path) -> None:
    (seeds / "story.yml").write_text("titel: x\n", encoding="utf-8")
    result = _run("check", "--project", seeds.parent)
    assert result.exit_code == 1
    assert result.output.startswith("seeds/story.yml:1:1: unknown key 'titel'")
    (seeds / "story.yml").unlink()
    (seeds / "b.txt").write_bytes(b"\xff")
    assert _run("check", "--project", seeds.parent).output.startswith("seeds/b.txt:1:1: byte 0: ")


def test_check_finds_pages_that_are_folders_or_no_text(seeds: Path) -> None:
    (seeds.parent / "docs" / "essay.md").mkdir(parents=True)
    (seeds.parent / "docs" / "song.md").write_bytes(b"\xff\xfe\xff")
    output = _run("check", "--project", seeds.parent).output
    assert "docs/essay.md:1:1: this is a folder" in output
    assert "docs/song.md:1:1: byte 2: expected UTF-16-LE text" in output


@pytest.mark.parametrize("name", ["docs/essay.md", "seeds/urls.lock"])
def test_check_names_a_file_that_may_not_be_read(seeds: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = seeds.parent / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("x", encoding="utf-8")
    read = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = _run("check", "--project", seeds.parent)
    what = "this file" if name.startswith("docs") else "the lock of addresses"
    assert result.output == f"{name}:1:1: {what} cannot be read (Permission denied)\n"
    assert result.exit_code == 1


def test_check_names_a_lock_that_is_no_text(seeds: Path) -> None:
    (seeds / "urls.lock").write_bytes(b"\xff")
    assert _run("check", "--project", seeds.parent).output.startswith(
        "seeds/urls.lock:1:1: byte 0: expected UTF-8 text"
    )


def test_diff_says_what_it_lacks(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = seeds.parent
    git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    text = (seeds / "a.txt").read_bytes()
    (seeds / "a.txt").write_bytes(b"\xff")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "begin"]):
        subprocess.run([*git, *words], check=True)
    (seeds / "a.txt").write_bytes(text)
    assert "the story at HEAD cannot be read: seeds/a.txt" in _run("diff", "HEAD", "--project", root).output
    monkeypatch.setenv("PATH", "")
    assert "git is needed to read an older version" in _run("diff", "HEAD", "--project", root).output


def test_adopt_writes_a_file_once(seeds: Path) -> None:
    result = _run("adopt", "Ann Lee", "--project", seeds.parent)
    assert result.output == "docs/characters/ann-lee.md\n"
    adopted = (seeds.parent / "docs/characters/ann-lee.md").read_text(encoding="utf-8")
    assert adopted.startswith("---\nname: Ann Lee\n")
    assert _run("check", "--project", seeds.parent).output == ""
    again = _run("adopt", "characters/ann-lee", "--project", seeds.parent)
    assert again.exit_code == 1
    assert "is there already" in again.output


def test_lock_keeps_the_addresses_and_rename_leaves_a_redirect(seeds: Path) -> None:
    root = seeds.parent
    _write_overlay(seeds, "gender: f\n")
    assert _run("lock", "--project", root).output == "seeds/urls.lock\n"
    assert "character ann-lee\n" in (seeds / "urls.lock").read_text(encoding="utf-8")
    result = _run("rename", "ann-lei", "anna", "--project", root)
    assert result.exit_code == 1
    assert "did you mean" in result.output
    result = _run("rename", "characters/ann-lee", "anna", "--project", root)
    assert result.output == "characters/ann-lee.md -> characters/anna.md\n"
    assert (root / "docs/characters/anna.md").exists()
    assert not (root / "docs/characters/ann-lee.md").exists()
    assert _run("check", "--project", root).output == ""
    assert "characters/bob.md already" in _run("rename", "characters/anna", "bob", "--project", root).output
    assert "only pages of characters and scenes" in _run("rename", "index", "start", "--project", root).output


def test_diff_tells_a_reviewer_what_changes_in_the_story(seeds: Path) -> None:
    root = seeds.parent
    git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "begin"]):
        subprocess.run([*git, *words], check=True)
    _write_overlay(seeds, "name: Anna Lee\n")
    result = _run("diff", "HEAD", "--project", root)
    assert result.exit_code == 0, result.output
    assert "Anna Lee (was Ann Lee)" in result.output
    wrong = _run("diff", "no-such-branch", "--project", root)
    assert wrong.exit_code == 1
    assert "Traceback" not in wrong.output


def test_settings_come_from_mkdocs_yml_whatever_its_tags(seeds: Path) -> None:
    root = seeds.parent
    seeds.rename(root / "texts")
    config = (
        "docs_dir: pages\nextra: !ENV [X, y]\nf: !!python/name:os.system\nplugins: [search, retold: {seeds: texts}]\n"
    )
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert _run("adopt", "Bob", "--project", root).output == "pages/characters/bob.md\n"
    (root / "mkdocs.yml").write_text("a: [", encoding="utf-8")
    assert "mkdocs.yml: cannot be read" in _run("check", "--project", root).output


def _write_overlay(seeds: Path, matter: str) -> None:
    path = seeds.parent / "docs" / "characters" / "ann-lee.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{matter}---\n\nAnn is kind.\n", encoding="utf-8")
