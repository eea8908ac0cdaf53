"""Numbers, amounts, durations and years in a sentence, as ranges that can be compared."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from retold.reading.differences.clauses import Parse
from retold.reading.differences.facts import Reader
from retold.reading.differences.forms import find_singular

_DECADE = re.compile(r"1\d\d0s|20\d0s|[1-9]0s")
_DIGITS = re.compile(r"[0-9]{1,12}")
_THOUSANDS = re.compile(r"[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many of something: the range that the words mean, and what is counted.

    `thing` is "duration", "money", "length" or "weight" with the range in the smallest
    unit, "age" in years, "year" for a date, else the singular of what is counted;
    `value` is the number itself, before words like "about" make it a range.
    """

    low: float
    high: float
    thing: str
    words: tuple[int, ...]
    unit: str = ""
    value: float = 0.0


def find_quantities(reader: Reader, parse: Parse) -> list[Quantity]:
    """Find every quantity of a sentence."""
    line = _Line(reader, parse, [reader.text(i) for i in parse.words])
    found, place = [], 0
    counting = reader.vocabulary.counting
    while place < len(line.words):
        word = line.words[place]
        if word not in counting and not word[0].isdigit() and "-" not in word:
            place += 1
            continue
        quantity, after = line.read(place)
        if quantity:
            found.append(quantity)
        place = max(after, place + 1)
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence's words in lower case; every `read_…` gives what it read and the place after it."""

    reader: Reader
    parse: Parse
    words: list[str]

    def low(self, place: int) -> str:
        return self.words[place] if 0 <= place < len(self.words) else ""

    def is_a(self, place: int, sort: str) -> bool:
        """Whether the word is of a sort of sorts.txt."""
        return self.low(place) in self.reader.vocabulary.sorts[sort]

    def read(self, place: int) -> tuple[Quantity | None, int]:
        word = self.words[place]
        if _DECADE.fullmatch(word):
            year = int(word[:-1])
            return Quantity(year, year + 9, "year", self.parse.words[place : place + 1]), place + 1
        if self.is_a(place, "next"):
            return self.read_next(place)
        if self.is_a(place, "at the age of"):
            return self.read_age(place)
        if "-" in word:
            return self.read_hyphened(place), place + 1
        if self.is_a(place - 1, "asking how many"):
            return None, place + 1
        low, high, stop = self.read_number(place)
        return self.read_counted(place, low, high, stop) if stop > place else self.read_article(place)

    def read_number(self, place: int) -> tuple[float, float, int]:
        """Read number words: "two hundred", "3,000", "2.5", "three and a half"."""
        low, high, i = 1.0, 1.0, place
        while i < len(self.words):
            if _DIGITS.fullmatch(self.words[i]):
                digits, i = self.read_digits(i)
                value = (digits, digits)
            elif self.words[i] in self.reader.vocabulary.numbers:
                value = self.reader.vocabulary.numbers[self.words[i]]
            else:
                break
            low, high, i = low * value[0], high * value[1], i + 1
            low, high, i = self.read_rest(low, high, i)
            if self.low(i - 1) == "half" and self.is_a(i, "one") and self.low(i + 1) in self.reader.vocabulary.numbers:
                i += 1  # half a million
        if i > place and self.words[i : i + 3] == ["and", "a", "half"]:
            low, high, i = low + 0.5, high + 0.5, i + 3
        return low, high, i

    def is_sum(self, place: int, low: float, high: float, stop: int) -> bool:
        """Whether a number alone is a sum: "for ten thousand", "wants half a million"."""
        round_ = low == high >= 1000 and low % 100 == 0
        closed = stop >= len(self.words) or self.parse.tags[stop] in {"mark", "and", "joint", "preposition", "to"}
        return round_ and (self.low(place - 1) == "for" or (low >= 10_000 and closed and self.low(place - 1) != "of"))

    def read_rest(self, low: float, high: float, i: int) -> tuple[float, float, int]:
        """Add what follows a round number: "a hundred and five"."""
        rest = self.reader.vocabulary.numbers.get(self.low(i + 1), (0.0, 0.0))
        if low == high >= 100 and low % 100 == 0 and self.low(i) == "and" and 0 < rest[0] == rest[1] < 100:
            return low + rest[0], high + rest[0], i + 2
        return low, high, i

    def read_digits(self, i: int) -> tuple[float, int]:
        """Put together what commas and points took apart; give the place of the last part."""
        digits = self.words[i]
        while self.low(i + 1) == "," and _THOUSANDS.fullmatch(self.low(i + 2)):
            digits, i = digits + self.words[i + 2], i + 2
        if self.low(i + 1) == "." and _DIGITS.fullmatch(self.low(i + 2)):
            digits, i = f"{digits}.{self.words[i + 2]}", i + 2
        return float(digits), i

    def read_counted(self, place: int, low: float, high: float, stop: int) -> tuple[Quantity | None, int]:
        """Read what a number counts: dollars before it, a unit or a noun after it, or a year alone."""
        thing, unit, end = self.read_thing(stop)
        if self.low(place - 1) == "$":
            thing, unit, low, high, place, end = "money", "dollar", low * 100, high * 100, place - 1, stop
        elif not thing and low == high and 1000 <= low <= 2100 and stop == place + 1 and self.words[place].isdigit():
            thing = "year"
        elif not thing and low == high and self.is_age(place, low):
            thing, unit = "age", "year"
        elif not thing and self.is_sum(place, low, high, stop):
            thing, unit, low, high = "money", "dollar", low * 100, high * 100  # "does it for ten thousand"
        elif unit and self.is_a(end, "of age"):
            thing, end = "age", end + 1
        elif unit:
            size = self.reader.vocabulary.units[unit][1]
            low, high = low * size, high * size
        if not thing and self.low(place - 1) == "of" and self.is_a(place - 2, "made of people"):
            thing = "person"  # "a crew of seven"
        if not thing or (low == high == 1 and not unit and self.low(stop) == "of"):
            return None, stop  # "one of the rooms" counts nothing
        value = low
        low, high, start = self.widen(place, low, high)
        return Quantity(low, high, thing, self.parse.words[start:end], unit, value), end

    def is_age(self, place: int, years: float) -> bool:
        """Whether a number alone is an age: "a woman of fifty", or that of "Anna, 17, writes"."""
        before = place - 1 if self.is_a(place - 1, "one") else place
        if self.low(before - 1) == "of":
            return years < 120 and self.is_a(before - 2, "aging")
        being = next((p for p in range(place - 1, max(-1, place - 3), -1) if self.parse.tags[p] != "adverb"), -1)
        if (
            being >= 0
            and self.parse.tags[being] == "being"
            and self.parse.tags[place + 1 : place + 2] in (("mark",), ("and",))
        ):
            return 2 < years < 120 and self.parse.tags[being - 1 : being] in (("person",), ("name",))  # "she is ten"
        inside = self.low(place - 1) == "," == self.low(place + 1)
        return inside and 1 < years < 120 and place > 1 and self.parse.tags[place - 2] == "name"

    def read_thing(self, place: int) -> tuple[str, str, int]:
        """Read what is counted: a unit, or the head of the noun phrase, also after *of the*."""
        while self.is_a(place, "between number and noun"):
            place += 1
        end = place
        while end < len(self.words) and self.parse.tags[end] in {"word", "name", "adjective"} and end < place + 5:
            end += 1
        if end == place:
            return "", "", place
        unit = find_singular(self.words[place])
        if self.parse.tags[place] == "word" and unit in self.reader.vocabulary.units:
            return self.reader.vocabulary.units[unit][0], unit, place + 1
        return find_singular(self.words[end - 1]), "", end

    def read_article(self, place: int) -> tuple[Quantity | None, int]:
        """Read "a year", "a week later"; an article before another noun counts nothing."""
        unit = find_singular(self.low(place + 1))
        if not self.is_a(place, "one") or unit not in self.reader.vocabulary.units:
            return None, place
        if unit in self.reader.vocabulary.sorts["counted"]:
            return None, place
        kind, size = self.reader.vocabulary.units[unit]
        low, high, start = self.widen(place, size, size)
        return Quantity(low, high, kind, self.parse.words[start : place + 2], unit, size), place + 2

    def read_next(self, place: int) -> tuple[Quantity | None, int]:
        """Read "the next day", "the following week": one unit later."""
        unit = "day" if self.is_a(place + 1, "part of a day") else self.low(place + 1)
        kind, size = self.reader.vocabulary.units.get(unit, ("", 0.0))
        if kind != "duration" or self.low(place - 1) not in self.reader.vocabulary.classes:
            return None, place
        return Quantity(size, size, kind, self.parse.words[place - 1 : place + 2], unit, size), place + 2

    def read_age(self, place: int) -> tuple[Quantity | None, int]:
        """Read "aged twelve", "the age of twelve"."""
        first = place + 2 if self.low(place + 1) == "of" else place + 1
        low, high, stop = self.read_number(first)
        if stop == first:
            return None, stop
        return Quantity(low, high, "age", self.parse.words[place:stop], "year", low), stop

    def read_hyphened(self, place: int) -> Quantity | None:
        """Read "three-year", "twelve-year-old", "100-foot"."""
        number, unit, *rest = self.words[place].split("-")
        low, high, stop = _Line(self.reader, self.parse, [number]).read_number(0)
        unit = find_singular(unit)
        if not stop or unit not in self.reader.vocabulary.units:
            return None
        kind, size = self.reader.vocabulary.units[unit]
        if rest and rest[0] in self.reader.vocabulary.sorts["of age"]:
            kind, size = "age", 1.0
        return Quantity(low * size, high * size, kind, self.parse.words[place : place + 1], unit, low * size)

    def widen(self, place: int, low: float, high: float) -> tuple[float, float, int]:
        """Take in the words before a number that make it a range: "more than", "about"."""
        than = self.is_a(place - 1, "than")
        first = place - 2 if than else place - 1
        if self.is_a(first, "more, with than" if than else "more"):
            return low, math.inf, first
        if self.is_a(first, "less, with than" if than else "less"):
            return 0.0, high, first
        if self.is_a(place - 1, "about"):
            return low * 0.8, high * 1.25, place - 1
        return low, high, place
