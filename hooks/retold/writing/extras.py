"""The files beside the pages, for machines: the story as JSON, its schema, and llms.txt."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files

from retold.model import Extra, Page, Story
from retold.reading import story_as_dict
from retold.writing.options import WritingOptions
from retold.writing.pages import write_pages
from retold.writing.paths import Paths

_SCHEMA = "story.schema.json"
_KINDS = {"front": "Overview", "character": "Characters", "scene": "Scenes", "telling": "Tellings"}


def write_extras(
    story: Story, options: WritingOptions | None = None, pages: Sequence[Page] | None = None
) -> tuple[Extra, ...]:
    """Write the files beside the pages.

    Args:
        story: A story as `read_story` or `correct` gives it.
        options: Where the pages stand; the site's top when left out.
        pages: The wiki's pages, for `llms.txt`; written from the story when left out.

    Returns:
        `story.json`, its JSON Schema, and `llms.txt` (https://llmstxt.org).
    """
    options = options or WritingOptions()
    paths = Paths(options.root, options.directory_urls)
    told = {"$schema": _SCHEMA, **story_as_dict(story)}
    schema = files("retold.writing").joinpath(_SCHEMA).read_text(encoding="utf-8")
    listed = _list_pages(write_pages(story, options) if pages is None else pages, paths, options.site_url)
    return (
        Extra(paths.file("story.json"), json.dumps(told, ensure_ascii=False, indent=1) + "\n"),
        Extra(paths.file(_SCHEMA), schema),
        Extra(paths.file("llms.txt"), listed),
    )


def _list_pages(pages: Sequence[Page], paths: Paths, site_url: str) -> str:
    """List what a reader in a hurry should know, page by page."""
    front = next((page for page in pages if page.kind == "front"), None)
    lines = [f"# {front.title}", "", f"> {front.description}"] if front else ["# A story"]
    for kind, title in _KINDS.items():
        of_kind = [page for page in pages if page.kind == kind and page is not front]
        if of_kind:
            lines += ["", f"## {title}", ""]
            lines += [f"- [{p.title}]({site_url}{paths.on_site(p.path)}): {p.description}" for p in of_kind]
    others = [page for page in pages if page.kind not in _KINDS]
    lines += [
        "",
        "## More",
        "",
        *(f"- [{p.title}]({site_url}{paths.on_site(p.path)}): {p.description}" for p in others),
    ]
    lines.append(f"- [The whole story as JSON]({site_url}{paths.file('story.json')}): every span, scene and relation.")
    return "\n".join(lines) + "\n"
