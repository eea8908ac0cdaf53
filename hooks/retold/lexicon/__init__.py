"""Word lists and trained weights: data files, loaded once, passed in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the reading knows of a language: named word lists from `lexicon/<language>/*.txt`.

    Equal only to itself, so that what a stage derives from it once can be kept.
    """

    language: str
    lists: dict[str, tuple[str, ...]]

    def words(self, name: str) -> tuple[str, ...]:
        """The entries of the list `name`, one a line of its file; comments start with #."""
        return self.lists[name]


@cache
def load_lexicon(language: str) -> Lexicon:
    """Load the word lists of a language ("en")."""
    lists = {}
    for entry in sorted(files(__package__).joinpath(language).iterdir(), key=lambda path: path.name):
        if entry.name.endswith(".txt"):
            lines = entry.read_text(encoding="utf-8").split("\n")
            # 100,000 entries: a test holds that no line has blanks at its ends, so none needs stripping here.
            lists[entry.name[:-4]] = tuple([line for line in lines if line and line[0] != "#"])
    return Lexicon(language, lists)
