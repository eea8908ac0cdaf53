"""Shared fixtures: the benchmark, and sites built by the real commands, each once a session."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import settings
from places import ROOT, SHARED
from site_builds import run_build

# No test may fail because a machine is slow; in CI the same change sees the same examples, so that red means broken.
settings.register_profile("retold", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("retold")


@pytest.fixture(scope="session")
def bench() -> Path:
    """The benchmark folder; tests that need it say so when it is not there."""
    folder = SHARED / "bench"
    if not folder.is_dir():
        pytest.skip(f"the benchmark data is not here: {folder}")
    return folder


@pytest.fixture(scope="session")
def hook_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own wiki, built by its hook."""
    site = tmp_path_factory.mktemp("hook") / "site"
    result = run_build(ROOT, site)
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked in it, as `pip install --target` would leave it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "installed")
    return folder / "installed"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that there was no browser; one skipped line is easily overlooked."""
    if any("no Chromium" in str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_sep("!", "THE BROWSER TESTS WERE NOT RUN: there is no Chromium on the PATH", red=True)
