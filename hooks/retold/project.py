"""A wiki's folder on disk: everything that the plugin and the command read, and nothing that they write."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from retold.editing.problem import Problem
from retold.model import Story
from retold.reading import read_story
from retold.seeds import SeedError, decode_text, load_sources
from retold.wiki import Wiki, WikiOptions, compile_wiki

LOCK_FILE = "urls.lock"
_GIT_LOG = ("log", "--max-count=200", "--format=%x1e%cI%x1f%an%x1f%s%x1f%H", "--name-only", "--relative")


@dataclass(frozen=True, slots=True)
class Project:
    """Where a wiki's parts lie, and what its settings say; `seeds` and `docs` are folders."""

    root: Path
    seeds: Path
    docs: Path
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    directory_urls: bool = True

    @property
    def lock(self) -> Path:
        """The file that keeps the addresses of pages."""
        return self.seeds / LOCK_FILE

    def shown(self, path: Path) -> str:
        """A path as a person who stands in the project's folder writes it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def read_seeds(project: Project) -> Story:
    """Read the story from the seeds alone, without anybody's corrections.

    Raises:
        SeedError: A seed cannot be read.
    """
    seeds = load_sources(project.seeds, project.root)
    return read_story(seeds.sources, seeds.facts)


def read_wiki(project: Project, story: Story) -> Wiki:
    """Compile the wiki from a story and what contributors wrote in the project's `docs/`.

    Returns:
        The wiki; files that cannot be read are among its problems.

    Raises:
        SeedError: The lock of addresses cannot be read.
    """
    problems: list[Problem] = []
    files = list(_list_files(project))
    texts = list(_read_pages(project, [path for path in files if path.suffix == ".md"], problems))
    lock = _read_lock(project)
    options = WikiOptions(
        site_url=project.site_url,
        repo_url=project.repo_url,
        edit_uri=project.edit_uri,
        docs_dir=project.shown(project.docs),
        lock_file=project.shown(project.lock),
        files=frozenset(path.relative_to(project.docs).as_posix() for path in files),
        changes=_read_changes(project),
        directory_urls=project.directory_urls,
    )
    return compile_wiki(story, texts, lock, options, problems)


def _list_files(project: Project) -> Iterator[Path]:
    if not project.docs.is_dir():
        return
    for path in sorted(project.docs.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(project.docs).parts)
        if not hidden and (path.is_file() or path.suffix == ".md"):
            yield path


def _read_pages(project: Project, paths: list[Path], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for path in paths:
        shown = project.shown(path)
        if not path.is_file():
            problems.append(Problem(shown, 1, 1, "this is a folder, and its name is that of a page: rename it"))
            continue
        try:
            yield path.relative_to(project.docs).as_posix(), decode_text(path.read_bytes(), shown)
        except SeedError as error:
            problems.append(Problem(shown, 1, 1, str(error).removeprefix(f"{shown}: ")))
        except OSError as error:
            problems.append(Problem(shown, 1, 1, f"this file cannot be read ({error.strerror})"))


def _read_lock(project: Project) -> str:
    if not project.lock.exists():
        return ""
    shown = project.shown(project.lock)
    try:
        return decode_text(project.lock.read_bytes(), shown)
    except OSError as error:
        raise SeedError(f"{shown}:1:1: the lock of addresses cannot be read ({error.strerror})") from None


def _read_changes(project: Project) -> str:
    """What the history says of the seeds and of contributors' pages; "" without git or a repository."""
    command = [
        "git",
        "-c",
        "core.quotePath=off",
        "-C",
        str(project.root),
        *_GIT_LOG,
        "--",
        str(project.docs),
        str(project.seeds),
    ]
    try:
        result = subprocess.run(command, capture_output=True, check=False, timeout=30)  # noqa: S603 - our own words
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return result.stdout.decode("utf-8", "replace") if result.returncode == 0 else ""
