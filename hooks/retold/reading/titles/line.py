"""A sentence as tagged units, and what the units may point at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

# How many words a title has.
SHORTEST, LONGEST = 3, 8
# No rule looks further back than so many units, so that a text without full stops is read in linear time too.
WINDOW = 24


class Mark(NamedTuple):
    """A mention as tagging needs it: where it ends, whom it names (an index), and how."""

    end: int
    who: int
    kind: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The characters' short names and genders, by index."""

    names: tuple[str, ...]
    genders: tuple[str | None, ...]

    def may_be(self, who: int, gender: str | None) -> bool:
        """Tell whether a character's gender is this one, or unknown."""
        return self.genders[who] in (gender, None)


@dataclass(slots=True)
class Line:
    """The units of one sentence, as parallel lists.

    `bases` are the verbs' base forms and the other units' lower-case words; `who` is -1
    for nobody of the cast; `kin` are the units whose name stands for a phrase such as "his wife".
    """

    number: int
    texts: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    who: list[int] = field(default_factory=list)
    kin: set[int] = field(default_factory=set)

    def drop_last(self) -> None:
        """Take the last unit back."""
        for units in (self.texts, self.lows, self.tags, self.bases, self.who):
            units.pop()

    def add(self, text: str, low: str, tag: str, *, base: str = "", who: int = -1) -> None:
        """Append one unit."""
        self.texts.append(text)
        self.lows.append(low)
        self.tags.append(tag)
        self.bases.append(base or low)
        self.who.append(who)

    def tag_at(self, at: int) -> str:
        """The tag of a unit, or a full stop past the end."""
        return self.tags[at] if at < len(self.tags) else "."

    def is_plural(self) -> bool:
        """Tell whether the noun phrase at the end of the line is plural: they, -s, or "A and B"."""
        tags, at = self.tags, len(self.tags) - 1
        first = max(at - WINDOW, 0)
        while at >= first and tags[at] in ("RB", "NOT"):
            at -= 1
        if at < first:
            return False
        if tags[at] == "PRS":
            return self.lows[at] == "they"
        if tags[at] in ("NS", "CD"):
            return True
        if tags[at] not in ("NP", "N"):
            return self.lows[at] in ("both", "all", "many", "several", "few", "most", "others")
        while at > first and tags[at] in ("NP", "N", "JJ", "DT", "PS", "POS"):
            at -= 1
            if self.lows[at] == "and" and at > 0 and tags[at - 1] in ("NP", "N", "NS", ","):
                return True
        return False
