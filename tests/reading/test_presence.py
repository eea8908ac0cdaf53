"""Who is there in a scene."""

from __future__ import annotations

import pytest

from retold import Source, read_story
from retold.lexicon import load_lexicon
from retold.model import Cut, Passage
from retold.reading.describe import describe_scenes
from retold.reading.mentions import find_mentions
from retold.reading.people import find_people
from retold.reading.sentences import split_sentences
from retold.reading.unify import unify_characters

LEXICON = load_lexicon("en")


def test_the_two_are_there_though_nobody_names_them() -> None:
    text = (
        "Ann Lee befriends her neighbor Bob Dale. Bob is a widower and the two become close."
        " One day as the two sit in the garden, Tim Lee falls off the wall."
    )
    story = read_story([Source("a", text)])
    last = next(scene for scene in story.scenes if 2 in scene.passages[0].sentences)
    assert {"ann-lee", "bob-dale", "tim-lee"} <= set(last.characters)


INTRO = (
    "Ann Lee meets Bob Moor. Carl visits Dora. Bob Moor hugs Ann Lee and Carl. Dora kisses Carl."
    " Ann smiles. Bob laughs. Carl nods. Dora waits.\n\n"
)


def find_there(sentence: str) -> set[str]:
    """Who is there in a sentence told after an introduction."""
    told = (split_sentences(Source("a", INTRO + sentence), LEXICON),)
    people = find_people(told, unify_characters(told, find_mentions(told, LEXICON), LEXICON), LEXICON)
    numbers = tuple(range(len(told[0].sentences)))
    cuts = (Cut((Passage("a", numbers[:-1]),)), Cut((Passage("a", numbers[-1:]),)))
    return {slug.split("-")[0] for slug in describe_scenes(told, people, cuts, LEXICON)[1].characters}


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("Carl informs Ann that Bob and the sailors are digging for gold.", "carl ann"),
        ("Dora learns Ann is seeing Bob.", "dora"),
        ("Ann admits she has been talking to Bob.", "ann"),
        ("Carl, convinced that her stepmother, Dora, is behind it, leaves.", "carl"),
        ("Carl hears the news that Bob has died.", "carl"),
        ("Ann says that Bob is late and kisses Carl.", "ann carl"),
        ("Ann tells Bob a lie.", "ann bob"),
        ("Ann meets a sailor named Bob.", "ann bob"),
        ("Ann dreams of a sailor named Bob.", "ann"),
    ],
)
def test_whoever_is_only_told_of_is_not_there(sentence: str, there: str) -> None:
    assert find_there(sentence) == set(there.split())


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("Ann decides to go home and visit Bob.", "ann"),
        ("Ann is going to see Bob.", "ann"),
        ("Ann asks Carl to visit Bob.", "ann carl"),
        ("Ann thanks Carl for saving Bob.", "ann carl"),
        ("Ann visits Bob.", "ann bob"),
    ],
)
def test_what_is_yet_to_come_or_long_over_brings_nobody_here(sentence: str, there: str) -> None:
    assert find_there(sentence) == set(there.split())


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("Ann receives a letter from Carl.", "ann"),
        ("Ann buys a boat from Carl.", "ann carl"),
        ("Ann writes a letter to Carl.", "ann"),
        ("Ann reads a letter to Carl.", "ann carl"),
        ("Ann is engaged to Carl.", "ann"),
        ("Ann is in love with Carl.", "ann"),
        ("Ann dances with Carl.", "ann carl"),
        ("Ann thinks of Carl.", "ann"),
        ("Ann stands in front of Carl.", "ann carl"),
        ("Ann trusts nobody except Carl.", "ann"),
    ],
)
def test_a_small_word_tells_who_is_elsewhere(sentence: str, there: str) -> None:
    assert find_there(sentence) == set(there.split())


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("Ann takes Carl's hand.", "ann carl"),
        ("To Carl's horror, Ann falls.", "carl ann"),
        ("Ann sells Carl's house.", "ann"),
        ("Ann sees Carl's hand mirror.", "ann"),
    ],
)
def test_an_owner_is_where_his_hands_and_his_feelings_are(sentence: str, there: str) -> None:
    assert find_there(sentence) == set(there.split())
