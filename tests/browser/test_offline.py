"""A site built for it is read from files: no server, no network, and search and links work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from places import ROOT
from playwright.sync_api import Browser, expect
from site_builds import run_build

pytestmark = [pytest.mark.browser, pytest.mark.site]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's wiki with Material's plugin `offline` switched on."""
    folder = tmp_path_factory.mktemp("offline")
    for name in ("docs", "seeds", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "plugins: [search]" in settings
    (folder / "mkdocs.yml").write_text(settings.replace("plugins: [search]", "plugins: [search, offline]"), "utf-8")
    result = run_build(folder, folder / "site")
    assert result.returncode == 0, result.stderr
    return folder / "site"


def test_search_links_and_citations_work_from_files(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    wrong: list[str] = []
    page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else wrong.append(asked.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((folder / "characters" / "joanna.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("Mrs. Phelps")
    expect(page.locator(".md-search-result__link").first).to_contain_text("Margaret Phelps")
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_contain_text("Margaret Phelps")
    assert page.url == (folder / "characters" / "margaret-phelps.html").as_uri()
    page.locator(".lead .cite").first.click()
    page.wait_for_url("**/tellings/*.html#s*")
    page.close()
    assert not wrong


def test_every_link_leads_to_a_file(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    for path in sorted(folder.rglob("*.html")):
        if path.name == "404.html":  # its addresses count from the top of the host
            continue
        page.goto(path.as_uri())
        links = page.evaluate(
            "[...document.querySelectorAll('a[href]')]"
            ".map(link => new URL(link.getAttribute('href'), location))"
            ".filter(address => address.protocol === 'file:')"
            ".map(address => decodeURIComponent(address.pathname))"
        )
        assert not [link for link in links if not Path(link).is_file()], path
    page.close()
