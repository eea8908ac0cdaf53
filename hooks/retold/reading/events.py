"""The words of a telling that speak of people, in the order in which they can be understood."""

from __future__ import annotations

from typing import NamedTuple

from retold.reading.grammar import Grammar, Pronoun
from retold.reading.line import Phrase
from retold.reading.track import Track

_SEVERAL = {"they": "they", "them": "them", "themselves": "them", "their": "their"}


class Event(NamedTuple):
    """Something to understand once word `ready` is read: the name, phrase or pronoun at `word`."""

    ready: int
    turn: int
    word: int
    what: Pronoun | str


def list_events(track: Track, phrases: dict[int, Phrase], grammar: Grammar) -> list[Event]:
    """Give names, phrases and pronouns in order; a phrase waits for an owner behind it."""
    kinds: dict[str, Pronoun | str] = {**grammar.pronouns, **_SEVERAL, **dict.fromkeys(grammar.pair, "pair")}
    low, who = track.low, track.who
    events = [
        Event(i, 0, i, kinds[word])
        for i, word in enumerate(low)
        if word in kinds and who[i] < 0 and (kinds[word] != "pair" or (i and low[i - 1] == "the"))
    ]
    events += [Event(start, 0, start, "name") for start in track.name_end]
    for head, phrase in phrases.items():
        ready = max((owner.word for owner in phrase.owners if owner.kind in ("pronoun", "phrase")), default=head)
        events.append(Event(max(head, ready), 1 + (ready > head), head, "phrase"))
    return sorted(events)  # no two events share word and turn, so what they are is never compared
