"""The words of a telling that speak of people, in the order in which they can be understood."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from retold.reading.grammar import SEVERAL, Grammar, Pronoun
from retold.reading.line import Phrase
from retold.reading.track import Track

# Something to understand once the first word is read: its turn there, its own word, and the pronoun, or what it is.
Event = tuple[int, int, int, Pronoun | str]


def list_events(track: Track, phrases: dict[int, Phrase], grammar: Grammar) -> Iterator[list[Event]]:
    """Give names, phrases and pronouns in order, sentence by sentence; a phrase waits for an owner behind it."""
    kinds: dict[str, Pronoun | str] = {**grammar.pronouns, **SEVERAL, **dict.fromkeys(grammar.pair, "pair")}
    low, who = track.low, track.who
    places = [i for i in track.marked if low[i] in kinds and who[i] < 0]
    places = sorted([*places, *track.name_end])
    heads = sorted(phrases)
    at = phrase_at = 0
    for _, last in pairwise(track.telling.words.first):
        events: list[Event] = []
        while at < len(places) and places[at] < last:
            i = places[at]
            kind = "name" if who[i] >= 0 else kinds[low[i]]
            if kind != "pair" or (i and low[i - 1] == "the"):
                events.append((i, 0, i, kind))
            at += 1
        while phrase_at < len(heads) and heads[phrase_at] < last:
            events.append(_wait_for_owner(phrases[heads[phrase_at]]))
            phrase_at += 1
        events.sort()  # no two events share word and turn, so what they are is never compared
        yield events


def _wait_for_owner(phrase: Phrase) -> Event:
    ready = phrase.head
    for owner in phrase.owners:
        if owner.kind in ("pronoun", "phrase") and owner.word > ready:
            ready = owner.word
    return (ready, 1 + (ready > phrase.head), phrase.head, "phrase")
