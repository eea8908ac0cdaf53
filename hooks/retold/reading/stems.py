"""Cut words back to stems, so that "leaves" and "leaving" count as the same word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# After Porter, "An algorithm for suffix stripping" (1980), in one step: the first suffix that leaves a stem of
# at least the given length is replaced.
_SUFFIXES = (
    ("ization", "ize", 3),
    ("fulness", "ful", 3),
    ("ousness", "ous", 3),
    ("iveness", "ive", 3),
    ("ational", "ate", 3),
    ("ations", "ate", 3),
    ("nesses", "", 3),
    ("ation", "ate", 3),
    ("ments", "", 3),
    ("ness", "", 3),
    ("ment", "", 4),
    ("ings", "", 3),
    ("edly", "", 3),
    ("ches", "ch", 2),
    ("shes", "sh", 2),
    ("ing", "", 3),
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("xes", "x", 2),
    ("ers", "", 3),
    ("ors", "or", 3),
    ("ed", "", 3),
    ("er", "", 3),
    ("ly", "", 3),
    ("es", "e", 3),
    ("s", "", 3),
)
# Hardly one suffix in ten ends with the letter that a word ends with.
_BY_LETTER = {last: tuple(row for row in _SUFFIXES if row[0][-1] == last) for last in {row[0][-1] for row in _SUFFIXES}}
_DOUBLED = frozenset("bdgmnprt")
# So many words keep their stems in mind: most synopses use the same ones.
_REMEMBERED = 1 << 14


class _Stems(dict[str, str]):
    """The stem of every word that was asked for of late; "" stands for that of a punctuation mark."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        stem = self[word] = _cut_back(word.lower()) if word[0].isalnum() else ""
        return stem


_STEMS = _Stems()


def find_stem(word: str) -> str:
    """Give the stem of a word: "Leaves" gives "leav", "hopped" gives "hop"; a punctuation mark is its own."""
    return _STEMS[word] or word


def find_stems(words: Iterable[str]) -> Iterator[str]:
    """Give the stems of words, and nothing for punctuation marks."""
    return filter(None, map(_STEMS.__getitem__, words))


def _cut_back(stem: str) -> str:
    if len(stem) < 4:
        return stem
    if not stem.endswith("ss"):
        for suffix, ending, least in _BY_LETTER.get(stem[-1], ()):
            if stem.endswith(suffix) and len(stem) - len(suffix) >= least:
                stem = stem[: len(stem) - len(suffix)] + ending
                break
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
        stem = stem[:-1]
    return stem[:-1] if len(stem) > 3 and stem[-1] == "e" else stem
