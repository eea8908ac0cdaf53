"""Who is drawn, in which colour, and in which scenes."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import Character, Scene, Story

COLOURS = 6
DASHES = 4
MOST = 24  # more lines than this are no longer told apart


@dataclass(frozen=True, slots=True)
class Player:
    """A character with the numbers of their scenes; `rank` 0 has the most and decides the colour."""

    character: Character
    scenes: tuple[int, ...]
    rank: int

    @property
    def tone(self) -> str:
        """CSS classes of colour and dash pattern: every pair comes once before any comes twice."""
        return f"rt-c{self.rank % COLOURS} rt-d{self.rank // COLOURS % DASHES}"


def find_everybody(story: Story) -> tuple[Player, ...]:
    """All characters, most scenes first."""
    scenes: dict[str, list[int]] = {character.slug: [] for character in story.characters}
    for number, scene in enumerate(story.scenes):
        for slug in dict.fromkeys(scene.characters):
            if slug in scenes:
                scenes[slug].append(number)
    ranked = sorted(story.characters, key=lambda character: -len(scenes[character.slug]))
    return tuple(Player(character, tuple(scenes[character.slug]), rank) for rank, character in enumerate(ranked))


def find_players(story: Story) -> tuple[Player, ...]:
    """The characters who are in a scene, most scenes first."""
    return tuple(player for player in find_everybody(story) if player.scenes)


def find_present(scene: Scene, players: tuple[Player, ...]) -> list[Player]:
    """The players of a scene, in the order of their rank."""
    here = set(scene.characters)
    return [player for player in players if player.character.slug in here]
