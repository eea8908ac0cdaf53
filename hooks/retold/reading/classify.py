"""Weigh the evidence that a group of forms names somebody, not something."""

from __future__ import annotations

import math

from retold.model import Evidence
from retold.reading.features import FLAGS
from retold.reading.merge import Group
from retold.reading.names import NameLists, NameParts


def read_features(group: Group, names: NameLists, *, credited: bool) -> dict[str, float]:
    """Give the features of a group: shares of its places, and what its words are."""
    size = group.size
    found = {flag: count / (size + 0.5) for flag in FLAGS if (count := group.count(flag))}
    found["places"] = math.log1p(size)
    if credited:
        found["credited"] = 1.0
    if not group.count("strong"):
        found["only-at-beginnings"] = 1.0
    for parts in group.parts:
        found.update(dict.fromkeys(_describe(parts, names), 1.0))
    found[f"longest-{min(4, max(len(parts.tokens) for parts in group.parts))}"] = 1.0
    if all(form.form.isupper() and len(form.form) > 1 for form in group.forms):
        found["acronym"] = 1.0
    return found


def _describe(parts: NameParts, names: NameLists) -> list[str]:
    """Say what the words of a form are."""
    first, last = parts.tokens[0], parts.tokens[-1]
    holds = {
        "title": bool(parts.titles),
        "first-name": first in names.first_names,
        "surname": last in names.surnames,
        "first-is-word": first in names.words,
        "last-is-word": last in names.words,
        "place": " ".join(parts.tokens) in names.places,
        "nation": first in names.nations,
        "thing": last in names.things,
        "thing-head": len(parts.tokens) > 1 and first in names.thing_heads,
        "kin-word": last in names.kin or last in names.titles,
        "plural": last.endswith("s") and last not in names.first_names,
        "of": "of" in parts.tokens or "the" in parts.tokens,
    }
    return [name for name, held in holds.items() if held]


def weigh(features: dict[str, float], weights: dict[str, float]) -> tuple[float, tuple[Evidence, ...]]:
    """Sum the weights of what was seen; above 0 it is somebody.  The strongest reasons come first."""
    parts = [("bias", 1.0, weights.get("bias", 0.0))]
    parts += [(name, value, weights.get(name, 0.0) * value) for name, value in features.items()]
    reasons = [Evidence(name, f"{value:.2f}", weight) for name, value, weight in parts if weight]
    return sum(reason.weight for reason in reasons), tuple(sorted(reasons, key=lambda r: (-abs(r.weight), r.rule)))
