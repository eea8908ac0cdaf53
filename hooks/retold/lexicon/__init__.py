"""Word lists and trained weights: data files, loaded once, passed in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the reading knows of a language: the texts of its word lists, `lexicon/<language>/*.txt`, by name.

    Equal only to itself, so that what a stage derives from it once can be kept.
    """

    language: str
    texts: dict[str, str]

    def words(self, name: str) -> tuple[str, ...]:
        """The entries of the list `name`, one a line of its file; comments start with #.

        A list that the language lacks is empty.  Whoever asks keeps the answer in a form of its own: here
        100,000 entries would stand a second time.
        """
        text = self.texts.get(name, "")
        while text.startswith("#"):
            text = text.partition("\n")[2]
        if "\n#" in text or "\n\n" in text:
            return tuple([line for line in text.split("\n") if line and line[0] != "#"])
        return tuple(text.removesuffix("\n").split("\n")) if text else ()


@cache
def load_lexicon(language: str) -> Lexicon:
    """Load the word lists of a language ("en")."""
    folder = os.path.join(os.path.dirname(__file__), language)  # noqa: PTH118, PTH120 - pathlib takes longer to load than the lists
    texts = {}
    for name in sorted(os.listdir(folder)):  # noqa: PTH208
        if name.endswith(".txt"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
                texts[name[:-4]] = file.read()
    return Lexicon(language, texts)
