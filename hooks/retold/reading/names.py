"""What the lexicon knows of names, as sets; and a name taken apart."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from retold.lexicon import Lexicon
from retold.model import Gender
from retold.reading.slugs import fold_accents

_SUFFIXES = frozenset({"jr", "sr", "esq", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "i", "xiv", "xvi"})
# Titles that begin a new unit behind another: Rev. | Captain, but Lord Chief Justice | Sir.
_OPENERS = frozenset(
    ["sir", "dame", "lord", "lady", "dr", "doctor", "captain", "capt", "mr", "mrs", "miss", "ms", "professor", "father"]
)
_OPENING = "\"“‘'«"
_CLOSING = "\"”’'»"


@dataclass(frozen=True, slots=True, eq=False)
class NameLists:
    """The word lists about names, all in small letters.

    `titles` gives a title's gender, or "-" for words that only modify a title; `short_titles`
    are those written with a full stop; `kin` holds words for people of all sorts, `relatives`
    those for relatives alone; `nicknames` gives the names that one may stand for.
    """

    titles: dict[str, str]
    short_titles: frozenset[str]
    first_names: dict[str, str]
    nicknames: dict[str, list[str]]
    surnames: Container[str]
    places: frozenset[str]
    nations: frozenset[str]
    kin: frozenset[str]
    relatives: frozenset[str]
    particles: frozenset[str]
    function: frozenset[str]
    things: frozenset[str]
    thing_heads: frozenset[str]
    person_verbs: frozenset[str]
    verbs: Container[str]
    words: Container[str]
    contracted: frozenset[str]
    contexts: dict[str, frozenset[str]]


class NameParts(NamedTuple):
    """A name taken apart, in small letters: `Dr. John H. "Doc" Watson III`.

    `titles` are whole units in order ("lord chief justice", "sir"); `tokens` are the names
    themselves without initials' full stops; `nick` is what stands in quotation marks inside.
    """

    titles: tuple[str, ...]
    tokens: tuple[str, ...]
    nick: tuple[str, ...] = ()
    suffix: str = ""
    gender: Gender | None = None

    @property
    def given(self) -> str:
        """The first of several names, or ""."""
        return self.tokens[0] if len(self.tokens) > 1 else ""

    @property
    def surname(self) -> str:
        """The last of several names, or the name behind a title, or ""."""
        return self.tokens[-1] if self.tokens and (len(self.tokens) > 1 or self.titles) else ""


# What stands before the apostrophe of a contraction: You're, Don't.
_CONTRACTED = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "we",
        "they",
        "it",
        "that",
        "there",
        "who",
        "what",
        "can",
        "let",
        "don",
        "didn",
        "isn",
        "won",
    ]
)


@cache
def names_of(lexicon: Lexicon) -> NameLists:
    """Arrange the lexicon's lists for quick asking, once for each lexicon."""
    titles = dict(entry.split() for entry in lexicon.words("titles"))
    things = lexicon.words("thing_words")
    places = [place.lower() for place in lexicon.words("place_names")]
    relatives = _read_relatives(lexicon)
    return NameLists(
        titles={title.removesuffix("."): gender for title, gender in titles.items()},
        short_titles=frozenset(title[:-1] for title in titles if title.endswith(".")),
        first_names=lexicon.pairs("first_names"),
        nicknames=_read_nicknames(lexicon),
        surnames=lexicon.glossary("surnames"),
        places=frozenset((*places, *(fold_accents(place) for place in places if not place.isascii()))),
        nations=frozenset(lexicon.words("nations")),
        kin=frozenset(lexicon.words("kin_words")) | relatives | _read_roles(lexicon),
        relatives=relatives,
        particles=frozenset(lexicon.words("particles")),
        function=frozenset(lexicon.words("function_words")),
        things=frozenset(word for word in things if not word.endswith("-")),
        thing_heads=frozenset(word[:-1] for word in things if word.endswith("-")),
        person_verbs=frozenset(lexicon.words("person_verbs")),
        verbs=lexicon.glossary("verbs"),
        words=lexicon.glossary("words"),
        contracted=_CONTRACTED,
        contexts=_read_contexts(lexicon),
    )


def _read_relatives(lexicon: Lexicon) -> frozenset[str]:
    """Give the kin words of the language that are one word, and their plurals."""
    words = [entry.partition(",")[0] for entry in lexicon.words("kin")]
    return frozenset(word for one in words for word in (one, f"{one}s")) | {"children", "wives"}


def _read_roles(lexicon: Lexicon) -> frozenset[str]:
    """Give what people may be to one another outside the family, in one word."""
    words = (entry.partition(",")[0] for entry in lexicon.words("roles"))
    return frozenset(word for word in words if " " not in word and word not in {"page", "date", "cook"})


def _read_nicknames(lexicon: Lexicon) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in lexicon.words("nicknames"):
        nick, name = entry.split()
        found.setdefault(nick, []).append(name)
    return found


def _read_contexts(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in lexicon.words("name_contexts"):
        kind, _, words = entry.partition(": ")
        found[kind] = found.get(kind, frozenset()) | frozenset(words.split())
    no_noun = ("places", "prepositions", "pronouns", "relatives", "joiners")
    return {
        **found,
        "no-noun": frozenset().union(
            *(found[kind] for kind in no_noun), ("in", "at", "by", "with", "from", "on", "of")
        ),
    }


@lru_cache(1 << 12)
def part_name(form: str, names: NameLists) -> NameParts:
    """Take a name apart: titles, names, nickname in quotes, suffix, and the gender of its title."""
    if form.isalpha() and form.isascii():  # one word, as most are
        return NameParts((), (form.lower(),))
    words = [word.strip(",") for word in form.replace(".", ". ").split()]
    nick, rest = _take_nick(words)
    lower = [word.strip(".").lower() for word in rest]
    lower = [word for word in lower if word]
    titles, start = _take_titles(lower, names)
    if "of" in lower[1:-1]:
        before = lower[start : lower.index("of")]
        if before and not any(word in names.words and word not in names.first_names for word in before):
            of = " ".join(lower[lower.index("of") :])  # Joan of Arc is called Joan
            return NameParts(titles, (*before, of), gender=_told(titles, names))
        # The Duke of Wellington, the Book of the Dead: neither a given name nor a surname.
        return NameParts((), (" ".join(lower),), gender=_told(titles, names))
    suffix = ""
    if len(lower) - start > 1 and lower[-1] in _SUFFIXES:
        suffix = lower.pop()
    tokens = [word if word.isascii() else fold_accents(word) for word in lower[start:]]
    return NameParts(titles, tuple(tokens), nick, suffix, _told(titles, names))


def _told(titles: tuple[str, ...], names: NameLists) -> Gender | None:
    """Give the gender that titles tell."""
    genders = {names.titles[word] for title in titles for word in title.split()} & {"f", "m"}
    return None if len(genders) != 1 else "f" if genders == {"f"} else "m"


def _take_nick(words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    opened = next((i for i, word in enumerate(words) if i and word[:1] in _OPENING), None)
    closed = next((i for i, word in enumerate(words) if word[-1:] in _CLOSING), None)
    if opened is None or closed is None or not opened <= closed < len(words) - 1:
        return (), [word.strip(_OPENING + _CLOSING) for word in words]
    nick = tuple(word.strip(_OPENING + _CLOSING).lower() for word in words[opened : closed + 1])
    return nick, words[:opened] + words[closed + 1 :]


def _take_titles(lower: list[str], names: NameLists) -> tuple[tuple[str, ...], int]:
    """Give the titles that open a name, as units, and where the name itself begins."""
    units: list[str] = []
    unit: list[str] = []
    start = 0
    for position, word in enumerate(lower[:-1] if len(lower) > 1 else ()):
        gender = names.titles.get(word)
        if gender is None:
            break
        if gender == "-":
            unit.append(word)
            continue
        if units and not unit and word not in _OPENERS:
            units[-1] += f" {word}"
        else:
            units.append(" ".join([*unit, word]))
        unit, start = [], position + 1
    return tuple(units), start
