"""The only module that knows MkDocs."""

from __future__ import annotations

from mkdocs.plugins import BasePlugin


class RetoldPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Gives MkDocs the pages of the story that lies in `seeds/`."""
