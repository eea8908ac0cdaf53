"""What a change of seeds or pages changes in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from retold.editing.addresses import assign_addresses
from retold.editing.lock import Lock, update_lock
from retold.model import Scene, Story


@dataclass(frozen=True, slots=True)
class Change:
    """A line for a reviewer: `sign` is + for gained, - for lost, ~ for changed."""

    sign: str
    what: str
    text: str


def compare_stories(before: Story, after: Story) -> tuple[Change, ...]:
    """List what a reviewer should know: characters, relations, scenes, differences gained, lost and changed.

    People and scenes are known again as the lock of addresses would, and called as they are
    now, so that a new name is one line and not many.
    """
    before = assign_addresses(before, update_lock(Lock(), after, after))
    names = {character.slug: character.name for story in (before, after) for character in story.characters}
    titles = {scene.slug: scene.title for story in (before, after) for scene in story.scenes}
    return (
        *_compare_values("telling", _tellings(before), _tellings(after)),
        *_compare_values("character", _characters(before), _characters(after)),
        *_compare_lists("relation", _relations(before, names), _relations(after, names)),
        *_compare_values("scene", _scenes(before, names), _scenes(after, names)),
        *_compare_lists("difference", _differences(before, titles), _differences(after, titles)),
    )


def print_changes(changes: Iterable[Change]) -> str:
    """Write changes down, one a line."""
    lines = [f"{change.sign} {change.what}: {change.text}" for change in changes]
    return "\n".join(lines or ["The story is the same."]) + "\n"


def _compare_values(
    what: str, before: Mapping[str, tuple[str, ...]], after: Mapping[str, tuple[str, ...]]
) -> Iterable[Change]:
    for key in dict.fromkeys((*before, *after)):
        if key not in after:
            yield Change("-", what, before[key][0])
        elif key not in before:
            yield Change("+", what, after[key][0])
        elif before[key] != after[key]:
            said = [f"{new} (was {old})" for old, new in zip(before[key], after[key], strict=True) if old != new]
            name = "" if before[key][0] != after[key][0] else f"{after[key][0]}: "
            yield Change("~", what, name + "; ".join(said))


def _compare_lists(what: str, before: Iterable[str], after: Iterable[str]) -> Iterable[Change]:
    old, new = Counter(before), Counter(after)
    for line in dict.fromkeys((*old, *new)):
        if old[line] != new[line]:
            yield Change("+" if new[line] > old[line] else "-", what, line)


def _tellings(story: Story) -> dict[str, tuple[str, ...]]:
    return {t.name: (t.source.title or t.name, f"{len(t.sentences)} sentences") for t in story.tellings}


def _characters(story: Story) -> dict[str, tuple[str, ...]]:
    return {
        c.slug: (
            c.name,
            f"called {', '.join(c.aliases)}",
            f"played by {c.portrayed_by or 'nobody'}",
            f"named {sum(m.kind == 'name' for m in c.mentions)} times",
            f"in {sum(c.slug in s.characters for s in story.scenes)} scenes",
        )
        for c in story.characters
    }


def _scenes(story: Story, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        s.slug: (
            s.title,
            f"with {', '.join(names.get(slug, slug) for slug in s.characters) or 'nobody'}",
            f"told in {_list_sentences(s)}",
        )
        for s in story.scenes
    }


def _list_sentences(scene: Scene) -> str:
    return "; ".join(f"{p.telling} {', '.join(str(n + 1) for n in p.sentences)}" for p in scene.passages)


def _relations(story: Story, names: Mapping[str, str]) -> Iterable[str]:
    for relation in story.relations:
        later = f", later {relation.later}" if relation.later else ""
        yield f"{names.get(relation.person)} is {relation.word} of {names.get(relation.other)}{later}"


def _differences(story: Story, titles: Mapping[str, str]) -> Iterable[str]:
    for difference in story.differences:
        quotes = " / ".join(f"“{version.quote.text}”" for version in difference.versions)
        yield f"{titles.get(difference.scene)}: {difference.about}: {quotes}"
