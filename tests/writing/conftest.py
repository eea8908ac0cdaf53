"""A tiny story told twice, read by hand, so that the pages are tested without the reading."""

from __future__ import annotations

import pytest

from retold import Source, read_story
from retold.model import (
    Character,
    Difference,
    Gender,
    Mention,
    Note,
    OnlyIn,
    Page,
    Passage,
    Quote,
    Relation,
    Role,
    Scene,
    Span,
    Story,
    StoryFacts,
    Telling,
    Version,
)
from retold.writing import write_pages

TEXTS = {
    "long": (
        "Ann Reed (Mia Stone), a lonely keeper, runs the light with her son Tom. She talks to her boss at noon.\n\n"
        "One night Tom falls from the rocks and cuts his hand. The doctor saves him.\n\n"
        "Ann forgives her brother Joe."
    ),
    "short": "Mrs. Reed is a retired sailor.\n\nTom hurts his *foot*, and Ann carries him home.",
}


def quote(tellings: tuple[Telling, ...], name: str, words: str) -> Quote:
    text = next(telling.text for telling in tellings if telling.name == name)
    start = text.index(words)
    return Quote(name, Span(start, start + len(words)), words)


def mention_all(tellings: tuple[Telling, ...], *forms: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for telling in tellings:
        taken: set[int] = set()
        for form in forms:
            start = telling.text.find(form)
            while start >= 0:
                if start not in taken:
                    found.append(Mention(telling.name, Span(start, start + len(form)), "name"))
                    taken.update(range(start, start + len(form)))
                start = telling.text.find(form, start + 1)
    return tuple(sorted(found, key=lambda m: (m.telling, m.span)))


@pytest.fixture
def story() -> Story:
    sources = [
        Source("long", TEXTS["long"], title="The long one", author="Nobody", licence="CC0", path="seeds/long.txt"),
        Source("short", TEXTS["short"], title="The short one", address="https://example.org/"),
    ]
    read = read_story(sources).tellings

    def say(name: str, words: str) -> Quote:
        return quote(read, name, words)

    def person(slug: str, name: str, forms: tuple[str, ...], gender: Gender | None, *said: Quote) -> Character:
        return Character(slug, name, forms, mention_all(read, *forms), gender=gender, descriptions=said)

    ann = Character(
        "ann-reed", "Ann Reed", ("Ann Reed", "Mrs. Reed", "Ann"), mention_all(read, "Ann Reed", "Mrs. Reed", "Ann"),
        "Mia Stone", (say("long", "Mia Stone"),), "f", (say("long", "a lonely keeper"), say("short", "a retired sailor")),
    )  # fmt: skip
    tom = person("tom", "Tom", ("Tom",), "m")
    joe = person("joe", "Joe", ("Joe",), None, say("long", "her brother"))
    home, fall, peace = (
        Scene("ann-runs-the-light", "Ann runs the light", ("ann-reed", "tom"), (Passage("long", (0, 1)), Passage("short", (0,)))),
        Scene(
            "tom-falls", "Tom falls", ("tom", "ann-reed"), (Passage("short", (1,)), Passage("long", (2, 3))),
            places=(say("long", "the rocks"),), times=(say("long", "One night"),),
        ),
        Scene("ann-forgives-joe", "Ann forgives Joe", ("ann-reed",), (Passage("long", (4,)),), spoken_of=("joe",)),
    )  # fmt: skip
    return Story(
        StoryFacts("The Light", "film", "1950"),
        read,
        (ann, tom, joe),
        (
            Relation("tom", "son", "ann-reed", say("long", "her son Tom")),
            Relation("joe", "brother", "ann-reed", say("long", "her brother Joe")),
        ),
        (Role("ann-reed", "boss", (Mention("long", say("long", "her boss").span, "kin"),)),),
        (home, fall, peace),
        (
            Difference(
                "ann-runs-the-light",
                "contradiction",
                "Ann's work",
                (Version(say("long", "a lonely keeper")), Version(say("short", "a retired sailor"))),
            ),
            Difference(
                "tom-falls",
                "contradiction",
                "what was hurt",
                (
                    Version(say("long", "cuts his hand"), (say("long", "hand").span,)),
                    Version(say("short", "hurts his *foot*"), (say("short", "*foot*").span,)),
                ),
            ),
        ),
        (OnlyIn("tom-falls", say("long", "The doctor saves him")),),
        (Note("“Reed” may be a family", "short", say("short", "Reed").span),),
    )


@pytest.fixture
def pages(story: Story) -> dict[str, Page]:
    return {page.path: page for page in write_pages(story)}
