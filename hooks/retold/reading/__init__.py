"""Text to story, one stage a file; knows no files, no MkDocs and no clock.

Loading it loads the English lists too, and what the stages make of them.
"""

from retold.lexicon import load_lexicon
from retold.reading.as_dict import story_as_dict
from retold.reading.story import prepare, read_story

__all__ = ["prepare", "read_story", "story_as_dict"]

prepare(load_lexicon("en"))
