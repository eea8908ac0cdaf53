"""The file that a contributor starts from when a generated page becomes theirs."""

from __future__ import annotations

import json
import re

from retold.editing.names import title_of_slug
from retold.editing.quotes import letter_of
from retold.model import Character, Passage, Scene, Story

_PLAIN = re.compile(r"[A-Za-z][\w'’.-]*(?: [\w'’.-]+)*")
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_INVITATION = """
<!-- Write here. What is generated stands around your text; a comment with only {slot} in it moves that part there. -->
"""


def draft_character(character: Character) -> str:
    """Draft a character's file: the facts that a reader sees, and what else may be said."""
    facts = {"name": character.name, "portrayed_by": character.portrayed_by or "", "gender": character.gender or ""}
    lines = [_line(key, value) for key, value in facts.items() if value]
    offers = ["#aliases: [another name]"]
    offers += [] if character.portrayed_by else ["#portrayed_by: an actor"]
    offers += ["#relations: [friend of somebody]", "#same_as: [a second name of the same person]"]
    return _draft([*lines, *offers], "retold/scenes")


def draft_scene(story: Story, scene: Scene) -> str:
    """Draft a scene's file: its title, and which sentences it holds."""
    names = {character.slug: character.name for character in story.characters}
    lines = [_line("title", scene.title)]
    cast = ", ".join(_scalar(names[slug]) for slug in scene.characters if slug in names)
    offers = [f"#characters: [{cast}]", "#passages:"]
    for number, telling in enumerate(story.tellings):
        for passage in scene.passages:
            if passage.telling == telling.name:
                offers += [f"#  - {line}" for line in _list_runs(story, passage, letter_of(number))]
    return _draft([*lines, *offers], "retold/tellings")


def draft_page(title: str) -> str:
    """Draft a page that nobody has written."""
    return f"---\n{_line('title', title)}\n---\n\n# {title}\n\n"


def draft_slug(slug: str) -> str:
    """Draft a page of which only the address is known."""
    return draft_page(title_of_slug(slug))


def _draft(lines: list[str], slot: str) -> str:
    return "\n".join(["---", *lines, "---", _INVITATION.format(slot=slot)])


def _list_runs(story: Story, passage: Passage, letter: str) -> list[str]:
    """Quote the first and last words of each run of sentences."""
    telling = next(telling for telling in story.tellings if telling.name == passage.telling)
    spans = [telling.sentences[number].span for number in passage.sentences]
    words = [telling.text[span.start : span.end].split() for span in spans]
    texts = dict(zip(passage.sentences, words, strict=True))
    runs: list[list[int]] = []
    for number in passage.sentences:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        f"{{telling: {letter}, from: {_scalar(' '.join(texts[run[0]][:6]))}, to: {_scalar(' '.join(texts[run[-1]][-6:]))}}}"
        for run in runs
    ]


def _line(key: str, value: str) -> str:
    return f"{key}: {_scalar(value)}"


def _scalar(value: str) -> str:
    """Write a value as YAML wants it: in quotes unless it is plain words, which hold in brackets too."""
    plain = _PLAIN.fullmatch(value) and value.casefold() not in _YAML_WORDS
    return value if plain else json.dumps(value, ensure_ascii=False)
