"""Rules for numbers: how many, how long, when, how far."""

from __future__ import annotations

from collections.abc import Iterator

from retold.model import DifferenceKind
from retold.reading.differences.clauses import Clause, Parse
from retold.reading.differences.contrast import Contrast, Pair, Side, are_one_ring, is_same, quote_words
from retold.reading.differences.facts import Reader
from retold.reading.differences.quantities import Quantity, find_quantities

_NAMES = {
    "duration": "how long",
    "year": "when",
    "money": "how much money",
    "length": "how far",
    "weight": "how heavy",
    "age": "how old",
}

_PEOPLE = frozenset({"people", "work"})
_MEASURES = frozenset({"long", "tall", "high", "deep", "wide", "thick"})


# More than all that speaks for a contrast of numbers besides the words around them.
_MOST_FOR_NUMBERS = 12.0


def most_of_numbers(pair: Pair) -> float:
    """The most that a contrast of numbers can score."""
    return pair.shared + _MOST_FOR_NUMBERS if pair.a.glance.counts and pair.b.glance.counts else 0.0


def tell_numbers(pair: Pair) -> Iterator[Contrast]:
    """Another number of the same things, another duration, another year."""
    lefts = read_quantities(pair.a.reader, pair.a.sentence)
    rights = read_quantities(pair.b.reader, pair.b.sentence) if lefts else []
    for one in lefts:
        for other in rights:
            if (
                one.thing == other.thing
                or are_one_ring(pair, one.thing, other.thing)
                or _are_counted_alike(pair, one, other)
            ):
                yield from _contrast(pair, one, other)


def find_things(reader: Reader, number: int) -> set[str]:
    """What a sentence counts or measures."""
    return {f"#{quantity.thing}" for quantity in read_quantities(reader, number)}


def find_amounts(reader: Reader, number: int) -> list[str]:
    """The quantities of a sentence, so that it can be asked whether a telling has both."""
    return [_say_amount(quantity) for quantity in read_quantities(reader, number)]


def _say_amount(quantity: Quantity) -> str:
    return f"#{quantity.thing}={quantity.low:g}-{quantity.high:g}"


def _are_counted_alike(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether people are counted in the same place of the same deed: three pirates, five of the sailors."""
    kinds = pair.a.reader.vocabulary.kinds
    if not all(_PEOPLE & set(kinds.get(quantity.thing, ())) for quantity in (one, other)):
        return False
    here, there = _find_clause(pair.a.parse, one), _find_clause(pair.b.parse, other)
    return bool(here and there and here.deed == there.deed and _is_object(here, one) and _is_object(there, other))


def _is_object(clause: Clause, quantity: Quantity) -> bool:
    return clause.done_to is not None and bool(set(quantity.words) & set(clause.done_to.words))


def _find_clause(parse: Parse, quantity: Quantity) -> Clause | None:
    return next((clause for clause in reversed(parse.clauses) if quantity.words[-1] in clause.words), None)


def read_quantities(reader: Reader, number: int) -> list[Quantity]:
    """Find the quantities of a sentence once."""
    return reader.remember("quantities", number, lambda n: find_quantities(reader, reader.parse(n)))


def _contrast(pair: Pair, one: Quantity, other: Quantity) -> Iterator[Contrast]:
    if (one.low, one.high) == (other.low, other.high) or (one.value and one.value == other.value):
        return
    if _say_amount(other) in pair.a.passage.single or _say_amount(one) in pair.b.passage.single:
        return  # a telling has both
    if one.thing != other.thing and 1 in (one.value, other.value):
        return  # "one person after another"
    # Durations of quite another size measure something else.
    sizes = sorted((min(one.high, one.low * 2), min(other.high, other.low * 2)))
    if one.thing == "duration" and sizes[1] > 8 * sizes[0]:
        return
    compatible = one.low <= other.high and other.low <= one.high
    score = pair.anchor(_around(pair.a.parse, one), _around(pair.b.parse, other))
    if one.thing != other.thing:
        score += 2.0  # psychologists and therapists: the same counted, in words that weigh nothing together
    if _is_since(pair.a, one) and _is_since(pair.b, other):
        score += 4.0  # both say how much later the scene is
    if one.thing == "year" or (one.unit and one.unit == other.unit):
        score += 1.5
    score += _weigh_clauses(pair, one, other)
    if _are_others(pair, one, other):
        return
    kind: DifferenceKind = "detail" if compatible else "contradiction"
    about = _measure(pair, one, other) or _NAMES.get(one.thing, f"how many {_plural(pair, one, other)}")
    left, right = quote_words(pair.a.parse, one.words), quote_words(pair.b.parse, other.words)
    yield Contrast(score, about, kind, left, right)


def _weigh_clauses(pair: Pair, one: Quantity, other: Quantity) -> float:
    """How much speaks for the same being counted: the deed, its doer, that nothing else of the kind is."""
    here, there = _find_clause(pair.a.parse, one), _find_clause(pair.b.parse, other)
    alone = f"#{one.thing}" in pair.a.passage.single and f"#{other.thing}" in pair.b.passage.single
    score = 1.0 if alone and one.thing != "duration" else 0.0
    if here and there:
        hollow = here.deed in pair.a.reader.vocabulary.sorts["hollow deeds"]
        score += 1.0 if here.deed == there.deed and not hollow else 0.0
        score += 0.5 if is_same(here.doer, there.doer) else 0.0
    return score


def _are_others(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether two characters pay, or are so old: "Anna gives Boris $5", "Boris offers her $500"."""
    here, there = _find_clause(pair.a.parse, one), _find_clause(pair.b.parse, other)
    if here and there and here.believed != there.believed:
        return True
    doers = [clause.doer for clause in (here, there) if clause and clause.doer]
    if one.thing not in {"money", "age"} or len(doers) < 2:
        return False
    return bool(doers[0].who and doers[1].who and not doers[0].who & doers[1].who)


def _measure(pair: Pair, one: Quantity, other: Quantity) -> str:
    """Say what a length is of: "how tall" of "six feet tall"."""
    after = [side.reader.text(q.words[-1] + 1) for side, q in ((pair.a, one), (pair.b, other))]
    return next((f"how {word}" for word in after if word in _MEASURES), "") if one.thing == "length" else ""


def _plural(pair: Pair, one: Quantity, other: Quantity) -> str:
    """The counted things as one of the texts has them in the plural."""
    words = [pair.a.reader.text(one.words[-1]), pair.b.reader.text(other.words[-1])]
    return next(
        (word for word in words if word.endswith("s") or word in {"men", "women", "people", "children"}), words[0]
    )


def _is_since(side: Side, quantity: Quantity) -> bool:
    """Whether the duration says how much later something is: "a year later"."""
    last = quantity.words[-1]
    following = {side.reader.text(i) for i in (last + 1, last + 2) if i in side.parse.words}
    since = side.reader.vocabulary.sorts["since"]
    return quantity.thing == "duration" and (bool(following & since) or side.reader.text(quantity.words[0]) == "the")


def _around(parse: Parse, quantity: Quantity) -> set[int]:
    first, last = quantity.words[0] - 8, quantity.words[-1] + 8
    return {i for i in parse.words if first <= i <= last}
