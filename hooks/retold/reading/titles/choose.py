"""The titles of every scene: all candidates scored, the three best kept, no two scenes alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from retold.model import TitleChoice
from retold.reading.titles.clauses import find_clauses
from retold.reading.titles.complement import find_ends
from retold.reading.titles.context import Referents
from retold.reading.titles.grammar import Grammar
from retold.reading.titles.nouns import find_event_nouns
from retold.reading.titles.realise import Speller
from retold.reading.titles.score import LONGEST, SHORTEST, Spelled, Surroundings, content_stems, score_clause
from retold.reading.titles.tags import Cast, Line

_NOUN_TITLE = 0.9
_WORST = -2.0


def score_titles(
    passages: list[list[Line]], referents: list[list[Referents]], cast: Cast, grammar: Grammar
) -> list[TitleChoice]:
    """Give all titles of one scene, best first.

    Args:
        passages: The scene's lines, a list for each telling.
        referents: What the lines' pronouns mean.
        cast: The characters' names and genders.
        grammar: The word lists.
    """
    stems = [[set(content_stems(line)) for line in lines] for lines in passages]
    counts = Counter(stem for lines in stems for line in lines for stem in line)
    best: dict[str, float] = {}
    for number, lines in enumerate(passages):
        others = frozenset(s for i, told in enumerate(stems) if i != number for line in told for s in line)
        for at, (line, found) in enumerate(zip(lines, referents[number], strict=True)):
            around = Surroundings(others, counts, at / max(len(lines) - 1, 1))
            speller = Speller(line, found, cast, grammar)
            for text, score in _line_titles(line, speller, around, grammar):
                best[text] = max(best.get(text, score), score)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    return [TitleChoice(text, round(score, 3)) for text, score in ranked if score > _WORST]


def _line_titles(line: Line, speller: Speller, around: Surroundings, grammar: Grammar) -> Iterable[tuple[str, float]]:
    for clause in find_clauses(line, grammar):
        for end, cost in find_ends(line, clause, grammar):
            phrase = speller.spell(clause, end)
            if phrase and SHORTEST <= len(phrase.words) <= LONGEST:
                yield capitalise(phrase.words), score_clause(Spelled(line, clause, end, phrase, cost), around, grammar)
    for words in find_event_nouns(line, grammar):
        if SHORTEST <= len(words) <= LONGEST:
            shared = sum(word.lower()[:6] in around.others for word in words[1:])
            yield capitalise(words), _NOUN_TITLE + 0.4 * shared


def capitalise(words: tuple[str, ...]) -> str:
    """Join words to a title."""
    text = " ".join(words)
    return text[:1].upper() + text[1:]
