"""The closed classes of a language's words, and its pronouns."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from retold.lexicon import Lexicon
from retold.model import Gender

# The pronouns of several people, by what they are understood as.
SEVERAL = {"they": "they", "them": "them", "themselves": "them", "their": "their"}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun for one person; `stands` is subject, object, owner or self."""

    gender: Gender
    stands: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of words, by what they do.

    `persons` are other personal pronouns, `owners` possessive ones, `openers` begin a clause, `adverbs` may stand between a
    subject and its verb, `pair` ends "the two", `naming` goes before a name ("named"),
    `unreal` verbs make what follows doubtful, `after_object` words follow the object "her",
    `serving` verbs take "as his assistant", after `modals` nothing has happened yet,
    `refusing` verbs undo a proposal, `verbs_too`
    are role nouns that may be verbs, `proving` words stand before "to be", `acting` are what people do, `participles` take a subject before a comma ("Ann, married to Bob"), `beginning` verbs take "dating", `neither` words tell of no gender, `vague` words describe nobody, nor do `crowds`, and `closed`
    are the words that end a run of modifiers.
    """

    pronouns: dict[str, Pronoun]
    persons: frozenset[str]
    determiners: frozenset[str]
    owners: frozenset[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    auxiliaries: frozenset[str]
    being: frozenset[str]
    adverbs: frozenset[str]
    pair: frozenset[str]
    naming: frozenset[str]
    unreal: frozenset[str]
    after_object: frozenset[str]
    serving: frozenset[str]
    modals: frozenset[str]
    refusing: frozenset[str]
    verbs_too: frozenset[str]
    beginning: frozenset[str]
    proving: frozenset[str]
    participles: frozenset[str]
    acting: frozenset[str]
    neither: frozenset[str]
    vague: frozenset[str]
    crowds: frozenset[str]
    adjectives: Container[str]
    closed: frozenset[str]

    def is_adjective(self, word: str) -> bool:
        """Whether a word looks like an adjective, by the list or by its ending."""
        return word in self.adjectives or word.endswith(_ADJECTIVE)


_ADJECTIVE = ("est", "ous", "ful", "less", "ive", "ish", "ary", "able", "ible", "ed", "ing", "ic", "al")


@cache
def load_grammar(lexicon: Lexicon) -> Grammar:
    """Give the closed classes of the language; a language without lists has empty ones."""
    classes = {}
    for line in lexicon.words("grammar"):
        name, _, words = line.partition(":")
        classes[name.strip()] = frozenset(words.split())
    classes["acting"] = frozenset(word for word in lexicon.words("person_verbs") if word.endswith("s"))
    for part in ("prepositions", "auxiliaries", "openers", "being"):
        classes["closed"] = classes.get("closed", frozenset()) | classes.get(part, frozenset())
    adjectives = {**dict.fromkeys(classes.get("adjectives", ())), **dict.fromkeys(lexicon.words("adjectives"))}
    names = [name for name in Grammar.__slots__ if name not in {"pronouns", "adjectives"}]
    kinds = {name: classes.get(name, frozenset()) for name in names}
    return Grammar(_load_pronouns(lexicon), adjectives=adjectives, **kinds)


def _load_pronouns(lexicon: Lexicon) -> dict[str, Pronoun]:
    pronouns = {}
    for line in lexicon.words("pronouns"):
        word, gender, stands = (field.strip() for field in line.split(","))
        pronouns[word] = Pronoun("f" if gender == "f" else "m", stands)
    return pronouns
