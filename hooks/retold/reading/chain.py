"""Cut one telling, told by nobody else, into scenes."""

from __future__ import annotations

from collections.abc import Sequence


def cut_chain(bonds: Sequence[float], threshold: float) -> list[list[int]]:
    """Cut a chain of sentences so that each is, on the mean, bound above the threshold to those before it in its scene.

    Two sentences are bound by the product of the bonds between them.  Where the mean falls
    to the threshold, the scene ends at its weakest bond, and reading goes on from there.

    Args:
        bonds: The chance that each sentence and the next are of one scene.
        threshold: The chance above which two sentences rather belong together.

    Returns:
        The scenes as numbers of sentences, in order.
    """
    starts = [0]
    bound, number = 1.0, 0
    while number < len(bonds):
        bound = bound * bonds[number] + 1
        number += 1
        start = starts[-1]
        if bound - 1 <= threshold * (number - start):
            number = min(range(start, number), key=lambda place: (bonds[place], -place)) + 1
            starts.append(number)
            bound = 1.0
    return [list(range(start, end)) for start, end in zip(starts, [*starts[1:], len(bonds) + 1], strict=True)]
