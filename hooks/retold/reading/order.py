"""Put the scenes in the order of the story."""

from __future__ import annotations

from collections.abc import Sequence

from retold.model import Cut, Telling


def order_cuts(cuts: Sequence[Cut], tellings: Sequence[Telling]) -> tuple[Cut, ...]:
    """Order the scenes as the fullest telling has them; the others' own scenes follow what they follow there."""
    order: list[int] = []
    for telling in sorted(tellings, key=lambda telling: -len(telling.sentences)):
        told = sorted(
            (sum(passage.sentences) / len(passage.sentences), k)
            for k, cut in enumerate(cuts)
            for passage in cut.passages
            if passage.telling == telling.name
        )
        order = _insert(order, [k for _, k in told])
    return tuple(cuts[k] for k in order)


def _insert(order: Sequence[int], told: Sequence[int]) -> list[int]:
    """Insert what is new in `told` after the scene that it follows there."""
    placed = set(order)
    after: dict[int, list[int]] = {}
    last = -1
    for k in told:
        if k in placed:
            last = k
        else:
            after.setdefault(last, []).append(k)
    merged = after.get(-1, [])
    for k in order:
        merged.append(k)
        merged += after.get(k, ())
    return merged
