"""Which sentences a scene's page claims, and where those go that it gives up."""

from __future__ import annotations

from collections.abc import Mapping

from retold.editing.document import Overlay
from retold.editing.presence import Spot
from retold.editing.problem import Place, Problem, problem_at, suggest
from retold.editing.quotes import Found, QuoteFinder
from retold.model import Story


def claim_sentences(finder: QuoteFinder, overlay: Overlay) -> tuple[dict[Spot, int], tuple[Problem, ...]]:
    """Find the sentences of a page's `passages`.

    Returns:
        Each sentence with the number of the passage that claims it, and what was not found.
    """
    claimed: dict[Spot, int] = {}
    problems: list[Problem] = []
    for number, passage in enumerate(overlay.matter.values["passages"]):
        telling = passage.get("telling", "")
        name = finder.find_telling(telling) if telling else ""
        if telling and not name:
            place = overlay.matter.place("passages", number, "telling")
            problems.append(problem_at(place, f"no telling is called {telling}", suggest(telling, finder.names)))
            continue
        first = _find_once(finder, passage["from"], name, overlay.matter.place("passages", number, "from"))
        if isinstance(first, Found) and "to" in passage:
            last = _find_once(finder, passage["to"], first.telling, overlay.matter.place("passages", number, "to"))
        else:
            last = first
        if isinstance(first, Problem) or isinstance(last, Problem):
            problems += [problem for problem in (first, last) if isinstance(problem, Problem)][:1]
            continue
        if last.last < first.first:
            place = overlay.matter.place("passages", number)
            problems.append(problem_at(place, f"“{passage['to']}” stands before “{passage['from']}”"))
            continue
        for sentence in range(first.first, last.last + 1):
            claimed.setdefault((first.telling, sentence), number)
    return claimed, tuple(problems)


def _find_once(finder: QuoteFinder, words: str, telling: str, place: Place) -> Found | Problem:
    """Find the one place where quoted words stand, or say why there is none."""
    found = finder.find(words, telling)
    if len(found) == 1:
        return found[0]
    if not found:
        where = f"does not stand in telling {telling}" if telling else "stands in no telling"
        return problem_at(place, f"“{words}” {where}", finder.nearest(words, telling))
    spots = ", ".join(f"sentence {spot.first + 1} of {spot.telling}" for spot in found[:3])
    message = f"“{words}” stands in {len(found)} places ({spots}): quote more words"
    return problem_at(place, message, finder.begin_sentence(found[0].telling, found[0].first))


def settle_sentences(
    story: Story, owner: Mapping[Spot, str], claimed: Mapping[Spot, str], stated: set[tuple[str, str]]
) -> dict[Spot, str]:
    """Give every sentence one owner again after pages have claimed theirs.

    A scene that states its sentences of a telling, as (scene, telling) in `stated`, keeps
    no other sentence of it: those go to the scene next to them, before or behind.
    """
    settled = dict(owner)
    for telling in story.tellings:
        spots = [(telling.name, sentence.number) for sentence in telling.sentences]
        owners = [claimed.get(spot) or _unless_given_up(owner[spot], telling.name, stated) for spot in spots]
        before = _neighbours(owners)
        behind = _neighbours(owners[::-1])[::-1]
        for at, spot in enumerate(spots):
            (near, far), (next_near, next_far) = before[at], behind[at]
            choices = (near, next_near, far, next_far)
            settled[spot] = owners[at] or next((c for c in choices if c and c != owner[spot]), owner[spot])
    return settled


def _unless_given_up(slug: str, telling: str, stated: set[tuple[str, str]]) -> str | None:
    return None if (slug, telling) in stated else slug


def _neighbours(owners: list[str | None]) -> list[tuple[str, str]]:
    """Give, for each sentence, the last owner before it and the last one unlike that."""
    found, near, far = [], "", ""
    for has in owners:
        found.append((near, far))
        if has and has != near:
            near, far = has, near
    return found
