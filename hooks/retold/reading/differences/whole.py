"""Rules for what tellings say of a character in all: work, age, kin; attached to the scene of the first quote."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from retold.model import Character, Difference, People, Quote, Relation, Scene, Span, Version
from retold.reading.differences.facts import Reader
from retold.reading.differences.forms import find_singular


def tell_descriptions(people: People, scenes: tuple[Scene, ...], readers: dict[str, Reader]) -> Iterator[Difference]:
    """Other work of the same person: an executive here, a clerk there."""
    for character in people.characters:
        works = [
            (quote, head)
            for quote in character.descriptions
            if not quote.text.lower().startswith(("his ", "her ", "their "))  # "his teacher" may be a doctor
            if (head := _find_work(readers[quote.telling], quote)) is not None
            if not _is_to_somebody(readers[quote.telling], quote, head)
        ]
        told: list[tuple[Quote, Span, str]] = []
        for quote, head in works:
            noun = find_singular(quote_text(readers[quote.telling], head))
            told.append((quote, head, noun))
        yield from _contrast_works(character, told, scenes, readers)


def _contrast_works(
    character: Character, told: list[tuple[Quote, Span, str]], scenes: tuple[Scene, ...], readers: dict[str, Reader]
) -> Iterator[Difference]:
    """One difference of all tellings whose words for the work exclude one another."""
    chosen: list[tuple[Quote, Span, str]] = []
    for quote, head, noun in told:
        rings = readers[quote.telling].vocabulary.rings
        everywhere = {n for q, _, n in told if q.telling == quote.telling}
        clash = all(
            quote.telling != other.telling and noun != word and not set(rings.get(noun, ())) & set(rings.get(word, ()))
            and word not in everywhere
            for other, _, word in chosen
        )  # fmt: skip
        if clash:
            chosen.append((quote, head, noun))
    scene = find_scene(chosen[0][0], scenes, readers) if len(chosen) > 1 else ""
    if scene:
        short = min(character.aliases, key=len, default=character.name)
        versions = tuple(Version(quote, (head,)) for quote, head, _ in chosen)
        yield Difference(scene, "contradiction", f"{short}'s work", versions)


def _is_to_somebody(reader: Reader, quote: Quote, head: Span) -> bool:
    """Whether the word says what one is to another, who is named before it: Anna's teacher may be a doctor."""
    owned = any(reader.text(word) in {"'s", "’s"} for word in reader.find_words(quote.span))
    return owned and find_singular(quote_text(reader, head)) in reader.vocabulary.sorts["to somebody"]


def _find_work(reader: Reader, quote: Quote) -> Span | None:
    """The word for somebody's work in a description: the last one before *of*, a preposition or a comma."""
    words, found = reader.telling.words, None
    kinds, sisters = reader.vocabulary.kinds, reader.vocabulary.sisters
    for i in reader.find_words(quote.span):
        low = reader.text(i)
        noun = find_singular(low)
        if "work" in kinds.get(noun, ()) or "work" in sisters.get(noun, ()):
            found = Span(words.starts[i], words.starts[i] + len(words.texts[i]))
        elif found and (reader.vocabulary.classes.get(low) in {"preposition", "joint"} or not low[0].isalnum()):
            break
    return found


def quote_text(reader: Reader, span: Span) -> str:
    """The words of the span, in lower case."""
    return reader.telling.text[span.start : span.end].lower()


def find_scene(quote: Quote, scenes: tuple[Scene, ...], readers: dict[str, Reader]) -> str:
    """The slug of the scene that the quote begins in, or ""."""
    number = readers[quote.telling].find_sentence(quote.span)
    return next(
        (s.slug for s in scenes for p in s.passages if p.telling == quote.telling and number in p.sentences), ""
    )


def tell_kin(people: People, scenes: tuple[Scene, ...], readers: dict[str, Reader]) -> Iterator[Difference]:
    """Other kin of the same person: an uncle here, a cousin there."""
    names = {character.slug: character.name for character in people.characters}
    between: dict[tuple[str, str], dict[tuple[str, str], Relation]] = {}
    for relation in people.relations:
        words = between.setdefault((relation.person, relation.other), {})
        words.setdefault((relation.quote.telling, relation.word), relation)
    for (person, other), words in between.items():
        for here, there in combinations(words.values(), 2):
            clash = here.quote.telling != there.quote.telling and _exclude(here.word, there.word, readers)
            # A telling that has the other's word too tells of a change, or of both.
            if not clash or {(here.quote.telling, there.word), (there.quote.telling, here.word)} & words.keys():
                continue
            scene = find_scene(here.quote, scenes, readers)
            if scene:
                about = f"what {names.get(person, person)} is to {names.get(other, other)}"
                yield Difference(scene, "contradiction", about, (_mark(here), _mark(there)))


def _exclude(one: str, other: str, readers: dict[str, Reader]) -> bool:
    """Whether two kin words cannot both be true of the same two people."""
    vocabulary = next(iter(readers.values())).vocabulary
    both_kin = all("kin" in vocabulary.kinds.get(word, ()) for word in (one, other))
    return both_kin and one != other and not set(vocabulary.rings.get(one, ())) & set(vocabulary.rings.get(other, ()))


def _mark(relation: Relation) -> Version:
    """The relation's quote with its word marked, where it stands there as such."""
    quote = relation.quote
    at = quote.text.lower().find(relation.word)
    start = quote.span.start + at
    return Version(quote, (Span(start, start + len(relation.word)),) if at >= 0 else ())


def tell_owners_of_names(scenes: tuple[Scene, ...], readers: dict[str, Reader]) -> Iterator[Difference]:
    """A thing with a name of its own that belongs to somebody else in each telling: "Ann's Lincoln"."""
    told: dict[str, dict[str, dict[str, tuple[int, int]]]] = {}
    for reader in readers.values():
        for owner, thing, place in _find_owned_names(reader):
            told.setdefault(thing, {}).setdefault(reader.telling.name, {}).setdefault(owner, place)
    for thing in sorted(told):
        for here, there in combinations(sorted(told[thing], key=list(readers).index), 2):
            mine, theirs = told[thing][here], told[thing][there]
            if not mine.keys() & theirs.keys():
                quotes = [_quote_owned(readers[name], next(iter(told[thing][name].values()))) for name in (here, there)]
                scene = find_scene(quotes[0].quote, scenes, readers)
                if scene:
                    yield Difference(scene, "contradiction", f"whose {thing}", tuple(quotes))


def _find_owned_names(reader: Reader) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Find (owner, thing, the places of both) for every "Ann's Lincoln"."""
    texts, kinds = reader.telling.words.texts, reader.vocabulary.kinds
    for i in range(1, len(texts) - 1):
        if texts[i] in {"'s", "’s"} and i - 1 in reader.who and texts[i + 1][0].isupper() and texts[i + 1].isalpha():
            person = "kin" in kinds.get(reader.text(i + 1), ()) or "work" in kinds.get(reader.text(i + 1), ())
            if not person and reader.who.get(i + 1) != reader.who[i - 1]:
                yield reader.who[i - 1], texts[i + 1], (i - 1, i + 1)


def _quote_owned(reader: Reader, place: tuple[int, int]) -> Version:
    sentence = reader.telling.sentences[reader.find_sentence(reader.span(place))]
    return Version(reader.quote(sentence.span), (reader.span(place[:1]),))
