"""Follow a telling from word to word: who each pronoun and kin phrase means.

One pass from left to right.  What is not clear stays open: a missing mention is better than a
false one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from retold.model import Gender
from retold.reading.focus import NOBODY, Focus, Standing
from retold.reading.grammar import Grammar, Pronoun
from retold.reading.phrases import Phrase, Pointer
from retold.reading.track import Track


class Fact(NamedTuple):
    """`person` is `phrase`'s noun of `other`, as the phrase says; `stated`, not only resolved."""

    person: int
    other: int
    phrase: Phrase
    stated: bool


@dataclass(slots=True)
class Ties:
    """What is known of who is what to whom, over all tellings."""

    by_kind: dict[tuple[int, str], list[int]] = field(default_factory=dict)

    def add(self, person: int, kind: str, other: int, inverse: str) -> None:
        """Remember that `person` is of `kind` to `other`, and what the other is in return."""
        for whose, what, who in ((other, kind, person), (person, inverse, other)):
            known = self.by_kind.setdefault((whose, what), [])
            if who not in known:
                known.append(who)

    def of(self, person: int, kind: str) -> list[int]:
        """Give those who are of `kind` to `person`."""
        return self.by_kind.get((person, kind), [])

    def partner(self, person: int) -> int:
        """Give the one husband, wife or betrothed of a person, or `NOBODY`."""
        for kind in ("spouse", "betrothed", "sweetheart", "lover"):
            known = self.of(person, kind)
            if len(known) == 1:
                return known[0]
        return NOBODY


@dataclass(slots=True)
class Heard:
    """What a telling's words mean, by their place: persons for pronouns, phrases and names."""

    meant: dict[int, tuple[int, ...]] = field(default_factory=dict)
    ends: dict[int, tuple[int, tuple[int, ...]]] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    unnamed: list[tuple[tuple[int, ...], Phrase]] = field(default_factory=list)
    topics: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Follower:
    """Reads one telling; `ties` grow while it reads."""

    track: Track
    phrases: dict[int, Phrase]
    grammar: Grammar
    ties: Ties
    focus: Focus
    heard: Heard = field(default_factory=Heard)
    first: int = 0
    last: int = 0
    begins: dict[int, int] = field(default_factory=dict)
    topic: int = NOBODY

    def read(self) -> Heard:
        """Follow the whole telling."""
        telling = self.track.telling
        firsts, sentences = telling.words.first, telling.sentences
        self.begins = {
            pointer.word: phrase.start
            for phrase in self.phrases.values()
            for pointer in phrase.bearers
            if pointer.kind == "name" and pointer.word >= phrase.end
        }
        sentence = -1
        for word, event in _events(self.track, self.phrases, self.grammar):
            while firsts[sentence + 1] <= word:
                sentence += 1
                new_paragraph = sentence > 0 and sentences[sentence].paragraph != sentences[sentence - 1].paragraph
                self.focus.fade(new_paragraph=new_paragraph)
                self.first, self.last = firsts[sentence], firsts[sentence + 1]
                self.topic = self.focus.subject
            self._take(word, event)
        return self.heard

    def _take(self, word: int, event: Pronoun | str) -> None:
        if isinstance(event, Pronoun):
            self._pronoun(word, event)
        elif event == "name":
            self._name(word)
        elif event == "phrase":
            self._phrase(self.phrases[word])
        else:
            self._several(word, event)

    def _see(self, people: tuple[int, ...], start: int, end: int, standing: Standing) -> None:
        """Bring people into view; those joined by "and" are a group from here on."""
        focus, low = self.focus, self.track.low
        if focus.last_end >= 0 and start > focus.last_end:
            between = low[focus.last_end : start]
            if between in (["and"], [",", "and"], ["&"], [","], ["along", "with"], ["or"]) and focus.last != people:
                standing = focus.last_standing if between != [","] or standing == "subject" else standing
                if focus.last_standing != "owner" and between != ["or"]:
                    people_before = focus.last
                    focus.see(people, start, self.track.past_bracket(end), standing)
                    if between != [","]:
                        focus.join(people_before + people)
                    focus.last = people_before + people
                    if focus.last_standing == "subject":
                        focus.subject = people_before[0] if people_before else focus.subject
                    self._remember(start, end, focus.last)
                    return
        focus.see(people, start, self.track.past_bracket(end), standing)
        self._remember(start, end, people)

    def _remember(self, start: int, end: int, people: tuple[int, ...]) -> None:
        self.heard.ends[self.track.past_bracket(end)] = (start, people)

    def _standing(self, start: int, end: int) -> Standing:
        """How the words from `start` to `end` stand in their clause, as their neighbours tell."""
        low, grammar = self.track.low, self.grammar
        if self.track.owns(end):
            return "owner"
        i = start
        while i > self.first and low[i - 1] in grammar.adverbs:
            i -= 1
        if i == self.first:
            return "subject"
        before = low[i - 1]
        if before in grammar.openers and (end >= self.last or low[end] not in {",", ".", ")"}):
            return "subject"
        if before in grammar.prepositions:
            return "oblique"
        return "object" if before[0].isalpha() or before[0].isdigit() else "subject"

    def _name(self, start: int) -> None:
        end = self.track.name_end[start]
        person = self.track.who[start]
        begin = self.begins.get(start, start)
        self._see((person,), begin, end, self._standing(begin, end))

    def _pronoun(self, word: int, pronoun: Pronoun) -> None:
        stands = pronoun.stands
        if stands == "object" and self.track.low[word] == "her" and self._owns_next(word):
            stands = "owner"
        person = self._resolve(word, pronoun.gender, stands)
        if person == NOBODY:
            return
        if person >= 0:
            self.heard.meant[word] = (person,)
        if stands != "self":
            standing: Standing = "subject" if stands == "subject" else "object" if stands == "object" else "owner"
            self._see((person,), word, word + 1, standing)

    def _owns_next(self, word: int) -> bool:
        """Whether "her" owns the next word rather than being an object."""
        i = word + 1
        if i >= self.last:
            return False
        after = self.track.low[i]
        if not after[0].isalnum() or self.track.who[i] >= 0:
            return False
        grammar = self.grammar
        return not (after in grammar.after_object or after in grammar.prepositions or after in grammar.auxiliaries)

    def _resolve(self, word: int, gender: Gender, stands: str) -> int:
        focus, low = self.focus, self.track.low
        same_sentence = focus.subject_word >= self.first
        subject = focus.subject
        if stands == "self":
            return subject if same_sentence and focus.fits(subject, gender) else NOBODY
        favour: dict[int, float] = {}
        without: tuple[int, ...] = ()
        if stands == "object":
            if same_sentence and not self._clause_between(focus.subject_word, word):
                without = (subject,)
        elif same_sentence:
            favour[subject] = 1.5
        elif self.topic != NOBODY:
            favour[self.topic] = 1.3
        if stands == "owner" and word > self.first and low[word - 1] == "and" and focus.last_end == word - 1:
            favour = dict.fromkeys(focus.last, 3.0)
        ahead = self._named_ahead(word)
        if ahead != NOBODY and focus.fits(ahead, gender):
            if stands == "object":
                without = (*without, ahead)
            else:
                return ahead
        return focus.choose(gender, without=without, favour=favour)

    def _clause_between(self, start: int, end: int) -> bool:
        """Whether a clause begins between two words, as "that" or "when" say."""
        openers = self.grammar.openers
        return any(self.track.low[i] in openers and self.track.low[i] != "and" for i in range(start + 1, end))

    def _named_ahead(self, word: int) -> int:
        """Give the subject whom a phrase at the sentence's head speaks of: "In his office, Sam …"."""
        low, first = self.track.low, self.first
        opener = low[first]
        if self.focus.subject_word >= first or word - first > 20:
            return NOBODY
        if opener not in self.grammar.prepositions and not opener.endswith("ing"):
            return NOBODY
        for i in range(word + 1, min(self.last, word + 25)):
            if self.track.who[i] >= 0:
                end = self.track.name_end.get(i, i + 1)
                return self.track.who[i] if low[i - 1] == "," and not self.track.owns(end) else NOBODY
        return NOBODY

    def _several(self, word: int, event: str) -> None:
        people = self._who_are_meant(word, event)
        if not people:
            return
        self.heard.meant[word] = people
        start = word - (event == "pair")
        standing: Standing = "subject"
        if event == "pair":
            standing = self._standing(start, word + 1)
        elif event != "they":
            standing = "owner" if event == "their" else "object"
        self._see(people, start, word + 1, standing)
        self.focus.join(people)

    def _who_are_meant(self, word: int, event: str) -> tuple[int, ...]:
        focus = self.focus
        if focus.group and focus.group_age <= 1:
            group = focus.group
            if event != "pair" or len(group) == 2:
                return group if min(group) >= 0 else ()
        if event == "their" or self.track.low[word] == "couple":
            couple = self._couple()
            if couple:
                return couple
        return self._two_in_view() if event == "pair" else ()

    def _couple(self) -> tuple[int, ...]:
        """Give the one couple in view: the first person who has a partner, with the partner."""
        for person in self.focus.in_view()[:3]:
            partner = self.ties.partner(person) if person >= 0 else NOBODY
            if partner >= 0:
                return (person, partner)
        return ()

    def _two_in_view(self) -> tuple[int, ...]:
        focus = self.focus
        people = focus.in_view()
        if len(people) < 2 or min(people[:2]) < 0:
            return ()
        if len(people) > 2 and focus.weights[people[2]] > 0.6 * focus.weights[people[1]]:
            return ()
        return people[0], people[1]

    def _phrase(self, phrase: Phrase) -> None:
        owners = self._people(phrase.owners)
        bond = phrase.noun.bond
        bearers = self._people(phrase.bearers)
        if bearers:
            if bond.kind:
                self._state(phrase, bearers, owners)
            return
        if phrase.bearers:
            return
        standing = self._standing(phrase.start, phrase.end)
        people = self._known(phrase, owners) if owners and bond.kind else ()
        if people:
            self.heard.meant[phrase.head] = people
            self.heard.facts.extend(Fact(p, o, phrase, stated=False) for p in people for o in owners if p != o)
            self._see(people, phrase.start, phrase.end, standing)
            return
        if owners and bond.kind and min(owners) >= 0:
            self.heard.unnamed.append((owners, phrase))
        if not phrase.noun.plural:
            stranger = self.focus.meet_stranger(bond.gender)
            self._see((stranger,), phrase.start, phrase.end, standing)

    def _people(self, pointers: tuple[Pointer, ...]) -> tuple[int, ...]:
        people: list[int] = []
        for kind, word in pointers:
            if kind == "name":
                people.append(self.track.who[word])
            elif kind in ("pronoun", "phrase"):
                people.extend(self.heard.meant.get(word, ()))
            elif kind == "couple":
                people.extend(self._couple())
            elif kind == "subject" and self.focus.subject_word >= self.first:
                people.append(self.focus.subject)
        return tuple(dict.fromkeys(people))

    def _state(self, phrase: Phrase, bearers: tuple[int, ...], owners: tuple[int, ...]) -> None:
        """Keep what a phrase says outright."""
        bond = phrase.noun.bond
        if not owners and phrase.noun.plural and bond.mutual and len(bearers) > 1:
            owners = bearers  # "brothers Sam and Dean"
        for person in bearers:
            for other in owners:
                if person != other and person >= 0 and other >= 0:
                    self.heard.facts.append(Fact(person, other, phrase, stated=True))
                    self.ties.add(person, bond.kind, other, bond.inverse)

    def _known(self, phrase: Phrase, owners: tuple[int, ...]) -> tuple[int, ...]:
        """Give the one whom everybody knows as the owner's: "his wife" after "his wife Rose"."""
        bond, genders = phrase.noun.bond, self.focus.genders
        found: list[int] = []
        for owner in owners:
            for person in self.ties.of(owner, bond.kind):
                fits = bond.gender is None or genders[person] in (bond.gender, None)
                if fits and person not in found and person not in owners:
                    found.append(person)
        if not bond.family:
            found = [person for person in found if self.focus.weights.get(person, 0.0) > 0.2]
        if phrase.noun.plural:
            return tuple(found) if len(found) > 1 else ()
        return tuple(found) if len(found) == 1 else ()


def _events(track: Track, phrases: dict[int, Phrase], grammar: Grammar) -> list[tuple[int, Pronoun | str]]:
    """Give the words that speak of people, in order, with what they are."""
    kinds: dict[str, Pronoun | str] = dict(grammar.pronouns)
    kinds.update({"they": "they", "them": "them", "their": "their", "themselves": "them"})
    kinds.update(dict.fromkeys(grammar.pair, "pair"))
    low = track.low
    events = {i: kinds[word] for i, word in enumerate(low) if word in kinds}
    events = {i: kind for i, kind in events.items() if kind != "pair" or (i and low[i - 1] == "the")}
    events.update(dict.fromkeys(phrases, "phrase"))
    events.update(dict.fromkeys(track.name_end, "name"))
    for i in [i for i in events if track.who[i] >= 0 and i not in track.name_end]:
        del events[i]
    return sorted(events.items())
