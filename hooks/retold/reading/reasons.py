"""Say why the sentences of a scene are together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest

from retold.model import Evidence, Passage, Telling
from retold.reading.similarity import PERSON, Links, Weighed
from retold.reading.stems import find_stem

# The strongest partners and the strongest shared words are reason enough.
_PARTNERS, _WORDS = 4, 5
# A word that weighs less than this share of the best one ("the") tells a reader nothing.
_TELLING = 0.4


class Reasons:
    """Everything that was seen, to be quoted scene by scene; sentences are counted from 1 as a reader does."""

    def __init__(
        self,
        tellings: Sequence[Telling],
        weights: Sequence[Weighed],
        followed: Mapping[tuple[int, int], Links],
        bonds: Sequence[Sequence[float]],
    ) -> None:
        self.tellings = tellings
        self.weights = weights
        self.followed = followed
        self.bonds = bonds
        self.places = {telling.name: k for k, telling in enumerate(tellings)}

    def explain(self, passages: Sequence[Passage]) -> tuple[Evidence, ...]:
        """Name the partners across tellings with the words they share, and how each passage hangs together."""
        return (*self._explain_partners(passages), *self._explain_bonds(passages))

    def _explain_partners(self, passages: Sequence[Passage]) -> list[Evidence]:
        if not self.followed:
            return []
        numbers = {self.places[passage.telling]: passage.sentences for passage in passages}
        found: dict[tuple[int, int, int, int], float] = {}
        for (one, other), rows in self.followed.items():
            partners = set(numbers.get(other, ()))
            for number in numbers.get(one, ()) if partners else ():
                for place, chance in rows[number].items():
                    if place in partners:
                        key = (one, number, other, place) if one < other else (other, place, one, number)
                        found[key] = found.get(key, 0.0) + chance / 2
        strongest = nlargest(_PARTNERS, found, key=lambda key: (found[key], [-n for n in key]))
        return [Evidence("tells the same", self._name_partners(*key), found[key]) for key in strongest]

    def _name_partners(self, one: int, number: int, other: int, place: int) -> str:
        mine, partner = self.weights[one][number], self.weights[other][place]
        shared = [stem for stem in mine if stem in partner]
        best = nlargest(_WORDS, shared, key=lambda stem: (mine[stem], stem))
        telling = [stem for stem in best if mine[stem] > mine[best[0]] * _TELLING]
        words = ", ".join(dict.fromkeys(self._show(one, number, stem) for stem in telling)) or "only their place"
        return f"{self.tellings[one].name} {number + 1} and {self.tellings[other].name} {place + 1}: {words}"

    def _show(self, telling: int, number: int, stem: str) -> str:
        """The word as the telling writes it; a character by its slug."""
        if stem.startswith(PERSON):
            return stem[len(PERSON) :]
        words = self.tellings[telling].words
        texts = words.texts[words.first[number] : words.first[number + 1]]
        return next((text for text in texts if find_stem(text) == stem), stem)

    def _explain_bonds(self, passages: Sequence[Passage]) -> list[Evidence]:
        """The weakest bond that still holds inside each passage."""
        reasons = []
        for passage in passages:
            bonds = self.bonds[self.places[passage.telling]]
            inside = set(passage.sentences)
            held = [number for number in passage.sentences if number + 1 in inside]
            if held:
                weakest = min(held, key=lambda number: bonds[number])
                saw = f"{passage.telling} {weakest + 1} and {weakest + 2}: the weakest bond of {len(held)}"
                reasons.append(Evidence("follows on", saw, bonds[weakest]))
        return reasons
