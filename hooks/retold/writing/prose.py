"""A telling's own words on a page: names linked at their first mention, differing words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from retold.model import Mention, Sentence, Span
from retold.writing.markdown import Markdown, escape, join, spell_element
from retold.writing.pen import Pen


@dataclass(frozen=True, slots=True)
class Prose:
    """Writes sentences of one telling; `linked` remembers who has been linked already."""

    pen: Pen
    telling: str
    marks: tuple[Span, ...] = ()
    linked: set[str] = field(default_factory=set)

    def sentence(self, sentence: Sentence) -> Markdown:
        """One sentence, links and marks properly nested."""
        links = dict(self._choose_links(sentence))
        pieces = self._cut(sentence.span, [*links, *self.marks])
        return join(
            self.pen.person(links[link], join(map(self._piece, group))) if link else join(map(self._piece, group))
            for link, group in groupby(pieces, key=lambda piece: _holder(piece, links))
        )

    def words(self, span: Span) -> Markdown:
        """Some words without links, marks kept."""
        return join(map(self._piece, self._cut(span, self.marks)))

    def _choose_links(self, sentence: Sentence) -> Iterator[tuple[Span, str]]:
        end = sentence.span.start
        for mention, slug in self.pen.story.mentions.get((self.telling, sentence.number), ()):
            if slug in self.linked or not _is_linkable(mention, sentence, end):
                continue
            self.linked.add(slug)
            end = mention.span.end
            yield mention.span, slug

    def _cut(self, whole: Span, inner: Iterable[Span]) -> list[Span]:
        edges = {edge for span in inner for edge in (span.start, span.end) if whole.start < edge < whole.end}
        cuts = [whole.start, *sorted(edges), whole.end]
        return [Span(start, end) for start, end in pairwise(cuts)]

    def _piece(self, piece: Span) -> Markdown:
        words = escape(self.pen.story.text_of(self.telling, piece))
        marked = any(mark.start <= piece.start and piece.end <= mark.end for mark in self.marks)
        return spell_element("mark", words) if marked and words.strip() else words


def _is_linkable(mention: Mention, sentence: Sentence, end: int) -> bool:
    # Names make links; pronouns and kin phrases would make every line blue.
    return mention.kind == "name" and end <= mention.span.start and mention.span.end <= sentence.span.end


def _holder(piece: Span, links: Iterable[Span]) -> Span | None:
    return next((link for link in links if link.start <= piece.start and piece.end <= link.end), None)
