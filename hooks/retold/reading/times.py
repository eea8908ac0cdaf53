"""Find the words of a telling that say when something happens.

Every word becomes the letter of its class ("next" is o, "morning" is p); patterns over
the letters then read like a grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from retold.lexicon import Lexicon
from retold.model import Quote, Span, Telling

_MANY = r"q*+[an1#]{1,3}f?"
_PATTERN = re.compile(
    "|".join(
        (
            rf"b?{_MANY}o?u[lb]",  # fifteen months after; a few days later; more than a year later
            rf"[bi]{_MANY}o?u",  # after many months; within 24 hours
            r"u[lb]",  # years ago; moments later
            r"i?d?o+[pu][pb]?",  # the next morning; on the first day after
            r"d[pu]b",  # the day before
            r"i?[x1][pu]p?",  # that night; one day
            r"[bi]d?(?:[pwh]|m#?,?y?|y)p?",  # at dawn; on Monday morning; in May 1946; by the 1930s
            r"m#,?y?",  # July 4, 1976
            r"i[dx]t",  # at this time
            r"j",  # meanwhile
            r"^l(?=,)",  # "Later," begins the sentence
        )
    )
)
# Every mark has one of these letters; most sentences have none.
_CORE = re.compile(r"[uplmwhjty]")
_YEAR = re.compile(r"1\d\d\d(?:['’]?s)?|20\d\d(?:['’]?s)?")
# "Fifteen months after she walked out, …": the clause belongs to the mark when it is no longer than this.
_LONGEST_CLAUSE = 12
# A mark that begins a sentence shows within so many words.
_LONGEST_OPENING = 8


def find_times(telling: Telling, lexicon: Lexicon) -> tuple[tuple[Quote, ...], ...]:
    """Find the time marks of every sentence, by sentence number."""
    words = telling.words
    letter_of = _load_letters(lexicon).__getitem__
    # Sentence by sentence, as joining makes a list first.
    letters = "".join(["".join(map(letter_of, words.texts[begin:end])) for begin, end in pairwise(words.first)])
    return tuple(
        [
            _find_marks(telling, begin, letters[begin:end]) if _CORE.search(letters, begin, end) else ()
            for begin, end in pairwise(words.first)
        ]
    )


def _find_marks(telling: Telling, begin: int, letters: str) -> tuple[Quote, ...]:
    """Find the time marks of one sentence by the letters of its words."""
    marks = _PATTERN.finditer(letters)
    return tuple([_quote_words(telling, begin + mark.start(), _end_of_mark(letters, mark, begin)) for mark in marks])


def find_opening_times(telling: Telling, numbers: Iterable[int], lexicon: Lexicon) -> list[tuple[str, ...]]:
    """Give the words of the time mark that begins each of these sentences, or none."""
    letters, words = _load_letters(lexicon), telling.words
    return [
        words.texts[words.first[number] : words.first[number] + _read_opening(telling, number, letters)]
        for number in numbers
    ]


def _read_opening(telling: Telling, number: int, letters: _Letters) -> int:
    """Count the words of the mark that begins a sentence."""
    begin, end = telling.words.first[number : number + 2]
    if begin < end and letters[telling.words.texts[begin]] == ".":
        return 0  # no mark begins with such a word, and most sentences do
    opening = telling.words.texts[begin : min(end, begin + _LONGEST_OPENING)]
    mark = _PATTERN.match("".join(map(letters.__getitem__, opening)))
    return mark.end() if mark else 0


class _Letters(dict[str, str]):
    """The letter of every word; words in none of the lists get one by their shape."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__({",": ","})
        for line in lexicon.words("time_words"):
            letter, *words = line.split()
            for word in words:
                self[word.capitalize()] = letter
                if letter not in "mw":  # "may" and "march" are months only when written large
                    self[word] = letter

    def __missing__(self, word: str) -> str:
        letter = "." if not word[0].isdigit() else "y" if _YEAR.fullmatch(word) else "#"
        self[word] = letter
        return letter


@cache
def _load_letters(lexicon: Lexicon) -> _Letters:
    return _Letters(lexicon)


def _end_of_mark(letters: str, mark: re.Match[str], begin: int) -> int:
    """The mark's last word and one; a sentence's opening "… after she walked out" runs to its comma."""
    if mark.start() == 0 and mark.group()[-1] == "b":
        comma = letters.find(",", mark.end(), mark.end() + _LONGEST_CLAUSE)
        return begin + (comma if comma > 0 else mark.end())
    return begin + mark.end()


def _quote_words(telling: Telling, first: int, end: int) -> Quote:
    words = telling.words
    span = Span(words.starts[first], words.starts[end - 1] + len(words.texts[end - 1]))
    return Quote(telling.name, span, telling.text[span.start : span.end])
