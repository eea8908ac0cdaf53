"""What machines read of a page: schema.org descriptions."""

from __future__ import annotations

from typing import Any

from retold.model import Character, Scene, Telling
from retold.writing.concordance import Concordance

_KINDS = {
    "film": "Movie", "movie": "Movie", "novel": "Book", "book": "Book", "series": "TVSeries", "play": "Play",
    "game": "VideoGame", "comic": "ComicStory", "opera": "MusicComposition", "short story": "ShortStory",
}  # fmt: skip


def describe_story(book: Concordance) -> dict[str, Any]:
    """Describe the story as the work that it is, with its cast."""
    facts = book.story.facts
    actors = [c.portrayed_by for c in book.story.characters if c.portrayed_by]
    return _keep_known(
        {
            "@context": "https://schema.org",
            "@type": _KINDS.get(facts.kind.lower(), "CreativeWork"),
            "name": facts.title,
            "datePublished": str(facts.year),
            "character": [{"@type": "Person", "name": c.name} for c in book.story.characters],
            "actor": [{"@type": "Person", "name": actor} for actor in actors],
        }
    )


def describe_person(book: Concordance, character: Character) -> dict[str, Any]:
    """Describe a character."""
    return _keep_known(
        {
            "@context": "https://schema.org",
            "@type": "Person",
            "name": character.name,
            "alternateName": [alias for alias in character.aliases if alias != character.name],
            "subjectOf": _name_story(book),
        }
    )


def describe_scene(book: Concordance, scene: Scene, number: int) -> dict[str, Any]:
    """Describe a scene as a part of its story."""
    present = [book.characters[slug].name for slug in scene.characters if slug in book.characters]
    return _keep_known(
        {
            "@context": "https://schema.org",
            "@type": "CreativeWork",
            "name": scene.title,
            "position": number,
            "character": [{"@type": "Person", "name": name} for name in present],
            "isPartOf": _name_story(book),
        }
    )


def describe_telling(book: Concordance, telling: Telling) -> dict[str, Any]:
    """Describe a telling with its author and licence."""
    source = telling.source
    return _keep_known(
        {
            "@context": "https://schema.org",
            "@type": "CreativeWork",
            "name": book.title_of(telling.name),
            "inLanguage": source.language,
            "author": source.author,
            "license": source.licence,
            "sameAs": source.address,
            "about": _name_story(book),
        }
    )


def _name_story(book: Concordance) -> dict[str, Any]:
    facts = book.story.facts
    return {"@type": _KINDS.get(facts.kind.lower(), "CreativeWork"), "name": facts.title} if facts.title else {}


def _keep_known(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}
