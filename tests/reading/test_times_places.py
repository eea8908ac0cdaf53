"""Time marks and places, sentence by sentence."""

from __future__ import annotations

import pytest

from retold import Source
from retold.lexicon import load_lexicon
from retold.model import Character, Mention, People, Span
from retold.reading.places import find_places
from retold.reading.sentences import split_sentences
from retold.reading.times import find_times

LEXICON = load_lexicon("en")


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Fifteen months after she left, Ann returns.", ["Fifteen months after she left"]),
        ("The next morning Ann returns.", ["The next morning"]),
        ("Ann was born in 1946 and wed in May 1970.", ["in 1946", "in May 1970"]),
        ("They met years ago.", ["years ago"]),
        ("One day Ann falls.", ["One day"]),
        ("After many months of unrest Ann stays.", ["After many months"]),
        ("More than a year later, Ann calls.", ["More than a year later"]),
        ("Later, Ann calls; that night she dies.", ["Later", "that night"]),
        ("On July 4, 1976 it rains. ", ["On July 4, 1976"]),
        ("Meanwhile, Ann may march at dawn.", ["Meanwhile", "at dawn"]),
        ("Ann is one of the first.", []),
    ],
)
def test_times(text: str, times: list[str]) -> None:
    telling = split_sentences(Source("a", text), LEXICON)
    assert [quote.text for quote in find_times(telling, LEXICON)[0]] == times


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ann lives in New York.", ["New York"]),
        ("Bob runs to the hospital with Ann.", ["the hospital"]),
        ("They sit in the park; Bob waits at a small seaside hotel.", ["the park", "a small seaside hotel"]),
        ("Bob stands in front of the studio.", ["the studio"]),
        ("They load gold onto the Albatross and sail home.", ["the Albatross"]),
        ("Bob brings Ann to the Old Hermit, who sings.", []),
        ("Bob fought in the Great Northern War.", []),
        ("Bob writes to Ann in May.", []),
        ("Bob goes to Ann's flat in a hurry.", []),
        ("Bob goes to Ann's apartment.", ["Ann's apartment"]),
        ("He is given to leave the school.", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    telling = split_sentences(Source("a", text), LEXICON)
    at = text.find("Ann")
    ann = Character("ann", "Ann", ("Ann",), (Mention("a", Span(at, at + 3), "name"),))
    assert [quote.text for quote in find_places(telling, People((ann,)), LEXICON)[0]] == places
