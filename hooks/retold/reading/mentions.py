"""Find the capitalised forms that may name somebody, with document-level counts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain

from retold.lexicon import Lexicon
from retold.model import Candidate, Mention, Span, Telling
from retold.reading.credits import find_brackets
from retold.reading.features import FLAGS, read_context
from retold.reading.merge import ELDER
from retold.reading.names import NameLists, names_of
from retold.reading.runs import find_runs

# What stands before Meridian in "in Meridian, Mississippi" holds for Mississippi.
_PLACE_FLAGS = frozenset(("after-in", "after-place-preposition", "after-from", "after-motion-to"))
_ELDERS = frozenset(("mother", "father", "aunt", "uncle", "grandmother", "grandfather", "parents"))
_CROWD = 12  # people in one sentence
_ORDER = {flag: number for number, flag in enumerate(FLAGS)}
# Between the names of a list; what is said of the first holds for the others: her sons Bob, Cecil and Dan.
_LISTS = frozenset({(",",), ("and",), (",", "and")})


@dataclass(slots=True)
class _Form:
    """A form with every place where it stands, how often each flag holds there, and who is somebody else."""

    places: list[Mention] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    apart: dict[str, None] = field(default_factory=dict)

    def add(self, place: Mention, flags: list[str]) -> None:
        self.places.append(place)
        for flag in flags:
            self.counts[flag] = self.counts.get(flag, 0) + 1


def find_mentions(tellings: tuple[Telling, ...], lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Find every form that may name somebody, over all tellings together.

    Forms come in the order of their first places; actors in brackets are none of them.
    """
    names = names_of(lexicon)
    forms: dict[str, _Form] = {}
    for telling in tellings:
        _read_telling(telling, names, forms)
    small = {form.lower() for form in forms}
    lowercase = Counter(chain.from_iterable(filter(small.__contains__, telling.words.texts) for telling in tellings))
    return tuple(
        Candidate(form, tuple(found.places), _sum_up(found.counts, lowercase[form.lower()]), apart=tuple(found.apart))
        for form, found in forms.items()
    )


def _read_telling(telling: Telling, names: NameLists, forms: dict[str, _Form]) -> None:
    texts = (*telling.words.texts, "", "", "")
    starts, name = telling.words.starts, telling.name
    credited = [bracket.words for bracket in find_brackets(telling, names)]
    at = 0
    kin_till = place_till = 0
    related = False
    firsts, sentence = telling.words.first, 0
    here: list[str] = []
    for run in find_runs(telling, texts, names):
        while at < len(credited) and credited[at].stop <= run.first:
            at += 1
        if at < len(credited) and run.first in credited[at]:
            continue
        flags = read_context(texts, run, names)
        till = max(kin_till, place_till)
        listed = False
        if till and run.first - till < 3:
            between = texts[till : run.first]
            if kin_till and "after-kin" not in flags and between in _LISTS:
                flags.append("after-kin")
                listed = True
            if place_till and between == (",",):
                flags.append("after-place")
        kin_till = run.last if "after-kin" in flags else 0
        place_till = 0 if _PLACE_FLAGS.isdisjoint(flags) else run.last
        span = Span(starts[run.first], starts[run.last - 1] + len(texts[run.last - 1]))
        form = forms.get(run.form)
        if form is None:
            form = forms[run.form] = _Form()
        form.add(Mention(name, span, "name"), flags)
        if firsts[sentence + 1] <= run.first:
            sentence, here = bisect_right(firsts, run.first) - 1, []
        here.append(run.form)
        related = (listed and related) or _is_relative(texts, run.first, names)
        if (related or _has_relative(texts, run.last, names)) and len(here) < _CROWD:
            form.apart.update((other, None) for other in here if other != run.form)
            if (
                texts[run.first - 1 - (texts[run.first - 1] == ",")] in _ELDERS
                and texts[run.first].lower() in names.titles
            ):
                form.apart[ELDER] = None


def _is_relative(texts: tuple[str, ...], first: int, names: NameLists) -> bool:
    """Whether a name stands behind a relative's word: "his mother Ann", "his mother, Ann"."""
    return texts[first - 1 - (texts[first - 1] == ",")] in names.relatives


def _has_relative(texts: tuple[str, ...], last: int, names: NameLists) -> bool:
    """Whether a name goes on with a relative's word: "Ann, his mother", "Ann, Bob's old mother"."""
    if texts[last] != "," or not (texts[last + 1] in names.contexts["possessives"] or texts[last + 1][:1].isupper()):
        return False
    return not names.relatives.isdisjoint(texts[last + 2 : last + 5])


def _sum_up(counts: dict[str, int], lowercase: int) -> tuple[tuple[str, float], ...]:
    if lowercase:
        counts["lowercase"] = lowercase
    return tuple([(flag, float(counts[flag])) for flag in sorted(counts, key=_ORDER.__getitem__)])
