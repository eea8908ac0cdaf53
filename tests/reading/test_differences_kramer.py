"""The two tellings in seeds/ differ in what Ted works, what was hurt and how long Joanna was away."""

from __future__ import annotations

from pathlib import Path

from retold import Source, read_story

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def test_the_tellings_of_kramer_differ() -> None:
    sources = [Source(path.stem, path.read_text(encoding="utf-8-sig")) for path in sorted(SEEDS.glob("*.txt"))]
    story = read_story(sources)
    texts = {source.name: source.text for source in sources}
    marked = {
        difference.about: {texts[v.quote.telling][m.start : m.end] for v in difference.versions for m in v.marks}
        for difference in story.differences
    }
    listed = {
        "Ted's work": {"executive", "clerk"},
        "what was hurt": {"his face", "his eyes"},
        "how long": {"Fifteen months", "more than a year"},
    }
    assert marked.items() >= listed.items()
    assert len(marked) <= len(listed) + 2
