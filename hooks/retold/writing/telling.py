"""A telling's page: its whole text in order, every sentence with an address."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby

from retold.model import Page, Scene, Sentence, Telling
from retold.writing.concordance import Concordance
from retold.writing.machines import describe_telling
from retold.writing.markdown import Markdown, spell_element
from retold.writing.paths import sentence_anchor
from retold.writing.pen import Pen
from retold.writing.prose import Prose
from retold.writing.sections import fill_sections
from retold.writing.wording import count_things


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence on its telling's page; `scene` when another scene begins with it."""

    spelled: Markdown
    scene: Scene | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a telling and the line of the seed that it begins on, from 1."""

    lines: tuple[Line, ...]
    seed_line: int


def write_telling(book: Concordance, telling: Telling, edit_root: str = "") -> Page:
    """Write a telling's page; `edit_root` is the forge's address that edits a file, when there is one."""
    path = book.paths.telling(book.slugs[telling.name])
    title = book.title_of(telling.name)
    sections = fill_sections(
        "telling",
        Pen(book, path),
        title=title,
        telling=telling,
        source=telling.source,
        paragraphs=_set_paragraphs(Pen(book, path), telling),
        edit_root=edit_root if telling.source.path else "",
        notes=[note for note in book.story.notes if note.telling == telling.name and not note.span.end],
        scenes=sum(any(p.telling == telling.name for p in scene.passages) for scene in book.story.scenes),
    )
    whole = count_things(len(telling.sentences), "sentence")
    return Page(
        path,
        title,
        "telling",
        sections,
        slug=book.slugs[telling.name],
        description=f"{title}: {book.story.facts.title or 'the story'} in {whole}, each with its own address.",
        edit=f"{telling.source.path}#L1" if telling.source.path else "",
        meta={
            "hide": ["navigation", "toc"],
            "crumb": book.crumb("tellings", "Tellings"),
            "json_ld": describe_telling(book, telling),
        },
    )


def _set_paragraphs(pen: Pen, telling: Telling) -> list[Paragraph]:
    scene_before = ""
    prose = Prose(pen, telling.name)
    ends = [found.start() for found in re.finditer("\n", telling.text)]
    paragraphs = []
    for _, sentences in groupby(telling.sentences, key=lambda s: s.paragraph):
        lines = []
        for sentence in sentences:
            slug = pen.story.scene_of.get((telling.name, sentence.number), "")
            lines.append(_set_line(prose, sentence, pen.story.scenes.get(slug) if slug != scene_before else None))
            scene_before, last = slug, sentence
        paragraphs.append(Paragraph(tuple(lines), bisect_left(ends, last.span.start) + 1))
    return paragraphs


def _set_line(prose: Prose, sentence: Sentence, scene: Scene | None) -> Line:
    if scene:
        # Names are links again in every scene.
        prose.linked.clear()
    anchor = f'class="sentence" id="{sentence_anchor(sentence)}"'
    return Line(spell_element("span", prose.sentence(sentence), anchor), scene)
