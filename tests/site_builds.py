"""Building sites by the real commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run_build(folder: Path, site: Path, *, tool: str = "mkdocs", **env: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` in a folder, as a person would."""
    command = [sys.executable, "-m", tool, "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(site)]
    fixed = {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "true"}
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    return subprocess.run(command, cwd=folder, env=clean | fixed | env, capture_output=True, text=True, check=False)


def read_site(site: Path) -> dict[str, bytes]:
    """Every file of a site with its bytes; a build time that MkDocs writes into the sitemap's gzip is left out."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != "sitemap.xml.gz"
    }
