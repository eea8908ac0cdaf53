"""Make `verb_forms.txt` and `adjectives.txt` of the English lexicon from lemminflect's table of inflections.

    pip install lemminflect && python tools/build_verbs.py

Retold itself never imports lemminflect: the two files are all that it takes from there.
"""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "hooks/retold/lexicon/en"
SOURCE = """\
# {what}
# Source: LemmInflect 0.2.3 (https://github.com/bjascob/LemmInflect), MIT licence, whose table derives from
# the SPECIALIST Lexicon of the National Library of Medicine.  Made by tools/build_verbs.py.
"""
# Forms that the table lacks or orders otherwise than a story does.
OVERRIDES = {
    "be": "was been being is", "have": "had had having has", "do": "did done doing does", "go": "went gone going goes",
    "hang": "hung hung hanging hangs", "lie": "lay lain lying lies", "travel": "traveled traveled traveling travels",
    "get": "got gotten getting gets",
}  # fmt: skip


def read_table() -> dict[str, dict[str, list[str]]]:
    """Read the table as {word: {part of speech: forms}}."""
    table: dict[str, dict[str, list[str]]] = {}
    package = find_spec("lemminflect")  # found, not imported: its table needs none of its dependencies
    if package is None or package.origin is None:
        raise SystemExit("pip install lemminflect first")
    raw = (Path(package.origin).parent / "resources/infl_lu.csv.gz").read_bytes()
    for line in gzip.decompress(raw).decode("utf-8").splitlines():
        word, part, *forms = line.split(",")
        if word.isascii() and word.isalpha() and word.islower():
            table.setdefault(word, {})[part] = [form.split("/")[0] for form in forms]
    return table


def regular_forms(base: str) -> str:
    """Give past, participle, -ing and -s form as the spelling rules make them."""
    if base.endswith("e"):
        past, ing = base + "d", (base if base.endswith(("ee", "ye", "oe")) else base[:-1]) + "ing"
    elif base.endswith("y") and base[-2] not in "aeiou":
        past, ing = base[:-1] + "ied", base + "ing"
    else:
        past, ing = base + "ed", base + "ing"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    return f"{past} {past} {ing} {third}"


def verb_line(base: str, parts: dict[str, list[str]]) -> str:
    """Spell one verb: `base`, a star when it is also a noun, its forms when they are not regular."""
    past, participle, ing, third = parts["verb"]
    forms = OVERRIDES.get(base, f"{past} {participle or past} {ing} {third}")
    star = "*" if "noun" in parts else ""
    return base + star + ("" if forms == regular_forms(base) else " " + forms)


def main() -> None:
    """Write the two files."""
    table = read_table()
    usable = {
        w: p for w, p in sorted(table.items()) if len(p.get("verb", [])) == 4 and all(p["verb"][i] for i in (0, 2, 3))
    }
    verbs = [verb_line(word, usable.get(word, {"verb": ["", "", "", ""]})) for word in sorted({*usable, *OVERRIDES})]
    what = "Verbs: base (a star when also a noun), then past, participle, -ing and -s form unless regular."
    (LEXICON / "verb_forms.txt").write_text(SOURCE.format(what=what) + "\n".join(verbs) + "\n", encoding="utf-8")
    adjectives = [w for w, parts in sorted(table.items()) if "adj" in parts and not {"noun", "verb"} & parts.keys()]
    what = "Adjectives that are neither noun nor verb."
    (LEXICON / "adjectives.txt").write_text(SOURCE.format(what=what) + "\n".join(adjectives) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
