"""Take a source apart into sentences."""

from __future__ import annotations

import re

from retold.lexicon import Lexicon
from retold.model import Sentence, Source, Span, Telling
from retold.reading.words import split_words


def split_sentences(source: Source, lexicon: Lexicon) -> Telling:
    """Split a source's text into sentences that cover every non-blank character once."""
    sentences: list[Sentence] = []
    for paragraph, block in enumerate(re.finditer(r"\S(?:.*\S)?", source.text)):
        for part in re.finditer(r"\S.*?[.!?]+[\"'”’)]*(?=\s|[A-Z])|\S.*?$", block.group()):
            span = Span(block.start() + part.start(), block.start() + part.end())
            if source.text[span.start : span.end].strip():
                sentences.append(Sentence(len(sentences), span, paragraph))
    return Telling(source, tuple(sentences), split_words(source.text, tuple(sentences)))
