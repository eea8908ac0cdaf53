"""Give every cut its title, address, characters, times, places and summary."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from retold.lexicon import Lexicon
from retold.model import Cut, People, Quote, Scene, Telling, TitleChoice
from retold.reading.places import find_places
from retold.reading.presence import find_present
from retold.reading.slugs import number_slugs
from retold.reading.summary import find_central
from retold.reading.times import find_times
from retold.reading.titles import Cast, Grammar, Line, Mark, Tagger, load_grammar, score_titles
from retold.reading.titles.context import Referents, resolve_pronouns
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


@dataclass(frozen=True, slots=True)
class _Reader:
    """One telling, its sentences as lines, whom their pronouns mean, and their time and place marks."""

    telling: Telling
    past: bool
    lines: list[Line]
    referents: list[Referents]
    times: tuple[tuple[Quote, ...], ...]
    places: tuple[tuple[Quote, ...], ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A scene before its title is picked."""

    cut: Cut
    choices: list[TitleChoice]
    present: tuple[int, ...]
    spoken_of: tuple[int, ...]
    passages: list[list[Line]]
    stems: list[list[dict[str, int]]]
    sources: dict[str, tuple[int, int]]


class _Describer:
    """Reads cuts with the whole cast in mind."""

    def __init__(self, tellings: tuple[Telling, ...], people: People, lexicon: Lexicon) -> None:
        self.slugs = tuple(character.slug for character in people.characters)
        self.cast = Cast(short_names(tellings, people), tuple(character.gender for character in people.characters))
        self.grammar: Grammar = load_grammar(lexicon)
        marks = _mark_mentions(tellings, people)
        self.groups = _find_groups(tellings, people)
        self.readers = {telling.name: self._read(telling, marks[telling.name], people, lexicon) for telling in tellings}

    def _read(self, telling: Telling, marks: dict[int, Mark], people: People, lexicon: Lexicon) -> _Reader:
        tagger = Tagger(telling.words, marks, self.cast, self.grammar)
        lines = [tagger.read(number) for number in range(len(telling.sentences))]
        referents = resolve_pronouns(lines, self.cast)
        times, places = find_times(telling, lexicon), find_places(telling, people, lexicon)
        return _Reader(telling, tagger.past, lines, referents, times, places)

    def draft(self, cut: Cut, number: int) -> _Draft:
        """Read a cut's sentences: its possible titles, best first, who is there, its central sentence."""
        told = [passage for passage in cut.passages if passage.sentences]
        passages = [[self.readers[p.telling].lines[n] for n in p.sentences] for p in told]
        referents = [[self.readers[p.telling].referents[n] for n in p.sentences] for p in told]
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
        return _Draft(cut, choices, present, spoken_of, passages, stems, {o.text: o.source for o in offers})

    def _summary(self, draft: _Draft, title: str) -> tuple[Quote, ...]:
        told = [passage for passage in draft.cut.passages if passage.sentences]
        central = find_central(draft.passages, draft.stems, draft.sources.get(title))
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


def short_names(tellings: tuple[Telling, ...], people: People) -> tuple[str, ...]:
    """Give every character the name that the tellings use most, the shorter one when two tie."""
    texts = {telling.name: telling.text for telling in tellings}
    names = []
    for character in people.characters:
        named = [m for m in character.mentions if m.kind == "name"]
        forms = Counter(" ".join(texts[m.telling][m.span.start : m.span.end].split()) for m in named)
        names.append(min(forms, key=lambda form: (-forms[form], len(form), form)) if forms else character.name)
    return tuple(names)


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
