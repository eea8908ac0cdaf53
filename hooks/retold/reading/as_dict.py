"""The story's public JSON form."""

from __future__ import annotations

from typing import Any

from retold.model import Character, Difference, Evidence, Quote, Relation, Scene, Story, Telling


def story_as_dict(story: Story) -> dict[str, Any]:
    """Give the story as plain dicts and lists, ready for `json.dumps`.

    Args:
        story: A story as `read_story` or `correct` gives it.

    Returns:
        The public form; `story.schema.json`, published beside `story.json`, is its JSON Schema.  Spans are
        half-open character offsets into the telling's text; sentence numbers count from 0.
    """
    return {
        "title": story.facts.title,
        "kind": story.facts.kind,
        "year": story.facts.year,
        "tellings": [_telling(telling) for telling in story.tellings],
        "characters": [_character(character) for character in story.characters],
        "relations": [_relation(relation) for relation in story.relations],
        "roles": [
            {"owner": role.owner, "word": role.word, "mentions": [_mention(m) for m in role.mentions]}
            for role in story.roles
        ],
        "scenes": [_scene(scene) for scene in story.scenes],
        "differences": [_difference(difference) for difference in story.differences],
        "only_in": [{"scene": only.scene, **_quote(only.quote)} for only in story.only_in],
        "notes": [
            {"message": note.message, "telling": note.telling, "start": note.span.start, "end": note.span.end}
            for note in story.notes
        ],
        "ledger": [_ledger_line(story, telling) for telling in story.tellings],
    }


def _telling(telling: Telling) -> dict[str, Any]:
    source = telling.source
    return {
        "name": source.name,
        "title": source.title or source.name,
        "language": source.language,
        "author": source.author,
        "address": source.address,
        "licence": source.licence,
        "sentences": _sentences(telling),
    }


def _sentences(telling: Telling) -> list[dict[str, int]]:
    """The blank between two sentences of a paragraph belongs to the first: every place in it has its sentence."""
    following = [*telling.sentences[1:], *telling.sentences[-1:]]
    return [
        {
            "start": s.span.start,
            "end": after.span.start if after.paragraph == s.paragraph and after is not s else s.span.end,
            "paragraph": s.paragraph,
        }
        for s, after in zip(telling.sentences, following, strict=True)
    ]


def _quote(quote: Quote) -> dict[str, Any]:
    return {"text": quote.text, "telling": quote.telling, "start": quote.span.start, "end": quote.span.end}


def _mention(mention: Any) -> dict[str, Any]:
    return {"telling": mention.telling, "start": mention.span.start, "end": mention.span.end, "kind": mention.kind}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"rule": evidence.rule, "saw": evidence.saw, "weight": round(evidence.weight, 4)}


def _character(character: Character) -> dict[str, Any]:
    return {
        "slug": character.slug,
        "name": character.name,
        "aliases": list(character.aliases),
        "portrayed_by": character.portrayed_by,
        "credits": [_quote(credit) for credit in character.credits],
        "gender": character.gender,
        "descriptions": [_quote(description) for description in character.descriptions],
        "mentions": [_mention(mention) for mention in character.mentions],
        "evidence": [_evidence(evidence) for evidence in character.evidence],
        "image": character.image,
    }


def _relation(relation: Relation) -> dict[str, Any]:
    words = {"from": relation.person, "is": relation.word, "to": relation.other, "later": relation.later}
    return {**words, **_quote(relation.quote)}


def _scene(scene: Scene) -> dict[str, Any]:
    return {
        "slug": scene.slug,
        "title": scene.title,
        "titles": [{"text": choice.text, "score": round(choice.score, 4)} for choice in scene.titles],
        "characters": list(scene.characters),
        "spoken_of": list(scene.spoken_of),
        "passages": [{"telling": p.telling, "sentences": list(p.sentences)} for p in scene.passages],
        "summary": [_quote(quote) for quote in scene.summary],
        "times": [_quote(quote) for quote in scene.times],
        "places": [_quote(quote) for quote in scene.places],
        "flashback_in": list(scene.flashback_in),
        "reasons": [_evidence(evidence) for evidence in scene.reasons],
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "scene": difference.scene,
        "kind": difference.kind,
        "about": difference.about,
        "passages": [
            {**_quote(version.quote), "marks": [{"start": mark.start, "end": mark.end} for mark in version.marks]}
            for version in difference.versions
        ],
    }


def _ledger_line(story: Story, telling: Telling) -> dict[str, Any]:
    placed = [n for scene in story.scenes for p in scene.passages if p.telling == telling.name for n in p.sentences]
    return {
        "telling": telling.name,
        "sentences": len(telling.sentences),
        "placed": len(placed),
        "once": len(set(placed)),
    }
