"""Give every cut its title, address, characters, times, places and summary."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from retold.lexicon import Lexicon
from retold.model import Cut, Passage, People, Quote, Scene, Telling, TitleChoice
from retold.reading.places import find_places
from retold.reading.presence import find_present
from retold.reading.short_names import find_short_names
from retold.reading.slugs import number_slugs
from retold.reading.summary import Place, find_central, weigh_sentences
from retold.reading.times import find_times
from retold.reading.titles import Cast, Chance, Grammar, Mark, Offer, Tagger, find_chances, load_grammar, score_titles
from retold.reading.titles.clauses import find_clauses
from retold.reading.titles.complement import end_clauses
from retold.reading.titles.context import Resolver
from retold.reading.titles.fallback import find_fallbacks
from retold.reading.titles.told import Told, content_stems
from retold.reading.titles.unique import KEPT, TitlePicker

# Below every score: the title when no clause of the scene serves.
_FALLBACK_SCORE = -9.0
# So many scenes are read at once: a novel's would fill the memory.
_TOGETHER = 50
# Owners need not be there, and whom "they" means is told too often wrongly.
_VAGUE = frozenset({"they", "them", "their", "theirs", "themselves", "both"})


def describe_scenes(
    tellings: tuple[Telling, ...], people: People, cuts: tuple[Cut, ...], lexicon: Lexicon
) -> tuple[Scene, ...]:
    """Describe every cut, in the order of the story."""
    describer = _Describer(tellings, people, lexicon)
    batches = [cuts[first : first + _TOGETHER] for first in range(0, len(cuts), _TOGETHER)]
    drafts = [draft for batch in batches for draft in describer.draft(batch)]
    slugs = number_slugs([draft.titles[0].text for draft in drafts])
    return tuple(describer.finish(draft, slug) for draft, slug in zip(drafts, slugs, strict=True))


class _Reader:
    """Reads one telling sentence by sentence as scenes ask for them, and keeps what no scene has asked for yet.

    A novel's lines would fill the memory; a scene's are few.  `times` and `places` are by sentence.
    """

    def __init__(self, telling: Telling, tagger: Tagger, people: People, lexicon: Lexicon) -> None:
        self.telling = telling
        self.past = tagger.past
        self.times, self.places = find_times(telling, lexicon), find_places(telling, people, lexicon)
        self._tagger = tagger
        self._resolver = Resolver(tagger.cast, tagger.grammar)
        self._waiting: dict[int, Told] = {}
        self._next = 0

    def read_to(self, number: int) -> None:
        """Read on to a sentence, as lines with whom their pronouns mean: these are resolved in the order of the text."""
        if number < self._next:
            return
        lines = [self._tagger.read(n) for n in range(self._next, number + 1)]
        referents = [self._resolver.read(line) for line in lines]
        stems = [content_stems(line) for line in lines]
        clauses = [find_clauses(line, self._tagger.grammar) for line in lines]
        ended = [end_clauses(line, found, self._tagger.grammar) for line, found in zip(lines, clauses, strict=True)]
        told = map(Told, lines, referents, stems, ended)
        self._waiting.update(zip(range(self._next, number + 1), told, strict=True))
        self._next = number + 1

    def take(self, numbers: Iterable[int]) -> list[Told]:
        """Give sentences that were read; each is given once."""
        return [self._waiting.pop(number) for number in numbers]


@dataclass(slots=True)
class _Reading:
    """A scene while it is read: its sentences, how many of them have each stem, who is there, what it may be called, how central each is."""

    told: list[Passage]
    passages: list[list[Told]]
    counts: Counter[str]
    present: tuple[int, ...] = ()
    spoken_of: tuple[int, ...] = ()
    chances: list[Chance] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    worths: dict[Place, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A scene before it has an address."""

    cut: Cut
    titles: tuple[TitleChoice, ...]
    present: tuple[int, ...]
    spoken_of: tuple[int, ...]
    summary: tuple[Quote, ...]


class _Describer:
    """Reads cuts with the whole cast in mind."""

    def __init__(self, tellings: tuple[Telling, ...], people: People, lexicon: Lexicon) -> None:
        self.slugs = tuple(character.slug for character in people.characters)
        names = find_short_names(tellings, people)
        self.cast = Cast(
            tuple(names[character.slug] for character in people.characters),
            tuple(character.gender for character in people.characters),
        )
        self.grammar: Grammar = load_grammar(lexicon)
        marks = _mark_mentions(tellings, people)
        self.groups = _find_groups(tellings, people)
        self.picker = TitlePicker()
        self.number = 0
        self.readers = {
            telling.name: _Reader(
                telling, Tagger(telling.words, marks[telling.name], self.cast, self.grammar), people, lexicon
            )
            for telling in tellings
        }

    def draft(self, cuts: tuple[Cut, ...]) -> list[_Draft]:
        """Read some cuts' sentences: their titles, who is there, their central sentence.

        Each stage reads all of them before the next one begins, which takes a fifth less time than scene by scene.
        """
        furthest: dict[str, int] = {}
        for passage in [passage for cut in cuts for passage in cut.passages if passage.sentences]:
            furthest[passage.telling] = max(furthest.get(passage.telling, 0), passage.sentences[-1])
        for telling, number in furthest.items():
            self.readers[telling].read_to(number)
        readings = [self._read(cut) for cut in cuts]
        for reading in readings:
            self._tell_present(reading)
        for reading in readings:
            reading.chances, reading.offers = find_chances(reading.passages, reading.counts, self.cast, self.grammar)
        for reading in readings:
            reading.offers = score_titles(reading.chances, reading.offers)
        for reading in readings:
            reading.worths = weigh_sentences(reading.passages, reading.counts)
        return [self._finish(cut, reading) for cut, reading in zip(cuts, readings, strict=True)]

    def _read(self, cut: Cut) -> _Reading:
        told = [passage for passage in cut.passages if passage.sentences]
        passages = [self.readers[passage.telling].take(passage.sentences) for passage in told]
        stems = [stem for sentences in passages for sentence in sentences for stem in sentence.stems]
        return _Reading(told, passages, Counter(stems))

    def _tell_present(self, reading: _Reading) -> None:
        """Tell who is there; of several who are spoken of at once all are."""
        pasts = [self.readers[passage.telling].past for passage in reading.told]
        present, spoken_of = find_present(reading.passages, pasts, self.grammar)
        together = {who for p in reading.told for n in p.sentences for who in self.groups.get((p.telling, n), ())}
        if together:
            present += tuple(sorted(together.difference(present)))
            spoken_of = tuple([who for who in spoken_of if who not in together])
        reading.present, reading.spoken_of = present, spoken_of

    def _finish(self, cut: Cut, reading: _Reading) -> _Draft:
        self.number += 1
        titles = self.picker.pick(self._find_choices(reading))
        source = next((offer.source for offer in reading.offers if offer.text == titles[0].text), None)
        central = find_central(reading.worths, source)
        return _Draft(cut, titles, reading.present, reading.spoken_of, self._quote(reading.told, central))

    def _find_choices(self, reading: _Reading) -> Iterator[TitleChoice]:
        """Give the titles that a scene could have, best first, and something at least."""
        for offer in reading.offers:
            yield TitleChoice(offer.text, offer.score)
        found = bool(reading.offers)
        if len({offer.source for offer in reading.offers}) < KEPT:
            named = reading.present + reading.spoken_of
            for text in find_fallbacks(reading.passages, named, self.cast.names, self.grammar.sets["time_nouns"]):
                found = True
                yield TitleChoice(text, _FALLBACK_SCORE)
        if not found:
            yield TitleChoice(f"Scene {self.number}", _FALLBACK_SCORE)

    def _quote(self, told: list[Passage], place: Place | None) -> tuple[Quote, ...]:
        """Quote the sentence at a place of a scene's passages."""
        if place is None:
            return ()
        telling = self.readers[told[place[0]].telling].telling
        span = telling.sentences[told[place[0]].sentences[place[1]]].span
        return (Quote(telling.name, span, telling.text[span.start : span.end]),)

    def finish(self, draft: _Draft, slug: str) -> Scene:
        """Make the scene, once its address is known to be its own."""
        told = [(self.readers[p.telling], n) for p in draft.cut.passages for n in p.sentences]
        return Scene(
            slug,
            draft.titles[0].text,
            tuple([self.slugs[who] for who in draft.present]),
            draft.cut.passages,
            tuple([self.slugs[who] for who in draft.spoken_of]),
            draft.titles,
            draft.summary,
            tuple([quote for reader, n in told for quote in reader.times[n]]),
            tuple([quote for reader, n in told for quote in reader.places[n]]),
            flashback_in=draft.cut.flashback_in,
            reasons=draft.cut.reasons,
        )


def _mark_mentions(tellings: tuple[Telling, ...], people: People) -> dict[str, dict[int, Mark]]:
    """Give where the mentions of each telling start; of two that start together the longer one counts."""
    marks: dict[str, dict[int, Mark]] = {telling.name: {} for telling in tellings}
    for who, character in enumerate(people.characters):
        for mention in character.mentions:
            here, span = marks[mention.telling], mention.span
            known = here.get(span.start)
            if known is None or known.end < span.end:
                here[span.start] = Mark(span.end, who, mention.kind)
    return marks


def _find_groups(tellings: tuple[Telling, ...], people: People) -> dict[tuple[str, int], tuple[int, ...]]:
    """Give, by telling and sentence, who is there as one of several: "the two", "father and son"."""
    numbers = {character.slug: who for who, character in enumerate(people.characters)}
    by_name = {telling.name: telling for telling in tellings}
    found: dict[tuple[str, int], tuple[int, ...]] = {}
    for group in people.groups:
        telling = by_name[group.telling]
        if telling.text[group.span.start : group.span.end].lower() in _VAGUE:
            continue
        starts = [sentence.span.start for sentence in telling.sentences]
        key = (group.telling, bisect_right(starts, group.span.start) - 1)
        found[key] = (*found.get(key, ()), *(numbers[slug] for slug in group.characters if slug in numbers))
    return found
