"""Kin and role phrases: whose somebody is, and who it is, as far as the words themselves tell."""

from __future__ import annotations

from dataclasses import replace

from retold.reading.bearers import find_bearers
from retold.reading.grammar import Grammar
from retold.reading.line import Line, Phrase, Pointer
from retold.reading.owners import owner_after, read_left
from retold.reading.track import Noun, Track


def find_phrases(track: Track, grammar: Grammar) -> dict[int, Phrase]:
    """Find every kin and role phrase of a telling, by the place of its noun."""
    phrases: dict[int, Phrase] = {}
    firsts = track.telling.words.first
    line = Line(track, grammar, phrases, 0, 0)
    sentence = 0
    for head, noun in track.nouns.items():
        if head >= line.last:
            while firsts[sentence + 1] <= head:
                sentence += 1
            line = Line(track, grammar, phrases, firsts[sentence], firsts[sentence + 1])
        phrases[head] = _read_phrase(line, head, noun)
    return phrases


def _read_phrase(line: Line, head: int, noun: Noun) -> Phrase:
    left = read_left(line, noun.start)
    owners, end = left.owners, head + 1
    if owners and noun.plural and noun.bond.kind == "sibling" and left.determiner in {"", "a"}:
        child = replace(noun.bond, word="child", kind="child", inverse="parent")
        noun = noun._replace(bond=child)  # "Ann has twins", "Ann bears him twins"
    if owners and noun.bond.kind == "child" and line.word(end) == "with":
        named = line.named(end + 1)
        if named or line.word(end + 1) in line.grammar.pronouns:  # "he has two sons with her: Bob and Carl"
            owners = (*owners, Pointer("name" if named else "pronoun", end + 1))
            end = line.track.name_end.get(end + 1, end + 2)
    if end == head + 1 and (not owners or owners[0].kind == "subject"):
        after, end = owner_after(line, end)
        owners = after or owners
    if left.determiner == "'s" and noun.bond.kind != "child":
        owners = owners[:1]  # "Ann and Bob's son" is of both, not so "Ann and Bob's friend"
    if owners and noun.bond.kind == "child" and line.word(end) == "by" and line.named(end + 1):
        owners = (*owners, Pointer("name", end + 1))  # "his daughter by Ann"
        end = line.track.name_end.get(end + 1, end + 2)
    start = left.start
    if line.word(start - 1) == "of" and line.word(start - 2) in {"one", "another"} and noun.plural:
        start, noun = start - 2, noun._replace(plural=False)  # "one of Ann's cousins"
    phrase = Phrase(head, noun, start, left.left, end, left.determiner, owners)
    bearers = find_bearers(line, phrase)
    return Phrase(head, noun, start, left.left, end, left.determiner, owners, bearers) if bearers else phrase
