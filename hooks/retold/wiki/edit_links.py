"""Where the edit button of every page leads."""

from __future__ import annotations

from collections.abc import Sequence

from retold.editing.adopt import draft_character, draft_page, draft_scene
from retold.editing.document import Overlay
from retold.editing.forge import find_forge
from retold.model import Page, Story
from retold.wiki.options import WikiOptions
from retold.writing.paths import Paths, slug_tellings


def find_edit_root(repo_url: str, edit_uri: str) -> str:
    """Give the forge's address before which a file's path makes the address that edits it, or ""."""
    forge = find_forge(repo_url, edit_uri)
    return forge.edit("") if forge else ""


def find_edit_links(
    story: Story, pages: Sequence[Page], overlays: Sequence[Overlay], paths: Paths, options: WikiOptions
) -> dict[str, str]:
    """Find the address that edits each page.

    A page with a file leads to it; a telling to its seed; another generated page to the
    forge's form for a new file, with its path and what the file may say filled in.
    """
    forge = find_forge(options.repo_url, options.edit_uri)
    if forge is None:
        return {}
    written = {overlay.document.uri for overlay in overlays}
    seeds = {
        paths.telling(slug): telling.source.path
        for telling in story.tellings
        for slug in [slug_tellings(story.tellings)[telling.name]]
        if telling.source.path
    }
    links = {}
    for page in pages:
        path = f"{options.docs_dir}/{page.path}"
        if page.path in written:
            links[page.path] = forge.edit(path)
        elif page.path in seeds:
            links[page.path] = forge.edit(seeds[page.path])
        elif page.kind != "special":
            links[page.path] = forge.new(path, draft_overlay(story, page, paths))
    return links


def draft_overlay(story: Story, page: Page, paths: Paths) -> str:
    """Draft the file that makes a generated page a contributor's."""
    for character in story.characters:
        if page.kind == "character" and paths.character(character) == page.path:
            return draft_character(character)
    for scene in story.scenes:
        if page.kind == "scene" and paths.scene(scene) == page.path:
            return draft_scene(story, scene)
    return draft_page(page.title)
