"""Where the tellings speak of somebody under a name that a contributor gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from retold.editing.names import fold_name
from retold.model import Character, Mention, Span, Story


def find_forms(story: Story, forms: Sequence[str], characters: Iterable[Character]) -> tuple[Mention, ...]:
    """Find the places where a form stands as whole words and nobody's name stands yet."""
    wanted = sorted({form for form in forms if len(form) > 1}, key=lambda form: (-len(form), form))
    if not wanted:
        return ()
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(_loose(form) for form in wanted) + r")(?!\w)")
    named = [mention for character in characters for mention in character.mentions if mention.kind == "name"]
    found: list[Mention] = []
    for telling in story.tellings:
        taken = sorted(mention.span for mention in named if mention.telling == telling.name)
        for match in pattern.finditer(telling.text):
            span = Span(match.start(), match.end())
            if not _overlaps(taken, span):
                found.append(Mention(telling.name, span, "name"))
    return tuple(found)


def share_mentions(story: Story, character: Character, form: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Divide a character's mentions: those under other names, and those under this one."""
    texts = {telling.name: telling.text for telling in story.tellings}
    theirs = tuple(
        mention
        for mention in character.mentions
        if mention.kind == "name"
        and fold_name(texts[mention.telling][mention.span.start : mention.span.end]) == fold_name(form)
    )
    given = set(theirs)
    return tuple(mention for mention in character.mentions if mention not in given), theirs


def _loose(form: str) -> str:
    """A name may be broken over two lines."""
    return r"\s+".join(re.escape(word) for word in form.split())


def _overlaps(taken: Sequence[Span], span: Span) -> bool:
    """`taken` is in order and does not overlap itself."""
    at = bisect_right(taken, span)
    return (at < len(taken) and taken[at].start < span.end) or (at > 0 and taken[at - 1].end > span.start)
