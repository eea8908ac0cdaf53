"""Give the pages of a story the addresses that they always had, and lead old addresses on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from retold.editing.again import match_characters, match_scenes, most_of
from retold.editing.lock import Address, Lock, LockEntry, LockKind
from retold.editing.names import make_slug
from retold.editing.problem import Problem
from retold.model import Story


@dataclass(frozen=True, slots=True)
class Redirects:
    """Where old addresses lead: to a living one of the same kind, or to "", the list of all."""

    targets: dict[Address, str]
    problems: tuple[Problem, ...]


def assign_addresses(story: Story, lock: Lock) -> Story:
    """Give every character and scene the address under which the lock knows it.

    What the lock does not know keeps the address that reading gave it, unless that
    belongs to another page.
    """
    characters = _assign(
        [character.slug for character in story.characters],
        match_characters(story.characters, _read_entries(lock, "character")),
        lock,
        "character",
    )
    scenes = _assign(
        [scene.slug for scene in story.scenes], match_scenes(story, _read_entries(lock, "scene")), lock, "scene"
    )
    return _relabel(story, characters, scenes)


def find_redirects(
    story: Story,
    lock: Lock,
    moved: Mapping[Address, str],
    others: Mapping[Address, str] | None = None,
    file: str = "seeds/urls.lock",
) -> Redirects:
    """Find where every address of the lock leads that is no page's any more.

    Args:
        story: The corrected story.
        lock: The lock.
        moved: Addresses that corrections joined to others.
        others: Living addresses of tellings and of contributors' own pages, with what tells them again.
        file: The lock as problems show it.
    """
    living = _list_living(story, others or {})
    steps: dict[Address, Address] = {address: (address[0], new) for address, new in moved.items()}
    for entry in lock.entries.values():
        for old in entry.was:
            steps.setdefault((entry.kind, old), (entry.kind, entry.slug))
    targets: dict[Address, str] = {}
    problems: list[Problem] = []
    gone = [address for address in dict.fromkeys((*lock.entries, *steps)) if address not in living]
    for address in gone:
        end, circle = _follow(address, steps, living)
        if circle:
            message = f"the addresses of {address[0]} {address[1]} lead in a circle: delete a was line"
            problems.append(Problem(file, 1, 1, message))
        heir = end[1] if end in living else _find_heir(story, lock.entries.get(end), others or {})
        targets[address] = heir if (address[0], heir) in living else ""
    return Redirects(targets, tuple(problems))


def _read_entries(lock: Lock, kind: LockKind) -> list[LockEntry]:
    return [entry for entry in lock.of_kind(kind) if not entry.by_page]


def _assign(slugs: Sequence[str], known: Mapping[int, str], lock: Lock, kind: LockKind) -> dict[str, str]:
    """Give each slug of reading its lasting one; what the lock knows by its address alone keeps that."""
    unclaimed = {entry.slug for entry in lock.of_kind(kind)} - set(known.values())
    assigned = {slugs[at]: slug for at, slug in known.items()}
    taken = {entry.slug for entry in lock.of_kind(kind)} | {old for entry in lock.of_kind(kind) for old in entry.was}
    for slug in slugs:
        if slug not in assigned:
            assigned[slug] = slug if slug in unclaimed else make_slug(slug, taken)
            unclaimed.discard(assigned[slug])
            taken.add(assigned[slug])
    return assigned


def _relabel(story: Story, characters: Mapping[str, str], scenes: Mapping[str, str]) -> Story:
    def people(slugs: Iterable[str]) -> tuple[str, ...]:
        return tuple(characters.get(slug, slug) for slug in slugs)

    return replace(
        story,
        characters=tuple(replace(c, slug=characters[c.slug]) for c in story.characters),
        relations=tuple(
            replace(r, person=characters.get(r.person, r.person), other=characters.get(r.other, r.other))
            for r in story.relations
        ),
        roles=tuple(replace(role, owner=characters.get(role.owner, role.owner)) for role in story.roles),
        scenes=tuple(
            replace(s, slug=scenes[s.slug], characters=people(s.characters), spoken_of=people(s.spoken_of))
            for s in story.scenes
        ),
        differences=tuple(replace(d, scene=scenes.get(d.scene, d.scene)) for d in story.differences),
        only_in=tuple(replace(only, scene=scenes.get(only.scene, only.scene)) for only in story.only_in),
    )


def _list_living(story: Story, others: Mapping[Address, str]) -> set[Address]:
    characters: set[Address] = {("character", character.slug) for character in story.characters}
    scenes: set[Address] = {("scene", scene.slug) for scene in story.scenes}
    return characters | scenes | set(others)


def _follow(address: Address, steps: Mapping[Address, Address], living: set[Address]) -> tuple[Address, bool]:
    seen = {address}
    while address not in living and address in steps:
        address = steps[address]
        if address in seen:
            return address, True
        seen.add(address)
    return address, False


def _find_heir(story: Story, entry: LockEntry | None, others: Mapping[Address, str]) -> str:
    """Find the page that has most of what a vanished page was known by."""
    if entry is None:
        return ""
    if entry.kind == "scene":
        return most_of(story, entry)
    if entry.kind == "character":
        return next((c.slug for sign in entry.signs for c in story.characters if sign in (c.name, *c.aliases)), "")
    return next((slug for (kind, slug), sign in others.items() if kind == entry.kind and sign in entry.signs), "")
