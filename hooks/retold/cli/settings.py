"""The project that a command works on: where its parts lie, from mkdocs.yml when there is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import yaml

from retold.model import Story
from retold.project import Project, read_seeds, read_wiki
from retold.seeds import SeedError
from retold.wiki import Wiki

project_option = click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="The wiki's folder, in which mkdocs.yml lies.  [default: this folder]",
)


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml without running what its tags (`!ENV`, `!!python/name:`) name."""


def _construct_nothing(loader: yaml.Loader, suffix: str, node: yaml.Node) -> None:
    """Leave out what a tag names: no command needs it."""


for _tag in ("", "!", "tag:yaml.org,2002:python/"):
    _Settings.add_multi_constructor(_tag, _construct_nothing)


def find_project(folder: Path) -> Project:
    """Find a wiki's parts from its mkdocs.yml, or where they lie by convention.

    Raises:
        click.ClickException: mkdocs.yml is no valid YAML.
    """
    settings = _read_settings(folder / "mkdocs.yml")
    plugins = settings.get("plugins")
    options = [plugin["retold"] for plugin in plugins or () if isinstance(plugin, dict) and plugin.get("retold")]
    seeds = options[0].get("seeds", "seeds") if options and isinstance(options[0], dict) else "seeds"
    return Project(
        folder,
        folder / str(seeds),
        folder / str(settings.get("docs_dir") or "docs"),
        str(settings.get("site_url") or ""),
        str(settings.get("repo_url") or ""),
        str(settings.get("edit_uri") or ""),
        bool(settings.get("use_directory_urls", True)),
    )


def open_wiki(folder: Path) -> tuple[Project, Wiki]:
    """Find and compile the wiki of a folder; what cannot be read is an error in one line."""
    project = find_project(folder)
    try:
        return project, read_wiki(project, read_seeds(project))
    except SeedError as error:
        raise click.ClickException(str(error)) from None


def open_story(folder: Path) -> Story:
    """Read the corrected story of a folder."""
    return open_wiki(folder)[1].story


def _read_settings(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), Loader=_Settings)  # noqa: S506 - a SafeLoader of ours
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise click.ClickException(f"{path}: cannot be read: {' '.join(str(error).split())}") from None
    return settings if isinstance(settings, dict) else {}
