"""Take pictures of every kind of page: phone and laptop, light and dark, and as printed.

    python tools/take_screenshots.py [SITE [FOLDER]]
    python tools/take_screenshots.py --readme [SITE]

SITE is a built site (default: site/); the PNG files go into FOLDER (default: .cache/screenshots).
With --readme only the few that the README shows, one screen each, into .github/screenshots.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from find_browser import find_browser
from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
VIEWS: dict[str, dict[str, Any]] = {
    "phone-light": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
    "phone-dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "laptop-light": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    "laptop-dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "print": {"viewport": {"width": 794, "height": 1123}, "color_scheme": "light"},
}

README = Path(".github/screenshots")
SHOWN = {"front": "laptop-light", "scene": "laptop-dark"}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        pass


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a built site on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def list_kinds(site: Path) -> list[str]:
    """Every page at the top, and of each folder its index and its first page."""
    kinds: dict[tuple[str, bool], str] = {}
    for page in sorted(site.rglob("index.html")):
        path = page.parent.relative_to(site).as_posix()
        folder, _, name = path.partition("/")
        kinds.setdefault((folder, bool(name)), "" if path == "." else f"{path}/")
    return list(kinds.values())


def take_pictures(browser: Browser, address: str, paths: list[str], folder: Path) -> None:
    """Take a full-page picture of every path in every view."""
    for view, settings in VIEWS.items():
        context = browser.new_context(**settings, reduced_motion="reduce")
        page = context.new_page()
        if view == "print":
            page.emulate_media(media="print")
        for path in paths:
            page.goto(address + path, wait_until="networkidle")
            name = path.strip("/").replace("/", "-") or "front"
            page.screenshot(path=folder / f"{name}-{view}.png", full_page=True)
        context.close()


def find_shown(site: Path) -> dict[str, str]:
    """The pages that the README shows: the front page, and the scene of which the tellings differ most."""
    pages = {page.parent: page.read_text(encoding="utf-8") for page in sorted(site.glob("scenes/*/index.html"))}
    scene = max(pages, key=lambda page: (pages[page].count('class="difference'), pages[page].count("<mark")))
    return {"front": "", "scene": f"{scene.relative_to(site).as_posix()}/"}


def take_shown(browser: Browser, address: str, paths: dict[str, str], folder: Path) -> None:
    """Take one screen of each page that the README shows."""
    for name, path in paths.items():
        context = browser.new_context(**VIEWS[SHOWN[name]], reduced_motion="reduce")
        page = context.new_page()
        page.goto(address + path, wait_until="networkidle")
        page.screenshot(path=folder / f"{name}.png")
        context.close()


def main() -> None:
    """Take every picture of a built site, or those of the README."""
    words = [word for word in sys.argv[1:] if word != "--readme"]
    site = Path(words[0] if words else "site")
    readme = "--readme" in sys.argv
    folder = README if readme else Path(words[1] if len(words) > 1 else ".cache/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with serve(site) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_browser(), args=FLAGS)
        if readme:
            take_shown(browser, address, find_shown(site), folder)
        else:
            take_pictures(browser, address, list_kinds(site), folder)
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main()
