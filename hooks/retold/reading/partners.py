"""Follow one telling through another: which sentence tells what which sentence tells.

A hidden Markov model as for words in Vogel, Ney & Tillmann, "HMM-based word alignment in
statistical translation" (1996): the sentences of one telling are read in order, the place
in the other telling moves along, mostly a little forward, now and then back or far away
(a flashback, a passage told elsewhere), and a sentence may have no partner at all.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import itemgetter

from retold.reading.similarity import UNLIKELIEST, Links

# A sentence has no partner this often; the measured share of such sentences in films is about a third.
_ALONE = 0.2
# A step back weighs this much against a step forward; a jump anywhere else has this chance.
_BACK, _FAR = 0.12, 0.02
# So many places are kept in mind from one sentence to the next, and none this much fainter than the likeliest.
_PLACES, _FAINT = 24, 0.01
# The other way may miss a pair that is right; and what it says of the usual right pair.
_DISAGREEMENT, _USUAL = 0.1, 0.1
_CHANCE = math.exp(UNLIKELIEST)
# What a place gains where the sentence has no likely partner.
_QUIET = (1 - _ALONE) * _CHANCE + _ALONE


def follow_both(there: Links, back: Links) -> tuple[Links, Links]:
    """Follow two tellings through each other, each way once more with what the other way found.

    Alignment by agreement, after Liang, Taskar & Klein (2006): the two ways make different
    mistakes, and a pair that only one of them sees is likelier to be one.
    """
    first, second = follow_telling(there, len(back)), follow_telling(back, len(there))
    return (
        follow_telling(_agree(there, second), len(back)),
        follow_telling(_agree(back, first), len(there)),
    )


def _agree(links: Links, others: Links) -> Links:
    """Odds times what the other way says of them, as against a pair that it sees with a chance of _USUAL."""
    return tuple(
        {
            place: odds * (_DISAGREEMENT + others[place].get(number, 0.0)) / (_DISAGREEMENT + _USUAL)
            for place, odds in row.items()
        }
        for number, row in enumerate(links)
    )


def follow_telling(links: Links, length: int) -> Links:
    """Give for every sentence the chances of its partners among `length` sentences of the other telling.

    The forward-backward algorithm (Baum et al. 1970) over the likeliest places: time grows
    with the number of sentences, not with its square.
    """
    if not links or not length:
        return tuple({} for _ in links)
    steps, far = _weigh_steps(length / len(links)), _FAR / length
    gains = [{place: (1 - _ALONE) * odds + _ALONE for place, odds in row.items()} for row in links]
    forward = _read_forward(gains, steps, far, length)
    chances: list[dict[int, float]] = []
    later = dict.fromkeys(forward[-1], 1.0)
    for number in range(len(links) - 1, -1, -1):
        here = {place: chance * later[place] for place, chance in forward[number].items()}
        chances.append(_partners(here, links[number]))
        if number:
            later = _read_backward(forward[number - 1], later, gains[number], steps, far)
    return tuple(reversed(chances))


def _weigh_steps(ratio: float) -> list[tuple[int, float]]:
    """Chances of moving by so many places; forward steps are as long as the tellings' lengths ask."""
    scale = 0.7 + max(ratio, 0.5)
    weights = {step: math.exp(-step / scale) for step in range(int(scale * 4.6) + 1)}
    weights |= {step: _BACK * math.exp(step) for step in (-3, -2, -1)}
    total = sum(weights.values())
    return [(step, (1 - _FAR) * weight / total) for step, weight in weights.items()]


def _read_forward(
    gains: Sequence[dict[int, float]], steps: list[tuple[int, float]], far: float, length: int
) -> list[dict[int, float]]:
    ratio = length / len(gains)
    start = {place: math.exp(-place / (2 + 2 * ratio)) for place in range(min(length, int(10 + 10 * ratio)))}
    ahead = start
    forward = []
    for gain in gains:
        here = {place: (chance + far) * gain.get(place, _QUIET) for place, chance in ahead.items()}
        for place, odds in gain.items():
            if place not in here:
                here[place] = far * odds
        here = _keep_likely(here)
        forward.append(here)
        ahead = _step_on(here, steps, length)
    return forward


def _step_on(here: dict[int, float], steps: list[tuple[int, float]], length: int) -> dict[int, float]:
    ahead: dict[int, float] = {}
    reached = ahead.get
    for place, chance in here.items():
        for step, weight in steps:
            ahead[place + step] = reached(place + step, 0.0) + chance * weight
    return {place: chance for place, chance in ahead.items() if 0 <= place < length}


def _keep_likely(here: dict[int, float]) -> dict[int, float]:
    faint = _FAINT * max(here.values())
    likely = [(place, chance) for place, chance in here.items() if chance > faint]
    if len(likely) > _PLACES:
        likely = sorted(likely, key=itemgetter(1), reverse=True)[:_PLACES]
    total = sum(chance for _, chance in likely)
    return {place: chance / total for place, chance in likely}


def _read_backward(
    before: dict[int, float],
    later: dict[int, float],
    gain: dict[int, float],
    steps: list[tuple[int, float]],
    far: float,
) -> dict[int, float]:
    ahead = {place: chance * gain.get(place, _QUIET) for place, chance in later.items()}
    anywhere = far * sum(ahead.values())
    result = {
        place: anywhere + sum([weight * ahead[place + step] for step, weight in steps if place + step in ahead])
        for place in before
    }
    most = max(result.values())
    return {place: chance / most for place, chance in result.items()}


def _partners(here: dict[int, float], links: dict[int, float]) -> dict[int, float]:
    """The share of each place's chance that goes to having a partner there."""
    total = sum(here.values())
    found = {}
    for place, chance in here.items():
        odds = links.get(place, _CHANCE)
        share = chance / total * (1 - _ALONE) * odds / ((1 - _ALONE) * odds + _ALONE)
        if share > 0.01:
            found[place] = share
    return found
