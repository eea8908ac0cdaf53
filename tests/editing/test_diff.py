from __future__ import annotations

from dataclasses import replace

from island import overlay, tell_island

from retold.editing.corrections import correct
from retold.editing.diff import compare_stories, print_changes


def changes(*pages: tuple[str, str]) -> list[str]:
    after = correct(tell_island(), [overlay(uri, matter) for uri, matter in pages]).story
    return print_changes(compare_stories(tell_island(), after)).splitlines()


def test_nothing_has_changed() -> None:
    assert changes() == ["The story is the same."]


def test_a_fact_and_a_name() -> None:
    assert changes(
        (
            "characters/osric.md",
            "name: Old Osric\nportrayed_by: A. B.\nrelations: [{is: foe, of: Quill, later: friend}]",
        )
    ) == [
        "~ character: Old Osric (was Osric); called Osric, Old Osric (was called Osric); played by A. B. (was played by nobody)",
        "+ relation: Old Osric is foe of Mara Quill, later friend",
    ]


def test_two_characters_are_one() -> None:
    assert changes(("characters/osric.md", "same_as: The Shadow")) == [
        "- character: the Shadow",
        ("~ character: Osric: called Osric, the Shadow, The Shadow (was called Osric); named 7 times (was named 3 times); "
        "in 3 scenes (was in 2 scenes)"),
        "~ scene: The theft: with Osric (was with the Shadow)",
        "~ scene: The hunt: with Mara Quill, Osric (was with Mara Quill, the Shadow, Osric)",
    ]  # fmt: skip


def test_a_scene_is_split_and_a_difference_lost() -> None:
    pages = (("scenes/new.md", "title: By day\npassages: [A masked thief]"),)
    assert changes(*pages) == [
        "~ character: the Shadow: in 3 scenes (was in 2 scenes)",
        "~ scene: The theft: told in first 4 (was told in first 4; second 3)",
        "+ scene: By day",
        "- difference: The theft: when it is stolen: “At night” / “by day”",
    ]


def test_another_address_is_no_other_scene() -> None:
    before = tell_island()
    moved = [replace(scene, slug=f"{scene.slug}-again") for scene in before.scenes]
    after = replace(before, scenes=tuple(moved), differences=(), only_in=())
    assert (
        print_changes(compare_stories(replace(before, differences=(), only_in=()), after)) == "The story is the same.\n"
    )


def test_a_telling_is_gone() -> None:
    before = replace(tell_island(), characters=(), relations=(), scenes=(), differences=(), only_in=())
    after = replace(before, tellings=before.tellings[:1])
    assert print_changes(compare_stories(before, after)) == "- telling: second\n"
