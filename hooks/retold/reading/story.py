"""The order of the stages, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from retold.lexicon import Lexicon, load_lexicon
from retold.model import Comparison, People, Scene, Source, Story, StoryFacts, Telling
from retold.reading.align import align_tellings
from retold.reading.describe import describe_scenes
from retold.reading.languages import note_languages
from retold.reading.mentions import find_mentions
from retold.reading.people import find_people
from retold.reading.sentences import split_sentences
from retold.reading.unify import unify_characters

# A name, a pronoun, two sentences: enough for every stage to ask for its lists.
_FEW_WORDS = "Ann met Bob. She left him."


def prepare(lexicon: Lexicon) -> None:
    """Make now what the stages make of a lexicon's lists and keep, so that the first story need not wait for it."""
    read_story((Source("", _FEW_WORDS),), lexicon=lexicon)


def read_story(sources: Sequence[Source], facts: StoryFacts | None = None, lexicon: Lexicon | None = None) -> Story:
    """Read every telling of one story.

    The stages see the tellings in an order of their own (longest first), so that the
    order of the seed files changes labels and never content.

    Args:
        sources: The tellings' texts; their names must differ.
        facts: Title, kind and year of the story, when known.
        lexicon: Word lists and weights; the English ones when left out.

    Returns:
        The story, with tellings in the order of `sources`.

    Raises:
        ValueError: Two sources bear the same name.
    """
    names = [source.name for source in sources]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"two tellings are called {twice!r}: each needs a name of its own")
    lexicon = lexicon or load_lexicon("en")
    tellings = tuple(split_sentences(source, lexicon) for source in sources)
    return _read_tellings(tellings, facts or StoryFacts(), lexicon)


def _read_tellings(tellings: tuple[Telling, ...], facts: StoryFacts, lexicon: Lexicon) -> Story:
    by_length = tuple(sorted(tellings, key=lambda telling: (-len(telling.text), telling.text, telling.name)))
    candidates = find_mentions(by_length, lexicon)
    persons = unify_characters(by_length, candidates, lexicon)
    del candidates  # a novel's are as large as its words, and nobody asks for them again
    people = find_people(by_length, persons, lexicon)
    del persons
    cuts = align_tellings(by_length, people, lexicon)
    scenes = describe_scenes(by_length, people, cuts, lexicon)
    found = _compare_tellings(by_length, people, scenes, lexicon)
    return Story(
        facts, tellings, people.characters, people.relations, people.roles,
        scenes, found.differences, found.only_in, note_languages(tellings, lexicon) + people.notes,
    )  # fmt: skip


def _compare_tellings(
    tellings: tuple[Telling, ...], people: People, scenes: tuple[Scene, ...], lexicon: Lexicon
) -> Comparison:
    """Load what compares only for a story that is told more than once: it is a third of the reading's code."""
    if len(tellings) < 2:
        return Comparison(())
    from retold.reading.compare import compare_tellings  # noqa: PLC0415

    return compare_tellings(tellings, people, scenes, lexicon)
