"""The first lines of a character's page, composed from cited facts."""

from __future__ import annotations

from itertools import groupby

from retold.model import Character, Difference, Quote
from retold.writing.markdown import Markdown, escape, join, spell_strong
from retold.writing.pen import Pen
from retold.writing.ties import Tie
from retold.writing.wording import begin_large, begin_small, count_things, is_self_contained, join_words

# A lead that lists every cousin says nothing.
_MOST_TIES = 4


def compose_lead(pen: Pen, character: Character, ties: tuple[Tie, ...]) -> Markdown:
    """Compose who somebody is: what the tellings call them, who plays them, whose kin they are."""
    name = spell_strong(character.name)
    said = _say_descriptions(pen, character)
    kin = _say_ties(pen, ties)
    played = _say_actor(pen, character)
    main = said or (join(["the ", kin]) if kin else "")
    where = "" if main else _say_scenes(pen, character)
    first = join([name, " is ", main, "."]) if main else join([name, " ", where, "."]) if where else name
    rest = [Markdown(f"{begin_large(part)}.") for part in (played, kin if said else "") if part]
    return join([first, *rest], " ")


def join_descriptions(character: Character) -> list[tuple[str, tuple[Quote, ...]]]:
    """Give each wording of the descriptions once, with all quotes that use it."""
    by_words: dict[str, list[Quote]] = {}
    for description in character.descriptions:
        by_words.setdefault(begin_small(" ".join(description.text.split())), []).append(description)
    return [(words, tuple(quotes)) for words, quotes in by_words.items()]


def _say_descriptions(pen: Pen, character: Character) -> Markdown:
    usable = [(words, quotes) for words, quotes in join_descriptions(character) if is_self_contained(words)]
    by_telling = [next(group) for _, group in groupby(usable, key=lambda found: found[1][0].telling)]
    last = "or" if _are_contradicted([quotes[0] for _, quotes in by_telling], pen.story.story.differences) else "and"
    return join_words((join([escape(words), pen.cites(quotes)]) for words, quotes in by_telling[:3]), last)


def _are_contradicted(quotes: list[Quote], differences: tuple[Difference, ...]) -> bool:
    """Say whether a difference of the tellings sets two of the descriptions against each other."""
    return any(
        sum(any(_overlap(quote, version.quote) for version in difference.versions) for quote in quotes) > 1
        for difference in differences
    )


def _overlap(one: Quote, other: Quote) -> bool:
    return one.telling == other.telling and one.span.start < other.span.end and other.span.start < one.span.end


def _say_actor(pen: Pen, character: Character) -> Markdown:
    credited: dict[str, list[Quote]] = {}
    for credit in character.credits:
        credited.setdefault(credit.text, []).append(credit)
    if character.portrayed_by and character.portrayed_by not in credited:
        credited = {character.portrayed_by: []}
    if not credited:
        return Markdown("")
    return join(["played by ", join_words(join([escape(actor), pen.cites(q)]) for actor, q in credited.items())])


def _say_ties(pen: Pen, ties: tuple[Tie, ...]) -> Markdown:
    """Say "wife of A and mother of B and C", family before others."""
    known = sorted((tie for tie in ties if tie.word), key=lambda tie: not tie.family)[:_MOST_TIES]
    by_word: dict[str, list[Tie]] = {}
    for tie in known:
        by_word.setdefault(tie.word + (f", later {tie.later}," if tie.later else ""), []).append(tie)
    parts = [
        join([escape(word), " of ", join_words(join([pen.person(t.other), pen.cites(t.quotes)]) for t in same)])
        for word, same in by_word.items()
    ]
    return join_words(parts)


def _say_scenes(pen: Pen, character: Character) -> Markdown:
    scenes = pen.story.scenes_with(character.slug)
    spoken = [scene for scene in pen.story.story.scenes if character.slug in scene.spoken_of]
    if len(scenes) > 1:
        return join(["appears in ", count_things(len(scenes), "scene"), ", first in ", pen.scene(scenes[0].slug)])
    if scenes:
        return join(["appears in ", pen.scene(scenes[0].slug)])
    return join(["is only spoken of, in ", pen.scene(spoken[0].slug)]) if spoken else Markdown("")
