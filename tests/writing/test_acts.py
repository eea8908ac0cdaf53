"""Acts: where a list of scenes is parted."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from retold.model import Quote, Scene, Span
from retold.writing.acts import divide_into_acts, keep_first


def make_scenes(*people: str, times: dict[int, str] | None = None) -> list[Scene]:
    """A scene with these people each; `times` gives a scene, by number from 1, its time mark."""
    marks = {number: (Quote("one", Span(0, 1), text),) for number, text in (times or {}).items()}
    return [
        Scene(f"s{number}", f"Scene {number}", tuple(names.split()), (), times=marks.get(number, ()))
        for number, names in enumerate(people, 1)
    ]


def starts(scenes: list[Scene]) -> list[int]:
    return [act.first for act in divide_into_acts(scenes)]


def test_an_act_begins_where_time_leaps() -> None:
    scenes = make_scenes(*["Ann Ben"] * 12, times={4: "Two years later", 7: "That evening", 9: "In 1946"})
    assert starts(scenes) == [1, 4, 9]
    assert [act.numeral for act in divide_into_acts(scenes)] == ["I", "II", "III"]


def test_an_act_begins_with_other_people() -> None:
    assert starts(make_scenes(*["Ann Ben"] * 4, *["Cleo Dan"] * 5, *["Ann Ben"] * 3)) == [1, 5, 10]


def test_where_nothing_leaps_acts_are_of_one_length() -> None:
    assert starts(make_scenes(*["Ann"] * 12)) == [1, 5, 9]


def test_a_short_story_has_no_acts() -> None:
    (act,) = divide_into_acts(make_scenes("Ann", "Ben"))
    assert (act.numeral, act.first) == ("", 1)
    assert divide_into_acts([]) == ()


def test_the_first_scenes_keep_their_acts() -> None:
    acts = keep_first(divide_into_acts(make_scenes(*["Ann"] * 12)), 6)
    assert [(act.numeral, len(act.scenes)) for act in acts] == [("I", 4), ("II", 2)]


def test_a_long_story_counts_on_in_roman_numerals() -> None:
    acts = divide_into_acts(make_scenes(*["Ann"] * 120))
    assert [act.numeral for act in acts] == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]


@given(st.lists(st.tuples(st.text("abc", max_size=3), st.sampled_from(["", "a year later", "at dawn"])), max_size=60))
def test_acts_hold_every_scene_once_in_order(drawn: list[tuple[str, str]]) -> None:
    scenes = [
        replace(scene, times=(Quote("one", Span(0, 1), mark),) if mark else ())
        for scene, (_, mark) in zip(make_scenes(*[" ".join(names) for names, _ in drawn]), drawn, strict=True)
    ]
    acts = divide_into_acts(scenes)
    assert [scene for act in acts for scene in act.scenes] == scenes
    assert [act.first for act in acts] == [1 + sum(len(a.scenes) for a in acts[:n]) for n in range(len(acts))]
