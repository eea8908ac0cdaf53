"""Decide which candidates are people, and which forms name the same one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain, pairwise
from operator import attrgetter

from retold.lexicon import Lexicon
from retold.model import Candidate, Evidence, Person, Quote, Telling
from retold.reading.across import join_across
from retold.reading.casting import find_credits
from retold.reading.classify import explain, likelihood, read_company, read_features, weigh
from retold.reading.merge import Group, group_forms
from retold.reading.names import NameLists, NameParts, names_of
from retold.reading.reunite import reunite_groups
from retold.reading.surnames import credit_surnames

_LISTING = frozenset({",", "and", ", and", "&", "or", "and the", ", the", ", and the"})
_NICK = re.compile(r"[\"“‘']([^\"”’]+)[\"”’']")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_IN_ORDER = attrgetter("telling", "span.start", "span.end")
_COURTESY = {"mr": "Mr.", "mrs": "Mrs.", "ms": "Ms.", "miss": "Miss"}


@cache
def _weights_of(lexicon: Lexicon) -> dict[str, float]:
    pairs = (entry.split() for entry in lexicon.words("person_weights"))
    return {name: float(weight) for name, weight in pairs}


def unify_characters(
    tellings: tuple[Telling, ...], candidates: tuple[Candidate, ...], lexicon: Lexicon
) -> tuple[Person, ...]:
    """Unify the candidates' forms into people, with the actors that the tellings credit."""
    names = names_of(lexicon)
    weights = _weights_of(lexicon)
    groups = reunite_groups(tellings, group_forms(candidates, names), names)
    groups, credited_by = credit_surnames(tellings, groups, find_credits(tellings, groups, names), names)
    groups, credited_by = join_across(groups, credited_by, names)
    found = describe_groups(groups, credited_by, list_neighbours(tellings, groups), names, weights)
    people = [
        (group, credited_by.get(number, ()), explain(features, weights))
        for number, (group, features) in enumerate(zip(groups, found, strict=True))
        if weigh(features, weights) > 0
    ]
    order = {telling.name: number for number, telling in enumerate(tellings)}
    people.sort(
        key=lambda person: min(
            (order[p.telling], p.span.start, p.span.end) for form in person[0].forms for p in form.places[:1]
        )
    )
    slugs: set[str] = set()
    return tuple(_make_person(*person, names, slugs) for person in people)


def describe_groups(
    groups: list[Group],
    credited_by: dict[int, tuple[Quote, ...]],
    neighbours: list[list[int]],
    names: NameLists,
    weights: dict[str, float],
) -> list[dict[str, float]]:
    """Give every group's features: its own, and how likely its neighbours in lists are people."""
    features = [read_features(group, names, credited=n in credited_by) for n, group in enumerate(groups)]
    linked = {number: likelihood(weigh(features[number], weights)) for number in {*chain.from_iterable(neighbours)}}
    for found, others in zip(features, neighbours, strict=True):
        if others:
            found.update(read_company([linked[other] for other in others]))
    return features


def list_neighbours(tellings: tuple[Telling, ...], groups: list[Group]) -> list[list[int]]:
    """For every group, those that stand beside it in a list: Ann, Bob and Cecil."""
    text_of = {telling.name: telling.text for telling in tellings}
    places = sorted(
        [
            (place.telling, place.span.start, place.span.end, number)
            for number, group in enumerate(groups)
            for form in group.forms
            for place in form.places
        ]
    )
    found: list[list[int]] = [[] for _ in groups]
    for (telling, _, end, number), (after_in, start, _, other) in pairwise(places):
        near = telling == after_in and number != other and start - end < 8
        if near and text_of[telling][end:start].strip() in _LISTING:
            found[number].append(other)
            found[other].append(number)
    return found


def _make_person(
    group: Group, credited: tuple[Quote, ...], reasons: tuple[Evidence, ...], names: NameLists, slugs: set[str]
) -> Person:
    aliases = _list_aliases(group)
    name = _choose_name(group)
    forms = tuple(Evidence("form", f"{form.form}: {len(form.places)}") for form in group.forms)
    mentions = list(chain.from_iterable([form.places for form in group.forms]))
    if len(group.forms) > 1 or mentions[0].telling != mentions[-1].telling:  # else they stand in order
        mentions.sort(key=_IN_ORDER)
    return Person(
        _make_slug(name, slugs), name, aliases, tuple(mentions), credited, group.gender(names),
        (*forms, *group.reasons, *reasons),
    )  # fmt: skip


def _choose_name(group: Group) -> str:
    """The fullest form, without titles when given name and surname are known."""
    best = max(
        range(len(group.forms)),
        key=lambda i: (len(group.parts[i].tokens), _is_titled(group.parts[i]), len(group.forms[i].places), -i),
    )
    form, parts = group.forms[best], group.parts[best]
    own = len(parts.tokens) > 1 or " of " in parts.tokens[0]  # Kent does without the article of the Earl of Kent
    counts = dict(form.counts) if own else group.counts()
    size = len(form.places) if own else group.size
    if not parts.titles and counts.get("after-the", 0) + counts.get("after-the-title", 0) > 0.5 * size:
        return f"The {form.form}"
    return _strip_titles(form.form, parts)[-1] if len(parts.tokens) > 1 else form.form


def _is_titled(parts: NameParts) -> bool:
    return bool(parts.titles) or " of " in parts.tokens[0]


def _strip_titles(form: str, parts: NameParts) -> list[str]:
    """Give the form without its first title, without its first two, and so on; itself when it has none."""
    words = form.split()
    stripped = []
    for title in parts.titles:
        words = words[len(title.split()) :]
        if words and words[0][0].islower():
            break  # nobody is called "de Ronde" for short
        stripped.append(" ".join(words))
    return stripped or [form]


def _list_aliases(group: Group) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for form, parts in zip(group.forms, group.parts, strict=True):
        found[form.form] = None
        if len(parts.tokens) > 1:
            for stripped in _strip_titles(form.form, parts):
                found[stripped] = None
            surname = form.form.split()[-1]
            for title in parts.titles:
                if title in _COURTESY:
                    found[f"{_COURTESY[title]} {surname}"] = None
        nick = _NICK.search(form.form) if parts.nick else None
        if nick:
            found[nick[1]] = None
    return tuple(sorted(found))


def _make_slug(name: str, taken: set[str]) -> str:
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    base = plain.lower()
    if not base.isalnum():  # as one word is
        base = _NO_SLUG.sub("-", base.replace("'", "")).strip("-") or "character"
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    taken.add(slug)
    return slug
