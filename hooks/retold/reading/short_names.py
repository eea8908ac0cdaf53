"""What the tellings mostly call a character."""

from __future__ import annotations

from collections import Counter

from retold.model import People, Span, Telling


def find_short_names(tellings: tuple[Telling, ...], people: People) -> dict[str, str]:
    """How each character is mostly called, by slug, with the article that stands before it as a rule: "the Queen"."""
    texts = {telling.name: telling.text for telling in tellings}
    names = {}
    for character in people.characters:
        places = [(texts[m.telling], m.span) for m in character.mentions if m.kind == "name" and m.telling in texts]
        forms = Counter(_with_article(text, span) for text, span in places)
        names[character.slug] = min(forms, key=lambda form: (-forms[form], len(form), form), default=character.name)
    return names


def _with_article(text: str, span: Span) -> str:
    form = " ".join(text[span.start : span.end].split())
    before = text[max(0, span.start - 5) : span.start]
    if "he" not in before.lower():  # as most: no need to look closer
        return form
    return f"the {form}" if before.split()[-1:] and before.split()[-1].lower() == "the" else form
