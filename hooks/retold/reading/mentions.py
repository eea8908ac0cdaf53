"""Find the capitalised forms that may name somebody, with document-level counts."""

from __future__ import annotations

from collections import Counter

from retold.lexicon import Lexicon
from retold.model import Candidate, Quote, Span, Telling
from retold.reading.credits import find_brackets
from retold.reading.features import AT, FLAGS, read_context
from retold.reading.names import NameLists, names_of
from retold.reading.runs import find_runs

# What stands before Meridian in "in Meridian, Mississippi" holds for Mississippi.
_PLACE_FLAGS = {AT["after-in"], AT["after-place-preposition"], AT["after-from"], AT["after-motion-to"]}
# Between the names of a list; what is said of the first holds for the others: her sons Bob, Cecil and Dan.
_LISTS = frozenset({(",",), ("and",), (",", "and")})


def find_mentions(tellings: tuple[Telling, ...], lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Find every form that may name somebody, over all tellings together.

    Forms come in the order of their first places; actors in brackets are none of them.
    """
    names = names_of(lexicon)
    places: dict[str, list[Quote]] = {}
    counts: dict[str, list[int]] = {}
    lowercase: Counter[str] = Counter()
    for telling in tellings:
        _read_telling(telling, names, places, counts)
        lowercase.update(telling.words.texts)
    for form, flags in counts.items():
        flags.extend([AT["lowercase"]] * lowercase[form.lower()])
    return tuple(Candidate(form, tuple(quotes), _sum_up(counts[form])) for form, quotes in places.items())


def _read_telling(
    telling: Telling, names: NameLists, places: dict[str, list[Quote]], counts: dict[str, list[int]]
) -> None:
    texts = (*telling.words.texts, "", "", "")
    starts = telling.words.starts
    credited = [bracket.words for bracket in find_brackets(telling, names)]
    at = 0
    kin_till = place_till = 0
    for run in find_runs(telling, names):
        while at < len(credited) and credited[at].stop <= run.first:
            at += 1
        if at < len(credited) and run.first in credited[at]:
            continue
        span = Span(starts[run.first], starts[run.last - 1] + len(texts[run.last - 1]))
        places.setdefault(run.form, []).append(Quote(telling.name, span, telling.text[span.start : span.end]))
        flags = read_context(texts, run, names)
        till = max(kin_till, place_till)
        between = texts[till : run.first] if run.first - till < 3 else ()
        if kin_till and AT["after-kin"] not in flags and between in _LISTS:
            flags.append(AT["after-kin"])
        if place_till and between == (",",):
            flags.append(AT["after-place"])
        kin_till = run.last if AT["after-kin"] in flags else 0
        place_till = run.last if _PLACE_FLAGS & set(flags) else 0
        counts.setdefault(run.form, []).extend(flags)


def _sum_up(flags: list[int]) -> tuple[tuple[str, float], ...]:
    return tuple((FLAGS[flag], float(count)) for flag, count in sorted(Counter(flags).items()))
