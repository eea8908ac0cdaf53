"""Give the sentences of a telling the numbers that they always had, so that links to them hold."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from retold.editing.lock import Lock, sign_sentence, split_sign
from retold.model import Story, Telling

_ALIKE = 0.5  # share of words that a sentence keeps when it is edited and still the same


def assign_anchors(story: Story, lock: Lock) -> Story:
    """Number the sentences as the lock remembers them; new ones get numbers that nobody had."""
    known: dict[str, dict[int, str]] = defaultdict(dict)
    for entry in lock.of_kind("scene"):
        for sign in entry.signs if not entry.by_page else ():
            number, telling, words = split_sign(sign)
            if number:
                known[telling][number] = words
    return replace(story, tellings=tuple(_number(telling, known.get(telling.name, {})) for telling in story.tellings))


def _number(telling: Telling, known: Mapping[int, str]) -> Telling:
    if not known:
        return telling
    signs = [_plain(sign_sentence(telling.text[s.span.start : s.span.end])) for s in telling.sentences]
    lasting = _match(signs, known)
    following = max(known) + 1
    sentences = []
    for sentence, number in zip(telling.sentences, lasting, strict=True):
        given = number or following
        following += not number
        sentences.append(replace(sentence, lasting=given if given != sentence.number + 1 else 0))
    return replace(telling, sentences=tuple(sentences))


def _match(signs: Sequence[str], known: Mapping[int, str]) -> list[int]:
    """Match sentences with the numbers of the same words, then edited ones between matched neighbours."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for number in sorted(known):
        waiting[_plain(known[number])].append(number)
    lasting = [waiting[sign].popleft() if waiting.get(sign) else 0 for sign in signs]
    free = {number for numbers in waiting.values() for number in numbers}
    for at, sign in enumerate(signs):
        if not lasting[at]:
            before = lasting[at - 1] if at else 0
            after = lasting[at + 1] if at + 1 < len(signs) else 0
            close = [n for n in (before + 1, after - 1) if n in free and _is_alike(sign, _plain(known[n]))]
            if close:
                lasting[at] = close[0]
                free.discard(close[0])
    return lasting


def _is_alike(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    return len(words & others) >= _ALIKE * len(words | others)


def _plain(sign: str) -> str:
    return " ".join(re.findall(r"\w+", sign.casefold()))
