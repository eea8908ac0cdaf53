"""The commands that read: read, export, explain, titles."""

from __future__ import annotations

import json
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import click

from retold.cli.settings import open_story, open_wiki, project_option
from retold.explain import explain_character, explain_scene
from retold.model import Character, Scene, Story
from retold.reading import read_story, story_as_dict
from retold.seeds import SeedError, load_sources
from retold.writing import WritingOptions, spell_file, write_extras

_Found = TypeVar("_Found", Character, Scene)
_SEEDS = click.Path(path_type=Path)


@click.command()
@click.argument("seeds", type=_SEEDS, default=Path("seeds"))
@click.option("--json", "as_json", is_flag=True, help="Print the whole story as JSON.")
def read(seeds: Path, *, as_json: bool) -> None:
    """Read the synopses in SEEDS and print what was found."""
    story = _read(seeds)
    if as_json:
        sys.stdout.write(json.dumps(story_as_dict(story), ensure_ascii=False, indent=1) + "\n")
        return
    for line in outline_story(story):
        click.echo(line)


@click.command()
@click.argument("target", type=_SEEDS, metavar="DIR")
@project_option
@click.option("--force", is_flag=True, help="Write into a folder that is not empty, over files of the same names.")
def export(target: Path, folder: Path, *, force: bool) -> None:
    """Write the wiki's pages into DIR as plain Markdown, for any site generator."""
    project, wiki = open_wiki(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())) and not force:
        raise click.ClickException(f"{target} is not an empty folder: choose another, or write over it with --force")
    options = WritingOptions(site_url=project.site_url, directory_urls=project.directory_urls)
    extras = write_extras(wiki.story, options, wiki.pages)
    texts = {page.path: spell_file(page) for page in wiki.pages} | {extra.path: extra.text for extra in extras}
    for path, text in texts.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{len(wiki.pages)} pages in {target}")


@click.command()
@click.argument("name", required=False, default="")
@click.option("--scene", default="", help="Explain a scene, by its title or address, instead of a character.")
@project_option
def explain(name: str, scene: str, folder: Path) -> None:
    """Print why the character NAME is here: forms, counts, rules, weights, merges."""
    if bool(name) == bool(scene):
        raise click.UsageError("name a character, or a scene with --scene: exactly one of them")
    story = open_story(folder)
    for line in explain_scene(_find_scene(story, scene)) if scene else explain_character(_find_character(story, name)):
        click.echo(line)


@click.command()
@click.argument("scene")
@project_option
def titles(scene: str, folder: Path) -> None:
    """Print the best titles for SCENE (its title or address) with their scores."""
    for choice in _find_scene(open_story(folder), scene).titles:
        click.echo(f"{choice.score:7.2f}  {choice.text}")


def _find_character(story: Story, name: str) -> Character:
    return _find(name, [(character, (character.slug, *character.aliases)) for character in story.characters])


def _find_scene(story: Story, name: str) -> Scene:
    return _find(name, [(scene, (scene.slug, scene.title)) for scene in story.scenes])


def _find(name: str, choices: list[tuple[_Found, tuple[str, ...]]]) -> _Found:
    for value, names in choices:
        if name.casefold() in {known.casefold() for known in names}:
            return value
    close = get_close_matches(name, [known for _, names in choices for known in names], 1)
    hint = f" (did you mean {close[0]!r}?)" if close else ""
    raise click.ClickException(f"nothing here is called {name!r}{hint}")


def outline_story(story: Story) -> list[str]:
    """Give the story in lines for a terminal: tellings with their ledger, cast, scenes."""
    ledger = {line["telling"]: line for line in story_as_dict(story)["ledger"]}
    tellings = [
        f"  {telling.name}: {ledger[telling.name]['once']} of {len(telling.sentences)} sentences placed"
        for telling in story.tellings
    ]
    cast = [f"  {c.name}" + (f" ({c.portrayed_by})" if c.portrayed_by else "") for c in story.characters]
    scenes = [f"  {number:2}. {scene.title}" for number, scene in enumerate(story.scenes, 1)]
    return ["Tellings", *tellings, "Characters", *cast, "Scenes", *scenes]


def _read(seeds: Path) -> Story:
    try:
        found = load_sources(seeds)
    except SeedError as error:
        raise click.ClickException(str(error)) from None
    return read_story(found.sources, found.facts)
