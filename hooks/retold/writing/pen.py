"""What a template writes with: links and citations as seen from one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from retold.model import Quote, Sentence
from retold.writing.concordance import Concordance
from retold.writing.markdown import Markdown, clean_text, escape, escape_attribute, join, spell_element, spell_link
from retold.writing.paths import relative, sentence_anchor


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

    def telling(self, name: str, text: str = "") -> Markdown:
        """A telling's title, linked."""
        path = self.story.paths.telling(self.story.slugs[name])
        return self.link(text or self.story.title_of(name), path)

    def cite(self, telling: str, sentence: Sentence) -> Markdown:
        """The quiet mark "A1" that shows a sentence and leads to it."""
        letter = self.story.letters[telling]
        words = clean_text(self.story.text_of(telling, sentence.span))
        path = self.story.paths.telling(self.story.slugs[telling])
        shown = escape_attribute(f"{self.story.title_of(telling)}, sentence {sentence.number + 1}: {words}")
        tone = f".cite .telling-{letter.lower()}"
        mark = f"{letter}{sentence.number + 1}"
        return spell_link(mark, self.to(path, sentence_anchor(sentence)), f'{tone} title="{shown}"')

    def cites(self, quotes: Iterable[Quote]) -> Markdown:
        """Marks for all sentences that quotes come from, each once."""
        places = dict.fromkeys((q.telling, self.story.sentence_of(q).number) for q in quotes)
        return join(self.cite(name, self.story.tellings[name].sentences[number]) for name, number in places)

    def quote(self, quote: Quote) -> Markdown:
        """Words of a telling in quotation marks, cited."""
        return join(["“", escape(quote.text), "”", self.cites([quote])])

    def sentence(self, telling: str, number: int) -> Markdown:
        """A sentence of a telling, its number as a citation after it."""
        sentence = self.story.tellings[telling].sentences[number]
        return join([escape(self.story.text_of(telling, sentence.span)), " ", self.cite(telling, sentence)])

    def anchored(self, telling: str, sentence: Sentence) -> Markdown:
        """A sentence in its own telling, with the anchor that citations lead to."""
        words = escape(self.story.text_of(telling, sentence.span))
        return spell_element("span", words, f'class="sentence" id="{sentence_anchor(sentence)}"')


def join_words(parts: Iterable[object]) -> Markdown:
    """Join words as English lists them: "A", "A and B", "A, B and C"."""
    words = [escape(part) for part in parts]
    return join([join(words[:-1], ", "), words[-1]], " and ") if len(words) > 1 else join(words)
