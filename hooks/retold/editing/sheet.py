"""The text of a hand-written page with what is found out about it once: prose, lines, sentences."""

from __future__ import annotations

import re
from bisect import bisect_right

from retold.editing.headings import Sentences
from retold.editing.problem import Place
from retold.editing.prose import mask_code


class Sheet:
    """The text of a page.

    `uri` is the page's address and `file` what problems call it; the text begins on the
    file's line `line`.  `mask` is the text with code blanked, and comments too unless they are asked for.
    """

    def __init__(self, uri: str, text: str, file: str, line: int = 1, *, comments: bool = False) -> None:
        self.uri, self.text, self.file = uri, text, file
        self.mask = mask_code(text, comments=comments)
        self.sentences = Sentences(text, self.mask)
        self._line = line
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        """Say where in the file an offset into the text stands."""
        at = bisect_right(self._starts, offset) - 1
        return Place(self.file, at + self._line, offset - self._starts[at] + 1)
