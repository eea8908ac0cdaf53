"""The true site: strict, the same bytes every time, by hook and by plugin, under MkDocs and its fork."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from places import ROOT
from site_builds import read_site, run_build

pytestmark = pytest.mark.site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this wiki to break."""
    for name in ("docs", "seeds", "hooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    git = ROOT / ".git"  # the page of recent changes comes from the history; a worktree's .git is a file
    if git.is_dir():
        shutil.copytree(git, tmp_path / ".git")
    elif git.exists():
        shutil.copy(git, tmp_path / ".git")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def _change_config(project: Path, old: str, new: str) -> None:
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_second_build_elsewhere_gives_the_same_bytes(hook_site: Path, tmp_path: Path) -> None:
    result = run_build(ROOT, tmp_path / "site", PYTHONHASHSEED="4242", LC_ALL="C", LANG="tr_TR.UTF-8", TZ="Asia/Tokyo")
    assert result.returncode == 0, result.stderr
    assert read_site(tmp_path / "site") == read_site(hook_site)


@pytest.mark.parametrize("plugins", ["plugins: [retold]", "plugins: [retold, search]"])
def test_the_installed_plugin_gives_the_hooks_bytes(
    hook_site: Path, installed: Path, project: Path, plugins: str
) -> None:
    shutil.rmtree(project / "hooks")
    _change_config(project, "hooks: [hooks/build_wiki.py]\n", "")
    _change_config(project, "plugins: [search]", plugins)
    result = run_build(project, project / "site", PYTHONPATH=str(installed))
    assert result.returncode == 0, result.stderr
    assert read_site(project / "site") == read_site(hook_site)


def test_properdocs_builds_the_wiki_too(hook_site: Path, tmp_path: Path) -> None:
    result = run_build(ROOT, tmp_path / "site", tool="properdocs")
    assert result.returncode == 0, result.stderr
    assert set(read_site(tmp_path / "site")) == set(read_site(hook_site))


def test_a_folder_of_texts_and_the_plugin_are_enough(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "guide.txt").write_text("Ann met her brother Bob. Bob left Ann.", encoding="utf-8")
    config = {"site_name": "Ann", "site_url": "https://example.org/", "theme": {"name": "material", "font": False}}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({**config, "plugins": ["retold"]}), encoding="utf-8")
    result = run_build(tmp_path, tmp_path / "site", PYTHONPATH=str(installed))
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "site" / "tellings" / "guide" / "index.html").exists()


def test_hook_and_plugin_together_are_refused(installed: Path, project: Path) -> None:
    _change_config(project, "plugins: [search]", "plugins: [search, retold]")
    result = run_build(project, project / "site", PYTHONPATH=str(installed))
    assert result.returncode != 0
    assert "retold is switched on twice, as 'retold' and as 'hooks/build_wiki.py'" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_misspelt_option_is_refused_with_a_suggestion(installed: Path, project: Path) -> None:
    _change_config(project, "hooks: [hooks/build_wiki.py]\n", "")
    _change_config(project, "plugins: [search]", "plugins: [search, retold: {seedz: texts}]")
    result = run_build(project, project / "site", PYTHONPATH=str(installed))
    assert result.returncode != 0
    assert "'seedz'" in result.stderr
    assert "did you mean 'seeds'?" in result.stderr


def test_a_misspelt_option_of_the_hook_is_refused_too(project: Path) -> None:
    hook = project / "hooks" / "build_wiki.py"
    hook.write_text(hook.read_text(encoding="utf-8").replace('{"seeds"', '{"sedes"'), encoding="utf-8")
    result = run_build(project, project / "site")
    assert result.returncode != 0
    assert "did you mean 'seeds'?" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("seeds/x.txt", b"Ann\xff", "seeds/x.txt: byte 3"),
        ("seeds/story.yml", b"titel: x\n", "seeds/story.yml:1:1: unknown key 'titel'"),
        ("docs/essay.md", b"A [link](nowhere.md).\n", "nowhere.md"),
    ],
)
def test_a_build_that_fails_leaves_the_last_good_site_alone(
    project: Path, name: str, content: bytes, message: str
) -> None:
    assert run_build(project, project / "site").returncode == 0
    before = read_site(project / "site")
    (project / name).write_bytes(content)
    result = run_build(project, project / "site")
    assert result.returncode != 0
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert read_site(project / "site") == before
    assert not list(project.glob(".site-last-good-*"))


def test_a_build_writes_nothing_into_docs_or_seeds(project: Path) -> None:
    before = {name: read_site(project / name) for name in ("docs", "seeds")}
    assert run_build(project, project / "site").returncode == 0
    assert {name: read_site(project / name) for name in ("docs", "seeds")} == before


def test_no_page_asks_anything_of_another_host(hook_site: Path) -> None:
    for name, content in read_site(hook_site).items():
        if name.endswith(".html"):
            text = content.decode()
            assert 'src="http' not in text, name
            for tag in text.split("<link ")[1:]:
                assert "http" not in tag.split(">")[0] or 'rel="canonical"' in tag.split(">")[0], name


def test_every_page_can_be_replaced_by_a_file(project: Path, hook_site: Path) -> None:
    page = next(path for path in sorted((hook_site / "scenes").iterdir()) if path.is_dir())
    (project / "docs" / "scenes").mkdir(parents=True, exist_ok=True)
    overlay = project / "docs" / "scenes" / f"{page.name}.md"
    overlay.write_text("Somebody wrote this by hand.\n", encoding="utf-8")
    result = run_build(project, project / "site")
    assert result.returncode == 0, result.stderr
    assert "Somebody wrote this by hand." in (project / "site" / "scenes" / page.name / "index.html").read_text("utf-8")


def test_no_page_tells_where_it_was_built(hook_site: Path) -> None:
    assert not [name for name, content in read_site(hook_site).items() if str(ROOT).encode() in content]


def test_the_link_to_the_repository_asks_no_forge_for_its_stars(hook_site: Path) -> None:
    page = (hook_site / "index.html").read_text(encoding="utf-8")
    assert 'class="md-source"' in page
    assert 'data-md-component="source"' not in page
