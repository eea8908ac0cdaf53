"""Who is there in a scene."""

from __future__ import annotations

from retold import Source, read_story


def test_the_two_are_there_though_nobody_names_them() -> None:
    text = (
        "Ann Lee befriends her neighbor Bob Dale. Bob is a widower and the two become close."
        " One day as the two sit in the garden, Tim Lee falls off the wall."
    )
    story = read_story([Source("a", text)])
    last = next(scene for scene in story.scenes if 2 in scene.passages[0].sentences)
    assert {"ann-lee", "bob-dale", "tim-lee"} <= set(last.characters)
