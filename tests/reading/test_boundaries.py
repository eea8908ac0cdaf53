"""What a telling itself shows where one scene may end and the next begin."""

from __future__ import annotations

from retold import Source, read_story
from retold.lexicon import load_lexicon
from retold.reading.boundaries import describe_boundaries
from retold.reading.cohesion import WEIGHTS
from retold.reading.mentions import find_mentions
from retold.reading.people import find_people
from retold.reading.sentences import split_sentences
from retold.reading.similarity import read_bags, weigh_words
from retold.reading.unify import unify_characters

LEXICON = load_lexicon("en")


def see(sign: str, text: str) -> list[float]:
    """What a sign shows between each sentence and the next."""
    tellings = (split_sentences(Source("a", text), LEXICON),)
    persons = unify_characters(tellings, find_mentions(tellings, LEXICON), LEXICON)
    people = find_people(tellings, persons, LEXICON)
    (weights,) = weigh_words([read_bags(tellings[0], people)])
    place = [name for name, _ in WEIGHTS].index(sign)
    return [shown[place] for shown in describe_boundaries(tellings[0], weights, people, LEXICON)]


def test_a_place_is_new_until_it_has_been_named() -> None:
    text = "Ann waits in Dover. Bob joins her in Dover. They sail to Calais. Ann sings."
    assert see("the second names a new place", text) == [0, 1, 0]


def test_a_sentence_begins_with_its_subject_or_with_when_and_where() -> None:
    text = 'Ann sails home. But she is late. In May Bob calls. "The boat sank," he says. When Ann hears it, Ann weeps.'
    assert see("the second begins with its subject", text) == [1, 0, 1, 0]


def test_words_tell_of_beginnings_and_endings() -> None:
    text = "Ann sleeps. Bob arrives. He paints her and leaves. Ann sleeps."
    assert see("the second tells of a beginning", text) == [1, 0, 0]
    assert see("the first tells of an ending", text) == [0, 0, 1]


def test_words_of_the_sentences_around_speak_too() -> None:
    text = "The boat leaks. It rains. The boat sinks. Judges laugh. Wigs itch. Lawyers shout."
    shares = see("share of the words around that both sides have", text)
    assert shares[0] > 0
    assert shares[1] > 0
    assert shares[2:] == [0, 0, 0]


def test_people_on_both_sides_hold_sentences_together() -> None:
    text = "Ann meets Bob. Bob hugs Ann. Carl hates Dora. Dora fears Carl."
    assert see("share of the characters around who are on both sides", text) == [0.5, 0, 0.5]


def test_one_telling_without_paragraphs_is_cut_where_place_time_and_people_change() -> None:
    text = (
        "Ann Lee and her brother Bob paint an old boat. Bob scrapes the boat while Ann mends the sail."
        " She laughs, and Bob throws paint at her. Ann leaves."
        " The next morning, in Paris, Inspector Moor visits a prison. Moor questions the thief there."
        " The thief tells Moor about a diamond."
    )
    scenes = read_story([Source("a", text)]).scenes
    assert [scene.passages[0].sentences for scene in scenes] == [(0, 1, 2, 3), (4, 5, 6)]
