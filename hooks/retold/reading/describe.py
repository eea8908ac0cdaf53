"""Give every cut its title, address, characters, times, places and summary."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from retold.lexicon import Lexicon
from retold.model import Cut, People, Quote, Scene, Telling, TitleChoice
from retold.reading.differences.facts import find_short_names
from retold.reading.places import find_places
from retold.reading.presence import find_present
from retold.reading.slugs import number_slugs
from retold.reading.summary import Place, find_central, weigh_sentences
from retold.reading.times import find_times
from retold.reading.titles import Cast, Grammar, Line, Mark, Tagger, load_grammar, score_titles
from retold.reading.titles.context import Referents, Resolver
from retold.reading.titles.fallback import find_fallbacks
from retold.reading.titles.score import content_stems
from retold.reading.titles.unique import KEPT, pick_titles

# Below every score: the title when no clause of the scene serves.
_FALLBACK_SCORE = -9.0
# Owners need not be there, and whom "they" means is told too often wrongly.
_VAGUE = frozenset({"they", "them", "their", "theirs", "themselves", "both"})


def describe_scenes(
    tellings: tuple[Telling, ...], people: People, cuts: tuple[Cut, ...], lexicon: Lexicon
) -> tuple[Scene, ...]:
    """Describe every cut, in the order of the story."""
    describer = _Describer(tellings, people, lexicon)
    drafts = [describer.draft(cut, number) for number, cut in enumerate(cuts, 1)]
    picked = pick_titles([draft.choices for draft in drafts])
    slugs = number_slugs([choices[0].text for choices in picked])
    return tuple(
        describer.finish(draft, choices, slug) for draft, choices, slug in zip(drafts, picked, slugs, strict=True)
    )


class _Reader:
    """Reads one telling sentence by sentence as scenes ask for them, and keeps what no scene has asked for yet.

    A novel's lines would fill the memory; a scene's are few.  `times` and `places` are by sentence.
    """

    def __init__(self, telling: Telling, tagger: Tagger, people: People, lexicon: Lexicon) -> None:
        self.telling = telling
        self.past = tagger.past
        self.times, self.places = find_times(telling, lexicon), find_places(telling, people, lexicon)
        self._tagger = tagger
        self._resolver = Resolver(tagger.cast)
        self._waiting: dict[int, tuple[Line, Referents]] = {}
        self._next = 0

    def take(self, numbers: Iterable[int]) -> list[tuple[Line, Referents]]:
        """Give sentences as lines with whom their pronouns mean; each is given once."""
        return [self._take(number) for number in numbers]

    def _take(self, number: int) -> tuple[Line, Referents]:
        while self._next <= number:  # pronouns are resolved in the order of the text
            line = self._tagger.read(self._next)
            self._waiting[self._next] = (line, self._resolver.read(line))
            self._next += 1
        return self._waiting.pop(number)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A scene before its title is picked; `centrals` are the places of its central sentence by its title."""

    cut: Cut
    choices: list[TitleChoice]
    present: tuple[int, ...]
    spoken_of: tuple[int, ...]
    central: Place | None
    centrals: dict[str, Place | None]


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
        self.readers = {
            telling.name: _Reader(
                telling, Tagger(telling.words, marks[telling.name], self.cast, self.grammar), people, lexicon
            )
            for telling in tellings
        }

    def draft(self, cut: Cut, number: int) -> _Draft:
        """Read a cut's sentences: its possible titles, best first, who is there, its central sentence."""
        told = [passage for passage in cut.passages if passage.sentences]
        read = [self.readers[passage.telling].take(passage.sentences) for passage in told]
        passages = [[line for line, _ in lines] for lines in read]
        referents = [[found for _, found in lines] for lines in read]
        pasts = [self.readers[p.telling].past for p in told]
        present, spoken_of = find_present(list(zip(passages, referents, pasts, strict=True)), self.grammar)
        together = {who for p in told for n in p.sentences for who in self.groups.get((p.telling, n), ())}
        present += tuple(sorted(together.difference(present)))
        spoken_of = tuple(who for who in spoken_of if who not in together)
        stems = [[content_stems(line) for line in lines] for lines in passages]
        offers = score_titles(passages, referents, stems, self.cast, self.grammar)
        choices = [TitleChoice(offer.text, offer.score) for offer in offers]
        if len({offer.source for offer in offers}) < KEPT:
            fallbacks = find_fallbacks(passages, present + spoken_of, self.cast.names)
            choices += [TitleChoice(text, _FALLBACK_SCORE) for text in fallbacks]
        if not choices:
            choices.append(TitleChoice(f"Scene {number}", _FALLBACK_SCORE))
        worths = weigh_sentences(passages, stems)
        centrals = {offer.text: find_central(worths, offer.source) for offer in offers}
        return _Draft(cut, choices, present, spoken_of, find_central(worths, None), centrals)

    def _summary(self, draft: _Draft, title: str) -> tuple[Quote, ...]:
        told = [passage for passage in draft.cut.passages if passage.sentences]
        central = draft.centrals.get(title, draft.central)
        if central is None:
            return ()
        reader = self.readers[told[central[0]].telling]
        span = reader.telling.sentences[told[central[0]].sentences[central[1]]].span
        return (Quote(reader.telling.name, span, reader.telling.text[span.start : span.end]),)

    def finish(self, draft: _Draft, choices: tuple[TitleChoice, ...], slug: str) -> Scene:
        """Make the scene, once its title and address are known to be its own."""
        told = [(self.readers[p.telling], n) for p in draft.cut.passages for n in p.sentences]
        return Scene(
            slug,
            choices[0].text,
            tuple(self.slugs[who] for who in draft.present),
            draft.cut.passages,
            tuple(self.slugs[who] for who in draft.spoken_of),
            choices,
            self._summary(draft, choices[0].text),
            tuple(quote for reader, n in told for quote in reader.times[n]),
            tuple(quote for reader, n in told for quote in reader.places[n]),
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
