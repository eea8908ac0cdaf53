"""Build the scenes again after sentences have changed hands, with all that hangs on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from retold.editing.names import title_of_slug
from retold.editing.presence import Spot, count_mentions, spots_of
from retold.editing.quotes import sentence_at
from retold.model import Difference, Evidence, OnlyIn, Passage, Quote, Scene, Story, Telling


def rebuild_scenes(
    story: Story, owner: Mapping[Spot, str], order: Sequence[str], reasons: Mapping[str, Evidence]
) -> Story:
    """Give every scene the sentences that `owner` says.

    Args:
        story: The story with its scenes as they were.
        owner: The scene of every sentence, by slug.
        order: The scenes in order, new ones at the end; those without sentences vanish.
        reasons: Why a scene has changed, by slug.

    Returns:
        The story with scenes, differences and facts told only once, all where their
        sentences are.  Scenes that kept their sentences are unchanged.
    """
    old = {scene.slug: scene for scene in story.scenes}
    spots = _share_out(story.tellings, owner)
    if {slug: set(spots_of(scene.passages)) for slug, scene in old.items()} == {s: set(p) for s, p in spots.items()}:
        return story
    builder = _Builder(story, owner)
    scenes = []
    for slug in _place_new_scenes([slug for slug in order if slug in spots], old, spots, owner):
        unchanged = slug in old and set(spots_of(old[slug].passages)) == set(spots[slug])
        scenes.append(old[slug] if unchanged else builder.build(slug, spots[slug], reasons.get(slug)))
    return replace(
        story,
        scenes=tuple(scenes),
        differences=tuple(builder.move_differences()),
        only_in=tuple(builder.move_only_in()),
    )


def _share_out(tellings: Iterable[Telling], owner: Mapping[Spot, str]) -> dict[str, list[Spot]]:
    spots: dict[str, list[Spot]] = {}
    for telling in tellings:
        for sentence in telling.sentences:
            spot = (telling.name, sentence.number)
            spots.setdefault(owner[spot], []).append(spot)
    return spots


def _place_new_scenes(
    order: list[str], old: Mapping[str, Scene], spots: Mapping[str, list[Spot]], owner: Mapping[Spot, str]
) -> list[str]:
    """Put a new scene behind the one that tells what comes just before it."""
    placed = [slug for slug in order if slug in old]
    for slug in order:
        if slug in old:
            continue
        telling, number = spots[slug][0]
        before = owner.get((telling, number - 1), "")
        behind = next(
            (owner[s] for s in ((telling, n) for n in range(number, number + 1000)) if owner.get(s, slug) != slug), ""
        )
        if before in placed:
            placed.insert(placed.index(before) + 1, slug)
        else:
            placed.insert(placed.index(behind) if behind in placed else len(placed), slug)
    return placed


class _Builder:
    """Builds changed scenes out of the parts of the old ones."""

    def __init__(self, story: Story, owner: Mapping[Spot, str]) -> None:
        self._story, self._owner = story, owner
        self._tellings = {telling.name: telling for telling in story.tellings}
        self._old = {scene.slug: scene for scene in story.scenes}
        self._origin = {spot: scene.slug for scene in story.scenes for spot in spots_of(scene.passages)}
        self._mentions = {c.slug: count_mentions(c, self._tellings) for c in story.characters}

    def build(self, slug: str, spots: Sequence[Spot], reason: Evidence | None) -> Scene:
        """Build one scene of its sentences."""
        present, spoken = self._find_characters(spots)
        base = self._old.get(slug, Scene(slug, title_of_slug(slug), (), ()))
        told_by = {telling for telling, _ in spots}
        return replace(
            base,
            characters=present,
            spoken_of=spoken,
            passages=_gather_passages(spots),
            summary=self._quotes(slug, [quote for scene in self._story.scenes for quote in scene.summary])[:1],
            times=self._quotes(slug, [quote for scene in self._story.scenes for quote in scene.times]),
            places=self._quotes(slug, [quote for scene in self._story.scenes for quote in scene.places]),
            flashback_in=tuple(telling for telling in base.flashback_in if telling in told_by),
            reasons=(*base.reasons, *([reason] if reason else [])),
        )

    def _find_characters(self, spots: Sequence[Spot]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who was present where a sentence comes from is present, others are spoken of.

        Somebody present whom none of the old scene's sentences mention goes with most of them.
        """
        here: Counter[str] = Counter()
        present: set[str] = set()
        for spot in spots:
            origin = self._old[self._origin[spot]]
            for slug, counts in self._mentions.items():
                if counts[spot]:
                    here[slug] += counts[spot]
                    present.update({slug} if slug not in origin.spoken_of else ())
        unmentioned = self._find_unmentioned(spots)
        ranked = sorted(here, key=lambda slug: -here[slug])
        return (
            (*(slug for slug in ranked if slug in present), *(slug for slug in unmentioned if slug not in here)),
            tuple(slug for slug in ranked if slug not in present),
        )

    def _find_unmentioned(self, spots: Sequence[Spot]) -> list[str]:
        origins = Counter(self._origin[spot] for spot in spots)
        found = []
        for origin, taken in origins.items():
            theirs = spots_of(self._old[origin].passages)
            if taken * 2 > len(theirs):
                found += [
                    s for s in self._old[origin].characters if not any(self._mentions[s][spot] for spot in theirs)
                ]
        return list(dict.fromkeys(found))

    def _quotes(self, slug: str, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        return tuple(quote for quote in quotes if self._scene_of(quote) == slug)

    def _scene_of(self, quote: Quote) -> str:
        if quote.telling not in self._tellings:
            return ""
        return self._owner[quote.telling, sentence_at(self._tellings[quote.telling], quote.span.start)]

    def move_differences(self) -> Iterable[Difference]:
        """Let differences follow their sentences; what is in two scenes is one fact no longer."""
        for difference in self._story.differences:
            homes = {self._scene_of(version.quote) for version in difference.versions}
            if len(homes) == 1:
                yield replace(difference, scene=homes.pop())

    def move_only_in(self) -> Iterable[OnlyIn]:
        """Let facts that one telling alone tells follow their sentences."""
        for only in self._story.only_in:
            yield replace(only, scene=self._scene_of(only.quote) or only.scene)


def _gather_passages(spots: Sequence[Spot]) -> tuple[Passage, ...]:
    numbers: dict[str, list[int]] = {}
    for telling, number in spots:
        numbers.setdefault(telling, []).append(number)
    return tuple(Passage(telling, tuple(sorted(found))) for telling, found in numbers.items())
