"""A page as the text of a Markdown file."""

from __future__ import annotations

import yaml

from retold.model import Page


def spell_file(page: Page) -> str:
    """Spell a page as a Markdown file with front matter, as MkDocs and most site generators read it."""
    meta = {"title": page.title, "description": page.description, **page.meta}
    filled = {key: value for key, value in meta.items() if value}
    front = yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{page.body}"
