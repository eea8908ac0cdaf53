"""Find a Chromium for the browser tests: one on the PATH, else Debian's when root may install it.

    python tools/find_browser.py [--install]

Prints the browser's path, or says loudly that there is none.  Always exits 0: the tests
themselves report that they were not run, and fail under CI=true.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def find_browser() -> str:
    """Give the path of the first Chromium on the PATH, or ""."""
    return next((path for path in map(shutil.which, NAMES) if path), "")


def install_browser() -> None:
    """Install Debian's chromium when this is Debian and we are root; else do nothing."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL)


def main() -> None:
    """Find a browser, installing one when asked to and able to."""
    if not find_browser() and "--install" in sys.argv:
        install_browser()
    path = find_browser()
    print(path or "*** NO BROWSER: the browser tests WILL NOT BE RUN. Install Chromium or Chrome and try again. ***")


if __name__ == "__main__":
    main()
