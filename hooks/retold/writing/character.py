"""A character's page: who they are, what they do in the story, whom they meet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from retold.model import Character, Difference, Page, Scene
from retold.writing.clauses import Clip, clip_scene, read_clip
from retold.writing.concordance import Concordance
from retold.writing.lead import compose_lead, join_descriptions
from retold.writing.machines import describe_person
from retold.writing.markdown import read_plain
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections
from retold.writing.ties import Tie, tie_character


@dataclass(frozen=True, slots=True)
class Company:
    """Another character and the scenes that the two share."""

    other: Character
    tie: Tie | None
    scenes: tuple[Scene, ...]


def write_character(book: Concordance, character: Character) -> Page:
    """Write a character's page."""
    path = book.paths.character(character)
    pen = Pen(book, path)
    ties = tie_character(book, character)
    lead = compose_lead(pen, character, ties)
    sections = fill_sections(
        "character",
        pen,
        character=character,
        lead=lead,
        also_called=[alias for alias in character.aliases if alias != character.name],
        descriptions=join_descriptions(character),
        family=[tie for tie in ties if tie.family],
        others=[tie for tie in ties if not tie.family],
        roles=[role for role in book.story.roles if role.owner == character.slug],
        scenes=len(book.scenes_with(character.slug)),
        named=_count_names(book, character),
        clips=_clip_scenes(book, character),
        read_clip=lambda clip: read_clip(book, clip),
        company=_find_company(book, character, ties),
        differences=_find_differences(book, character),
        notes=[
            note
            for note in book.story.notes
            if note.span.end and _is_about(book, character, note.telling, note.span.start)
        ],
    )
    actors = [credit.text for credit in character.credits] + [character.portrayed_by or ""]
    terms = tuple(term for term in dict.fromkeys([*character.aliases, *actors]) if term)
    return Page(
        path,
        character.name,
        "character",
        sections,
        slug=character.slug,
        description=read_plain(lead),
        search_terms=terms,
        meta={
            "tags": list(terms),
            "hide": ["navigation"],
            "crumb": book.crumb("characters", "Characters"),
            "json_ld": describe_person(book, character),
        },
    )


def _count_names(book: Concordance, character: Character) -> list[tuple[str, int]]:
    """Count by telling how often a character is named."""
    counts = Counter(mention.telling for mention in character.mentions if mention.kind == "name")
    return [(telling.name, counts[telling.name]) for telling in book.story.tellings if counts[telling.name]]


def _clip_scenes(book: Concordance, character: Character) -> list[tuple[Scene, tuple[Clip, ...]]]:
    clipped = [
        (scene, clip_scene(book, scene, character))
        for scene in book.story.scenes
        if character.slug in scene.characters or character.slug in scene.spoken_of
    ]
    # Who is only spoken of, and in no words of their own, does nothing there.
    return [(scene, said) for scene, said in clipped if said or character.slug in scene.characters]


def _find_company(book: Concordance, character: Character, ties: tuple[Tie, ...]) -> list[Company]:
    """Find who shares scenes with a character, those of most scenes first."""
    shared: dict[str, list[Scene]] = {}
    for scene in book.scenes_with(character.slug):
        for slug in scene.characters:
            if slug != character.slug and slug in book.characters:
                shared.setdefault(slug, []).append(scene)
    by_slug = {tie.other: tie for tie in reversed(ties)}
    company = [Company(book.characters[slug], by_slug.get(slug), tuple(scenes)) for slug, scenes in shared.items()]
    return sorted(company, key=lambda c: -len(c.scenes))


def _find_differences(book: Concordance, character: Character) -> list[Difference]:
    """Find the differences whose words, in some telling, are about a character."""
    return [
        difference
        for difference in book.story.differences
        if any(_is_about(book, character, v.quote.telling, v.quote.span.start) for v in difference.versions)
    ]


def _is_about(book: Concordance, character: Character, telling: str, place: int) -> bool:
    """Say whether the person last spoken of before a place of a sentence is the character."""
    if telling not in book.tellings or not book.tellings[telling].sentences:
        return False
    sentence = book.sentence_at(telling, place)
    mentions = book.mentions.get((telling, sentence.number), ())
    before = [slug for mention, slug in mentions if mention.span.start <= place]
    return (before[-1] if before else mentions[0][1] if mentions else "") == character.slug
