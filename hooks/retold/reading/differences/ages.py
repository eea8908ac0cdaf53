"""The rule for ages: how old somebody is when the tellings first say so, wherever that is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from retold.model import Difference, People, Scene, Version
from retold.reading.differences.clauses import Parse
from retold.reading.differences.contrast import quote_words
from retold.reading.differences.facts import Reader
from retold.reading.differences.numbers import read_quantities
from retold.reading.differences.quantities import Quantity
from retold.reading.differences.whole import find_scene

_BEFORE_AGE = frozenset({"is", "was", "only", "just", "about", "turns"})
_AGE_WORDS = frozenset({"age", "aged", "years"})


def tell_ages(people: People, scenes: tuple[Scene, ...], readers: dict[str, Reader]) -> Iterator[Difference]:
    """Another age of the same person, where each telling says only one."""
    names = {character.slug: min(character.aliases, key=len, default=character.name) for character in people.characters}
    told = {name: _find_ages(reader) for name, reader in readers.items()}
    for here, there in combinations(readers, 2):
        for slug in [slug for slug in told[here] if slug in told[there] and slug in names]:
            ages = told[here][slug], told[there][slug]
            if len({(low, high) for found in ages for low, high, _ in found}) == len(ages) and all(
                len(a) == 1 for a in ages
            ):
                versions = tuple(version for found in ages for _, _, version in found)
                scene = find_scene(versions[0].quote, scenes, readers)
                if scene:
                    yield Difference(scene, "contradiction", f"how old {names[slug]} is", versions)


def _find_ages(reader: Reader) -> dict[str, list[tuple[float, float, Version]]]:
    """Find every age that the telling gives of a character, but for those of whom it tells what they do at an age."""
    grown: set[str] = set()
    ages: dict[str, list[tuple[float, float, Version]]] = {}
    for sentence in reader.telling.sentences:
        if not _may_tell_age(reader, sentence.number):
            continue
        if "age" in reader.lows[slice(*reader.telling.words.first[sentence.number : sentence.number + 2])]:
            grown.update(reader.who.get(i, "") for i in reader.parse(sentence.number).words)
        for quantity in read_quantities(reader, sentence.number):
            slug = _find_whose(reader, reader.parse(sentence.number), quantity) if quantity.thing == "age" else ""
            if slug:
                told = quote_words(reader.parse(sentence.number), quantity.words)
                version = Version(reader.quote(reader.span(told.words)), (reader.span(quantity.words),))
                found = ages.setdefault(slug, [])
                if all((low, high) != (quantity.low, quantity.high) for low, high, _ in found):
                    found.append((quantity.low, quantity.high, version))
    return {slug: found for slug, found in ages.items() if slug not in grown}


def _may_tell_age(reader: Reader, number: int) -> bool:
    """Whether a sentence has a word or a number that an age needs, before it is taken apart."""
    first, after = reader.telling.words.first[number : number + 2]
    lows, numbers = reader.lows[first:after], reader.vocabulary.numbers
    if any(low in _AGE_WORDS or low.endswith("-old") or (low.isdigit() and len(low) < 3) for low in lows):
        return True
    return any(low in numbers and before in _BEFORE_AGE for before, low in pairwise(lows))  # "she is ten"


def _find_whose(reader: Reader, parse: Parse, quantity: Quantity) -> str:
    """Whose age it is: of the phrase that it stands in, of the name before its comma, of the verb's subject."""
    first, last = quantity.words[0], quantity.words[-1]
    phrase = next((p for p in parse.phrases if first in p.words), None)
    if phrase and len(phrase.who) == 1 and phrase.named:
        return next(iter(phrase.who))
    if reader.text(first - 1) == "," and first - 2 in reader.who:
        return reader.who[first - 2]
    if reader.text(first) == "age":
        return ""
    for i in range(first - 1, max(parse.words[0], first - 6), -1):
        if reader.text(i) == ",":  # "Clara, an orphan about seven years old,"
            return reader.who.get(i - 1, "")
    clause = next((c for c in reversed(parse.clauses) if last in c.words), None)
    subject = clause.subject if clause and clause.deed == "be" and last - clause.verb < 6 else None
    return next(iter(subject.who)) if subject and len(subject.who) == 1 else ""
