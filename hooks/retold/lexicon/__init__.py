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
            lines = entry.read_text(encoding="utf-8").splitlines()
            lists[entry.name[:-4]] = tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    return Lexicon(language, lists)
