"""The words of a sentence that are about somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retold.model import Character, Scene, Sentence, Span
from retold.writing.concordance import Concordance
from retold.writing.wording import RELATIVES

_BREAKS = re.compile(r"[;:()\[\]—–]|,(?=\s)|--| - ")
_ENOUGH = 5
_TOO_MANY = 26
# "Mrs. Ann Lee": what follows such a piece between commas only describes her.
_A_NAME = 3
# A punctuation mark and a space: nothing of weight stood there.
_A_MARK = 3


@dataclass(frozen=True, slots=True)
class Clip:
    """What one telling's sentence says of somebody, as pieces of its text in order."""

    telling: str
    sentence: Sentence
    pieces: tuple[Span, ...]


def clip_scene(book: Concordance, scene: Scene, character: Character) -> tuple[Clip, ...]:
    """Clip from each telling of a scene the words that say most of a character."""
    clips = []
    for passage in scene.passages:
        found = [clip for n in passage.sentences for clip in _clip_sentence(book, passage.telling, n, character)]
        if found:
            clips.append(max(found, key=lambda clip: clip[0])[1])
    return tuple(clips)


def read_clip(book: Concordance, clip: Clip) -> str:
    """Read a clip as one line, with an ellipsis where something between its pieces is left out."""
    line, end = "", clip.pieces[0].start
    for piece in clip.pieces:
        between = book.text_of(clip.telling, Span(end, piece.start))
        line += (between if len(between) <= _A_MARK else " … ") + book.text_of(clip.telling, piece)
        end = piece.end
    return line.strip().rstrip(".")


def _clip_sentence(
    book: Concordance, telling: str, number: int, character: Character
) -> Iterator[tuple[tuple[int, int], Clip]]:
    sentence = book.tellings[telling].sentences[number]
    pieces = _split(book, telling, sentence, character)
    for mention, slug in book.mentions.get((telling, number), ()):
        if slug == character.slug:
            here = next((i for i, piece in enumerate(pieces) if mention.span.start < piece.end), len(pieces) - 1)
            leads = mention.span.start <= pieces[here].start
            clip = Clip(telling, sentence, tuple(_grow(book, telling, pieces, here)))
            yield (2 * leads + (mention.kind == "name") - 2 * (mention.kind == "kin"), -number), clip


def _split(book: Concordance, telling: str, sentence: Sentence, character: Character) -> list[Span]:
    """Split a sentence at its punctuation, without what only describes or credits the character."""
    text = book.tellings[telling].text
    asides = [q.span for q in (*character.descriptions, *character.credits) if q.telling == telling]
    edges = [found.span() for found in _BREAKS.finditer(text, sentence.span.start, sentence.span.end)]
    starts = [sentence.span.start, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), sentence.span.end]
    pieces = [_trim(text, start, end) for start, end in zip(starts, ends, strict=True)]
    kept = [p for p in pieces if p.start < p.end and not any(a.start <= p.start and p.end <= a.end for a in asides)]
    return kept or [sentence.span]


def _grow(book: Concordance, telling: str, pieces: list[Span], here: int) -> Iterator[Span]:
    """Give pieces from `here` on until they say enough, gluing neighbours together."""
    count = 0
    for piece in pieces[here:]:
        words = book.text_of(telling, piece).split()
        if 0 < count <= _A_NAME and words[0].lower() in RELATIVES:
            continue
        if count and count + len(words) > _TOO_MANY:
            break
        yield piece
        count += len(words)
        if count >= _ENOUGH:
            break


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
