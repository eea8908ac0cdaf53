"""A page as the text of a Markdown file."""

from __future__ import annotations

from typing import Any

import yaml

from retold.model import Page


def spell_file(page: Page) -> str:
    """Spell a page as a Markdown file with front matter, as MkDocs and most site generators read it."""
    front = yaml.safe_dump(read_meta(page), allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{page.body}"


def read_meta(page: Page) -> dict[str, Any]:
    """Give a page's front matter: title, description and what else its writer set."""
    meta = {"title": page.title, "description": page.description, **page.meta}
    return {key: value for key, value in meta.items() if value}
