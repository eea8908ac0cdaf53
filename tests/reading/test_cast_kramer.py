"""The cast of the two seeds, read together, is exactly what a reader finds."""

from __future__ import annotations

from pathlib import Path

from retold import Source, read_story

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def test_the_seeds_have_four_characters_under_these_names_and_no_other() -> None:
    seeds = [Source(path.stem, path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    cast = {c.name: (c.aliases, [credit.text for credit in c.credits]) for c in read_story(seeds).characters}
    assert cast == {
        "Ted Kramer": (("Ted", "Ted Kramer"), ["Dustin Hoffman"]),
        "Joanna": (("Joanna",), ["Meryl Streep"]),
        "Billy": (("Billy",), ["Justin Henry"]),
        "Margaret Phelps": (
            ("Margaret", "Margaret Phelps", "Mrs. Margaret Phelps", "Mrs. Phelps"),
            ["Jane Alexander"],
        ),
    }
