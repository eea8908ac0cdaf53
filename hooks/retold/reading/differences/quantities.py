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
_ASKING = frozenset({"how", "so", "as", "too", "that", "this"})
_OVER = (("more", "than"), ("over",), ("at", "least"))
_UNDER = (("less", "than"), ("fewer", "than"), ("under",), ("up", "to"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many of something: the range that the words mean, and what is counted.

    `value` is the range's start before words like "about" widen it.  `thing` is "duration", "money", "length" or "weight" with the range in the smallest unit,
    "year" for a date, else the singular of what is counted.
    """

    low: float
    high: float
    thing: str
    words: tuple[int, ...]
    unit: str = ""
    value: float = 0.0


def find_quantities(reader: Reader, parse: Parse) -> list[Quantity]:
    """Find every quantity of a sentence."""
    found, place = [], 0
    words = [reader.text(i) for i in parse.words]
    while place < len(words):
        quantity, after = _read_quantity(reader, parse, words, place)
        if quantity:
            found.append(quantity)
        place = max(after, place + 1)
    return found


def _read_quantity(reader: Reader, parse: Parse, words: list[str], place: int) -> tuple[Quantity | None, int]:
    if _DECADE.fullmatch(words[place]):
        year = int(words[place][:-1])
        return Quantity(year, year + 9, "year", (parse.words[place],)), place + 1
    if words[place : place + 2] in (["the", "next"], ["the", "following"]):
        return _read_next(reader, parse, words, place)
    if words[place] in {"aged", "age"} and place + 1 < len(words):
        low, high, stop = _read_number(reader, words, place + 1)
        age = Quantity(low, high, "age", parse.words[place:stop], "year", low) if stop > place + 1 else None
        return age, max(stop, place + 1)
    if "-" in words[place]:
        return _read_hyphened(reader, parse, words, place), place + 1
    if words[place - 1 : place] and words[place - 1] in _ASKING:  # "how many", "so few"
        return None, place + 1
    low, high, stop = _read_number(reader, words, place)
    if stop == place:
        return _read_article(reader, parse, words, place)
    thing, unit, end = _read_thing(reader, parse, words, stop)
    if words[place - 1 : place] == ["$"]:
        thing, unit, low, high, place = "money", "dollar", low * 100, high * 100, place - 1
    elif not thing and low == high and 1000 <= low <= 2100 and stop == place + 1 and words[place].isdigit():
        thing = "year"
    elif unit:
        size = reader.vocabulary.units[unit][1]
        low, high = low * size, high * size
    if not thing:
        return None, stop
    value = low
    low, high, start = _widen(reader, words, place, low, high)
    if thing == "duration" and words[stop + 1 : stop + 2] == ["old"]:
        thing, end = "age", stop + 2
        size = reader.vocabulary.units["year"][1]
        low, high, value = low / size, high / size, value / size
    return Quantity(low, high, thing, parse.words[start:end], unit, value), end


def _read_next(reader: Reader, parse: Parse, words: list[str], place: int) -> tuple[Quantity | None, int]:
    """Read "the next day", "the following week": one unit later."""
    unit = words[place + 2] if place + 2 < len(words) else ""
    if unit in {"morning", "night", "evening", "afternoon"}:
        unit = "day"
    if unit not in reader.vocabulary.units or reader.vocabulary.units[unit][0] != "duration":
        return None, place
    size = reader.vocabulary.units[unit][1]
    return Quantity(size, size, "duration", parse.words[place : place + 3], unit), place + 3


def _read_number(reader: Reader, words: list[str], place: int) -> tuple[float, float, int]:
    """Read number words from `place` on: "two hundred", "3,000", "three and a half"."""
    low, high, i = 1.0, 1.0, place
    while i < len(words):
        if _DIGITS.fullmatch(words[i]):
            digits = words[i]
            while words[i + 1 : i + 2] == [","] and _THOUSANDS.fullmatch(words[i + 2] if i + 2 < len(words) else ""):
                digits, i = digits + words[i + 2], i + 2
            if words[i + 1 : i + 2] == ["."] and _DIGITS.fullmatch(words[i + 2] if i + 2 < len(words) else ""):
                digits, i = f"{digits}.{words[i + 2]}", i + 2
            value = (float(digits),) * 2
        elif words[i] in reader.vocabulary.numbers:
            value = reader.vocabulary.numbers[words[i]]
        else:
            break
        low, high, i = low * value[0], high * value[1], i + 1
    if i > place and words[i : i + 3] == ["and", "a", "half"]:
        low, high, i = low + 0.5, high + 0.5, i + 3
    return low, high, i


def _read_article(reader: Reader, parse: Parse, words: list[str], place: int) -> tuple[Quantity | None, int]:
    """Read "a year", "a few days", "a week later"; an article before another noun counts nothing."""
    if words[place] not in {"a", "an"} or place + 1 >= len(words):
        return None, place
    unit = find_singular(words[place + 1])
    if unit not in reader.vocabulary.units or unit in reader.vocabulary.sorts["counted"]:
        return None, place
    kind, size = reader.vocabulary.units[unit]
    low, high, start = _widen(reader, words, place, size, size)
    return Quantity(low, high, kind, parse.words[start : place + 2], unit), place + 2


def _read_thing(reader: Reader, parse: Parse, words: list[str], place: int) -> tuple[str, str, int]:
    """Read what is counted: a unit, or the head of the noun phrase, also after *of the*."""
    while place < len(words) and words[place] in {"of", "the", "his", "her", "their", "or", "more", "other", "long"}:
        place += 1
    end = place
    while end < len(words) and parse.tags[end] in {"word", "name", "adjective"} and end < place + 5:
        end += 1
    if end == place:
        return "", "", place
    if parse.tags[place] == "word" and find_singular(words[place]) in reader.vocabulary.units:
        unit = find_singular(words[place])
        return reader.vocabulary.units[unit][0], unit, place + 1
    return find_singular(words[end - 1]), "", end


def _read_hyphened(reader: Reader, parse: Parse, words: list[str], place: int) -> Quantity | None:
    """Read "three-year", "twelve-year-old", "100-foot"."""
    number, *rest = words[place].split("-")
    low, high, stop = _read_number(reader, [number], 0)
    unit = find_singular(rest[0])
    if not stop or unit not in reader.vocabulary.units:
        return None
    kind, size = reader.vocabulary.units[unit]
    if rest[1:] == ["old"]:
        kind, size = "age", 1.0
    return Quantity(low * size, high * size, kind, (parse.words[place],), unit)


def _widen(reader: Reader, words: list[str], place: int, low: float, high: float) -> tuple[float, float, int]:
    """Take in the words before a number that make it a range: "more than", "about"."""
    if words[place - 1 : place] and words[place - 1] in reader.vocabulary.sorts["about"]:
        return low * 0.8, high * 1.25, place - 1
    for before in _OVER:
        if tuple(words[max(0, place - len(before)) : place]) == before:
            return low, math.inf, place - len(before)
    for before in _UNDER:
        if tuple(words[max(0, place - len(before)) : place]) == before:
            return 0.0, high, place - len(before)
    return low, high, place
