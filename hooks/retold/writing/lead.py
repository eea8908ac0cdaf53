"""The first lines of a character's page, composed from cited facts."""

from __future__ import annotations

from itertools import groupby

from retold.model import Character, Difference, Quote
from retold.writing.markdown import Markdown, escape, join, spell_strong
from retold.writing.pen import Pen
from retold.writing.ties import Tie
from retold.writing.wording import (
    add_article,
    begin_large,
    begin_small,
    count_things,
    end_sentence,
    is_self_contained,
    join_words,
)

_Described = tuple[str, tuple[Quote, ...]]
# A lead that lists every cousin says nothing.
_MOST_TIES = 4


def compose_lead(pen: Pen, character: Character, ties: tuple[Tie, ...]) -> Markdown:
    """Compose who somebody is: what the tellings call them, who plays them, whose kin they are."""
    name = spell_strong(character.name)
    said = _say_descriptions(pen, character)
    kin = _say_ties(pen, ties)
    played = _say_actor(pen, character)
    if said or kin:
        first = join([name, " is ", said or _add_article(kin, ties)])
        rest = [played, kin if said else ""]
    else:
        first = join([name, " ", _say_scenes(pen, character)])
        rest = [played]
    return join([end_sentence(first), *(end_sentence(begin_large(part)) for part in rest if part)], " ")


def join_descriptions(character: Character) -> list[tuple[str, tuple[Quote, ...]]]:
    """Give each wording of the descriptions once, with all quotes that use it."""
    by_words: dict[str, list[Quote]] = {}
    for description in character.descriptions:
        by_words.setdefault(begin_small(" ".join(description.text.split())), []).append(description)
    return [(words, tuple(quotes)) for words, quotes in by_words.items()]


def _say_descriptions(pen: Pen, character: Character) -> Markdown:
    usable = _leave_out_contained([d for d in join_descriptions(character) if is_self_contained(d[0])])
    by_telling = [next(group) for _, group in groupby(usable, key=lambda found: found[1][0].telling)]
    last = "or" if _are_contradicted([quotes[0] for _, quotes in by_telling], pen.story.story.differences) else "and"
    return join_words((join([escape(words), pen.cites(quotes)]) for words, quotes in by_telling[:3]), last)


def _leave_out_contained(described: list[_Described]) -> list[_Described]:
    """Leave out "a clerk" beside "a tired clerk", its quotes added to the fuller words."""
    fuller = sorted(described, key=lambda found: -len(found[0]))
    kept: dict[str, tuple[Quote, ...]] = {}
    for words, quotes in fuller:
        content = frozenset(words.split()[1:])
        whole = next((other for other in kept if content <= frozenset(other.split()[1:])), words)
        kept[whole] = (*kept.get(whole, ()), *quotes)
    return [(words, kept[words]) for words, _ in described if words in kept]


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
    # The same name spelled in two ways is no second actor.
    last = "or" if len({actor.split()[-1] for actor in credited}) < len(credited) else "and"
    return join(
        ["played by ", join_words((join([escape(actor), pen.cites(q)]) for actor, q in credited.items()), last)]
    )


def _choose_ties(ties: tuple[Tie, ...]) -> list[Tie]:
    return sorted((tie for tie in ties if tie.words), key=lambda tie: not tie.family)[:_MOST_TIES]


def _say_ties(pen: Pen, ties: tuple[Tie, ...]) -> Markdown:
    """Say "wife of A and mother of B and C", family before others."""
    by_words: dict[Markdown, list[Tie]] = {}
    for tie in _choose_ties(ties):
        later = f", later {tie.later}," if tie.later else ""
        by_words.setdefault(join([join_words(tie.words), later]), []).append(tie)
    return join_words(
        join([words, " of ", join_words(join([pen.person(t.other), pen.cites(t.quotes)]) for t in same)])
        for words, same in by_words.items()
    )


def _add_article(kin: Markdown, ties: tuple[Tie, ...]) -> Markdown:
    """Put "the" before a wife, "a" before a friend."""
    one_of_many = _choose_ties(ties)[0].one_of_many
    return Markdown(add_article(kin) if one_of_many else f"the {kin}")


def _say_scenes(pen: Pen, character: Character) -> Markdown:
    """Say where somebody is met of whom the tellings say nothing else."""
    scenes = pen.story.scenes_with(character.slug)
    spoken = [scene for scene in pen.story.story.scenes if character.slug in scene.spoken_of]
    if len(scenes) > 1:
        return join(["appears in ", count_things(len(scenes), "scene"), ", first in ", pen.titled(scenes[0].slug)])
    if scenes:
        return join(["appears in ", pen.titled(scenes[0].slug)])
    if spoken:
        return join(["is only spoken of, ", "first in " if len(spoken) > 1 else "in ", pen.titled(spoken[0].slug)])
    return join(["is only named", pen.cites(character.mentions[:1])])
