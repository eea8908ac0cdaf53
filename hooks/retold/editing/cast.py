"""Correct the cast of a story: who is who, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from retold.editing.document import Overlay
from retold.editing.draft import Draft
from retold.editing.forms import find_forms, share_mentions
from retold.editing.kinship import correct_relations
from retold.editing.names import NameBook, fold_name, make_slug
from retold.editing.presence import follow, follow_cast
from retold.editing.problem import Problem, suggest
from retold.model import Character, Evidence, Story

_CORRECTING = frozenset({"portrayed_by", "gender", "same_as", "not_same_as", "not_a_character", "relations", "aliases"})


@dataclass(slots=True)
class Cast(Draft):
    """A cast while it is being corrected: the one value of editing that changes in place."""

    story: Story
    characters: dict[str, Character]
    moved: dict[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def name_book(self) -> NameBook:
        """Write down what everybody is called now."""
        book = NameBook()
        for character in self.characters.values():
            for name in (character.name, *character.aliases, character.slug):
                book.add(name, character.slug)
        return book


@dataclass(frozen=True, slots=True)
class CorrectedCast:
    """A story with its cast corrected, the addresses that were joined to others, and the problems."""

    story: Story
    moved: dict[str, str]
    problems: tuple[Problem, ...]


def correct_cast(story: Story, overlays: Sequence[Overlay]) -> CorrectedCast:
    """Correct the cast as the characters' pages say, and let the scenes follow."""
    cast = Cast(story, {character.slug: character for character in story.characters})
    for correct_step in (_split, _add, _state_facts):
        for overlay in overlays:
            correct_step(cast, overlay)
    book = cast.name_book()
    for overlay in overlays:
        _join(cast, overlay, book)
    for overlay in overlays:
        _remove(cast, overlay)
    relations = correct_relations(cast.story, tuple(cast.characters.values()), cast.moved, overlays)
    roles = tuple(
        replace(role, owner=follow(role.owner, cast.moved))
        for role in story.roles
        if follow(role.owner, cast.moved) in cast.characters
    )
    corrected = replace(story, characters=tuple(cast.characters.values()), relations=relations.relations, roles=roles)
    corrected = follow_cast(corrected, cast.moved, cast.changed)
    return CorrectedCast(corrected, cast.moved, (*cast.problems, *relations.problems))


def _split(cast: Cast, overlay: Overlay) -> None:
    """Give names that are another person's, by `not_same_as`, to a character of their own."""
    slug = overlay.document.slug
    for number, form in enumerate(overlay.matter.values.get("not_same_as", ())):
        path = ("not_same_as", number)
        if slug not in cast.characters:
            return
        character = cast.characters[slug]
        borne = [alias for alias in character.aliases if fold_name(alias) == fold_name(form)]
        rest = tuple(alias for alias in character.aliases if alias not in borne)
        if not borne:
            meant = suggest(form, character.aliases)
            cast.report(overlay, path, f"no telling calls {character.name} {form}", meant)
        elif not rest:
            cast.report(overlay, path, f"{form} is the only name of {character.name}")
        else:
            mine, theirs = share_mentions(cast.story, character, form)
            name = character.name if character.name in rest else rest[0]
            cast.characters[slug] = replace(character, name=name, aliases=rest, mentions=mine)
            other = make_slug(form, cast.characters)
            evidence = (Evidence("not_same_as", f"{overlay.document.file} says so"),)
            cast.characters[other] = Character(other, borne[0], tuple(borne), theirs, evidence=evidence)
            cast.changed |= {slug, other}


def _add(cast: Cast, overlay: Overlay) -> None:
    """Make a character of a page that no reading knows, when a telling has its name."""
    slug, values = overlay.document.slug, overlay.matter.values
    if slug in cast.characters:
        return
    name = values.get("name")
    if name is None:
        used = sorted(key for key in values if key in _CORRECTING)
        if used:
            meant = suggest(slug, cast.characters)
            cast.report(overlay, (used[0],), f"no character has the address {slug}; give a name: to make one", meant)
        return
    bearer = next((c for c in cast.characters.values() if fold_name(c.name) == fold_name(name)), None)
    if bearer is not None:
        cast.report(overlay, ("name",), f"{name} has a page already", bearer.slug)
        return
    forms = tuple(dict.fromkeys((name, *values.get("aliases", ()))))
    mentions = find_forms(cast.story, forms, cast.characters.values())
    if not mentions:
        message = f"no telling names {name}, so this is a page of your own: write title: instead of name:"
        cast.report(overlay, ("name",), message, cast.name_book().suggest(name), "warning")
        return
    evidence = (Evidence("name", f"{overlay.document.file} says so"),)
    cast.characters[slug] = Character(slug, name, forms, mentions, evidence=evidence)
    cast.changed.add(slug)


def _state_facts(cast: Cast, overlay: Overlay) -> None:
    """Take over name, aliases, actor, gender and image."""
    slug, values = overlay.document.slug, overlay.matter.values
    if slug not in cast.characters:
        return
    joined = {fold_name(name) for name in values.get("same_as", ())}
    others = {fold_name(c.name): c.name for c in cast.characters.values() if c.slug != slug}
    forms: list[str] = []
    for path, form in _stated_names(overlay):
        if fold_name(form) in others and fold_name(form) not in joined:
            cast.report(overlay, path, f"{form} is another character; same_as: [{form}] would join the two")
        else:
            forms.append(form)
    character = cast.characters[slug]
    new = tuple(form for form in dict.fromkeys(forms) if form not in character.aliases)
    found = find_forms(cast.story, new, cast.characters.values())
    name = values["name"] if values.get("name") in forms else character.name
    actor = values.get("portrayed_by", character.portrayed_by)
    cast.characters[slug] = replace(
        character,
        name=name,
        aliases=tuple(dict.fromkeys((*character.aliases, *new))),
        mentions=tuple(sorted((*character.mentions, *found), key=lambda m: (m.telling, m.span))),
        portrayed_by=actor,
        credits=tuple(quote for quote in character.credits if actor and fold_name(quote.text) == fold_name(actor))
        if "portrayed_by" in values
        else character.credits,
        gender=values.get("gender", character.gender),
        image=values.get("image", character.image),
    )
    if found:
        cast.changed.add(slug)


def _stated_names(overlay: Overlay) -> Iterable[tuple[tuple[str | int, ...], str]]:
    values = overlay.matter.values
    if "name" in values:
        yield ("name",), values["name"]
    for number, alias in enumerate(values.get("aliases", ())):
        yield ("aliases", number), alias


def _join(cast: Cast, overlay: Overlay, book: NameBook) -> None:
    """Join the characters that are the same person, by `same_as`, to this page's.

    `book` knows everybody as they were called before the first join.
    """
    slug = overlay.document.slug
    here = follow(slug, cast.moved)
    for number, name in enumerate(overlay.matter.values.get("same_as", ()) if here in cast.characters else ()):
        path = ("same_as", number)
        bearers = [bearer for bearer in book.find(name) if bearer != slug]
        there = follow(bearers[0], cast.moved) if bearers else ""
        if len(bearers) > 1:
            named = " or ".join(cast.characters[follow(bearer, cast.moved)].name for bearer in bearers)
            cast.report(overlay, path, f"{name} may be {named}: write a full name")
        elif not bearers and not book.find(name):
            cast.report(overlay, path, f"nobody is called {name}", book.suggest(name))
        elif bearers and there == here != slug and bearers[0] == here:
            cast.report(overlay, path, f"same_as goes in a circle: {name} is already joined with this page")
        elif bearers and there != here and bearers[0] in cast.moved:
            cast.report(overlay, path, f"{name} is already joined with {cast.characters[there].name}")
        elif bearers and there != here:
            evidence = Evidence("same_as", f"{overlay.document.file} says so")
            cast.characters[here] = _unite(cast.characters[here], cast.characters.pop(there), evidence)
            cast.moved[there] = here


def _unite(character: Character, other: Character, evidence: Evidence) -> Character:
    return replace(
        character,
        aliases=tuple(dict.fromkeys((*character.aliases, *other.aliases))),
        mentions=tuple(sorted({*character.mentions, *other.mentions}, key=lambda m: (m.telling, m.span, m.kind))),
        portrayed_by=character.portrayed_by or other.portrayed_by,
        credits=tuple(dict.fromkeys((*character.credits, *other.credits))),
        gender=character.gender or other.gender,
        descriptions=tuple(dict.fromkeys((*character.descriptions, *other.descriptions))),
        evidence=(*character.evidence, *other.evidence, evidence),
        image=character.image or other.image,
    )


def _remove(cast: Cast, overlay: Overlay) -> None:
    """Take out what is not a character."""
    slug = overlay.document.slug
    if overlay.matter.values.get("not_a_character") and slug in cast.characters:
        del cast.characters[slug]
