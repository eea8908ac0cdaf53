"""Find the weights of `reading/cohesion.py` from stories told twice, and tell how they carry over.

    PYTHONPATH=hooks python tools/tune_scenes.py BENCH

BENCH is the folder with `scenes.py`, the scorer, and `data/scenes_*.jsonl`, the stories.  Logistic
regression by Newton's method (iteratively reweighted least squares) with a small ridge.  Prints the
weights from all stories, the scores with them, and the scores of every story with the weights that
the other stories give (leave one story out).
"""

from __future__ import annotations

import json
import math
import sys
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path
from typing import Any

from retold import Source, story_as_dict
from retold.lexicon import load_lexicon
from retold.model import Cut, People, Scene, Story, StoryFacts, Telling
from retold.reading import align, cohesion
from retold.reading.mentions import find_mentions
from retold.reading.people import find_people
from retold.reading.sentences import split_sentences
from retold.reading.similarity import read_bags, weigh_words
from retold.reading.unify import unify_characters

LEXICON = load_lexicon("en")
# A long story has many sentences, but it is one story: this many of them count in full.
FULL_COUNT = 300
RIDGE = 1.0
Row = tuple[tuple[float, ...], bool, float]


def load_scorer(path: Path) -> Any:
    """Load the scorer, a script outside this repository."""
    spec = spec_from_file_location("scenes", path)
    if not spec or not spec.loader:
        raise SystemExit(f"no scorer at {path}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Gold:
    """A story with the scenes that people found, read as far as the alignment needs."""

    def __init__(self, story: dict[str, Any], scorer: Any) -> None:
        self.story, self.scorer = story, scorer
        texts = {name: scorer.text_of(telling) for name, telling in story["tellings"].items()}
        self.spans = {name: spans for name, (_, spans) in texts.items()}
        tellings = [split_sentences(Source(name, text), LEXICON) for name, (text, _) in texts.items()]
        self.tellings = tuple(sorted(tellings, key=lambda t: (-len(t.text), t.text, t.name)))
        persons = unify_characters(self.tellings, find_mentions(self.tellings, LEXICON), LEXICON)
        self.people: People = find_people(self.tellings, persons, LEXICON)

    def collect(self) -> list[Row]:
        """What every bond shows, whether people cut there, and how much it counts."""
        weights = weigh_words([read_bags(telling, self.people) for telling in self.tellings])
        sides = align.find_sides(align.follow_all(weights), len(weights))
        seen: list[tuple[tuple[float, ...], bool]] = []
        for telling, *rest in zip(self.tellings, weights, sides, strict=True):
            labels = self._labels(telling)
            together = [one == other for one, other in pairwise(labels)]
            seen += zip(cohesion.describe_bonds(telling, *rest, self.people, LEXICON), together, strict=True)
        weight = min(1.0, FULL_COUNT / len(seen))
        return [(bond, together, weight) for bond, together in seen]

    def _labels(self, telling: Telling) -> list[int]:
        """The scene of every sentence: that of the gold sentence around its middle."""
        scene = {n: k for k, s in enumerate(self.story["scenes"]) for n in s.get(telling.name, [])}
        starts = [start for start, _ in self.spans[telling.name]]
        labels, at = [], 0
        for sentence in telling.sentences:
            middle = (sentence.span.start + sentence.span.end) // 2
            while at + 1 < len(starts) and starts[at + 1] <= middle:
                at += 1
            labels.append(scene.get(at, -1))
        return labels

    def score(self) -> tuple[float, float, float]:
        """B3, cross and Pk with the weights as they are."""
        (row,), _ = self.scorer.score([self.story], lambda _: self._read())
        return row[1], row[2], row[3]

    def _read(self) -> dict[str, Any]:
        cuts: tuple[Cut, ...] = align.align_tellings(self.tellings, self.people, LEXICON)
        scenes = tuple(Scene(str(k), str(k), (), cut.passages) for k, cut in enumerate(cuts))
        return story_as_dict(Story(StoryFacts(), self.tellings, scenes=scenes))


def fit(rows: list[Row]) -> list[float]:
    """Weights that make what people did likeliest."""
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(20):
        slope = [-RIDGE * w * (k > 0) for k, w in enumerate(weights)]
        curve = [[RIDGE * (i == j) * (i > 0) + 1e-9 * (i == j) for j in range(size)] for i in range(size)]
        for seen, together, count in rows:
            chance = 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, seen, strict=True))))
            for i in range(size):
                slope[i] += count * (together - chance) * seen[i]
                for j in range(size):
                    curve[i][j] += count * chance * (1 - chance) * seen[i] * seen[j]
        weights = [w + step for w, step in zip(weights, solve(curve, slope), strict=True)]
    return weights


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a positive definite system by Gauss-Jordan elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for k in range(len(rows)):
        pivot = rows[k] = [value / rows[k][k] for value in rows[k]]
        for other in range(len(rows)):
            if other != k:
                factor = rows[other][k]
                rows[other] = [a - factor * b for a, b in zip(rows[other], pivot, strict=True)]
    return [row[-1] for row in rows]


def use(weights: list[float]) -> None:
    """Let the alignment use these weights."""
    cohesion.WEIGHTS = tuple((name, w) for (name, _), w in zip(cohesion.WEIGHTS, weights, strict=True))


def main(folder: Path) -> None:
    """Tune on all stories, then leave one out at a time."""
    scorer = load_scorer(folder / "scenes.py")
    files = sorted((folder / "data").glob("scenes_*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    stories = [Gold(json.loads(line), scorer) for line in lines]
    rows = [story.collect() for story in stories]
    everything = fit([row for part in rows for row in part])
    for (name, _), weight in zip(cohesion.WEIGHTS, everything, strict=True):
        print(f"{weight:7.2f}  {name}")
    for k, story in enumerate(stories):
        use(everything)
        with_all = story.score()
        use(fit([row for j, part in enumerate(rows) if j != k for row in part]))
        without = story.score()
        figures = "  ".join(f"{a:.3f} {b:.3f}" for a, b in zip(with_all, without, strict=True))
        print(f"{story.story['title'][:32]:<32}  B3, cross, Pk, each with all and left out: {figures}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
