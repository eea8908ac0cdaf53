from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from island import FIRST, SECOND, show, tell_island

from retold import Source
from retold.editing.addresses import assign_addresses, find_redirects
from retold.editing.anchors import assign_anchors
from retold.editing.lock import Lock, LockEntry, print_lock, read_lock, rename_address, update_lock
from retold.model import Passage, Scene, Story
from retold.reading import read_story

THIRD = (
    "Captain Quill comes to the island and hides a chest beneath the old lighthouse. The Shadow steals it at night "
    "while Tobin is asleep.\n\nQuill follows the Shadow into the marsh. She learns that the Shadow is Osric. "
    "A storm sinks the harbour. Quill and Osric forgive each other.\n"
)


def locked() -> Lock:
    return update_lock(Lock(), tell_island(), tell_island())


def scenes(story: Story) -> dict[str, Scene]:
    return {scene.slug: scene for scene in story.scenes}


def test_a_lock_is_read_as_it_was_printed() -> None:
    lock = rename_address(locked(), "scene", "the-theft", "stolen")
    text = print_lock(lock)
    again, problems = read_lock(text)
    assert problems == ()
    assert print_lock(again) == text
    assert again.entries == lock.entries
    assert "scene stolen\n    says 4 first: At night the Shadow steals the chest.\n" in text
    assert "    was the-theft\n" in text


def test_a_story_keeps_the_addresses_that_it_has() -> None:
    assert assign_addresses(tell_island(), locked()) == tell_island()


def test_a_scene_keeps_its_address_when_its_title_changes() -> None:
    story = tell_island()
    retitled = [replace(scene, slug=f"{scene.slug}-again", title="New") for scene in story.scenes]
    moved = assign_addresses(replace(story, scenes=tuple(retitled), differences=(), only_in=()), locked())
    assert list(scenes(moved)) == list(scenes(story))


def test_a_scene_keeps_its_address_when_a_sentence_is_edited() -> None:
    edited = tell_island()
    lock = locked()
    entry = lock.entries["scene", "the-quarrel"]
    signs = ("Tobin often quarrels with the old keeper.", "Somebody else")
    lock = Lock({**lock.entries, ("scene", "the-quarrel"): replace(entry, signs=signs)})
    renamed = [replace(s, slug="x" if s.slug == "the-quarrel" else s.slug) for s in edited.scenes]
    assert list(scenes(assign_addresses(replace(edited, scenes=tuple(renamed)), lock)))[1] == "the-quarrel"


def test_a_character_keeps_its_address_under_a_new_first_name() -> None:
    story = tell_island()
    mara = replace(story.characters[0], slug="captain-mara-quill", name="Captain Mara Quill")
    relations = tuple(replace(r, other="captain-mara-quill") for r in story.relations)
    cast = tuple(
        replace(s, characters=tuple(c.replace("mara-quill", mara.slug) for c in s.characters)) for s in story.scenes
    )
    renamed = replace(story, characters=(mara, *story.characters[1:]), relations=relations, scenes=cast)
    assert assign_addresses(renamed, locked()) == replace(
        story, characters=(replace(mara, slug="mara-quill"), *story.characters[1:])
    )


def test_a_new_page_never_takes_an_address_that_was_another_ones() -> None:
    lock = rename_address(locked(), "scene", "the-theft", "stolen")
    story = tell_island()
    new = [replace(s, slug="the-theft") if s.slug == "the-hunt" else s for s in story.scenes if s.slug != "the-theft"]
    gone = Lock({key: entry for key, entry in lock.entries.items() if key != ("scene", "the-hunt")})
    moved = assign_addresses(replace(story, scenes=tuple(new), differences=(), only_in=()), gone)
    assert "the-theft-2" in scenes(moved)


def test_a_vanished_scene_leads_to_the_one_that_has_its_sentences() -> None:
    story = tell_island()
    hide, quarrel, theft, hunt = story.scenes
    both = replace(theft, passages=(Passage("first", (2, 3)), Passage("second", (1, 2))))
    merged = replace(story, scenes=(hide, both, hunt))
    assert find_redirects(merged, locked(), {}).targets == {("scene", "the-quarrel"): "the-theft"}
    assert quarrel.slug == "the-quarrel"


def test_a_vanished_character_leads_to_whom_bears_the_name_or_to_all() -> None:
    story = tell_island()
    osric = replace(story.characters[3], aliases=("Osric", "the Shadow"))
    fewer = replace(story, characters=(story.characters[0], osric))
    assert find_redirects(fewer, locked(), {}).targets == {
        ("character", "the-shadow"): "osric",
        ("character", "tobin"): "",
    }


def test_old_addresses_lead_through_all_their_renames() -> None:
    lock = rename_address(rename_address(locked(), "scene", "the-theft", "a"), "scene", "a", "b")
    story = assign_addresses(tell_island(), lock)
    assert "b" in scenes(story)
    assert find_redirects(story, lock, {}).targets == {("scene", "the-theft"): "b", ("scene", "a"): "b"}


def test_renames_in_a_circle_are_reported_and_lead_to_the_list() -> None:
    lock = Lock(
        {
            ("scene", "a"): LockEntry("scene", "a", (), ("b",)),
            ("scene", "b"): LockEntry("scene", "b", (), ("a",)),
        }
    )
    found = find_redirects(tell_island(), lock, {("scene", "a"): "b", ("scene", "b"): "a"})
    assert found.targets == {("scene", "a"): "", ("scene", "b"): ""}
    assert show(found.problems[0]) == "1:1: the addresses of scene a lead in a circle: delete a was line"


def numbers(text: str, lock: Lock) -> list[int]:
    [telling] = assign_anchors(read(text), lock).tellings
    return [sentence.lasting or sentence.number + 1 for sentence in telling.sentences]


def test_a_sentence_keeps_its_number_when_others_come_go_or_change() -> None:
    story = read("Ann leaves. Bob weeps all night. Cid sings.")
    lock = update_lock(Lock(), story, story)
    assert numbers("Ann leaves. Bob weeps all night. Cid sings.", lock) == [1, 2, 3]
    assert numbers("It rains. Ann leaves. Bob weeps all night. It snows. Cid sings.", lock) == [4, 1, 2, 5, 3]
    assert numbers("Bob weeps all night. Cid sings.", lock) == [2, 3]
    assert numbers("Cid sings. Ann leaves. Bob sings. Bob weeps all night.", lock) == [3, 1, 4, 2]
    assert numbers("Ann leaves. Bob weeps half the night. Cid sings.", lock) == [1, 2, 3]


def test_a_sentence_that_stands_twice_has_two_numbers() -> None:
    story = read("Ann leaves. Ann leaves. Bob stays.")
    lock = update_lock(Lock(), story, story)
    assert numbers("Bob stays. Ann leaves. Ann leaves. Ann leaves.", lock) == [3, 1, 2, 4]


GOLDEN = {
    "scen a": "1:1: “scen a” is no address (did you mean scene?)",
    "scene a\nscene a": "2:1: “scene a” stands here twice",
    "scene a\n    sais b": "2:5: “sais b” means nothing here (did you mean says?)",
    "    says b": "1:5: “says b” means nothing here",
    "<<<<<<< HEAD\nscene a": "1:1: two changes collide here: delete the three marker lines, then run retold lock",
}


def test_what_is_wrong_is_said_with_its_place() -> None:
    for text, said in GOLDEN.items():
        assert [show(problem) for problem in read_lock(text)[1]] == [said]


@given(st.text())
def test_any_text_is_read_as_a_lock(text: str) -> None:
    assign_addresses(tell_island(), read_lock(text)[0])


def read(*texts: str) -> Story:
    return read_story([Source(name, text) for name, text in zip("abcdef", texts, strict=False)])


def test_a_third_telling_changes_no_address() -> None:
    two = read(FIRST, SECOND)
    lock = update_lock(Lock(), two, two)
    three = assign_addresses(read(FIRST, SECOND, THIRD), lock)
    redirects = find_redirects(three, lock, {}).targets
    living = {("scene", s.slug) for s in three.scenes} | {("character", c.slug) for c in three.characters}
    assert set(lock.entries) <= living | set(redirects)
    for character in two.characters:
        kept = next(c for c in three.characters if c.slug == character.slug)
        assert set(character.aliases) & set(kept.aliases)
    for scene in two.scenes:
        if ("scene", scene.slug) not in redirects:
            kept_scene = scenes(three)[scene.slug]
            assert {p.telling: p.sentences for p in scene.passages}.keys() & {p.telling for p in kept_scene.passages}
    assert len(redirects) <= 1
