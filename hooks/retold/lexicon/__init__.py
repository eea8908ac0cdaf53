"""Word lists and trained weights: data files, loaded once, passed in."""

from __future__ import annotations

import os
from collections.abc import Container
from dataclasses import dataclass, field
from functools import cache

# Lists that are longer than this are not kept as entries: whoever asks for them keeps them in a form of its own, and
# 100,000 entries need not stand in memory twice.
_LONG = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the reading knows of a language: the texts of its word lists, `lexicon/<language>/*.txt`, by name.

    Equal only to itself, so that what a stage derives from it once can be kept.
    """

    language: str
    texts: dict[str, str]
    _entries: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def words(self, name: str) -> tuple[str, ...]:
        """The entries of the list `name`, one a line of its file; comments start with #.

        A list that the language lacks is empty.
        """
        if name in self._entries:
            return self._entries[name]
        text = self.texts.get(name, "")
        entries = _read_entries(text)
        if len(text) < _LONG:
            self._entries[name] = entries
        return entries

    def glossary(self, name: str) -> Container[str]:
        """The entries of a long list, to ask whether a word is among them.

        A dict of plain words, unlike a set of them, is nothing that the collector of garbage ever looks through.
        """
        return dict.fromkeys(self.words(name))

    def pairs(self, name: str) -> dict[str, str]:
        """The entries of a list whose entries are two words each and whose comments stand at its head."""
        fields = _skip_head(self.texts.get(name, "")).split()
        return dict(zip(fields[::2], fields[1::2], strict=True))


def _read_entries(text: str) -> tuple[str, ...]:
    text = _skip_head(text)
    if "\n#" in text or "\n\n" in text:
        return tuple([line for line in text.split("\n") if line and line[0] != "#"])
    return tuple(text.removesuffix("\n").split("\n")) if text else ()


def _skip_head(text: str) -> str:
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text


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
