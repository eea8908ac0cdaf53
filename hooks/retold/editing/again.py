"""Know characters and scenes again after their tellings, titles or neighbours have changed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from retold.editing.lock import LockEntry, sign_sentence, split_sign
from retold.editing.names import fold_name
from retold.model import Character, Story

_COMMON = 50  # a word that more signs share than this tells none of them
_SAME_ADDRESS = 0.5  # decides between equals only
_ALIKE = 0.5  # share of words that a sentence keeps when it is edited and still the same


def match_characters(characters: Sequence[Character], entries: Sequence[LockEntry]) -> dict[int, str]:
    """Match characters with the addresses that knew their names, the best matches first."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        for name in dict.fromkeys(map(fold_name, entry.signs)):
            by_name[name].append(at)
    scores: dict[tuple[int, int], float] = defaultdict(float)
    for number, character in enumerate(characters):
        for name in dict.fromkeys(map(fold_name, (character.name, *character.aliases))):
            for at in by_name.get(name, ()):
                scores[number, at] += 1
                scores[number, at] += 3 * (fold_name(entries[at].signs[0]) == name == fold_name(character.name))
                scores[number, at] += len(name.split()) - 1  # a full name tells more than a first name
    for number, at in scores:
        scores[number, at] += _SAME_ADDRESS * (entries[at].slug == characters[number].slug)
    return _take_best(scores, entries)


def match_scenes(story: Story, entries: Sequence[LockEntry]) -> dict[int, str]:
    """Match scenes with the addresses that knew most of their sentences.

    A scene takes an address when it has a third of what that stood for, or when half of
    what was known of the scene was there.
    """
    shared = _count_shared(story, entries)
    known: Counter[int] = Counter()
    for (scene, _), count in shared.items():
        known[scene] += count
    close = {
        (scene, at): count + _SAME_ADDRESS * (entries[at].slug == story.scenes[scene].slug)
        for (scene, at), count in shared.items()
        if count * 3 >= len(entries[at].signs) or count * 2 >= known[scene]
    }
    return _take_best(close, entries)


def most_of(story: Story, entry: LockEntry) -> str:
    """Give the scene that has most of the sentences of a vanished one, or ""."""
    best = _count_shared(story, [entry]).most_common(1)
    return story.scenes[best[0][0][0]].slug if best else ""


def _take_best(scores: Mapping[tuple[int, int], float], entries: Sequence[LockEntry]) -> dict[int, str]:
    matched: dict[int, str] = {}
    used: set[int] = set()
    for number, at in sorted(scores, key=lambda pair: (-scores[pair], pair[1], pair[0])):
        if number not in matched and at not in used:
            matched[number] = entries[at].slug
            used.add(at)
    return matched


def _count_shared(story: Story, entries: Sequence[LockEntry]) -> Counter[tuple[int, int]]:
    """Count the sentences that scenes share with entries, by their numbers."""
    scenes = _sign_scenes(story)
    shared: Counter[tuple[int, int]] = Counter()
    lost: list[tuple[int, str]] = []
    found: set[str] = set()
    for at, entry in enumerate(entries):
        for sign in entry.signs:
            plain = _plain(split_sign(sign)[2])
            if plain in scenes:
                found.add(plain)
                shared.update((scene, at) for scene in scenes[plain])
            else:
                lost.append((at, plain))
    new = {plain: numbers for plain, numbers in scenes.items() if plain not in found}
    for at, scene in _find_edited(lost, new):
        shared[scene, at] += 1
    return shared


def _sign_scenes(story: Story) -> dict[str, list[int]]:
    tellings = {telling.name: telling for telling in story.tellings}
    signs: dict[str, list[int]] = {}
    for number, scene in enumerate(story.scenes):
        for passage in scene.passages:
            telling = tellings[passage.telling]
            for sentence in passage.sentences:
                span = telling.sentences[sentence].span
                numbers = signs.setdefault(_plain(sign_sentence(telling.text[span.start : span.end])), [])
                if number not in numbers:
                    numbers.append(number)
    return signs


def _find_edited(lost: Iterable[tuple[int, str]], new: Mapping[str, Sequence[int]]) -> Iterable[tuple[int, int]]:
    """Find the sentences that are edited: most words of a lost sign stand in a new one."""
    holders: dict[str, list[str]] = defaultdict(list)
    for plain in new:
        for word in dict.fromkeys(plain.split()):
            holders[word].append(plain)
    for at, plain in lost:
        words = set(plain.split())
        alike: Counter[str] = Counter()
        for word in sorted(words):
            if len(holders.get(word, ())) <= _COMMON:
                alike.update(holders.get(word, ()))
        best = max(alike, key=lambda sign: (len(words & set(sign.split())), sign), default="")
        if best and len(words & set(best.split())) >= _ALIKE * len(words | set(best.split())):
            yield at, new[best][0]


def _plain(sign: str) -> str:
    return " ".join(re.findall(r"\w+", sign.casefold()))
