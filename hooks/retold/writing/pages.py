"""The pages of a wiki, in their order."""

from __future__ import annotations

import json
from dataclasses import dataclass

from retold.model import Extra, Page, Story
from retold.reading import story_as_dict
from retold.writing.character import write_character
from retold.writing.charts import write_pictures
from retold.writing.concordance import build_concordance
from retold.writing.front import write_front
from retold.writing.indexes import (
    write_characters,
    write_differences,
    write_scenes,
    write_tellings,
)
from retold.writing.parallel import write_parallel
from retold.writing.paths import Paths
from retold.writing.scene import write_scene
from retold.writing.telling import write_telling


@dataclass(frozen=True, slots=True)
class WritingOptions:
    """What the pages need to know beside the story.

    `root` is the folder of its pages ("" or "emma/"), `site_url` the site's address, and
    `edit_root` the forge's address that edits a file of the repository, like
    "https://github.com/o/r/edit/main/"; what is "" is left out of the pages.  With
    `directory_urls` a page stands at "tom/", else at "tom.html".
    """

    root: str = ""
    site_url: str = ""
    edit_root: str = ""
    directory_urls: bool = True


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
        write_parallel(book),
        write_differences(book),
        *write_pictures(book),
    )


def write_extras(story: Story, options: WritingOptions | None = None) -> tuple[Extra, ...]:
    """Write the files beside the pages: the story for machines."""
    paths = Paths((options or WritingOptions()).root)
    told = json.dumps(story_as_dict(story), ensure_ascii=False, indent=1, sort_keys=False)
    return (Extra(paths.file("story.json"), told + "\n"),)
