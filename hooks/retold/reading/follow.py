"""Follow a telling from word to word: who each pronoun and kin phrase means."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from retold.reading.events import list_events
from retold.reading.focus import NOBODY, Focus, Standing
from retold.reading.grammar import Grammar, Pronoun
from retold.reading.line import Phrase, Pointer
from retold.reading.pronouns import find_couple, find_meant, find_several_meant, stands_before_owned
from retold.reading.ties import Fact, Ties
from retold.reading.track import Track
from retold.reading.view import View

_STANDINGS: dict[str, Standing] = {"subject": "subject", "object": "object", "owner": "owner"}
_JOINTS = frozenset(("and", "&", ","))
_MOST_JOINED = 12  # people in one "A, B, C and D"; a longer list is no group
_NEAR = 2  # headings that may run into a sentence
_AROUND = 0.2  # weight from which somebody is near enough to be "his friend" again


@dataclass(slots=True)
class Heard:
    """What a telling's words mean, by their place: persons for pronouns and kin nouns.

    `ends` gives for the word behind a name, pronoun or phrase where it starts and who it is,
    `subjects` where subjects start and who they are, in order: both near verbs of bonds.
    """

    meant: dict[int, tuple[int, ...]] = field(default_factory=dict)
    ends: dict[int, tuple[int, tuple[int, ...]]] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    unnamed: list[tuple[tuple[int, ...], Phrase]] = field(default_factory=list)
    subjects: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)


def follow_telling(
    track: Track, phrases: dict[int, Phrase], grammar: Grammar, ties: Ties, focus: Focus, *, surnames: tuple[str, ...]
) -> Heard:
    """Read a telling from left to right, once; `ties` grow with what it states."""
    follower = _Follower(View(track, grammar, ties, focus), phrases, surnames)
    firsts, near_bonds = track.telling.words.first, _find_near_bonds(track)
    paragraph = 0
    for number, events in enumerate(list_events(track, phrases, grammar)):
        before, paragraph = paragraph, track.telling.sentences[number].paragraph
        follower.view.move_to(firsts[number], firsts[number + 1], new_paragraph=paragraph != before)
        follower.near_bond = bool(near_bonds[number])
        follower.look_ahead([phrases[word] for _, _, word, what in events if what == "phrase"])
        for _, _, word, what in events:
            follower.take(word, what)
    return follower.heard


def _find_near_bonds(track: Track) -> bytearray:
    """Mark the sentences with verbs of bonds, and those that run into them without a full stop, as headings do."""
    firsts = track.telling.words.first
    near = bytearray(len(firsts) - 1)
    for place in track.bonds:
        number = bisect_right(firsts, place) - 1
        near[number] = 1
        for step in (-1, 1):
            neighbour = number
            while 0 <= neighbour + step < len(near) and abs(neighbour - number) < _NEAR:
                joint = track.low[firsts[max(neighbour, neighbour + step)] - 1]
                if not joint[0].isalnum() and joint != ")":
                    break
                neighbour += step
                near[neighbour] = 1
    return near


class _Follower:
    """Understands one event after the other; `near_bond` tells whether the sentence's `ends` are asked for later."""

    def __init__(self, view: View, phrases: dict[int, Phrase], surnames: tuple[str, ...]) -> None:
        self.view = view
        self.phrases = phrases
        self.heard = Heard()
        self.begins: dict[int, int] = {}
        self.surnames = surnames
        self.named: dict[str, list[int]] = {}
        for person, surname in enumerate(surnames):
            self.named.setdefault(surname, []).append(person)
        self.alone = [(person,) for person in range(len(surnames))]  # shared, for most mentions are of one
        self.paired: set[int] = set()
        self.near_bond = True

    def look_ahead(self, phrases: list[Phrase]) -> None:
        """Keep what the phrases of a sentence say of its other words."""
        if self.begins or self.view.owned_kinds:
            self.view.not_meant.clear()
            self.view.owned_kinds.clear()
            self.begins.clear()
        for phrase in phrases:
            if phrase.named_after and not phrase.noun.plural:
                self.begins[phrase.bearers[0].word] = phrase.start
            for owner in phrase.owners:
                if owner.kind == "pronoun":
                    self.view.owned_kinds[owner.word] = phrase.noun.bond.kind
                    if phrase.bearers:
                        who = self.view.track.who
                        named = [who[bearer.word] for bearer in phrase.bearers if bearer.kind == "name"]
                        self.view.not_meant[owner.word] = tuple(named)

    def take(self, word: int, what: Pronoun | str) -> None:
        if isinstance(what, Pronoun):
            self._pronoun(word, what)
        elif what == "name":
            end = self.view.track.name_end[word]
            start = self.begins.get(word, word)
            self._see(self.alone[self.view.track.who[word]], start, end, self.view.standing(start, end))
        elif what == "phrase":
            self._phrase(self.phrases[word])
        else:
            self._several(word, what)

    def _see(self, people: tuple[int, ...], start: int, end: int, standing: Standing) -> None:
        """Bring people into view; those joined by "and" are a group from here on."""
        view = self.view
        end = view.track.past_bracket(end)
        before = self._joined_to(start, end) if view.word(start - 1) in _JOINTS else None
        if before is None:
            view.focus.see(people, start, end, standing)
        else:
            people, standing = self._join(before, people, start, end), before[1]
        if self.near_bond:
            self.heard.ends[end] = (start, people)
            if standing == "subject":
                self.heard.subjects.append((start, people))

    def _joined_to(self, start: int, end: int) -> tuple[tuple[int, ...], Standing] | None:
        """Give those to whom "and" or the comma of a list joins whoever is spoken of from `start` up to `end`."""
        word, ended = self.view.word, self.view.focus.ended
        if word(start - 1) == ",":
            listed = word(end) == "," or (word(end) == "and" and self._ends_list(end))
            before = ended.get(start - 1) if listed else None
        elif word(start - 2) == ",":
            before = ended.get(start - 2)
            # "She kisses Ann, and Bob leaves": a comma before "and" sooner parts two clauses than joins two people.
            if before and len(before[0]) == 1 and before[1] in {"object", "oblique"} and self.view.goes_on(end):
                return None
        else:
            before = ended.get(start - 1)
        return None if before is None or before[1] == "owner" else before

    def _join(
        self, before: tuple[tuple[int, ...], Standing], people: tuple[int, ...], start: int, end: int
    ) -> tuple[int, ...]:
        focus = self.view.focus
        leader = focus.subject
        focus.see(people, start, end, before[1])
        everybody = tuple(dict.fromkeys(before[0][:_MOST_JOINED] + people))
        focus.ended[end] = everybody, before[1]
        focus.subject = leader
        if before[1] == "subject":
            focus.leaders = everybody
        if self.view.word(start - 1) != ",":
            focus.join(everybody)
        return everybody

    def _ends_list(self, joint: int) -> bool:
        """Whether a list ends with the name behind "and": in "with Ann, Bob and Carl ran" it does not."""
        view = self.view
        if view.word(joint + 1) in view.grammar.owners:
            return True
        after = view.word(view.track.past_bracket(view.track.name_end.get(joint + 1, joint + 1)))
        return not after[:1].isalnum() or after in view.grammar.closed

    def _pronoun(self, word: int, pronoun: Pronoun) -> None:
        stands = pronoun.stands
        if stands == "object" and self.view.word(word) == "her" and stands_before_owned(self.view, word):
            stands = "owner"
        person = find_meant(self.view, word, pronoun.gender, stands)
        if person == NOBODY:
            if stands == "subject":  # whoever it is, the next "he" may be the same
                self.view.focus.see((self.view.focus.meet_stranger(pronoun.gender),), word, word + 1, "subject")
            return
        alone = self.alone[person] if person >= 0 else (person,)
        if person >= 0:
            self.heard.meant[word] = alone
        if stands == "owner":
            self.view.focus.owned[word] = person
        if stands != "self":
            self._see(alone, word, word + 1, _STANDINGS[stands])

    def _several(self, word: int, event: str) -> None:
        people = find_several_meant(self.view, word, event)
        if not people:
            return
        self.heard.meant[word] = people
        start = word - (event == "pair")
        standing: Standing = "owner" if event == "their" else "object" if event == "them" else "subject"
        if event == "pair":
            standing = self.view.standing(start, word + 1)
        self._see(people, start, word + 1, standing)
        self.view.focus.join(people)

    def _phrase(self, phrase: Phrase) -> None:
        if phrase.head in self.paired or self._family_pair(phrase):
            return
        owners = self._people(phrase.owners)
        bond = phrase.noun.bond
        if phrase.bearers:
            if bond.kind:
                bearers = self._people(phrase.bearers)
                self._state(phrase, bearers, owners or self._implied(phrase, bearers))
            return
        standing = self.view.standing(phrase.start, phrase.end)
        people = self._known(phrase, owners) if owners and bond.kind else ()
        if people:
            self.heard.meant[phrase.head] = people
            self.heard.facts.extend(Fact(p, o, phrase, stated=False) for p in people for o in owners if p != o)
            self._see(people, phrase.start, phrase.end, standing)
            return
        if owners and bond.kind and min(owners) >= 0 and not self._some_known(phrase, owners):
            self.heard.unnamed.append((owners, phrase))
        if not phrase.noun.plural:
            stranger = self.view.focus.meet_stranger(bond.gender)
            self._see((stranger,), phrase.start, phrase.end, standing)

    def _some_known(self, phrase: Phrase, owners: tuple[int, ...]) -> bool:
        """Whether some of several are named, as one of "his children" may be."""
        kind = phrase.noun.bond.kind
        return phrase.noun.plural and any(self.view.ties.of(owner, kind) for owner in owners)

    def _family_pair(self, phrase: Phrase) -> bool:
        """Read "father and son": two in view of whom it is known."""
        other = self.phrases.get(phrase.head + 2)
        if other is None or self.view.word(phrase.head + 1) != "and" or phrase.owners or other.owners:
            return False
        bond = phrase.noun.bond
        if not bond.family or bond.inverse != other.noun.bond.kind or other.bearers:
            return False
        self.paired.add(other.head)
        genders = self.view.focus.genders
        for second in self.view.focus.in_view():
            for first in self.view.ties.of(second, bond.kind):
                if genders[first] in (bond.gender, None) and genders[second] in (other.noun.bond.gender, None):
                    self.heard.meant[other.head] = (first, second)
                    self._see((first, second), phrase.start, other.end, self.view.standing(phrase.start, other.end))
                    self.view.focus.join((first, second))
                    return True
        return True

    def _people(self, pointers: tuple[Pointer, ...]) -> tuple[int, ...]:
        people: list[int] = []
        for kind, word in pointers:
            if kind == "name":
                people.append(self.view.track.who[word])
            elif kind in ("pronoun", "phrase"):
                people.extend(self.heard.meant.get(word, ()) or self._borne(word))
            elif kind == "couple":
                people.extend(find_couple(self.view))
            elif kind == "subject" and self.view.has_subject:
                people.extend(self.view.focus.leaders)
        return tuple(dict.fromkeys(people))

    def _borne(self, word: int) -> tuple[int, ...]:
        """Give those whom the phrase of a noun names itself."""
        phrase = self.phrases.get(word)
        return tuple(self.view.track.who[p.word] for p in phrase.bearers if p.kind == "name") if phrase else ()

    def _implied(self, phrase: Phrase, bearers: tuple[int, ...]) -> tuple[int, ...]:
        """Say whose somebody is where no words do: "she tells a friend, Ann", "she fears stepmother Ann", "the brothers Bob and Carl"."""
        bond, focus = phrase.noun.bond, self.view.focus
        if phrase.owners:
            return ()
        if phrase.noun.plural:
            return bearers if bond.mutual and len(bearers) > 1 else ()
        small = self.view.track.telling.words.texts[phrase.head].islower()  # no Sister Ann
        bare = small and not phrase.determiner and phrase.bearers[0].word == phrase.end
        if not (bare if bond.family else bond.mutual and phrase.determiner != "the"):
            return ()
        leader = focus.subject if focus.subject not in bearers else focus.former_subject
        return (leader,) if leader >= 0 and leader not in bearers and leader in focus.weights else ()

    def _state(self, phrase: Phrase, bearers: tuple[int, ...], owners: tuple[int, ...]) -> None:
        """Keep what a phrase says outright."""
        bond = phrase.noun.bond
        if phrase.named_after and len(bearers) == len(owners) == 1:
            self.view.focus.introduced[bearers[0]] = owners[0]
        for person in bearers:
            for other in owners:
                if person != other and person >= 0 and other >= 0:
                    self.heard.facts.append(Fact(person, other, phrase, stated=True))
                    self.view.ties.add(person, bond.kind, other, bond.inverse)

    def _known(self, phrase: Phrase, owners: tuple[int, ...]) -> tuple[int, ...]:
        """Give the one whom everybody knows as the owner's: "his wife" after "his wife Rose"."""
        bond, focus = phrase.noun.bond, self.view.focus
        found: list[int] = []
        for owner in owners:
            for person in self.view.ties.of(owner, bond.kind):
                fits = bond.gender is None or focus.genders[person] in (bond.gender, None)
                if fits and person not in found and person not in owners:
                    found.append(person)
        if not found and bond.kind == "spouse" and len(owners) == 1:
            found = self._namesake(owners[0], phrase)
        if not bond.family:
            found = [person for person in found if focus.weights.get(person, 0.0) > _AROUND]
        if phrase.noun.plural:
            return tuple(found) if len(found) > 1 else ()
        return tuple(found) if len(found) == 1 else ()

    def _namesake(self, owner: int, phrase: Phrase) -> list[int]:
        """Give the one of a married person's surname who may be the husband or wife, if there is one."""
        surname, genders = self.surnames[owner] if owner >= 0 else "", self.view.focus.genders
        if not surname or phrase.noun.ex or self.view.ties.has_kin(owner):
            return []
        alike = [person for person in self.named[surname] if person != owner]
        if len(alike) != 1 or genders[alike[0]] != phrase.noun.bond.gender or self.view.ties.has_kin(alike[0]):
            return []
        return alike
