"""Notice a telling in another language than the one that is read."""

from __future__ import annotations

from retold.lexicon import Lexicon
from retold.model import Note, Span, Telling
from retold.reading.names import names_of

# In English prose four words in ten are function words; of other languages' words hardly one in six looks like one.
_LEAST = 0.22
# Shorter texts (a heading, a list of names) prove nothing, and longer ones need not be counted to their end.
_SHORTEST, _LONGEST = 12, 2000


def note_languages(tellings: tuple[Telling, ...], lexicon: Lexicon) -> tuple[Note, ...]:
    """Give a note for every telling that has too few of the language's little words."""
    little = names_of(lexicon).function
    notes = []
    for telling in tellings:
        some = telling.words.texts[:_LONGEST]
        if sum(map(little.__contains__, some)) >= _LEAST * len(some):
            continue  # marks and capitals aside it is enough already, as it mostly is
        words = [word.lower() for word in some if word[0].isalpha()]
        if len(words) >= _SHORTEST and sum(word in little for word in words) < _LEAST * len(words):
            notes.append(Note(_MESSAGE, telling.name, Span(0, 0)))
    return tuple(notes)


_MESSAGE = (
    "this does not look like English, which Retold reads: sentences are quoted as they are, names are found by "
    "their form alone, and kin, pronouns, titles and differences may be wrong or missing"
)
