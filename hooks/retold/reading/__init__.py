"""Text to story, one stage a file; knows no files, no MkDocs and no clock."""

from retold.reading.as_dict import story_as_dict
from retold.reading.story import read_story

__all__ = ["read_story", "story_as_dict"]
