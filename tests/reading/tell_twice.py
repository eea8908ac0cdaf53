"""Tell one scene twice and see where the tellings differ."""

from __future__ import annotations

from retold import Source
from retold.lexicon import load_lexicon
from retold.model import Comparison, Passage, Scene, Telling
from retold.reading.compare import compare_tellings
from retold.reading.mentions import find_mentions
from retold.reading.people import find_people
from retold.reading.sentences import split_sentences
from retold.reading.unify import unify_characters

# What both tellings say besides, so that words can be rare or common.
REST = (
    "Anna lives with Boris in a village. Boris keeps bees. The harvest fails. Anna writes to Clara. "
    "Clara sings in the choir. Rain falls on the mill."
)


def compare(*texts: str, rest: str = REST) -> tuple[Comparison, dict[str, str]]:
    """Compare texts as the tellings of one scene; give the comparison and the texts by telling."""
    lexicon = load_lexicon("en")
    names = "abcdefg"[: len(texts)]
    tellings = tuple(
        split_sentences(Source(name, f"{text} {rest}"), lexicon) for name, text in zip(names, texts, strict=True)
    )
    people = find_people(tellings, unify_characters(tellings, find_mentions(tellings, lexicon), lexicon), lexicon)
    scene = Scene("scene", "Scene", (), tuple(_passage(telling) for telling in tellings))
    return compare_tellings(tellings, people, (scene,), lexicon), {t.name: t.text for t in tellings}


def _passage(telling: Telling) -> Passage:
    return Passage(telling.name, tuple(sentence.number for sentence in telling.sentences))


def differ(*texts: str) -> list[tuple[str, ...]]:
    """The marked words of every difference: (about, words of the first telling, of the second, …)."""
    comparison, by_name = compare(*texts)
    return [
        (d.about, *(by_name[v.quote.telling][m.start : m.end] for v in d.versions for m in v.marks))
        for d in comparison.differences
    ]
