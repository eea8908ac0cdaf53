"""The plugin inside MkDocs, in one process: what it tells MkDocs, keeps and refuses."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin

from retold.last_good import keep_site
from retold.plugin import RetoldPlugin

HOOK = "from retold.plugin import RetoldPlugin\nplugin = RetoldPlugin.as_hook(%r)\n" + "".join(
    f"{event} = plugin.{event}\n"
    for event in (
        "on_startup",
        "on_shutdown",
        "on_config",
        "on_pre_build",
        "on_files",
        "on_page_read_source",
        "on_page_markdown",
        "on_build_error",
        "on_serve",
    )
)


@pytest.fixture(autouse=True)
def _quiet_mkdocs() -> Iterator[None]:
    """MkDocs keeps handlers between builds; a test leaves none behind."""
    before = logging.getLogger("mkdocs").handlers[:]
    yield
    logging.getLogger("mkdocs").handlers[:] = before


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "guide.txt").write_text("Ann Lee met her brother Bob. Bob left Ann.", encoding="utf-8")
    _write_config(tmp_path)
    return tmp_path


def _write_config(project: Path, hook_options: dict[str, object] | None = None, more: str = "") -> None:
    (project / "hook.py").write_text(HOOK % (hook_options or {}), encoding="utf-8")
    text = f"site_name: Ann\ntheme: {{name: material, font: false}}\nhooks: [hook.py]\n{more}"
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")


def _load(project: Path, **options: Any) -> MkDocsConfig:
    return load_config(config_file=str(project / "mkdocs.yml"), **options)


def _build(project: Path, *, strict: bool = True) -> MkDocsConfig:
    config = _load(project, strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return config


def test_pages_come_from_seeds_and_nothing_is_left_beside_the_site(project: Path) -> None:
    _build(project)
    assert (project / "site" / "characters" / "ann-lee" / "index.html").exists()
    _build(project)
    assert not list(project.glob(".site-last-good-*"))


def test_search_is_there_although_plugins_do_not_list_it(project: Path) -> None:
    _write_config(project, more="plugins: []\n")
    _build(project)
    assert "Ann Lee" in (project / "site" / "search" / "search_index.json").read_text(encoding="utf-8")


def test_a_failing_build_restores_the_last_good_site(project: Path) -> None:
    _build(project)
    good = (project / "site" / "index.html").read_bytes()
    (project / "site" / ".nojekyll").touch()
    (project / "docs" / "essay.md").write_text("[gone](gone.md)\n", encoding="utf-8")
    with pytest.raises(Abort):
        _build(project)
    assert (project / "site" / "index.html").read_bytes() == good
    assert (project / "site" / ".nojekyll").exists()
    assert not (project / "site" / "essay").exists()
    assert not list(project.glob(".site-last-good-*"))


def test_unreadable_seeds_stop_the_build_before_the_site_is_touched(project: Path) -> None:
    _build(project)
    (project / "seeds" / "x.txt").write_bytes(b"\xff")
    with pytest.raises(Abort):
        _build(project)
    assert (project / "site" / "index.html").exists()


def test_a_page_that_is_no_text_stops_the_build_with_one_line(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    _build(project)
    before = sorted(path.name for path in (project / "site").iterdir())
    (project / "docs" / "song.md").write_bytes("Ann Löwe".encode("latin-1"))
    with pytest.raises(Abort):
        _build(project, strict=False)
    assert "docs/song.md: byte 5: expected UTF-8 text, found the byte 0xf6" in caplog.text
    assert sorted(path.name for path in (project / "site").iterdir()) == before


def test_a_page_from_another_editor_is_read(project: Path) -> None:
    (project / "docs" / "song.md").write_text("# A song\n\nZoë sings.\n", encoding="utf-16")
    _build(project)
    assert "Zoë sings." in (project / "site" / "song" / "index.html").read_text(encoding="utf-8")


def test_a_misspelt_hook_option_stops_the_build(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    _write_config(project, {"seads": "x"})
    with pytest.raises(Abort):
        _build(project)
    assert "did you mean 'seeds'?" in caplog.text


def test_an_option_like_no_other_is_met_with_the_list(project: Path) -> None:
    errors, _ = RetoldPlugin().load_config({"zzz": 1})
    assert str(errors[0][1]) == "there is no such option of retold (the options are seeds)"


def test_switched_on_twice_it_refuses(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = _load(project)
    config.plugins["retold"] = RetoldPlugin()
    with pytest.raises(Abort):
        build(config)
    assert "switched on twice" in caplog.text


def test_serve_watches_the_seeds(project: Path) -> None:
    config = _load(project)
    config.plugins.on_startup(command="serve", dirty=False)
    watched: list[str] = []

    class Server:
        def watch(self, path: str) -> None:
            watched.append(path)

    build(config, serve_url="http://127.0.0.1:8000/")
    config.plugins.on_serve(Server(), config=config, builder=lambda: None)  # type: ignore[arg-type]
    assert watched == [str(project / "seeds")]


def test_a_site_that_is_not_there_needs_no_keeping(tmp_path: Path) -> None:
    assert keep_site(tmp_path / "site") is None


def test_the_search_that_the_site_lists_is_left_as_it_is(project: Path) -> None:
    config = _build(project)
    searches: list[BasePlugin[Any]] = [p for name, p in config.plugins.items() if "search" in name]
    assert len(searches) == 1


@pytest.mark.parametrize(("more", "branch"), [("", "main"), ("edit_uri: edit/trunk/docs/\n", "trunk")])
def test_the_repositorys_address_alone_leads_to_its_main_branch(project: Path, more: str, branch: str) -> None:
    """MkDocs would say `master`, which new repositories do not have."""
    _write_config(project, more=f"repo_url: https://github.com/fans/ann\n{more}")
    build(_load(project))
    page = (project / "site" / "characters" / "bob" / "index.html").read_text(encoding="utf-8")
    assert f'href="https://github.com/fans/ann/new/{branch}/docs/characters?filename=bob.md' in page
