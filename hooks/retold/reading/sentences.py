"""Take a source apart into sentences that cover every non-blank character once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.lexicon import Lexicon
from retold.model import Sentence, Source, Span, Telling
from retold.reading.quotations import find_asides
from retold.reading.stops import Ending, Stop, StopRules
from retold.reading.words import split_words

# A stop with its closing marks and footnote numbers, then the blank before the next sentence; or a line's end.
# All begin with one set of characters, for which a text is quickly searched; the quantifiers are possessive, so that
# nothing is tried twice.
_BREAK = re.compile(
    r"[.!?…。！？\n](?:(?<=\n)|(?P<marks>[.!?…。！？]*+(?:[\"'”’»)\]]++[.!?…]*+| [”’»](?!\w)|\[[\w ]{1,12}\])*+))\s*+"
)
# One character each, so that places stay the same: any other end of a line counts as one.
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"


def split_sentences(source: Source, lexicon: Lexicon) -> Telling:
    """Split a source's text into sentences, and these into words."""
    text = source.text.replace("\r\n", " \n")
    for mark in _LINE_ENDS:
        text = text.replace(mark, "\n")
    sentences: list[Sentence] = []
    start, paragraph = len(text) - len(text.lstrip()), 0
    for end, after, kind in _find_ends(text, start, StopRules(lexicon, text)):
        sentences.append(Sentence(len(sentences), Span(start, end), paragraph))
        start, paragraph = after, paragraph + (kind == "paragraph")
    if start < len(text):
        sentences.append(Sentence(len(sentences), Span(start, len(text.rstrip())), paragraph))
    return Telling(source, tuple(sentences), split_words(source.text, tuple(sentences)))


def _find_ends(text: str, start: int, rules: StopRules) -> Iterator[tuple[int, int, Ending]]:
    """Find (where a sentence ends, where the next one starts, what else ends there)."""
    asides, opening = find_asides(text)
    passed, closed = 0, -1
    for found in _BREAK.finditer(text, start):
        after = found.end()
        end = found.start() if found["marks"] is None else found.end("marks")
        for place in range(found.start() + 1, end):
            if place in opening:  # the mark right after the stop opens the next sentence's quotation
                end = after = place
                break
        while passed < len(asides) and asides[passed][0] < end:
            closed = max(closed, asides[passed][1])
            passed += 1
        kind = rules.judge(Stop(start, found.start(), end, after), inside=end <= closed)
        if kind:
            yield start + len(text[start:end].rstrip()), after, kind
            start = after
