"""Score the differences that the comparison shows against listed ones.

Run as `PYTHONPATH=hooks python tools/score_differences.py BENCH.jsonl [--gold-scenes] [--show] [TITLE ...]`.

One story a line: {"title", "tellings": {name: {"sentences", "paragraph_starts"}}, "scenes",
"differences": [{"what", "a": [sentence, words], "b": [sentence, words], "kind"}]}.  A listed
difference counts as found when one that is shown quotes both of its sentences and marks
words of at least one of the two listed quotes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from retold import Source, read_story
from retold.lexicon import load_lexicon
from retold.model import Difference, Passage, People, Scene, Story
from retold.reading.compare import compare_tellings


def main() -> None:
    """Print a line a story and the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("titles", nargs="*", help="only stories whose title has one of these words")
    parser.add_argument("--gold-scenes", action="store_true", help="compare within the listed scenes, not our own")
    parser.add_argument("--show", action="store_true", help="print every difference shown and every one missed")
    given = parser.parse_intermixed_args()
    stories = [json.loads(line) for line in given.bench.read_text(encoding="utf-8").splitlines()]
    chosen = [s for s in stories if not given.titles or any(word in s["title"] for word in given.titles)]
    sums = [0, 0, 0, 0, 0, 0]
    for gold in chosen:
        counts = score_story(gold, show=given.show, gold_scenes=given.gold_scenes)
        print_counts(gold["title"], counts)
        sums = [x + y for x, y in zip(sums, counts, strict=True)]
    print_counts("ALL", sums)


def print_counts(title: str, counts: list[int]) -> None:
    """Print one line of the table."""
    found, contradictions, listed, listed_contradictions, shown, shown_listed = counts
    print(
        f"{title[:34]:34} found {found:3}/{listed:3}, of contradictions {contradictions:2}/{listed_contradictions:2}; "
        f"shown {shown:3}, of them listed {shown_listed:3}"
    )


def score_story(gold: dict[str, Any], *, show: bool, gold_scenes: bool) -> list[int]:
    """Compare one story's tellings and count what was found and what was shown."""
    texts, spans = {}, {}
    for name, telling in gold["tellings"].items():
        texts[name], spans[name] = text_of(telling)
    story = read_story([Source(name, text) for name, text in texts.items()])
    differences = compare_in_gold_scenes(gold, story, spans) if gold_scenes else list(story.differences)
    names = list(gold["tellings"])
    hits = [[d for d in differences if matches(d, x, names, spans, texts)] for x in gold["differences"]]
    if show:
        print_details(gold, differences, hits, texts, spans)
    grave = [bool(h) for h, x in zip(hits, gold["differences"], strict=True) if x["kind"] == "contradiction"]
    listed_shown = [d for d in differences if any(d in h for h in hits)]
    return [sum(map(bool, hits)), sum(grave), len(hits), len(grave), len(differences), len(listed_shown)]


def text_of(telling: dict[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    """Give the telling's text and each sentence's place in it."""
    text, spans, starts = "", [], set(telling.get("paragraph_starts") or [0])
    for i, sentence in enumerate(telling["sentences"]):
        if i:
            text += "\n\n" if i in starts else " "
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return text, spans


def compare_in_gold_scenes(
    gold: dict[str, Any], story: Story, spans: dict[str, list[tuple[int, int]]]
) -> list[Difference]:
    """Compare within the listed scenes, so that errors of alignment do not count."""
    ours = {
        t.name: {
            k: [s.number for s in t.sentences if start <= (s.span.start + s.span.end) // 2 < end]
            for k, (start, end) in enumerate(spans[t.name])
        }
        for t in story.tellings
    }
    scenes = []
    for k, scene in enumerate(gold["scenes"]):
        passages = tuple(
            Passage(name, tuple(n for g in scene[name] for n in ours[name][g])) for name in ours if scene.get(name)
        )
        scenes.append(Scene(f"scene-{k}", f"Scene {k}", (), passages))
    people = People(story.characters, story.relations, story.roles)
    return list(compare_tellings(story.tellings, people, tuple(scenes), load_lexicon("en")).differences)


def matches(
    shown: Difference, listed: dict[str, Any], names: list[str], spans: dict[str, Any], texts: dict[str, str]
) -> bool:
    """Whether the shown difference quotes both listed sentences and marks words of a listed quote."""
    marked = False
    for name, (number, words) in zip(names, (listed["a"], listed["b"]), strict=True):
        start, end = spans[name][number]
        at = max(start, texts[name].find(words, start, end))
        version = next((v for v in shown.versions if v.quote.telling == name), None)
        if version is None or not start <= version.quote.span.start < end:
            return False
        marked |= any(m.start < at + len(words) and at < m.end for m in version.marks)
    return marked


def print_details(
    gold: dict[str, Any], differences: list[Difference], hits: list[list[Difference]], texts: dict[str, str],
    spans: dict[str, Any],
) -> None:  # fmt: skip
    """Print what is shown and what is missed."""
    for d in differences:
        star = "*" if any(d in h for h in hits) else " "
        print(f"  {star} [{d.kind}] {d.about}")
        for v in d.versions:
            number = next((k for k, (s, e) in enumerate(spans[v.quote.telling]) if s <= v.quote.span.start < e), -1)
            marks = " | ".join(texts[v.quote.telling][m.start : m.end] for m in v.marks)
            print(f"        {v.quote.telling} {number}: {v.quote.text}  <<{marks}>>")
    for listed, hit in zip(gold["differences"], hits, strict=True):
        if not hit:
            print(f"  - missed ({listed['kind']}) {listed['what']}: {listed['a']} / {listed['b']}")


if __name__ == "__main__":
    main()
