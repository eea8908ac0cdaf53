"""Why a character or a scene is here, in lines for a person."""

from __future__ import annotations

from collections import Counter

from retold.model import Character, Evidence, Scene


def explain_character(character: Character) -> tuple[str, ...]:
    """Give the evidence for a character: its forms, how often it is spoken of, and every reason."""
    kinds = Counter(mention.kind for mention in character.mentions)
    tellings = sorted({mention.telling for mention in character.mentions})
    spoken = ", ".join(f"{count} by {kind}" for kind, count in sorted(kinds.items()))
    return (
        f"{character.name} ({character.slug})",
        f"  forms: {', '.join(character.aliases)}",
        f"  spoken of: {spoken or 'never'}, in {', '.join(tellings) or 'no telling'}",
        f"  gender: {character.gender or 'not told'}",
        *(f"  portrayed by: {credit.text} [{credit.telling}]" for credit in character.credits),
        *map(_spell_evidence, character.evidence),
    )


def explain_scene(scene: Scene) -> tuple[str, ...]:
    """Give the reasons why a scene's sentences are together; sentences count from 1."""
    passages = (
        f"  {passage.telling}: sentences {', '.join(str(number + 1) for number in passage.sentences)}"
        for passage in scene.passages
    )
    return (f"{scene.title} ({scene.slug})", *passages, *map(_spell_evidence, scene.reasons))


def _spell_evidence(evidence: Evidence) -> str:
    weight = f"{evidence.weight:+.2f}" if evidence.weight else "     "
    return f"  {weight}  {evidence.rule}: {evidence.saw}"
