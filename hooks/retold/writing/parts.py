"""The pieces that several pages are built of: portraits, differences, columns, ties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from retold.model import Character, Difference, DifferenceKind, Passage, Scene, Sentence, Version
from retold.writing.markdown import (
    Markdown,
    escape,
    escape_attribute,
    join,
    spell_element,
    spell_image,
    spell_link,
    spell_strong,
)
from retold.writing.pen import Pen
from retold.writing.prose import Prose
from retold.writing.ties import Tie
from retold.writing.wording import begin_large, initials, join_words

_KINDS: dict[DifferenceKind, str] = {"contradiction": "contradiction", "detail": "another detail"}


@dataclass(frozen=True, slots=True)
class Column:
    """One telling's part of a scene, in paragraphs ready to print."""

    telling: str
    paragraphs: tuple[Markdown, ...]


def spell_portrait(pen: Pen, character: Character) -> Markdown:
    """A contributor's picture, or a monogram in the character's colour."""
    # A picture from another host would tell that host who reads here.
    if character.image and "://" not in character.image:
        return spell_image(character.name, pen.to(character.image), ".portrait")
    tone = pen.story.tones.get(character.slug, "")
    return spell_element("span", initials(character.name), f'class="portrait monogram {tone}" aria-hidden="true"')


def spell_difference(pen: Pen, difference: Difference) -> Markdown:
    """What differs, and each telling's words for it, as a small list."""
    kind = spell_element("small", _KINDS[difference.kind], f'class="kind kind-{difference.kind}"')
    about = join([spell_strong(begin_large(difference.about)), " "]) if difference.about else ""
    versions = (Markdown(f"- {_spell_version(pen, version)}") for version in difference.versions)
    begin, end = Markdown(f'<div class="difference {difference.kind}" markdown>\n'), Markdown("\n</div>")
    return join([begin, join([about, kind]), "", *versions, end], "\n")


def spell_tie(tie: Tie) -> Markdown:
    """What the other is to the character: " (wife, later ex-wife)"."""
    words = ", later ".join(word for word in (join_words(tie.backs), escape(tie.later_back)) if word)
    return join([" (", Markdown(words), ")"]) if words else Markdown("")


def spell_scene_number(pen: Pen, scene: Scene) -> Markdown:
    """A scene's number as a link that says the scene's title."""
    number = pen.story.numbers[scene.slug]
    title = escape_attribute(f"{number}: {scene.title}")
    return spell_link(number, pen.to(pen.story.paths.scene(scene)), f'.number title="{title}" aria-label="{title}"')


def set_columns(pen: Pen, scene: Scene) -> tuple[Column, ...]:
    """Set the tellings of a scene side by side, in the tellings' order, differing words marked."""
    passages = sorted(scene.passages, key=lambda passage: pen.story.order[passage.telling])
    return tuple(_set_column(pen, scene, passage) for passage in passages)


def _set_column(pen: Pen, scene: Scene, passage: Passage) -> Column:
    versions = [v for d in pen.story.differences_in(scene.slug) for v in d.versions]
    marks = tuple(mark for v in versions if v.quote.telling == passage.telling for mark in v.marks)
    prose = Prose(pen, passage.telling, marks)
    paragraphs: list[list[Markdown]] = []
    before: Sentence | None = None
    for number in passage.sentences:
        sentence = pen.story.tellings[passage.telling].sentences[number]
        if before is None or sentence.number != before.number + 1 or sentence.paragraph != before.paragraph:
            paragraphs.append([])
        mark = pen.cite(passage.telling, sentence, shows=False)
        paragraphs[-1].append(join([prose.sentence(sentence), mark]))
        before = sentence
    return Column(passage.telling, tuple(join(lines, "\n") for lines in paragraphs))


def _spell_version(pen: Pen, version: Version) -> Markdown:
    quote = version.quote
    words = Prose(pen, quote.telling, version.marks).words(quote.span)
    return join([pen.letter(quote.telling), " “", words, "” ", pen.cites([quote])])


def name_missing(pen: Pen, columns: Iterable[Column]) -> Markdown:
    """Name the tellings that leave a scene out."""
    told = {column.telling for column in columns}
    missing = [name for name in pen.story.tellings if name not in told]
    return join((join([pen.letter(name), " ", pen.telling(name)]) for name in missing), ", ")
