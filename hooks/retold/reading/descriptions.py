"""How the tellings describe a character: "a workaholic lawyer", in their own words."""

from __future__ import annotations

from collections.abc import Iterator

from retold.lexicon import Lexicon
from retold.model import Quote
from retold.reading.cuts import Cutter, Describing, describing_words
from retold.reading.follow import Heard
from retold.reading.line import Phrase
from retold.reading.track import DASHES, Track

_BEING = frozenset(("is", "was", "becomes", "became", "remains"))
_SAYING_LITTLE = frozenset(("own", "new", "other"))


def find_descriptions(
    track: Track, phrases: dict[int, Phrase], heard: Heard, lexicon: Lexicon, count: int
) -> tuple[tuple[Quote, ...], ...]:
    """Give for each of `count` persons what a telling calls them, in the order of its text."""
    words = describing_words(lexicon)
    found: list[dict[str, Quote]] = [{} for _ in range(count)]
    spans = [*_behind_names(track, words, heard), *_before_names(track, phrases)]
    for person, start, end in sorted(spans, key=lambda span: span[1]):
        span = track.span(start, end)
        quote = Quote(track.telling.name, span, track.telling.text[span.start : span.end])
        found[person].setdefault(quote.text.lower(), quote)
    return tuple(tuple(quotes.values()) for quotes in found)


def _before_names(track: Track, phrases: dict[int, Phrase]) -> Iterator[tuple[int, int, int]]:
    """Read "his neighbor Ann" and "a woman named Ann"."""
    for phrase in phrases.values():
        if phrase.named_after and not phrase.noun.plural and _describes(track, phrase):
            yield track.who[phrase.bearers[0].word], phrase.start, phrase.end


def _describes(track: Track, phrase: Phrase) -> bool:
    """Whether a phrase says more than kin, as "his neighbor" and "his haughty sister" do."""
    if not phrase.determiner or phrase.determiner == "and":
        return False
    if phrase.end - 1 in track.nouns and phrase.end - 1 != phrase.head and phrase.bearers[0].word == phrase.end:
        return False  # "the best friend of Bob's sister Ann" is not Ann
    if phrase.noun.bond.kind and not phrase.noun.bond.family:
        return True
    return phrase.left < phrase.noun.start and track.low[phrase.left] not in _SAYING_LITTLE


def _behind_names(track: Track, words: Describing, heard: Heard) -> Iterator[tuple[int, int, int]]:
    """Read what stands behind a name, and "she is a lawyer" where it is clear who she is."""
    firsts = track.telling.words.first
    meant = [word for word, people in heard.meant.items() if len(people) == 1]
    sentence = 0
    cutter = Cutter(track, words, 0)
    for start in sorted([*track.name_end, *meant]):
        if start >= cutter.last:
            while firsts[sentence + 1] <= start:
                sentence += 1
            cutter = Cutter(track, words, firsts[sentence + 1])
        named = track.who[start] >= 0
        span = _behind_name(cutter, track.name_end[start]) if named else _behind_being(cutter, start + 1)
        if span and not _is_doubted(cutter, start, span[0]):
            yield track.who[start] if named else heard.meant[start][0], *span


def _is_doubted(cutter: Cutter, start: int, described: int) -> bool:
    """Whether somebody only thinks so: "he wonders if she is a spy"."""
    grammar = cutter.words.grammar
    before = cutter.track.low[max(0, start - 5) : start]
    likely = grammar.unreal.isdisjoint(before) and not {"if", "whether"} & set(before[-1:])
    return not likely and cutter.word(described - 1) in _BEING


def _behind_name(cutter: Cutter, end: int) -> tuple[int, int] | None:
    """Read "(also a lawyer)", ", a lawyer," and "is a lawyer" behind a name."""
    track = cutter.track
    if cutter.word(end) == "(" and end in track.closing:
        remark = _cut_at(Cutter(track, cutter.words, track.closing[end]), end + 1)
        if remark:
            return remark
        end = track.closing[end] + 1
    mark = cutter.word(end)
    if mark == "," or mark in DASHES:
        return _cut_at(cutter, end + 1)
    return _behind_being(cutter, end)


def _behind_being(cutter: Cutter, end: int) -> tuple[int, int] | None:
    while cutter.word(end) in cutter.words.grammar.adverbs:
        end += 1
    article = cutter.article_at(end + 1) if cutter.word(end) in _BEING else -1
    if article < 0 or cutter.word(article) == "the":
        return None
    last = cutter.cut(article)
    return (article, last) if last >= 0 and cutter.is_person(article + 1, last) else None


def _cut_at(cutter: Cutter, start: int) -> tuple[int, int] | None:
    article = cutter.article_at(start)
    end = cutter.cut(article) if article >= 0 else -1
    return (start, end) if end >= 0 else None
