"""A tiny story in our own words, told twice, for the tests of editing."""

from __future__ import annotations

from retold.editing.document import Document, Kind, Overlay
from retold.editing.front_matter import read_front_matter
from retold.editing.problem import Problem
from retold.lexicon import load_lexicon
from retold.model import (
    Character,
    Difference,
    Mention,
    OnlyIn,
    Passage,
    Quote,
    Relation,
    Scene,
    Source,
    Span,
    Story,
    StoryFacts,
    Telling,
    Version,
)
from retold.reading.sentences import split_sentences

FIRST = """\
Captain Mara Quill (Ada Stone) sails to the island with her brother Tobin. She hides a chest under the old lighthouse.

Tobin quarrels with the keeper. At night the Shadow steals the chest.

Quill hunts the Shadow through the marsh. The Shadow is Osric, the keeper. They forgive each other.
"""
SECOND = """\
A captain named Quill buries a box beneath the lighthouse. Her brother argues with Osric.

A masked thief, the Shadow, takes the box by day. Quill finds Osric in the marsh and forgives him.
"""
_CAST = {
    "mara-quill": ("Mara Quill", ("Mara Quill", "Captain Mara Quill", "Quill")),
    "tobin": ("Tobin", ("Tobin",)),
    "the-shadow": ("the Shadow", ("the Shadow", "The Shadow")),
    "osric": ("Osric", ("Osric",)),
}
_SCENES = (
    ("quill-hides-a-chest", "Quill hides a chest", ("mara-quill", "tobin"), (0, 1), (0,)),
    ("the-quarrel", "The quarrel", ("tobin", "osric"), (2,), (1,)),
    ("the-theft", "The theft", ("the-shadow",), (3,), (2,)),
    ("the-hunt", "The hunt", ("mara-quill", "the-shadow", "osric"), (4, 5, 6), (3,)),
)


def tell(name: str, text: str, title: str = "") -> Telling:
    """Take a text apart."""
    return split_sentences(Source(name, text, title, path=f"seeds/{name}.txt"), load_lexicon("en"))


def quote(telling: Telling, words: str) -> Quote:
    """Quote the first place of some words."""
    start = telling.text.index(words)
    return Quote(telling.name, Span(start, start + len(words)), words)


def tell_island() -> Story:
    """Tell the story, with characters and scenes as a perfect reading would give them."""
    first, second = tell("first", FIRST, "The long telling"), tell("second", SECOND)
    return Story(
        StoryFacts("The island"),
        (first, second),
        tuple(
            Character(slug, name, aliases, _mentions((first, second), aliases))
            for slug, (name, aliases) in _CAST.items()
        ),
        relations=(Relation("tobin", "brother", "mara-quill", quote(first, "her brother Tobin")),),
        scenes=tuple(
            Scene(slug, title, cast, (Passage("first", one), Passage("second", two)))
            for slug, title, cast, one, two in _SCENES
        ),
        differences=(
            Difference(
                "the-theft",
                "contradiction",
                "when it is stolen",
                (Version(quote(first, "At night")), Version(quote(second, "by day"))),
            ),
        ),
        only_in=(OnlyIn("the-hunt", quote(first, "The Shadow is Osric, the keeper.")),),
    )


def _mentions(tellings: tuple[Telling, ...], forms: tuple[str, ...]) -> tuple[Mention, ...]:
    found = []
    for telling in tellings:
        taken: set[int] = set()
        for form in sorted(forms, key=len, reverse=True):
            at = telling.text.find(form)
            while at >= 0:
                if not taken & set(range(at, at + len(form))):
                    taken |= set(range(at, at + len(form)))
                    found.append(Mention(telling.name, Span(at, at + len(form)), "name"))
                at = telling.text.find(form, at + 1)
    return tuple(sorted(found, key=lambda m: (m.telling, m.span)))


def page(uri: str, matter: str, body: str = "") -> Document:
    """Make a contributor's page."""
    folders: dict[str, Kind] = {"characters": "character", "scenes": "scene"}
    folder, _, name = uri.partition("/")
    kind = folders.get(folder, "page")
    slug = name.removesuffix(".md") if kind != "page" else ""
    return Document(uri, f"---\n{matter}\n---\n{body}", f"docs/{uri}", kind, slug)


def overlay(uri: str, matter: str, body: str = "") -> Overlay:
    """Make a contributor's page whose front matter is right."""
    taken_apart, problems = read_front_matter(page(uri, matter, body))
    assert not problems
    return taken_apart


def show(problem: Problem) -> str:
    """Show a problem as a line without its file."""
    hint = f" (did you mean {problem.suggestion}?)" if problem.suggestion else ""
    return f"{problem.line}:{problem.column}: {problem.message}{hint}"
