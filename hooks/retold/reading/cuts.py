"""Noun phrases that describe somebody, cut where they end cleanly."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from retold.lexicon import Lexicon
from retold.reading.grammar import Grammar, load_grammar
from retold.reading.names import names_of
from retold.reading.track import Track

_LONGEST = 14  # words; what is longer is cut before a preposition
_AGENT = ("er", "or", "ist", "ian", "eer", "man", "woman", "boy", "girl", "ling", "mate", "path")
_INSIDE = frozenset(("'", "’", "'s", "’s", '"', "“", "”", "-", "&"))


@dataclass(frozen=True, slots=True)
class Describing:
    """The words that decide whether a noun phrase describes a person."""

    grammar: Grammar
    heads: frozenset[str]
    verbs: Container[str]
    times: frozenset[str]


@cache
def describing_words(lexicon: Lexicon) -> Describing:
    """Arrange the language's words for people, verbs and times for quick asking."""
    kinds = (line.partition(":") for line in lexicon.words("kinds"))
    heads = {word for name, _, words in kinds if name in ("work", "people", "kin") for word in words.split()}
    times = frozenset(lexicon.words("time_nouns"))
    return Describing(load_grammar(lexicon), frozenset(heads), names_of(lexicon).verbs, times)


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts a noun phrase out of a sentence that ends before word `last`."""

    track: Track
    words: Describing
    last: int

    def word(self, i: int) -> str:
        """Give the word at `i` in small letters, or "" behind the sentence."""
        return self.track.low[i] if i < self.last else ""

    def named(self, i: int) -> bool:
        """Whether a name stands at `i`."""
        return i < self.last and self.track.who[i] >= 0

    def article_at(self, i: int) -> int:
        """Give the place of the article at `i` or behind adverbs, or -1."""
        while self.word(i) in self.words.grammar.adverbs:
            i += 1
        return i if self.word(i) in {"a", "an", "the", "another"} and not self.named(i) else -1

    def cut(self, article: int) -> int:
        """Give the end of the phrase that an article begins, or -1 when it describes no person."""
        if self.named(article + 1) or self.word(article + 1) in self.words.grammar.vague:
            return -1
        end = self._find_end(article + 1)
        if end <= article + 1 or end - article > _LONGEST or self._is_subject(article + 1, end):
            return -1
        if self.is_person(article + 1, end):
            return end
        clear = self.word(article) in {"a", "an"} and self._is_clear(article + 1, end)
        return end if clear else -1

    def is_person(self, start: int, end: int) -> bool:
        """Whether the head of a phrase is a word for people."""
        head = self._head(start, end)
        word = self.word(head)
        if head in self.track.nouns or word in self.words.heads:
            return True
        return word.endswith(_AGENT) and word not in self.words.grammar.crowds and word not in self.words.verbs

    def _is_clear(self, start: int, end: int) -> bool:
        """Whether a phrase that names no known kind of person may stand for one all the same."""
        head = self._head(start, end)
        word = self.word(head)
        if len(word) < 2 or "-" in word or word.endswith(("ant", "ent", "ly")) or word in self.words.grammar.crowds:
            return False
        if self.words.grammar.is_adjective(word):
            return False
        return self.words.times.isdisjoint(self.track.low[start:end])

    def _head(self, start: int, end: int) -> int:
        """Give the last word before what follows the noun: "executive" of "executive in New York"."""
        i = start + 1
        while i < end and self.word(i) not in self.words.grammar.prepositions and not self._is_participle(i):
            i += 1
        return i - 1

    def _is_participle(self, i: int) -> bool:
        """Whether a word says what the person before it does: "a clerk living in New York"."""
        word = self.word(i)
        follows = self.word(i - 1) in self.words.heads or i - 1 in self.track.nouns
        return follows and (word in self.words.verbs or word.endswith("ing") or word == "known")

    def _is_subject(self, start: int, end: int) -> bool:
        """Whether a phrase has a verb of its own: "Sam, the driver sees her"."""
        after = self._head(start, end) + 1
        word = self.word(after)
        return word in self.words.grammar.auxiliaries or (word.endswith("s") and word in self.words.verbs)

    def _find_end(self, start: int) -> int:
        safe, i = start, start
        while i < self.last and not self._ends(i, start):
            if i - start >= _LONGEST:
                i = safe
                break
            if safe == start and i > start and self.word(i) in self.words.grammar.prepositions and self.word(i) != "of":
                safe = i
            i = max(i + 1, min(self.track.name_end.get(i, 0), self.last))  # the full stop of "Mr. Hall" ends nothing
        while i > start and self._dangles(i - 1, start):
            i -= 1
        return i

    def _dangles(self, i: int, start: int) -> bool:
        """Whether a word cannot end a phrase: a preposition, an adverb, a participle without its rest."""
        word, grammar = self.word(i), self.words.grammar
        if word in grammar.closed or word in grammar.adverbs or word in grammar.determiners or word in {",", "-", "&"}:
            return True
        return i > start and (word == "known" or (word.endswith("ed") and word in self.words.verbs))

    def _ends(self, i: int, start: int) -> bool:
        word, grammar = self.word(i), self.words.grammar
        if word == "and":
            return self._begins_anew(i + 1)
        if word in {",", "but", "yet"}:
            return not self._goes_on(i, start)
        if not word[0].isalnum():
            return word not in _INSIDE
        if word in grammar.prepositions:
            return word in {"as", "before", "after", "until", "since", "than"}
        if word in {"that", "which"} and i > start and self.word(i - 1) in grammar.prepositions:
            return False  # "a member of that family"
        if word in grammar.owners:
            return word == "whose"
        return (
            word in grammar.openers or word in grammar.auxiliaries or word in grammar.naming or word in grammar.pronouns
        )

    def _begins_anew(self, i: int) -> bool:
        """Whether something new follows "and": a name, a verb, somebody else."""
        word, grammar = self.word(i), self.words.grammar
        if not word[:1].isalnum() or self.named(i) or word in self.words.verbs:
            return True
        new = word in grammar.auxiliaries or word in grammar.adverbs or word in grammar.owners
        return new or word in grammar.pronouns or word in {"the", "they", "it"}

    def _goes_on(self, i: int, start: int) -> bool:
        """Whether a comma or "but" stands between adjectives: "a tactless, boorish man"."""
        adjective = self.word(i) != "," or self.words.grammar.is_adjective(self.word(i - 1))
        if i == start or i - start > 3 or not adjective or self.named(i - 1):
            return False
        for j in range(i + 1, i + 8):
            word = self.word(j)
            if not word[:1].isalpha() or self.named(j) or word in self.words.grammar.prepositions:
                return False
            if word in self.words.heads or j in self.track.nouns or word.endswith(_AGENT):
                return True
        return False
