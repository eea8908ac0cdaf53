"""Keep the last good site while a new one is built, so that a build that fails leaves it alone."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LastGoodSite:
    """A site folder and the copy of what it held; hard links where the file system has them."""

    site: Path
    copy: Path

    def restore(self) -> None:
        """Put the copy back in the place of whatever a failed build has left."""
        for entry in self.site.iterdir() if self.site.is_dir() else ():
            if not entry.name.startswith("."):
                shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
        shutil.copytree(self.copy, self.site, copy_function=_link, dirs_exist_ok=True)
        self.discard()

    def discard(self) -> None:
        """Forget the copy: the new site is good."""
        shutil.rmtree(self.copy, ignore_errors=True)


def keep_site(site: Path) -> LastGoodSite | None:
    """Copy what a site folder holds, hidden files apart (MkDocs leaves those where they are).

    Returns:
        The copy, or None when there is nothing to keep.
    """
    if not site.is_dir() or not any(site.iterdir()):
        return None
    # Beside the site, so that both are on one file system and hard links work.
    copy = Path(tempfile.mkdtemp(prefix=f".{site.name}-last-good-", dir=site.parent))
    hidden = shutil.ignore_patterns(".*")
    top = os.fspath(site)
    shutil.copytree(
        site,
        copy,
        copy_function=_link,
        dirs_exist_ok=True,
        ignore=lambda folder, names: hidden(folder, names) if folder == top else set(),
    )
    return LastGoodSite(site, copy)


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        return str(shutil.copy2(source, target))
    return target
