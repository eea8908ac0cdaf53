"""What the special pages tell: wanted pages, orphans, short pages, all pages, recent changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retold.editing.atlas import Atlas, Entry, Link
from retold.editing.names import fold_name
from retold.model import Story

_SHORT = 40  # words; less is hardly a paragraph
_CHANGES = 100  # so many recent changes are listed


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page that nobody has written: the links that ask for it, and where the tellings name it."""

    name: str
    links: tuple[Link, ...]
    times: int
    tellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the wiki's files, as the repository remembers it: `moment` is RFC 3339, `name` the commit's."""

    date: str
    author: str
    subject: str
    files: tuple[str, ...]
    moment: str = ""
    name: str = ""


def list_wanted(links: Iterable[Link], story: Story) -> tuple[Wanted, ...]:
    """List the pages that links ask for, the most wanted first."""
    by_name: dict[str, list[Link]] = {}
    for link in links:
        if link.goal.is_red:
            by_name.setdefault(fold_name(link.name), []).append(link)
    counts = _count_names(list(by_name), story)
    wanted = [
        Wanted(asking[0].name, tuple(asking), sum(counts[name].values()), tuple(counts[name]))
        for name, asking in by_name.items()
    ]
    return tuple(sorted(wanted, key=lambda page: (-len(page.links), -page.times, page.name.casefold(), page.name)))


def _count_names(names: Sequence[str], story: Story) -> dict[str, dict[str, int]]:
    """Count how often each telling has each name, in one pass over the words."""
    counts: dict[str, dict[str, int]] = {name: {} for name in names}
    longest = max((len(name.split()) for name in names), default=0)
    for telling in story.tellings:
        words = [word.casefold() for word in re.findall(r"[\w'’-]+", telling.text)]
        for length in range(1, min(longest, 6) + 1):
            for at in range(len(words) - length + 1):
                name = " ".join(words[at : at + length])
                if name in counts:
                    counts[name][telling.name] = counts[name].get(telling.name, 0) + 1
    return counts


def list_orphans(entries: Iterable[Entry], links: Iterable[Link]) -> tuple[Entry, ...]:
    """List the contributors' own pages to which no other page links."""
    linked = {link.goal.target for link in links if link.goal.target != link.source}
    return tuple(entry for entry in sort_entries(entries) if entry.kind == "page" and entry.uri not in linked)


def list_short(words: Mapping[str, int], atlas: Atlas) -> tuple[tuple[Entry, int], ...]:
    """List the contributors' own pages that have hardly a paragraph, the shortest first."""
    short = sorted((count, uri) for uri, count in words.items() if count < _SHORT and uri in atlas.entries)
    return tuple((atlas.entries[uri], count) for count, uri in short)


def sort_entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give pages in the order of their titles."""
    return tuple(sorted(entries, key=lambda entry: (entry.title.casefold(), entry.uri)))


def read_changes(log: str) -> tuple[Change, ...]:
    r"""Read what `git log --format=%x1e%cI%x1f%an%x1f%s%x1f%H --name-only` prints."""
    changes = []
    for record in log.split("\x1e")[1 : _CHANGES + 1]:
        head, *files = record.strip("\n").split("\n")
        moment, author, subject, name = [*head.split("\x1f"), "", "", ""][:4]
        changed = tuple(file for file in files if file)
        changes.append(Change(moment[:10], author, subject, changed, moment, name))
    return tuple(changes)
