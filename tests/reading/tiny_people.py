"""Tiny tellings whose people are known, so that only what is said of them is to be read."""

from __future__ import annotations

import re

from retold.lexicon import load_lexicon
from retold.model import Mention, People, Person, Source, Span
from retold.reading.people import find_people
from retold.reading.sentences import split_sentences


def read_people(*texts: str, names: str) -> People:
    """Read tiny tellings whose people are the words of `names`, with "_" for a space."""
    lexicon = load_lexicon("en")
    tellings = tuple(split_sentences(Source(f"t{number}", text), lexicon) for number, text in enumerate(texts))
    persons = tuple(
        Person(
            name.lower().replace(" ", "-"),
            name,
            (name,),
            tuple(
                Mention(telling.name, Span(*found.span()), "name")
                for telling in tellings
                for found in re.finditer(rf"\b{name}\b", telling.text)
            ),
        )
        for name in (word.replace("_", " ") for word in names.split())
    )
    return find_people(tellings, persons, lexicon)
