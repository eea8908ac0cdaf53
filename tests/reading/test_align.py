"""Scenes over several tellings."""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from itertools import product
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold import Source, story_as_dict
from retold.lexicon import load_lexicon
from retold.model import Cut, Passage, People, Scene, Story, StoryFacts
from retold.reading.align import align_tellings
from retold.reading.chain import cut_chain
from retold.reading.flashbacks import mark_flashbacks
from retold.reading.group import group_items
from retold.reading.mentions import find_mentions
from retold.reading.order import order_cuts
from retold.reading.orphans import join_orphans
from retold.reading.people import find_people
from retold.reading.sentences import split_sentences
from retold.reading.unify import unify_characters

LEXICON = load_lexicon("en")


def align(*texts: str) -> list[dict[str, tuple[int, ...]]]:
    """The scenes of tellings a, b, …, as sentence numbers."""
    tellings = tuple(split_sentences(Source(name, text), LEXICON) for name, text in zip("abcd", texts, strict=False))
    return [{p.telling: p.sentences for p in cut.passages} for cut in align_tellings(tellings, People(()), LEXICON)]


LONG = (
    "Ann buys a blue sailing boat in the harbour of Dover. "
    "A violent storm sinks the ferry near Calais that autumn. "
    "The smuggler Pierre hides stolen diamonds inside an old lighthouse. "
    "Inspector Brand finally arrests Pierre at the railway station."
)


def test_a_telling_aligned_with_itself_meets_itself() -> None:
    for scene in align(LONG, LONG):
        assert scene["a"] == scene["b"]


def test_sentences_of_a_short_telling_find_their_scenes_in_a_long_one() -> None:
    scenes = align(LONG, "Ann buys a sailing boat in Dover harbour.\n\nBrand arrests Pierre at the station.")
    assert [0 in scene["a"] for scene in scenes if 0 in scene.get("b", ())] == [True]
    assert [3 in scene["a"] for scene in scenes if 1 in scene.get("b", ())] == [True]


def test_a_passage_told_elsewhere_is_found() -> None:
    first, *rest = LONG.split(". ")
    moved = ". ".join([*(part.rstrip(".") for part in rest), first]) + "."
    scene = next(scene for scene in align(LONG, moved) if 0 in scene.get("a", ()))
    assert 3 in scene["b"]


def test_three_tellings_share_their_scenes() -> None:
    scenes = align(LONG, LONG, LONG)
    assert all(scene["a"] == scene["b"] == scene["c"] for scene in scenes)


def test_one_telling_alone_is_cut_at_its_paragraphs() -> None:
    scenes = align("Ann sails to Dover. Ann sails on to Calais.\n\nPierre hides diamonds. Pierre hides gold.")
    assert all(not (scene["a"][0] < 2 <= scene["a"][-1]) for scene in scenes)


@given(st.lists(st.text(alphabet="ab .\n", max_size=60), max_size=4))
@settings(deadline=None, max_examples=50)
def test_every_sentence_is_in_exactly_one_scene(texts: list[str]) -> None:
    tellings = tuple(split_sentences(Source(str(k), text), LEXICON) for k, text in enumerate(texts))
    cuts = align_tellings(tellings, People(()), LEXICON)
    placed = sorted((p.telling, number) for cut in cuts for p in cut.passages for number in p.sentences)
    assert placed == sorted((telling.name, s.number) for telling in tellings for s in telling.sentences)


def test_groups_keep_apart_what_is_unlikely_to_belong_together() -> None:
    chances = [(0, 1, 0.9), (1, 2, 0.2), (2, 3, 0.8)]
    assert group_items(5, chances, 0.5) == [[0, 1], [2, 3], [4]]


def test_a_sentence_alone_joins_the_neighbour_it_is_bound_to() -> None:
    bonds = [[0.35, 0.5, 0.1], []]
    assert join_orphans([[0], [1], [2, 4], [3]], bonds, [0, 4, 5]) == [[0, 1], [2, 4], [3]]


FIVE = "One is. Two is. Three is. Four is. Five is."


def tell_moved(sentence: str) -> tuple[Cut, ...]:
    """Scenes that b tells in another order than a; b begins with `sentence`, the last scene of a."""
    texts = {"a": FIVE, "b": f"{sentence} Six was. One was. Two was."}
    tellings = [split_sentences(Source(name, text), LEXICON) for name, text in texts.items()]
    last = Cut((Passage("a", (4,)), Passage("b", (0,))))
    only_b = Cut((Passage("b", (1,)),))
    first = Cut((Passage("a", (0,)), Passage("b", (2,))))
    second = Cut((Passage("a", (1, 2, 3)), Passage("b", (3,))))
    ordered = order_cuts([last, only_b, second, first], tellings)
    assert ordered == (first, second, last, only_b)
    return mark_flashbacks((first, second, last), tellings, LEXICON)


@pytest.mark.parametrize("sentence", ["Five had once met Six.", "Years before, Five was.", "Six remembers Five."])
def test_what_a_telling_moves_and_tells_as_past_is_a_flashback(sentence: str) -> None:
    assert [cut.flashback_in for cut in tell_moved(sentence)] == [(), (), ("b",)]


@pytest.mark.parametrize(
    "sentence", ["Five was.", "Five had a dog.", "Before noon Five was.", "When Six had left, Five was."]
)
def test_what_a_telling_only_moves_is_told_out_of_order(sentence: str) -> None:
    cuts = tell_moved(sentence)
    assert [cut.flashback_in for cut in cuts] == [(), (), ()]
    assert [(reason.rule, reason.saw) for reason in cuts[2].reasons] == [("told out of order", "b 1: told earlier")]


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [("Ten years earlier, Ann met Bob.", ("a",)), ("The night before the wedding, Ann meets Bob.", ())],
)
def test_a_mark_of_long_ago_makes_a_flashback(sentence: str, marked: tuple[str, ...]) -> None:
    telling = split_sentences(Source("a", f"Ann sails. {sentence}"), LEXICON)
    cuts = [Cut((Passage("a", (0,)),)), Cut((Passage("a", (1,)),))]
    assert [cut.flashback_in for cut in mark_flashbacks(cuts, [telling], LEXICON)] == [(), marked]


def test_a_scene_can_say_why_its_sentences_are_together() -> None:
    tellings = tuple(split_sentences(Source(name, LONG), LEXICON) for name in "ab")
    cut = align_tellings(tellings, People(()), LEXICON)[0]
    assert cut.reasons[0].rule == "tells the same"
    assert cut.reasons[0].saw.startswith("a 1 and b 1: ")


def test_one_telling_is_cut_at_its_weakest_bonds() -> None:
    assert cut_chain([0.9, 0.2, 0.9, 0.9], 0.4) == [[0, 1], [2, 3, 4]]
    assert cut_chain([], 0.4) == [[0]]


@pytest.mark.parametrize(
    ("file", "b_cubed", "cross"),
    [("scenes_kramer", 0.8, 0.75), ("scenes_films_dev", 0.77, 0.67), ("scenes_gospels_dev", 0.68, 0.54)],
)
def test_scenes_are_found_as_people_find_them(bench: Path, file: str, b_cubed: float, cross: float) -> None:
    scorer = load_scorer(bench / "scenes.py")
    stories = [json.loads(line) for line in (bench / "data" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()]
    rows, _ = scorer.score(stories, scenes_alone)
    assert sum(row[1] for row in rows) / len(rows) >= b_cubed
    assert sum(row[2] for row in rows) / len(rows) >= cross
    assert all(row[4] == 1 for row in rows)


def test_floors_of_a_telling_alone(bench: Path) -> None:
    scorer = load_scorer(bench / "scenes.py")
    stories = (bench / "data" / "scenes_films_dev.jsonl").read_text(encoding="utf-8").splitlines()
    alone = [tell_alone(json.loads(story), name) for story in stories for name in json.loads(story)["tellings"]]
    rows, _ = scorer.score(alone, scenes_alone)
    assert sum(row[1] for row in rows) / len(rows) >= 0.76


def tell_alone(story: dict[str, Any], name: str) -> dict[str, Any]:
    """The story as if no other telling were known."""
    scenes = [{name: scene[name]} for scene in story["scenes"] if scene.get(name)]
    return {"title": story["title"], "tellings": {name: story["tellings"][name]}, "scenes": scenes}


def load_scorer(path: Path) -> ModuleType:
    spec = spec_from_file_location("scenes", path)
    assert spec
    assert spec.loader
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def scenes_alone(texts: dict[str, str]) -> dict[str, Any]:
    """The public form of a story without titles and comparisons, which take longer and change no scene."""
    tellings = tuple(split_sentences(Source(name, text), LEXICON) for name, text in texts.items())
    tellings = tuple(sorted(tellings, key=lambda telling: -len(telling.text)))
    persons = unify_characters(tellings, find_mentions(tellings, LEXICON), LEXICON)
    people = find_people(tellings, persons, LEXICON)
    cuts = align_tellings(tellings, people, LEXICON)
    scenes = tuple(Scene(str(k), str(k), (), cut.passages) for k, cut in enumerate(cuts))
    return story_as_dict(Story(StoryFacts(), tellings, scenes=scenes))


def tell_by_lot(seed: int, length: int) -> str:
    """Sentences of words drawn by lot, common ones oftener than rare ones."""
    lot = Random(seed)
    words = ["".join(parts) for parts in product("bdfgklmn", ("al", "er", "in", "ov", "un"), "dkmnprst", "aeio")]
    return " ".join(
        " ".join(words[int(len(words) * lot.random() ** 2)] for _ in range(12)).capitalize() + "."
        for _ in range(length)
    )


def test_long_tellings_that_share_words_only_by_chance_stay_apart() -> None:
    scenes = align(tell_by_lot(0, 400), tell_by_lot(1, 400))
    shared = sum(len(numbers) for scene in scenes if len(scene) > 1 for numbers in scene.values())
    assert shared < 800 * 0.3
