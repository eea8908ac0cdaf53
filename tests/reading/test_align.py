"""Scenes over several tellings."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from retold import Source
from retold.lexicon import load_lexicon
from retold.model import Cut, Passage, People
from retold.reading.align import align_tellings
from retold.reading.group import group_items
from retold.reading.order import find_flashbacks, order_cuts
from retold.reading.sentences import split_sentences

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


def test_scenes_follow_the_fullest_telling_and_a_flashback_is_marked() -> None:
    texts = {"a": "One is. Two is. Three is. Four is.", "b": "Four was. Five was. Two was."}
    tellings = [split_sentences(Source(name, text), LEXICON) for name, text in texts.items()]
    cuts = [
        Cut((Passage("a", (3,)), Passage("b", (0,)))),
        Cut((Passage("b", (1,)),)),
        Cut((Passage("a", (0,)),)),
        Cut((Passage("a", (1, 2)), Passage("b", (2,)))),
    ]
    ordered = order_cuts(cuts, tellings)
    assert ordered == (cuts[2], cuts[3], cuts[0], cuts[1])
    assert find_flashbacks(ordered) == ((), ("b",), (), ())
