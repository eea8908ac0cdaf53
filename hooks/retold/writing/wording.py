"""English wording: lists, counts, and which descriptions can stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retold.writing.markdown import Markdown, escape, join, read_plain

_NOUN_PHRASE = re.compile(r"(an?|one of the|the) ", re.IGNORECASE)
# Whose "his" is cannot be seen outside the telling.
_POINTS_ELSEWHERE = re.compile(
    r"\b(his|her|hers|their|theirs|its|my|our|your|him|them|he|she|they|this|that)\b", re.IGNORECASE
)

# Between commas after a name these begin an aside: "Ann, who had slept, runs".
RELATIVES = frozenset({"who", "whom", "whose", "which", "where"})


def join_words(parts: Iterable[object], last: str = "and") -> Markdown:
    """Join words as English lists them: "A", "A and B", "A, B and C"."""
    words = [escape(part) for part in parts]
    return join([join(words[:-1], ", "), words[-1]], f" {last} ") if len(words) > 1 else join(words)


def count_things(number: int, one: str, several: str = "") -> str:
    """Count as a reader expects: "1 scene", "2 scenes", "1,829 sentences"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def drop_joint(clause: str) -> str:
    """Drop a first word that only joins: "and Tom falls" becomes "Tom falls"."""
    return re.sub(r"^(?:and|but|or|so) ", "", clause)


def ends_open(words: list[str]) -> bool:
    """Say whether a noun may still be missing, as in "takes a good, hard look" up to its comma."""
    return len(words) > 1 and words[-2].lower() in {"a", "an"}


def end_sentence(text: str) -> Markdown:
    """End a sentence, with one full stop only after "Jr."."""
    return Markdown(text if read_plain(text).endswith(".") else f"{text}.")


def count_times(number: int) -> str:
    """Say how often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number) or f"{number:,} times"


def add_article(noun: str) -> str:
    """Put the indefinite article before a noun: "a film", "an opera"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def is_self_contained(description: str) -> bool:
    """Say whether "X is …" can be completed with these words."""
    return bool(_NOUN_PHRASE.match(description)) and not _POINTS_ELSEWHERE.search(description)


def begin_small(description: str) -> str:
    """Begin with a small letter, for the middle of a sentence."""
    return description[:1].lower() + description[1:]


def begin_large(text: str) -> str:
    """Begin with a capital letter, for the start of a sentence."""
    return text[:1].upper() + text[1:]


def initials(name: str) -> str:
    """The one or two letters of a monogram: "Ann Reed" becomes "AR"."""
    words = [word for word in re.findall(r"[^\W\d_][\w.'’-]*", name) if not word.endswith(".")]
    letters = [word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)]
    return "".join(letters).upper() or "?"


def letter_tellings(number: int) -> str:
    """Letter a telling by its place: A to Z, then AA, AB and on."""
    letters = ""
    while number >= 0:
        letters = chr(ord("A") + number % 26) + letters
        number = number // 26 - 1
    return letters
