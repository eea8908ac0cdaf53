"""The wiki in a real browser, served from this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from find_browser import find_browser
from playwright.sync_api import Browser, Playwright, sync_playwright
from visits import Visit

from serving import serve_folder

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="session")
def address(hook_site: Path) -> Iterator[str]:
    """Where the wiki is served."""
    with serve_folder(hook_site) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = find_browser()
    if not path:
        message = "there is no Chromium on the PATH: the browser tests cannot be run"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield opened
    opened.close()


@pytest.fixture(params=[1280])
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A tab of a given width (1280 px unless a test asks for another), 800 px high."""
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    visit = Visit(page, address)
    page.on("console", lambda message: visit.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    page.on("request", lambda asked: visit.hosts.add(asked.url.split("/")[2]) if "://" in asked.url else None)
    yield visit
    page.close()
    assert not visit.errors
    assert visit.hosts <= {address.split("/")[2]}
