"""Take sentences apart into words and punctuation marks, once for all stages."""

from __future__ import annotations

import re
from array import array

from retold.model import Sentence, Words

# A possessive 's is a word; other apostrophes and hyphens between letters stay inside one (O'Brien, Spider-Man).
_WORD = re.compile(r"['’]s\b|\w+(?:(?:-|['’](?!s\b))\w+)*|\.{3}|[^\w\s]")


def split_words(text: str, sentences: tuple[Sentence, ...]) -> Words:
    """Split the sentences of `text` into words and punctuation marks.

    A word that stands a thousand times is kept once: a novel has a million words and few thousand different ones.
    """
    known: dict[str, str] = {}
    texts: list[str] = []
    starts = array("I")
    first = [0]
    share, add_text, add_start = known.setdefault, texts.append, starts.append
    for sentence in sentences:
        for found in _WORD.finditer(text, sentence.span.start, sentence.span.end):
            word = found[0]
            add_text(share(word, word))
            add_start(found.start())
        first.append(len(texts))
    return Words(tuple(texts), starts, tuple(first))
