"""A long text costs in proportion to its length: the work and the memory for each character do not grow."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from types import FrameType

import pytest

from retold import Source, read_story

NAMES = ("Ann Lee", "Bob", "Mrs. Hall", "Carl Moor", "Dora", "Dr. Finch", "Eve", "Gus")
DEEDS = ("meets", "leaves", "tells", "follows", "saves", "visits", "helps", "accuses")
ENDS = (
    "in the garden",
    "and goes home",
    "before his wife comes back",
    "because she wants to know the truth",
    "at night",
)
# Python's own lists and dicts grow in leaps, so that two lengths never take quite the same for each character.
SLACK = 1.15


def _tell(length: int, stop: str = ".") -> str:
    """A text of that length whose sentences are all a little different."""
    sentences, size, n = [], 0, 0
    while size < length:
        one, other = NAMES[n % 8], NAMES[(n // 8 + n % 7 + 1) % 8]
        sentences.append(f"{one} {DEEDS[n % 5]} {other} {ENDS[n // 3 % 5]}{stop}")
        size, n = size + len(sentences[-1]) + 1, n + 1
    return " ".join(sentences)


def _measure_memory(length: int) -> int:
    text = _tell(length)
    tracemalloc.start()
    try:
        read_story([Source("one", text)])
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _count_lines(text: str) -> float:
    """How many lines of Python are executed for each character of a text: unlike time, the same on any machine."""
    lines = 0

    def trace(_frame: FrameType, event: str, _seen: object) -> object:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read_story([Source("one", text)])
    finally:
        sys.settrace(before)
    return lines / len(text)


@pytest.mark.slow
def test_the_memory_for_each_character_does_not_grow() -> None:
    # A process of its own, where no other test has filled the memory of words; without chance in the order of sets.
    paths = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "0"}
    printed = subprocess.run(
        [sys.executable, __file__], env={**os.environ, **paths}, capture_output=True, text=True, check=True
    )
    # What further characters take, beyond what any reading takes; short texts, as every allocation is counted.
    least, short, long = map(int, printed.stdout.split())
    assert long - short < SLACK * 2 * (short - least)
    assert long - short < 60 * 80_000  # bytes, where every other word names somebody; prose takes half of that


@pytest.mark.slow
@pytest.mark.parametrize("stop", [".", ",", " and", "'s father's"], ids=["sentences", "clauses", "joints", "kin"])
def test_the_work_for_each_character_does_not_grow(stop: str) -> None:
    read_story([Source("one", _tell(10_000, stop))])
    short, long = _count_lines(_tell(15_000, stop)), _count_lines(_tell(60_000, stop))
    assert long < SLACK * short


if __name__ == "__main__":
    read_story([Source("one", _tell(10_000))])  # what is kept of the language is no story's
    print(*map(_measure_memory, (40_000, 80_000, 160_000)))  # noqa: T201
