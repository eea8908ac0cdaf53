"""Retold compiles every telling of a story into one wiki.

`read_story` turns sources into a `Story`, `write_pages` turns a story into pages, and
`story_as_dict` gives its public JSON form; the MkDocs plugin and the command wrap these.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from retold.model import Source, Story

if TYPE_CHECKING:
    from retold.reading import read_story, story_as_dict
    from retold.writing import write_pages
    from retold.writing.lines import order_lines

__version__ = "0.1.0"
__all__ = ["Source", "Story", "order_lines", "read_story", "story_as_dict", "write_pages"]

_HOMES = {
    "order_lines": "retold.writing.lines",
    "read_story": "retold.reading",
    "story_as_dict": "retold.reading",
    "write_pages": "retold.writing",
}


def __getattr__(name: str) -> Any:
    """Load a part when somebody first asks for it: who only reads need not wait for what writes pages (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
