"""Retold compiles every telling of a story into one wiki.

`read_story` turns sources into a `Story`, `write_pages` turns a story into pages, and
`story_as_dict` gives its public JSON form; the MkDocs plugin and the command wrap these.
"""

from retold.model import Source, Story
from retold.reading import read_story, story_as_dict
from retold.writing import write_pages
from retold.writing.lines import order_lines

__version__ = "0.1.0"
__all__ = ["Source", "Story", "order_lines", "read_story", "story_as_dict", "write_pages"]
