"""The commands for contributors and reviewers: check, adopt, rename, lock, diff."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import tempfile
from difflib import get_close_matches
from pathlib import Path

import click

from retold.cli.settings import find_project, open_wiki, project_option
from retold.editing.diff import compare_stories, print_changes
from retold.editing.lock import print_lock, read_lock, rename_address
from retold.editing.names import make_slug
from retold.editing.problem import Problem
from retold.editing.report import print_annotations, print_json, print_text
from retold.model import Page, Story
from retold.project import Project
from retold.seeds import SeedError
from retold.wiki import Wiki
from retold.wiki.edit_links import draft_overlay
from retold.writing.paths import Paths

_PRINTERS = {"text": print_text, "github": print_annotations, "json": print_json}


@click.command()
@click.option("--format", "shape", type=click.Choice(list(_PRINTERS)), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@project_option
def check(shape: str, folder: Path, *, strict: bool) -> None:
    """List every mistake in seeds/ and docs/; the exit code is 1 when there is one."""
    problems = _find_problems(folder)
    sys.stdout.write(_PRINTERS[shape](problems))
    if any(strict or problem.severity == "error" for problem in problems):
        raise SystemExit(1)


@click.command()
@click.argument("page")
@project_option
def adopt(page: str, folder: Path) -> None:
    """Write the file that makes a generated PAGE (its path, name or title) yours to edit."""
    project, wiki = open_wiki(folder)
    chosen = _find_page(wiki, page)
    path = project.docs / chosen.path
    if path.exists():
        raise click.ClickException(f"{project.shown(path)} is there already: edit that file")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(draft_overlay(wiki.story, chosen, Paths()))
    click.echo(project.shown(path))


@click.command()
@click.argument("page")
@click.argument("new")
@project_option
def rename(page: str, new: str, folder: Path) -> None:
    """Give a character's or scene's PAGE the NEW address; the old one leads there from then on."""
    project, wiki = open_wiki(folder)
    chosen = _find_page(wiki, page)
    if chosen.kind not in ("character", "scene"):
        raise click.ClickException("only pages of characters and scenes have an address to change")
    slug = make_slug(new)
    target = Path(chosen.path).with_name(f"{slug}.md").as_posix()
    if any(other.path == target for other in wiki.pages) or (project.docs / target).exists():
        raise click.ClickException(f"there is a page at {target} already: choose another address")
    kept, _ = read_lock(wiki.lock)
    _write_lock(project, print_lock(rename_address(kept, chosen.kind, chosen.slug, slug)))
    if (project.docs / chosen.path).exists():
        (project.docs / chosen.path).rename(project.docs / target)
    click.echo(f"{chosen.path} -> {target}")


@click.command()
@project_option
def lock(folder: Path) -> None:
    """Keep the addresses of all pages in seeds/urls.lock, so that they never break."""
    project, wiki = open_wiki(folder)
    _write_lock(project, wiki.lock)
    click.echo(project.shown(project.lock))


@click.command()
@click.argument("base")
@project_option
def diff(base: str, folder: Path) -> None:
    """Tell what has changed in the story since BASE (a branch, tag or commit)."""
    after = open_wiki(folder)[1].story
    sys.stdout.write(print_changes(compare_stories(_read_story_at(base, folder), after)))


def _find_problems(folder: Path) -> tuple[Problem, ...]:
    project = find_project(folder)
    try:
        wiki = open_wiki(folder)[1]
    except click.ClickException as error:
        return tuple(_as_problem(line, project) for line in error.message.splitlines())
    return (*wiki.problems, *wiki.lock_problems)


def _as_problem(line: str, project: Project) -> Problem:
    """Turn "seeds/story.yml:3:1: message" or "seeds/a.txt: message" into a problem."""
    file, _, rest = line.partition(":")
    numbers = rest.split(":", 2)
    if len(numbers) == 3 and numbers[0].isdigit() and numbers[1].isdigit():
        return Problem(file, int(numbers[0]), int(numbers[1]), numbers[2].strip())
    return Problem(file, 1, 1, rest.strip()) if rest else Problem(project.shown(project.seeds), 1, 1, line)


def _find_page(wiki: Wiki, name: str) -> Page:
    wanted = name.casefold().removesuffix(".md").strip("/")
    names = {page.path.removesuffix(".md"): page for page in wiki.pages}
    for page in wiki.pages:
        names.setdefault(page.title, page)
        names.setdefault(page.slug, page)
        for term in page.search_terms:
            names.setdefault(term, page)
    for known, page in names.items():
        if known and known.casefold() == wanted:
            return page
    close = get_close_matches(name, list(names), 1)
    hint = f" (did you mean {close[0]!r}?)" if close else ""
    raise click.ClickException(f"no page is called {name!r}{hint}")


def _write_lock(project: Project, text: str) -> None:
    project.lock.write_text(text, encoding="utf-8", newline="\n")


def _read_story_at(base: str, folder: Path) -> Story:
    """Read the story as it was, from a scratch copy of what git has at BASE."""
    command = ["git", "-C", str(folder), "archive", "--format=tar", "--end-of-options", base]
    try:
        result = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own words
    except OSError:
        raise click.ClickException("git is needed to read an older version, and it was not found") from None
    if result.returncode:
        raise click.ClickException(result.stderr.decode("utf-8", "replace").strip() or f"git knows no {base!r}")
    with tempfile.TemporaryDirectory() as scratch, tarfile.open(fileobj=io.BytesIO(result.stdout)) as archive:
        archive.extractall(scratch, filter="data")
        try:
            return open_wiki(Path(scratch))[1].story
        except (click.ClickException, SeedError) as error:
            raise click.ClickException(f"the story at {base} cannot be read: {error}") from None
