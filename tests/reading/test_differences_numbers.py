"""A number told otherwise is a difference; the same number in other words is none."""

from __future__ import annotations

from retold import Source
from retold.lexicon import load_lexicon
from retold.model import Comparison, Passage, People, Scene
from retold.reading.compare import compare_tellings
from retold.reading.sentences import split_sentences

REST = "The harvest failed. Nobody sang in the village. Rain fell on the mill."


def compare(one: str, other: str) -> Comparison:
    lexicon = load_lexicon("en")
    tellings = tuple(split_sentences(Source(name, text), lexicon) for name, text in (("a", one), ("b", other)))
    passages = tuple(Passage(t.name, tuple(s.number for s in t.sentences)) for t in tellings)
    return compare_tellings(tellings, People(()), (Scene("s", "S", (), passages),), lexicon)


def marked(comparison: Comparison, one: str, other: str) -> list[tuple[str, str]]:
    texts = {"a": one, "b": other}
    return [
        tuple(texts[v.quote.telling][m.start : m.end] for v in d.versions for m in v.marks)  # type: ignore[misc]
        for d in comparison.differences
    ]


def test_another_number_of_the_same_people() -> None:
    one = f"The smith rescued three sailors from the burning lighthouse. {REST}"
    other = f"The smith saved five sailors when the lighthouse was burning. {REST}"
    assert marked(compare(one, other), one, other) == [("three sailors", "five sailors")]


def test_the_same_number_in_digits_is_no_difference() -> None:
    one = f"The smith rescued three sailors from the burning lighthouse. {REST}"
    other = f"The smith saved 3 sailors when the lighthouse was burning. {REST}"
    assert compare(one, other).differences == ()


def test_one_telling_alone_is_compared_with_nothing() -> None:
    lexicon = load_lexicon("en")
    telling = split_sentences(Source("a", REST), lexicon)
    scene = Scene("s", "S", (), (Passage("a", tuple(s.number for s in telling.sentences)),))
    assert compare_tellings((telling,), People(()), (scene,), lexicon) == Comparison(())
