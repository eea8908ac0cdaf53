"""Correct who is what of whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from retold.editing.document import Overlay
from retold.editing.names import NameBook, fold_name
from retold.editing.presence import follow
from retold.editing.problem import Problem, problem_at
from retold.editing.quotes import QuoteFinder
from retold.model import Character, Quote, Relation, Span, Story

NO_QUOTE = Quote("", Span(0, 0), "")  # a contributor's word, which no telling says


@dataclass(frozen=True, slots=True)
class CorrectedRelations:
    """The relations that hold, and the corrections that do not fit."""

    relations: tuple[Relation, ...]
    problems: tuple[Problem, ...]


def correct_relations(
    story: Story, characters: Sequence[Character], moved: Mapping[str, str], overlays: Sequence[Overlay]
) -> CorrectedRelations:
    """Let the relations follow the corrected cast, then add and take away what pages say."""
    known = {character.slug for character in characters}
    relations = [replace(r, person=follow(r.person, moved), other=follow(r.other, moved)) for r in story.relations]
    relations = [r for r in relations if r.person != r.other and {r.person, r.other} <= known]
    book = NameBook()
    for character in characters:
        for name in (character.name, *character.aliases, character.slug):
            book.add(name, character.slug)
    finder = QuoteFinder(story)
    problems: list[Problem] = []
    for overlay in overlays:
        slug = follow(overlay.document.slug, moved)
        for number, said in enumerate(overlay.matter.values.get("relations", ()) if slug in known else ()):
            place = overlay.matter.place("relations", number)
            bearers = book.find(said["of"])
            if len(bearers) != 1:
                message = f"{said['of']} may be {' or '.join(bearers)}" if bearers else f"nobody is called {said['of']}"
                problems.append(problem_at(place, message, "" if bearers else book.suggest(said["of"])))
            elif "not" in said:
                kept = [r for r in relations if not _is(r, slug, said["not"], bearers[0])]
                if len(kept) == len(relations):
                    message = f"no telling says {said['not']} of {said['of']} here, so there is nothing to take away"
                    problems.append(problem_at(place, message, severity="warning"))
                relations = kept
            else:
                quote, missing = _find_quote(finder, said.get("quote", ""))
                problems.extend(problem_at(overlay.matter.place("relations", number, "quote"), m) for m in missing)
                relations = _state(relations, Relation(slug, said["is"], bearers[0], quote, said.get("later", "")))
    return CorrectedRelations(tuple(dict.fromkeys(relations)), tuple(problems))


def _is(relation: Relation, person: str, word: str, other: str) -> bool:
    return (relation.person, fold_name(relation.word), relation.other) == (person, fold_name(word), other)


def _state(relations: list[Relation], stated: Relation) -> list[Relation]:
    """Add a relation, or complete the one that a telling gives with what the page adds."""
    for at, relation in enumerate(relations):
        if _is(relation, stated.person, stated.word, stated.other):
            quote = stated.quote if stated.quote.telling else relation.quote
            relations[at] = replace(relation, quote=quote, later=stated.later or relation.later)
            return relations
    return [*relations, stated]


def _find_quote(finder: QuoteFinder, words: str) -> tuple[Quote, tuple[str, ...]]:
    if not words:
        return NO_QUOTE, ()
    found = finder.find(words)
    return (finder.quote(found[0]), ()) if found else (NO_QUOTE, (f"no telling says “{words}”",))
