"""Titles by rule: clauses, safe cuts, the present tense, names for pronouns, a score."""

from retold.reading.titles.choose import Chance, Offer, find_chances, score_titles
from retold.reading.titles.grammar import Grammar, load_grammar
from retold.reading.titles.line import Cast, Line, Mark
from retold.reading.titles.tags import Tagger

__all__ = [
    "Cast",
    "Chance",
    "Grammar",
    "Line",
    "Mark",
    "Offer",
    "Tagger",
    "find_chances",
    "load_grammar",
    "score_titles",
]
