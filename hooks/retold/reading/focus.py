"""Who a telling has in view: the people that a pronoun may mean, and how strongly.

The weights follow the salience factors of S. Lappin and H. Leass, "An algorithm for pronominal
anaphora resolution" (1994): subjects over objects over the rest, halved at every sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from retold.model import Gender

Standing = Literal["subject", "object", "oblique", "owner"]

NOBODY = -1
_WEIGHTS: dict[Standing, float] = {"subject": 1.0, "object": 0.55, "oblique": 0.45, "owner": 0.45}
_FADED = 0.06  # below this somebody is out of view
_CROWD = 60  # nobody keeps more people in view
_KEPT = 0.4  # share of the lesser weight that is added when somebody is seen again
_CLEAR = 1.25  # the first must outweigh the second so many times, or a pronoun stays open
_STRANGE = 0.6  # strangers are spoken of again less often than characters
_UNSURE = 0.7  # somebody of unknown gender may be meant, with less weight


@dataclass(slots=True)
class Focus:
    """The people in view while a telling is read from left to right.

    Numbers from 0 are persons; strangers ("a guard") get numbers below `NOBODY`, so that a
    pronoun may mean somebody who is no character.  `here` are those whom the sentence has
    spoken of, the latest last, `leaders` the subject with all who are joined to it by "and", `acting` those of them who own not only; `acted` tells in which
    sentence somebody did so last, and `introduced` by whom: Ann by Bob in "Bob's wife Ann".
    """

    genders: tuple[Gender | None, ...]
    weights: dict[int, float] = field(default_factory=dict)
    strangers: dict[int, Gender | None] = field(default_factory=dict)
    here: dict[int, int] = field(default_factory=dict)
    acting: set[int] = field(default_factory=set)
    acted: dict[int, int] = field(default_factory=dict)
    sentence: int = 0
    subject: int = NOBODY
    subject_word: int = NOBODY
    former_subject: int = NOBODY
    leaders: tuple[int, ...] = ()
    group: tuple[int, ...] = ()
    group_age: int = 0
    owned: dict[int, int] = field(default_factory=dict)
    introduced: dict[int, int] = field(default_factory=dict)
    ended: dict[int, tuple[tuple[int, ...], Standing]] = field(default_factory=dict)

    def fade(self, *, new_paragraph: bool) -> None:
        """Begin a new sentence: everybody moves out of view by half."""
        factor = 0.35 if new_paragraph else 0.5
        self.weights = {who: faded for who, w in self.weights.items() if (faded := w * factor) > _FADED}
        self.sentence += 1
        self.group_age += 1
        if self.here or self.ended or self.owned or self.introduced:
            for kept in (self.here, self.acting, self.ended, self.owned, self.introduced):
                kept.clear()

    def see(self, people: tuple[int, ...], word: int, end: int, standing: Standing) -> None:
        """Bring people into view who are spoken of from `word` up to `end`."""
        weights, here = self.weights, self.here
        for person in people:
            if self.group and person >= 0 and standing in {"subject", "object"} and person not in self.group:
                self.group = ()
            if standing != "owner":
                self.acting.add(person)
                self.acted[person] = self.sentence
            here.pop(person, None)  # the last one is the latest
            here[person] = word
            if len(here) > _CROWD:  # a text without full stops is one sentence
                del here[next(iter(here))]
            new = _WEIGHTS[standing] if person >= 0 else _STRANGE * _WEIGHTS[standing]
            old = weights.get(person, 0.0)
            if len(weights) > _CROWD:
                self.weights = weights = {who: weights[who] for who in self.in_view()[: _CROWD // 2]}
            weights[person] = new + _KEPT * old if new > old else old + _KEPT * new
        if standing == "subject" and people:
            if people[0] != self.subject:
                self.former_subject = self.subject
            self.subject, self.subject_word, self.leaders = people[0], word, people
        self.ended[end] = people, standing

    def join(self, people: tuple[int, ...]) -> None:
        """Remember people who are named together, as "they" or "the two" may mean them."""
        self.group, self.group_age = tuple(dict.fromkeys(people)), 0

    def meet_stranger(self, gender: Gender | None) -> int:
        """Bring somebody into view who is no character."""
        stranger = NOBODY - 1 - len(self.strangers)
        self.strangers[stranger] = gender
        return stranger

    def fits(self, person: int, gender: Gender) -> float:
        """How well a gender fits a person: 1, less where it is unknown, or 0."""
        own = self.genders[person] if person >= 0 else self.strangers.get(person)
        return 1.0 if own == gender else _UNSURE if own is None else 0.0

    def choose(self, gender: Gender, *, without: tuple[int, ...] = (), favour: dict[int, float] | None = None) -> int:
        """Give the person whom a pronoun means, or `NOBODY` when two are about as likely."""
        best = second = 0.0
        chosen = NOBODY
        genders, strangers = self.genders, self.strangers
        for person, weight in self.weights.items():
            own = genders[person] if person >= 0 else strangers.get(person)
            if person in without or (own != gender and own is not None):
                continue
            weighed = weight * (1.0 if own == gender else _UNSURE)
            if favour and person in favour:
                weighed *= favour[person]
            if weighed > best:
                chosen, best, second = person, weighed, best
            elif weighed > second:
                second = weighed
        return chosen if best >= _CLEAR * second and best > _FADED else NOBODY

    def acts(self, person: int) -> bool:
        """Whether somebody has done more of late than own something."""
        return self.sentence - self.acted.get(person, -9) < 5

    def in_view(self) -> list[int]:
        """Everybody in view, the clearest first."""
        return sorted(self.weights, key=lambda who: -self.weights[who])
