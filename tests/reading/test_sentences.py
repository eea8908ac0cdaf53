"""Sentences and paragraphs."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import Source
from retold.lexicon import load_lexicon
from retold.reading.sentences import split_sentences

SEEDS = Path(__file__).parents[2] / "seeds"


def split(text: str) -> list[str]:
    """The sentences, with the number of paragraphs that begin after each shown as "¶"."""
    sentences = split_sentences(Source("a", text), load_lexicon("en")).sentences
    following = [*(s.paragraph for s in sentences[1:]), sentences[-1].paragraph] if sentences else []
    return [
        text[s.span.start : s.span.end] + "¶" * (after - s.paragraph)
        for s, after in zip(sentences, following, strict=True)
    ]


@pytest.mark.parametrize(
    ("name", "text", "sentences"),
    [
        ("two sentences", "Ann waits. Bob leaves.", ["Ann waits.", "Bob leaves."]),
        ("blank line is a paragraph", "Ann waits.\n\nBob leaves.", ["Ann waits.¶", "Bob leaves."]),
        ("glued paragraphs come apart", "She leaves him.Ted stays.", ["She leaves him.¶", "Ted stays."]),
        ("glued after a closing quotation", 'Her "ex."Later she left.', ['Her "ex."¶', "Later she left."]),
        ("glued before an opening quotation", 'He came."Hello!" she said.', ["He came.¶", '"Hello!" she said.']),
        ("glued after a number", "It was 1946.Ted went.", ["It was 1946.¶", "Ted went."]),
        ("titles", "Mrs. Hill and Dr. No met.", ["Mrs. Hill and Dr. No met."]),
        ("initials", "J. R. Smith met J.R.R. Todd.", ["J. R. Smith met J.R.R. Todd."]),
        ("initial inside a sentence", "Paul D. moves in.", ["Paul D. moves in."]),
        ("initial at the end", "She loves Paul D. They marry.", ["She loves Paul D.", "They marry."]),
        ("dotted abbreviation", "The U.S. Army left the U.S. The end.", ["The U.S. Army left the U.S.", "The end."]),
        ("abbreviation at the end", "Sam Hill Jr. He died.", ["Sam Hill Jr.", "He died."]),
        ("ellipsis inside", "Well... Ted left. It ends … badly.", ["Well... Ted left.", "It ends … badly."]),
        ("ellipsis at the end", "They wait... Then he comes.", ["They wait...", "Then he comes."]),
        ("decimals", "It costs 3.5 pounds. No. 5 wins.", ["It costs 3.5 pounds.", "No. 5 wins."]),
        ("quoted question", 'Asks "How?". The film ends.', ['Asks "How?".', "The film ends."]),
        ("quotation with a comma", '"You look well," as she goes.', ['"You look well," as she goes.']),
        ("short quotation stays whole", 'He says "I go. You stay." and left.', ['He says "I go. You stay." and left.']),
        ("speaker after a quotation", '"Go!" Ted said. He went.', ['"Go!" Ted said.', "He went."]),
        ("brackets stay whole", "Ann (she is ill. Very ill.) waits.", ["Ann (she is ill. Very ill.) waits."]),
        ("bracket never closed", "Ann (ill waits. Bob leaves.", ["Ann (ill waits.", "Bob leaves."]),
        ("footnotes belong before", "They kiss.[1] He left.[Note 2]", ["They kiss.[1]", "He left.[Note 2]"]),
        ("numbered list", "1. Ted leaves. 2. Ann stays.", ["1. Ted leaves.", "2. Ann stays."]),
        ("other scripts", "他走了。她來了！好", ["他走了。", "她來了！", "好"]),
        ("lines are paragraphs", "Ann waits.\nBob leaves.", ["Ann waits.¶", "Bob leaves."]),
        ("lines of a text with blank lines", "Ann waits.\nBob left.\n\nEnd.", ["Ann waits.", "Bob left.¶", "End."]),
        ("hard-wrapped lines", "Ann waits\nfor Bob. She\nleaves.", ["Ann waits\nfor Bob.", "She\nleaves."]),
        ("a title broken by a line", "Ann left.\nMr.\nPink came.\nEnd.", ["Ann left.¶", "Mr.\nPink came.¶", "End."]),
        ("a heading", "Plot\nAnn waits.\nBob leaves.\nEnd.", ["Plot¶", "Ann waits.¶", "Bob leaves.¶", "End."]),
        ("windows line ends", "Ann waits.\r\n\r\nBob leaves.\r\n", ["Ann waits.¶", "Bob leaves."]),
        ("nothing", " \n\n ", []),
    ],
)
def test_split(name: str, text: str, sentences: list[str]) -> None:
    assert split(text) == sentences, name


@pytest.mark.parametrize(
    ("seed", "count", "starts"),
    [("000_32380da0442bf139", 23, [1, 3, 6, 10, 14, 17]), ("002_1d58b448c68bfd07", 29, [1, 6, 14, 23])],
)
def test_seeds_have_the_sentences_that_a_reader_counts(seed: str, count: int, starts: list[int]) -> None:
    text = (SEEDS / f"{seed}.txt").read_text(encoding="utf-8")
    sentences = split_sentences(Source(seed, text), load_lexicon("en")).sentences
    first = {s.paragraph: s.number + 1 for s in reversed(sentences)}
    assert (len(sentences), sorted(first.values())) == (count, starts)


@pytest.mark.parametrize("piece", [".", '"', "\n", "(", "A. ", '"A. ', ".A", ". \n", "x", '!" Ann ', "[1]."])
def test_monotonous_text_is_split_without_rereading(piece: str) -> None:
    text = piece * 10_000
    covered = sum(len(s.rstrip("¶")) for s in split(text))
    assert covered >= sum(not c.isspace() for c in text)


@given(st.text(alphabet='Aab 1.!?…"“”‘’()[]\n\r\u2028—,好。', max_size=200))
def test_sentences_are_in_order_trimmed_and_lose_nothing(text: str) -> None:
    sentences = split_sentences(Source("a", text), load_lexicon("en")).sentences
    assert [s.number for s in sentences] == list(range(len(sentences)))
    assert all(text[s.span.start : s.span.end].strip() == text[s.span.start : s.span.end] != "" for s in sentences)
    assert all(a.span.end <= b.span.start and a.paragraph <= b.paragraph for a, b in pairwise(sentences))
    kept = "".join(text[s.span.start : s.span.end] for s in sentences)
    assert "".join(kept.split()) == "".join(text.split())
