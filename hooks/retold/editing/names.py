"""Who or what a name means, as contributors write names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import combining, normalize

from retold.editing.problem import suggest


class NameBook:
    """Names and what bears them: pages, characters or scenes, by their slugs or addresses.

    A name is looked up as written, then with its first letter in the other case, then
    without regard to case and spaces.
    """

    def __init__(self) -> None:
        self._exact: dict[str, list[str]] = {}
        self._folded: dict[str, list[str]] = {}
        self._shown: dict[str, str] = {}

    def add(self, name: str, bearer: str) -> None:
        """Write down that `bearer` is called `name`."""
        name = " ".join(name.split())
        if not name:
            return
        self._shown.setdefault(fold_name(name), name)
        for table, key in ((self._exact, _lift_first(name)), (self._folded, fold_name(name))):
            bearers = table.setdefault(key, [])
            if bearer not in bearers:
                bearers.append(bearer)

    def find(self, name: str) -> tuple[str, ...]:
        """Give everything that bears a name: nothing, one thing, or several."""
        name = " ".join(name.split())
        return tuple(self._exact.get(_lift_first(name)) or self._folded.get(fold_name(name), []))

    def suggest(self, name: str, alike: float = 0.6) -> str:
        """Find the name that somebody who wrote `name` most likely meant, or ""."""
        return suggest(name, self._shown.values(), alike)

    def shared(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Give every name with several bearers."""
        for name, bearers in self._exact.items():
            if len(bearers) > 1:
                yield name, tuple(bearers)


def fold_name(name: str) -> str:
    """Give a name without case and with single spaces."""
    return " ".join(name.casefold().split())


def make_slug(words: str, taken: Iterable[str] = ()) -> str:
    """Make an address of words: lower case, letters and digits joined by hyphens, unlike all that are taken."""
    letters = "".join(c for c in normalize("NFKD", words.replace("'", "").replace("’", "")) if not combining(c))
    plain = "-".join(re.findall(r"[^\W_]+", letters.lower()))[:80].strip("-") or "page"
    if plain not in taken:
        return plain
    return next(slug for number in range(2, 1_000_000) if (slug := f"{plain}-{number}") not in taken)


def title_of_slug(slug: str) -> str:
    """Give an address as a title: judge-atkins is Judge atkins."""
    words = slug.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _lift_first(name: str) -> str:
    return name[:1].upper() + name[1:]
