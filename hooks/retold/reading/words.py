"""Take sentences apart into words and punctuation marks, once for all stages."""

from __future__ import annotations

import re

from retold.model import Sentence, Words

# A possessive 's is a word; other apostrophes and hyphens between letters stay inside one (O'Brien, Spider-Man).
_WORD = re.compile(r"['’]s\b|\w+(?:(?:-|['’](?!s\b))\w+)*|\.{3}|[^\w\s]")


def split_words(text: str, sentences: tuple[Sentence, ...]) -> Words:
    """Split the sentences of `text` into words and punctuation marks."""
    texts: list[str] = []
    starts: list[int] = []
    first = [0]
    for sentence in sentences:
        for found in _WORD.finditer(text, sentence.span.start, sentence.span.end):
            texts.append(found.group())
            starts.append(found.start())
        first.append(len(texts))
    return Words(tuple(texts), tuple(starts), tuple(first))
