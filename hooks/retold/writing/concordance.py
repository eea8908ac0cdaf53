"""Who and what stands where: the look-ups that every page needs, made once for a story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from retold.model import Character, Difference, Mention, Quote, Scene, Sentence, Span, Story, Telling
from retold.writing.paths import Paths, slug_tellings
from retold.writing.pictures.cast import find_players
from retold.writing.wording import letter_tellings

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Concordance:
    """A story with its parts by slug, name and place; scenes have their `numbers`, from 1.

    `tones` are the classes of a character's colour in the pictures; `scene_of` gives the
    scene's slug of a telling's sentence, and `mentions` its mentions in order with the
    character's slug.
    """

    story: Story
    paths: Paths
    characters: Mapping[str, Character]
    scenes: Mapping[str, Scene]
    numbers: Mapping[str, int]
    scenes_by_character: Mapping[str, tuple[Scene, ...]]
    differences: Mapping[str, tuple[Difference, ...]]
    told_once: Mapping[str, tuple[Quote, ...]]
    tellings: Mapping[str, Telling]
    order: Mapping[str, int]
    letters: Mapping[str, str]
    slugs: Mapping[str, str]
    tones: Mapping[str, str]
    scene_of: Mapping[tuple[str, int], str]
    mentions: Mapping[tuple[str, int], tuple[tuple[Mention, str], ...]]

    def sentence_at(self, telling: str, place: int) -> Sentence:
        """The sentence that holds the character at `place`, or the last one before it."""
        sentences = self.tellings[telling].sentences
        return sentences[max(0, bisect_right(sentences, place, key=lambda s: s.span.start) - 1)]

    def sentence_of(self, quote: Quote | Mention) -> Sentence:
        """The sentence that a quote or mention begins in."""
        return self.sentence_at(quote.telling, quote.span.start)

    def text_of(self, telling: str, span: Span) -> str:
        """The characters of a span."""
        return self.tellings[telling].text[span.start : span.end]

    def scenes_with(self, slug: str) -> tuple[Scene, ...]:
        """The scenes in which a character is present, in order."""
        return self.scenes_by_character.get(slug, ())

    def differences_in(self, slug: str) -> tuple[Difference, ...]:
        """The differences of a scene."""
        return self.differences.get(slug, ())

    def title_of(self, telling: str) -> str:
        """A telling's title, or its name when it has none."""
        return self.tellings[telling].source.title or telling

    def crumb(self, folder: str, title: str) -> dict[str, str]:
        """Where a page belongs, for the breadcrumbs above it."""
        story = self.story.facts.title or "The story"
        return {"root": self.paths.root, "story": story, "folder": folder, "title": title}


def build_concordance(story: Story, paths: Paths) -> Concordance:
    """Look up everything of a story once."""
    tellings = {telling.name: telling for telling in story.tellings}
    return Concordance(
        story,
        paths,
        {character.slug: character for character in story.characters},
        {scene.slug: scene for scene in story.scenes},
        {scene.slug: number for number, scene in enumerate(story.scenes, 1)},
        _gather((slug, scene) for scene in story.scenes for slug in dict.fromkeys(scene.characters)),
        _gather((difference.scene, difference) for difference in story.differences),
        _gather((only.scene, only.quote) for only in story.only_in),
        tellings,
        {telling.name: number for number, telling in enumerate(story.tellings)},
        {telling.name: letter_tellings(number) for number, telling in enumerate(story.tellings)},
        slug_tellings(story.tellings),
        {player.character.slug: player.tone for player in find_players(story)},
        {(p.telling, n): scene.slug for scene in story.scenes for p in scene.passages for n in p.sentences},
        _place_mentions(story, tellings),
    )


def _gather(pairs: Iterable[tuple[str, _Part]]) -> dict[str, tuple[_Part, ...]]:
    gathered: dict[str, list[_Part]] = {}
    for key, part in pairs:
        gathered.setdefault(key, []).append(part)
    return {key: tuple(parts) for key, parts in gathered.items()}


def _place_mentions(
    story: Story, tellings: Mapping[str, Telling]
) -> dict[tuple[str, int], tuple[tuple[Mention, str], ...]]:
    starts = {name: [s.span.start for s in telling.sentences] for name, telling in tellings.items()}
    places: dict[tuple[str, int], list[tuple[Mention, str]]] = {}
    for character in story.characters:
        for mention in character.mentions:
            number = bisect_right(starts[mention.telling], mention.span.start) - 1
            places.setdefault((mention.telling, number), []).append((mention, character.slug))
    return {place: tuple(sorted(found, key=lambda m: (m[0].span, m[1]))) for place, found in places.items()}
