"""Stems, the evidence of shared words, and following one telling through another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import Source
from retold.lexicon import load_lexicon
from retold.model import Character, Mention, People, Span
from retold.reading.pairs import turn_links, weigh_pairs
from retold.reading.partners import follow_both, follow_telling
from retold.reading.sentences import split_sentences
from retold.reading.similarity import Links, find_links, read_bags, weigh_words
from retold.reading.stems import find_stem

LEXICON = load_lexicon("en")
NOBODY = People(())


@pytest.mark.parametrize(
    "words",
    ["leave leaves leaving", "hop hops hopped hopping", "marry marries married", "agree agrees", "watch watches"],
)
def test_forms_of_a_word_share_a_stem(words: str) -> None:
    assert len({find_stem(word) for word in words.split()}) == 1


@given(st.text(min_size=1))
def test_a_stem_is_never_empty(word: str) -> None:
    assert find_stem(word)


def links_of(one: str, other: str, people: People = NOBODY) -> tuple[Links, Links]:
    tellings = [split_sentences(Source(name, text), LEXICON) for name, text in (("a", one), ("b", other))]
    first, second = weigh_words([read_bags(telling, people) for telling in tellings])
    return find_links(first, second)


def test_rare_words_speak_louder_than_common_ones() -> None:
    there, _ = links_of(
        "The man sees the lighthouse.", "The man eats soup. Winds shook the lighthouse. The man sleeps now."
    )
    assert max(there[0], key=lambda place: there[0][place]) == 1


def test_a_pronoun_counts_as_whom_it_means() -> None:
    mentions = (Mention("a", Span(0, 3), "name"), Mention("b", Span(11, 14), "pronoun"))
    ann = Character("ann", "Ann", ("Ann",), mentions)
    there, _ = links_of("Ann wins.", "Bob loses. She cheers.", People((ann,)))
    assert set(there[0]) == {1}


STEPS: Links = ({0: 50.0}, {1: 50.0}, {}, {3: 50.0}, {4: 50.0})


def test_following_keeps_to_the_order() -> None:
    told = ({0: 50.0}, {1: 5.0, 4: 5.0}, {2: 50.0}, {3: 50.0}, {4: 50.0})
    chances = follow_telling(told, 5)
    assert chances[1][1] > 0.8
    assert chances[1].get(4, 0.0) < 0.1


def test_a_sentence_without_a_likely_partner_may_have_none() -> None:
    assert sum(follow_telling(STEPS, 5)[2].values()) < 0.8


def test_a_passage_moved_far_away_is_found_there() -> None:
    told: Links = (*({place: 200.0} for place in range(10, 20)), {0: 2000.0}, {1: 2000.0}, {2: 2000.0})
    assert follow_telling(told, 20)[11][1] > 0.8


def test_a_pair_that_both_ways_see_is_surer() -> None:
    there: Links = ({0: 20.0}, {0: 8.0, 1: 8.0}, {2: 20.0})
    first, back = follow_both(there, turn_links(there, 3))
    assert first[1][1] > follow_telling(there, 3)[1][1]
    assert back[0][0] > back[0].get(1, 0.0)


def test_nothing_follows_nothing() -> None:
    assert follow_both((), ()) == ((), ())
    assert follow_both(({}, {}), ()) == (({}, {}), ())


def test_chances_reach_over_sure_bonds_only() -> None:
    chances = {
        (one, other): chance
        for one, other, chance in weigh_pairs([[0.9, 0.01], [0.9]], {(0, 1): ({0: 1.0}, {}, {})}, [0, 3, 5])
    }
    assert chances == {(0, 1): 0.9, (3, 4): 0.9, (0, 3): 0.5, (0, 4): 0.45}


def test_in_long_tellings_a_shared_word_is_sooner_chance() -> None:
    one = {"lighthouse": 2.0}
    short, _ = find_links([one], [one])
    long, _ = find_links([one] * 500, [one, *[{"soup": 2.0}] * 499])
    assert long[0][0] < short[0][0] / 5
