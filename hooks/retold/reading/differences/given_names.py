"""The rule for given names: the same person is Arthur Hale here and Edwin Hale there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from retold.lexicon import Lexicon
from retold.model import Character, Difference, Mention, People, Scene, Span, Version
from retold.reading.differences.facts import Reader
from retold.reading.differences.whole import find_scene

# Two words and the blank between them.
_SHORTEST = 3
_Names = dict[tuple[str, str], tuple[Mention, Span]]


def tell_given_names(
    people: People, scenes: tuple[Scene, ...], readers: dict[str, Reader], lexicon: Lexicon
) -> Iterator[Difference]:
    """Another given name before the same family name, where neither telling has the other's."""
    for character in people.characters:
        if len({mention.telling for mention in character.mentions}) < 2:
            continue
        names, called = _find_names(character, readers, lexicon), _find_words(character, readers)
        for here, there in combinations([name for name in readers if names.get(name)], 2):
            mine = {key: place for key, place in names[here].items() if key[0] not in called[there]}
            theirs = {key: place for key, place in names[there].items() if key[0] not in called[here]}
            if mine and theirs and _are_apart(mine, theirs, lexicon):
                versions = [_mark(readers[t], *next(iter(n.values()))) for t, n in ((here, mine), (there, theirs))]
                scene = find_scene(versions[0].quote, scenes, readers)
                if scene:
                    short = min(character.aliases, key=len, default=character.name)
                    yield Difference(scene, "contradiction", f"{short}'s given name", tuple(versions))


def _find_words(character: Character, readers: dict[str, Reader]) -> dict[str, set[str]]:
    """Find all words that each telling names the person by."""
    called = {name: set[str]() for name in readers}
    for mention in character.mentions:
        if mention.kind == "name":
            reader = readers[mention.telling]
            called[mention.telling].update(reader.text(i) for i in reader.find_words(mention.span))
    return called


def _find_names(character: Character, readers: dict[str, Reader], lexicon: Lexicon) -> dict[str, _Names]:
    """Find every (given name, family name) by telling, with its mention and the place of the given name."""
    found: dict[str, _Names] = {}
    for mention in character.mentions:
        if mention.kind != "name" or mention.span.end - mention.span.start < _SHORTEST:
            continue
        reader = readers[mention.telling]
        words = [i for i in reader.find_words(mention.span) if reader.telling.words.texts[i][0].isupper()]
        if len(words) < 2:
            continue
        titles = _remember_titles(lexicon)
        words = [i for i in words if reader.text(i) not in titles]
        given = words[0] if len(words) > 1 else -1
        if given >= 0 and len(reader.text(given)) > 2 and reader.text(given + 1) not in {".", "of", "de", "the"}:
            key = reader.text(given), reader.text(words[-1])
            found.setdefault(mention.telling, {}).setdefault(key, (mention, reader.span([given])))
    return found


@cache
def _remember_titles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset([line.split()[0].rstrip(".") for line in lexicon.words("titles")])


@cache
def _remember_nicknames(lexicon: Lexicon) -> frozenset[tuple[str, ...]]:
    return frozenset([tuple(line.split()) for line in lexicon.words("nicknames")])


def _are_apart(mine: _Names, theirs: _Names, lexicon: Lexicon) -> bool:
    """Whether all given names differ, before the same family name, and none is short for or spelt like another."""
    if {family for _, family in mine}.isdisjoint(family for _, family in theirs):
        return False
    pairs = [(one, other) for one, _ in mine for other, _ in theirs]
    if any(one[0] == other[0] or one[1:3] == other[1:3] for one, other in pairs):
        return False
    nicknames = _remember_nicknames(lexicon)
    return not any(pair in nicknames or pair[::-1] in nicknames for pair in pairs)


def _mark(reader: Reader, mention: Mention, given: Span) -> Version:
    return Version(reader.quote(mention.span), (given,))
