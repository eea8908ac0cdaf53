"""Who is in which scene, after names or sentences have changed hands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from retold.editing.quotes import sentence_at
from retold.model import Character, Mention, Passage, Scene, Story, Telling

Spot = tuple[str, int]  # a telling's name and the number of one of its sentences


def spots_of(passages: Iterable[Passage]) -> tuple[Spot, ...]:
    """Give every sentence of a scene."""
    return tuple((passage.telling, number) for passage in passages for number in passage.sentences)


def count_mentions(character: Character, tellings: Mapping[str, Telling]) -> Counter[Spot]:
    """Count a character's mentions sentence by sentence."""
    return Counter(spot_of(mention, tellings) for mention in character.mentions)


def spot_of(mention: Mention, tellings: Mapping[str, Telling]) -> Spot:
    """Say in which sentence a mention stands."""
    return mention.telling, sentence_at(tellings[mention.telling], mention.span.start)


def follow_cast(story: Story, moved: Mapping[str, str], changed: Iterable[str]) -> Story:
    """Bring the scenes' lists of characters up to date with a changed cast.

    Args:
        story: A story whose cast is corrected and whose scenes still list the old one.
        moved: Characters that were joined to another, by slug.
        changed: Characters that gained or lost mentions: they are in a scene when it speaks of them.
    """
    tellings = {telling.name: telling for telling in story.tellings}
    cast = {character.slug: character for character in story.characters}
    counts = {slug: count_mentions(cast[slug], tellings) for slug in sorted(set(changed)) if slug in cast}
    scenes = tuple(_follow_in_scene(scene, moved, counts, cast) for scene in story.scenes)
    return replace(story, scenes=scenes)


def _follow_in_scene(
    scene: Scene, moved: Mapping[str, str], counts: Mapping[str, Counter[Spot]], cast: Mapping[str, Character]
) -> Scene:
    spots = spots_of(scene.passages)
    here = {slug: sum(count[spot] for spot in spots) for slug, count in counts.items()}
    kept = [slug for slug in _known(scene.characters, moved, cast) if here.get(slug, 1)]
    spoken = [slug for slug in _known(scene.spoken_of, moved, cast) if here.get(slug, 1) and slug not in kept]
    new = sorted((slug for slug in here if here[slug] and slug not in kept + spoken), key=lambda slug: -here[slug])
    return replace(scene, characters=(*kept, *new), spoken_of=tuple(spoken))


def _known(slugs: Iterable[str], moved: Mapping[str, str], cast: Mapping[str, Character]) -> list[str]:
    return [slug for slug in dict.fromkeys(follow(slug, moved) for slug in slugs) if slug in cast]


def follow(slug: str, moved: Mapping[str, str]) -> str:
    """Follow an address to where it leads now; `moved` must have no circle."""
    while slug in moved:
        slug = moved[slug]
    return slug
