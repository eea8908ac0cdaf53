"""Addresses from titles: plain letters, none twice."""

from __future__ import annotations

import re
import unicodedata


def fold_accents(text: str) -> str:
    """Leave out accents, which one telling writes and another does not: René, Rene."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def slugify_title(title: str) -> str:
    """Turn a title into an address: accents fall away, letters of other alphabets stay readable."""
    plain = title if title.isascii() else fold_accents(title)
    plain = re.sub(r"['’]", "", plain).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:80].strip("-")


def number_slugs(titles: list[str]) -> list[str]:
    """Give each title an address of its own; later namesakes are numbered, and empty ones called "scene"."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    slugs = []
    for title in titles:
        base = slugify_title(title) or "scene"
        slug, number = base, last.get(base, 1)
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        last[base] = number
        taken.add(slug)
        slugs.append(slug)
    return slugs
