"""Write the lock files: every version pinned, with hashes, for every supported Python and system.

`requirements.lock` runs the wiki, `requirements-dev.lock` runs the tests, and `requirements-floor.lock`
pins the oldest versions that pyproject.toml allows, so that CI proves the floors too.
"""

from __future__ import annotations

import subprocess
import sys

LOCKS = {
    "requirements.lock": ["--group", "install"],
    "requirements-dev.lock": ["--group", "dev"],
    "requirements-floor.lock": ["--group", "test", "--resolution", "lowest-direct"],
}


def main() -> None:
    """Compile each lock file anew."""
    for name, options in LOCKS.items():
        command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *options]
        fixed = ["--universal", "--generate-hashes", "--upgrade", "--quiet", "--output-file", name]
        header = ["--custom-compile-command", "make lock", "--no-emit-index-url", "--python-version", "3.11"]
        subprocess.run([*command, *fixed, *header], check=True)


if __name__ == "__main__":
    main()
