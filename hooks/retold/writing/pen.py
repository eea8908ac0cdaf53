"""What a template writes with: links and citations as seen from one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from retold.model import Mention, Quote, Sentence
from retold.writing.concordance import Concordance
from retold.writing.markdown import Markdown, escape, escape_attribute, join, spell_link
from retold.writing.paths import relative, sentence_anchor
from retold.writing.wording import join_words


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes about a story on the page at `path`."""

    story: Concordance
    path: str

    def to(self, path: str, anchor: str = "") -> str:
        """The address of another page as seen from this one."""
        return relative(path, self.path) + (f"#{anchor}" if anchor else "")

    def link(self, text: object, path: str, anchor: str = "") -> Markdown:
        """A link to another page."""
        return spell_link(text, self.to(path, anchor))

    def person(self, slug: str, text: str = "") -> Markdown:
        """A character's name, or other words for them, linked unless this is their page."""
        character = self.story.characters.get(slug)
        if character is None:
            return escape(text or slug)
        path = self.story.paths.character(character)
        return escape(text or character.name) if path == self.path else self.link(text or character.name, path)

    def people(self, slugs: Iterable[str]) -> Markdown:
        """Several characters: "A, B and C"."""
        return join_words(self.person(slug) for slug in slugs)

    def scene(self, slug: str, text: str = "") -> Markdown:
        """A scene's title, linked."""
        scene = self.story.scenes[slug]
        return self.link(text or scene.title, self.story.paths.scene(scene))

    def titled(self, slug: str) -> Markdown:
        """A scene's title in a sentence: linked, in quotation marks."""
        return join(["“", self.scene(slug), "”"])

    def telling(self, name: str, text: str = "") -> Markdown:
        """A telling's title, linked."""
        path = self.story.paths.telling(self.story.slugs[name])
        return self.link(text or self.story.title_of(name), path)

    def cite(self, telling: str, sentence: Sentence, *, shows: bool = True) -> Markdown:
        """The quiet mark "A1" that leads to a sentence and, where it `shows`, carries its words."""
        title = f"{self.story.title_of(telling)}, sentence {sentence.number + 1}"
        if shows:
            title += f": {self.story.text_of(telling, sentence.span)}"
        path = self.story.paths.telling(self.story.slugs[telling])
        return spell_link(
            f"{self.story.letters[telling]}{sentence.number + 1}",
            self.to(path, sentence_anchor(sentence)),
            f'.cite .{self.tone(telling)} data-search-exclude="1" title="{escape_attribute(title)}"',
        )

    def cites(self, quotes: Iterable[Quote | Mention]) -> Markdown:
        """Marks for all sentences that quotes come from, each once; a contributor's words have none."""
        places = dict.fromkeys((q.telling, self.story.sentence_of(q).number) for q in quotes if q.telling)
        return join(self.cite(name, self.story.tellings[name].sentences[number]) for name, number in places)

    def quote(self, quote: Quote) -> Markdown:
        """Words of a telling in quotation marks, cited."""
        return join(["“", escape(quote.text), "”", self.cites([quote])])

    def tone(self, telling: str) -> str:
        """The class that gives a telling its colour; six colours, then again from the first."""
        return f"tone-{self.story.order[telling] % 6 + 1}"

    def letter(self, telling: str) -> Markdown:
        """A telling's letter as a badge that leads to the telling."""
        path = self.story.paths.telling(self.story.slugs[telling])
        title = escape_attribute(self.story.title_of(telling))
        return spell_link(self.story.letters[telling], self.to(path), f'.letter .{self.tone(telling)} title="{title}"')

    def outside(self, address: str) -> Markdown:
        """An address of another site, as a link when it is one of the web's."""
        return (
            spell_link(address, address, 'rel="external"')
            if address.startswith(("http://", "https://"))
            else escape(address)
        )

    def edit(self, root: str, path: str, line: int) -> Markdown:
        """A small link to the line of a seed on the forge."""
        return spell_link("edit", f"{root}{path}#L{line}", f'.edit title="Edit this telling from line {line}"')
