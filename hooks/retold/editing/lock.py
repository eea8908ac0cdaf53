"""The lock of addresses, `seeds/urls.lock`: which page has which address, and how to know it again.

    character mara-quill
        named Mara Quill
        named Quill
    scene quill-hides-a-chest
        says 2 first: She hides a chest under the old lighthouse.
        was the-hidden-chest

One line a fact, sorted, so that two people's changes merge.  A sentence stands with its lasting number and
its telling, so that links to it hold too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from retold.editing.names import fold_name
from retold.editing.problem import Problem, suggest
from retold.model import Character, Scene, Story

LockKind = Literal["character", "scene", "telling", "page"]
Address = tuple[LockKind, str]

_ABOUT = """\
# Where the pages of this wiki are, so that their addresses never change. `retold lock` writes this file:
# commit it with your changes. `named`, `says` and `titled` tell a page again; `was` are addresses that lead to it.
"""
_KINDS: tuple[LockKind, ...] = ("character", "scene", "telling", "page")
_SIGNS: dict[LockKind, str] = {"character": "named", "scene": "says", "telling": "named", "page": "titled"}
_PLACED = re.compile(r"(\d{1,9}) (.+?): (.*)")
_SIGN_LENGTH = 60  # characters of a sentence: enough to know it again, short enough to read a list of them


@dataclass(frozen=True, slots=True)
class LockEntry:
    """A page's address and what its page is known by: names, or how its sentences begin.

    `by_page` marks what no telling but a contributor's page has made.
    """

    kind: LockKind
    slug: str
    signs: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    by_page: bool = False


@dataclass(frozen=True, slots=True)
class Lock:
    """Every address that was ever locked."""

    entries: Mapping[Address, LockEntry] = field(default_factory=dict)

    def of_kind(self, kind: LockKind) -> tuple[LockEntry, ...]:
        """Give the entries of a kind."""
        return tuple(entry for entry in self.entries.values() if entry.kind == kind)


def read_lock(text: str, file: str = "seeds/urls.lock") -> tuple[Lock, tuple[Problem, ...]]:
    """Read a lock; lines that are wrong are problems and left out."""
    entries: dict[Address, LockEntry] = {}
    problems: list[Problem] = []
    current: Address | None = None
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        word, _, rest = line.strip().partition(" ")
        rest = rest.strip()
        if not word or word.startswith("#"):
            continue
        if word.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            message = "two changes collide here: delete the three marker lines, then run retold lock"
            problems.append(Problem(file, number, 1, message))
        elif not line[0].isspace():
            current = _begin_entry(entries, word, rest)
            if current is None:
                wrong = "stands here twice" if word in _KINDS and rest else "is no address"
                meant = suggest(word, _KINDS) if word not in _KINDS else ""
                problems.append(Problem(file, number, 1, f"“{line.strip()[:60]}” {wrong}", meant))
        elif current is None or not _add_fact(entries, current, word, rest):
            known = (_SIGNS[current[0]], "was", "by") if current else _KINDS
            column = len(line) - len(line.lstrip()) + 1
            problems.append(
                Problem(file, number, column, f"“{line.strip()[:60]}” means nothing here", suggest(word, known))
            )
    return Lock(entries), tuple(problems)


def _begin_entry(entries: dict[Address, LockEntry], word: str, slug: str) -> Address | None:
    for kind in _KINDS:
        if kind == word and slug and (kind, slug) not in entries:
            entries[kind, slug] = LockEntry(kind, slug)
            return kind, slug
    return None


def _add_fact(entries: dict[Address, LockEntry], address: Address, word: str, rest: str) -> bool:
    entry = entries[address]
    if word == _SIGNS[entry.kind] and rest:
        entries[address] = replace(entry, signs=(*entry.signs, rest))
    elif word == "was" and rest:
        entries[address] = replace(entry, was=(*entry.was, rest))
    elif (word, rest) == ("by", "page"):
        entries[address] = replace(entry, by_page=True)
    else:
        return False
    return True


def print_lock(lock: Lock) -> str:
    """Write a lock down."""
    lines = []
    for entry in sorted(lock.entries.values(), key=lambda entry: (_KINDS.index(entry.kind), entry.slug)):
        lines.append(f"{entry.kind} {entry.slug}")
        lines += [f"    {_SIGNS[entry.kind]} {sign}" for sign in entry.signs]
        lines += [f"    was {old}" for old in entry.was]
        lines += ["    by page"] if entry.by_page else []
    return _ABOUT + "".join(f"{line}\n" for line in lines)


def update_lock(lock: Lock, read: Story, corrected: Story, others: Iterable[LockEntry] = ()) -> Lock:
    """Lock every address of a story.

    Args:
        lock: The lock so far; its addresses all stay, so that they go on answering.
        read: The story as it was read, under its lasting addresses.
        corrected: The story as the site shows it.
        others: The addresses of other pages: tellings, and pages of contributors' own.
    """
    entries: dict[Address, LockEntry] = {}
    for story, by_page in ((read, False), (corrected, True)):
        for entry in (*map(_lock_character, story.characters), *(_lock_scene(story, scene) for scene in story.scenes)):
            if not by_page or (entry.kind, entry.slug) not in entries:
                entries[entry.kind, entry.slug] = replace(entry, by_page=by_page)
    for entry in others:
        entries[entry.kind, entry.slug] = entry
    for address, old in lock.entries.items():
        entries[address] = replace(entries.get(address, old), was=old.was)
    return Lock(entries)


def _lock_character(character: Character) -> LockEntry:
    return LockEntry("character", character.slug, tuple(dict.fromkeys((character.name, *character.aliases))))


def _lock_scene(story: Story, scene: Scene) -> LockEntry:
    texts = {telling.name: telling for telling in story.tellings}
    signs = []
    for passage in scene.passages:
        telling = texts[passage.telling]
        for number in passage.sentences:
            span = telling.sentences[number].span
            lasting = telling.sentences[number].lasting or number + 1
            signs.append(f"{lasting} {telling.name}: {sign_sentence(telling.text[span.start : span.end])}")
    return LockEntry("scene", scene.slug, tuple(signs))


def sign_sentence(text: str) -> str:
    """Give the beginning of a sentence, up to a whole word."""
    words = " ".join(text[: _SIGN_LENGTH * 4].split())
    if len(words) <= _SIGN_LENGTH:
        return words
    return words[: _SIGN_LENGTH + 1].rpartition(" ")[0] or words[:_SIGN_LENGTH]


def split_sign(sign: str) -> tuple[int, str, str]:
    """Take a sentence's sign apart: its lasting number and its telling (0 and "" when it has none), its words."""
    found = _PLACED.fullmatch(sign)
    return (int(found[1]), found[2], found[3]) if found else (0, "", sign)


def rename_address(lock: Lock, kind: LockKind, old: str, new: str) -> Lock:
    """Give a page another address; the old one leads there from now on."""
    entries = {address: entry for address, entry in lock.entries.items() if address != (kind, old)}
    entry = lock.entries.get((kind, old), LockEntry(kind, old))
    was = tuple(dict.fromkeys(slug for slug in (*entry.was, old) if fold_name(slug) != fold_name(new)))
    entries[kind, new] = replace(entry, slug=new, was=was)
    return Lock(entries)
