"""The words of a sentence that are about somebody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from retold.model import Character, Quote, Scene, Sentence, Span
from retold.writing.concordance import Concordance
from retold.writing.wording import RELATIVES, drop_joint, ends_open

# A bracket is a break as a whole, so that the sentence goes on behind it.
_BREAKS = re.compile(r"\([^()]{0,200}\)|[;:()\[\]—–]|,(?=\s)|--| - ")
# So many mentions of somebody in one sentence are looked at.
_FEW = 12
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
    return drop_joint(line.strip().rstrip("."))


def _clip_sentence(
    book: Concordance, telling: str, number: int, character: Character
) -> Iterator[tuple[tuple[int, int], Clip]]:
    mentions = [m for m, slug in book.mentions.get((telling, number), ()) if slug == character.slug]
    if not mentions:
        return
    sentence = book.tellings[telling].sentences[number]
    pieces = _split(book, telling, sentence, character)
    ends = [piece.end for piece in pieces]
    for mention in mentions[:_FEW]:
        here = min(bisect_right(ends, mention.span.start), len(pieces) - 1)
        leads = mention.span.start <= pieces[here].start
        clip = Clip(telling, sentence, tuple(_grow(book, telling, pieces, here)))
        yield (2 * leads + (mention.kind == "name") - 2 * (mention.kind == "kin"), -number), clip


def _split(book: Concordance, telling: str, sentence: Sentence, character: Character) -> list[Span]:
    """Split a sentence at its punctuation, without brackets and what only describes the character."""
    text = book.tellings[telling].text
    whole = sentence.span
    edges = [found.span() for found in _BREAKS.finditer(text, whole.start, whole.end)]
    cuts = [(whole.start, whole.start), *edges, (whole.end, whole.end)]
    pieces = [_trim(text, before[1], after[0]) for before, after in pairwise(cuts)]
    asides = [q.span for q in (*character.descriptions, *character.credits) if _is_in(q, telling, whole)]
    kept = [p for p in pieces if p.start < p.end and not any(a.start <= p.start and p.end <= a.end for a in asides)]
    return kept or [whole]


def _is_in(quote: Quote, telling: str, whole: Span) -> bool:
    return quote.telling == telling and whole.start <= quote.span.start < whole.end


def _grow(book: Concordance, telling: str, pieces: list[Span], here: int) -> Iterator[Span]:
    """Give pieces from `here` on until they say enough, gluing neighbours together."""
    count, is_whole = 0, False
    for piece in pieces[here:]:
        words = book.text_of(telling, piece).split()
        if is_whole or (count and count + len(words) > _TOO_MANY):
            break
        # What stands between a name and its verb only describes: "Ann, who had slept, runs".
        if 0 < count <= _A_NAME and words[0].lower() in RELATIVES:
            continue
        yield piece
        count += len(words)
        is_whole = count >= _ENOUGH and not ends_open(words)


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
