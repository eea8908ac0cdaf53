"""Make `first_names_f.txt` and `first_names_m.txt` from two free tables of names.

    pip install faker==40.54.0 names==0.3.0
    python tools/make_first_names.py

`names` carries the first names of the United States census of 1990 with their frequencies
(a work of the federal government: public domain); Faker (MIT licence) carries lists of first
names of many countries.  The census decides where it leaves no doubt, then the countries;
a name that both sexes bear alike goes into neither file, for a wrong gender is worse than none.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from pathlib import Path

import faker.providers.person as countries
import names

TARGET = Path(__file__).parent.parent / "hooks" / "retold" / "lexicon" / "en"
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž]+(?:-[A-ZÀ-Ž][a-zß-ž]+)?")
HEAD = """\
# First names that {who} bear, one a line; made by tools/make_first_names.py, do not edit.
# Sources: the United States census of 1990 (public domain) and Faker 40.54.0's lists of names
# (https://github.com/joke2k/faker, MIT licence, copyright 2012 Daniele Faraglia and contributors).
"""
CLEAR = 4  # a name is a woman's when this many times more women than men bear it, and the reverse


def read_census(gender: str) -> dict[str, float]:
    """Give the share of people (in percent) that bear each name."""
    lines = Path(names.FILES[f"first:{gender}"]).read_text(encoding="ascii").splitlines()
    return {line.split()[0].title(): float(line.split()[1]) for line in lines}


def count_countries(gender: str) -> Counter[str]:
    """Count in how many countries' lists each name stands, written in Latin letters."""
    counts: Counter[str] = Counter()
    for module in sorted(info.name for info in pkgutil.iter_modules(countries.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        listed = {
            str(name[-1] if isinstance(name, tuple) else name)
            for key in (f"first_names_{gender}", f"first_{gender}_name_pairs", f"first_{gender}_names")
            for name in (getattr(provider, key, None) or ())
        }
        counts.update(name.title() for name in listed if LATIN.fullmatch(name.title()))
    return counts


def choose(mine: str, other: str) -> list[str]:
    """Give the names that are clearly of the one gender."""
    census, census_other = read_census(mine), read_census(other)
    lists, lists_other = count_countries(mine), count_countries(other)
    chosen = []
    for name in sorted(set(census) | set(lists)):
        here, there = census.get(name, 0.0005), census_other.get(name, 0.0005)
        if here >= CLEAR * there or (there < CLEAR * here and lists[name] > CLEAR * lists_other[name]):
            chosen.append(name)
    return chosen


def write(gender: str, who: str, chosen: list[str]) -> None:
    """Write one file of names."""
    text = HEAD.format(who=who) + "\n".join(chosen) + "\n"
    (TARGET / f"first_names_{gender}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write("f", "women", choose("female", "male"))
    write("m", "men", choose("male", "female"))
