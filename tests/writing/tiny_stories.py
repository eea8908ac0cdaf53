"""Stories made by hand for the pictures: a cast, and who is in which scene."""

from __future__ import annotations

from hypothesis import strategies as st

from retold.model import Character, Quote, Relation, Scene, Source, Span, Story, StoryFacts, Telling, Words


def make_story(
    scenes: list[tuple[str, str]], relations: list[tuple[str, str, str]] | None = None, title: str = "A story"
) -> Story:
    """`("The duel", "Anna Ben")` is a scene with two characters; `("Anna", "wife", "Ben")` a relation."""
    cast = list(dict.fromkeys(name for _, names in scenes for name in names.split()))
    return Story(
        StoryFacts(title),
        (Telling(Source("one", ""), (), Words((), (), (0,))),),
        tuple(Character(name.lower(), name, (name,), ()) for name in cast),
        tuple(
            Relation(person.lower(), word, other.lower(), Quote("one", Span(0, 0), ""))
            for person, word, other in relations or []
        ),
        (),
        tuple(
            Scene(f"scene-{number}", words, tuple(dict.fromkeys(names.lower().split())), ())
            for number, (words, names) in enumerate(scenes, 1)
        ),
    )


@st.composite
def any_stories(draw: st.DrawFn) -> Story:
    """Any story of up to a dozen scenes, with any text as names and titles."""
    cast = tuple(
        Character(f"c{number}", name, (name,), ()) for number, name in enumerate(draw(st.lists(st.text(), max_size=6)))
    )
    slugs = [character.slug for character in cast]
    quote = Quote("one", Span(0, 0), "")
    somebody = st.lists(st.sampled_from(slugs), unique=True) if slugs else st.just([])
    scenes = tuple(
        Scene(
            f"s{number}",
            title,
            tuple(draw(somebody)),
            (),
            times=tuple(Quote("one", Span(0, 0), text) for text in draw(st.lists(st.text(), max_size=2))),
            places=tuple(Quote("one", Span(0, 0), text) for text in draw(st.lists(st.text(), max_size=2))),
            flashback_in=("one",) if draw(st.booleans()) else (),
        )
        for number, title in enumerate(draw(st.lists(st.text(), max_size=12)))
    )
    pairs = st.tuples(st.sampled_from(slugs or [""]), st.text(), st.sampled_from(slugs or [""]))
    relations = tuple(Relation(a, word, b, quote) for a, word, b in draw(st.lists(pairs, max_size=6)))
    telling = Telling(Source("one", ""), (), Words((), (), (0,)))
    return Story(StoryFacts(draw(st.text())), (telling,), cast, relations, (), scenes)
