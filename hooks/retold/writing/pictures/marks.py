"""Citation marks in pictures: quiet, with the sentence on hover, leading to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from retold.model import Quote, Story
from retold.writing.paths import address, sentence_anchor, slug_tellings
from retold.writing.pictures.svg import Markup, element
from retold.writing.pictures.values import Place
from retold.writing.wording import letter_tellings

_TONES = 6  # as many colours as the theme has for tellings


@dataclass(frozen=True, slots=True)
class Marks:
    """Writes citation marks for a story's quotes on one page."""

    story: Story
    place: Place

    def letter(self, name: str) -> str:
        """A telling's letter, or its name when the story has no such telling."""
        names = [telling.name for telling in self.story.tellings]
        return letter_tellings(names.index(name)) if name in names else name

    def cite(self, quotes: Iterable[Quote]) -> list[Markup]:
        """A mark for every sentence that quotes come from, each once; a contributor's words have none."""
        marks: dict[Markup, None] = {}
        slugs = slug_tellings(self.story.tellings)
        for quote in quotes:
            for number, telling in enumerate(self.story.tellings):
                if telling.name == quote.telling and telling.sentences:
                    at = bisect_right(telling.sentences, quote.span.start, key=lambda s: s.span.start) - 1
                    sentence = telling.sentences[max(0, at)]
                    words = telling.text[sentence.span.start : sentence.span.end]
                    page = self.place.paths.telling(slugs[telling.name])
                    to = address(page, self.place.page, folders=self.place.folders)
                    mark = element(
                        "a",
                        f"{letter_tellings(number)}{sentence.number + 1}",
                        class_=f"cite tone-{number % _TONES + 1}",
                        href=f"{to}#{sentence_anchor(sentence)}",
                        title=f"{telling.source.title or telling.name}, sentence {sentence.number + 1}: {words}",
                        data_search_exclude=1,
                    )
                    marks[mark] = None
        return list(marks)
