"""Take sentences apart into words and punctuation marks, once for all stages."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from retold.model import Sentence, Words

# A possessive 's is a word; other apostrophes and hyphens between letters stay inside one (O'Brien, Spider-Man).
# Words come first, as most are, and are never tried a letter shorter.
_WORD = re.compile(r"(\w++(?:(?:-|['’](?!s\b))\w++)*+|['’]s\b|\.{3}|[^\w\s])")
# So many characters are taken apart at once: many, as each time costs; not a novel's, whose pieces would fill the memory.
_AT_ONCE = 4000


def split_words(text: str, sentences: tuple[Sentence, ...]) -> Words:
    """Split the sentences of `text` into words and punctuation marks; none lies across two sentences.

    A word that stands a thousand times is kept once: a novel has a million words and few thousand different ones.
    """
    known: dict[str, str] = {}
    texts: list[str] = []
    starts = array("I")
    share = known.setdefault
    for begin, end in _find_stretches(sentences):
        pieces = _WORD.split(text[begin:end])  # blank, word, blank, word, …, blank
        words = pieces[1::2]
        texts += map(share, words, words)
        ends = list(accumulate(map(len, pieces), initial=begin))
        starts.extend(ends[1:-1:2])
    first = [bisect_left(starts, sentence.span.end) for sentence in sentences]
    return Words(tuple(texts), starts, (0, *first))


def _find_stretches(sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """Give stretches of sentences that a blank parts, so that their words may be found together."""
    begin = end = 0
    for sentence in sentences:
        span = sentence.span
        if span.start == end or end - begin > _AT_ONCE:
            yield begin, end
            begin = span.start
        end = span.end
    yield begin, end
