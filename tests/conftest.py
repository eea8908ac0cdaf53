"""Shared fixtures: where the benchmark lies, and tiny stories."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import SHARED


@pytest.fixture(scope="session")
def bench() -> Path:
    """The benchmark folder; tests that need it say so when it is not there."""
    folder = SHARED / "bench"
    if not folder.is_dir():
        pytest.skip(f"the benchmark data is not here: {folder}")
    return folder
