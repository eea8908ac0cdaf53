"""The pages of a wiki, in their order."""

from __future__ import annotations

from retold.model import Page, Story
from retold.writing.character import write_character
from retold.writing.charts import write_pictures
from retold.writing.concordance import build_concordance
from retold.writing.differences import write_differences
from retold.writing.front import write_front
from retold.writing.indexes import (
    write_characters,
    write_scenes,
    write_tellings,
)
from retold.writing.options import WritingOptions
from retold.writing.parallel import write_parallel
from retold.writing.paths import Paths
from retold.writing.scene import write_scene
from retold.writing.telling import write_telling


def write_pages(story: Story, options: WritingOptions | None = None) -> tuple[Page, ...]:
    """Write every page of a story's wiki.

    Args:
        story: A story as `read_story` or `correct` gives it.
        options: Where the pages will stand; the site's top when left out.

    Returns:
        The pages, whose links to one another are relative `.md` links.
    """
    options = options or WritingOptions()
    book = build_concordance(story, Paths(options.root, options.directory_urls))
    return (
        write_front(book),
        write_characters(book),
        *(write_character(book, character) for character in story.characters),
        write_scenes(book),
        *(write_scene(book, scene) for scene in story.scenes),
        write_tellings(book),
        *(write_telling(book, telling, options.edit_root) for telling in story.tellings),
        # One telling has nothing beside it.
        *((write_parallel(book), write_differences(book)) if len(story.tellings) > 1 else ()),
        *write_pictures(book),
    )
