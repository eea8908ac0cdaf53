"""Take sentences apart into words and punctuation marks, once for all stages."""

from __future__ import annotations

import re
from array import array

from retold.model import Sentence, Words

# A possessive 's is a word; other apostrophes and hyphens between letters stay inside one (O'Brien, Spider-Man).
# Words come first, as most are, and are never tried a letter shorter.
_WORD = re.compile(r"\w++(?:(?:-|['’](?!s\b))\w++)*+|['’]s\b|\.{3}|[^\w\s]")


def split_words(text: str, sentences: tuple[Sentence, ...]) -> Words:
    """Split the sentences of `text` into words and punctuation marks.

    A word that stands a thousand times is kept once: a novel has a million words and few thousand different ones.
    """
    known: dict[str, str] = {}
    texts: list[str] = []
    starts = array("I")
    first = [0]
    share = known.setdefault
    for sentence in sentences:
        found = list(_WORD.finditer(text, sentence.span.start, sentence.span.end))
        words = [word[0] for word in found]
        texts += map(share, words, words)
        starts.extend([word.start() for word in found])
        first.append(len(texts))
    return Words(tuple(texts), starts, tuple(first))
