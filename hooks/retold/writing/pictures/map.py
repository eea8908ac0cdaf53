"""The relationship map: who is what to whom, and who shares scenes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from retold.model import Relation, Story
from retold.writing.pictures.cast import MOST, Player, find_everybody
from retold.writing.pictures.layout import Box, part_boxes, place_nodes
from retold.writing.pictures.svg import Markup, clip_text, element, measure_text
from retold.writing.pictures.values import Picture, Place, scroll

_SIZE = 13
_WORD_SIZE = 12
_BOLD = 1.1  # bold signs are wider
_FEW = 8  # so many people are drawn with room to spare and all their shared scenes
_STRONGEST = 2  # of the ties by scenes alone, each of many people keeps so many
_STRETCH = 1.35  # names are wide, so the map is
_MARGIN = 24
_NAME_WIDTH = 170.0

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Tie:
    """What two people are to each other: each word stands nearer to the one whom it describes."""

    pair: Pair
    words: tuple[tuple[int, str], ...]
    scenes: int


def draw_map(story: Story, place: Place) -> Picture:
    """Draw the relationship map of a story.

    Args:
        story: The story; its relations and shared scenes decide the lines.
        place: The page on which the map stands.

    Returns:
        The map as an SVG in a scroller, and the relations as a table.
    """
    people = find_everybody(story)
    drawn = people[:MOST]
    ties = _find_ties(story, drawn)
    if not ties:
        return Picture(Markup(), Markup())
    tied = {node for tie in ties for node in tie.pair}
    boxes = _place_people(drawn, ties, tied)
    names = [_draw_person(drawn[node], boxes[node], place) for node in sorted(tied)]
    width = max(box.x + box.width / 2 for box in boxes.values()) + _MARGIN
    height = max(box.y + box.height / 2 for box in boxes.values()) + _MARGIN
    name = f"Relationship map of {story.facts.title or 'the story'}"
    taken = [boxes[node] for node in sorted(tied)]
    edges = [_draw_edge(tie, boxes) for tie in sorted(ties, key=lambda tie: bool(tie.words))]
    words = [_draw_words(tie, boxes, taken) for tie in ties]
    drawing = element(
        "svg", *edges, *(part for parts in words for part in parts), *names,
        class_="rt-map", width=width, height=height, viewBox=Markup(f"0 0 {width:.0f} {height:.0f}"), role="group", aria_label=name,
    )  # fmt: skip
    note = element("p", _explain(len(tied), len(people)), class_="rt-note")
    return Picture(element("div", scroll(drawing, name), note, class_="rt-picture"), _write_table(story, people, place))


def _find_ties(story: Story, people: Sequence[Player]) -> list[_Tie]:
    """Everybody's ties: what the tellings say, and the scenes that two share."""
    numbers = {player.character.slug: node for node, player in enumerate(people)}
    words: dict[Pair, list[tuple[int, str]]] = {}
    for relation in story.relations:
        one, two = numbers.get(relation.person), numbers.get(relation.other)
        if one is not None and two is not None and one != two:
            said = words.setdefault((min(one, two), max(one, two)), [])
            if (one, _say(relation)) not in said:
                said.append((one, _say(relation)))
    shared: Counter[Pair] = Counter()
    for scene in story.scenes:
        here = sorted(numbers[slug] for slug in set(scene.characters) if slug in numbers)
        shared.update(combinations(here, 2))
    ties = [_Tie(pair, _join_words(words.get(pair, [])), shared[pair]) for pair in sorted({*words, *shared})]
    return ties if len(people) <= _FEW else _keep_strongest(ties)


def _join_words(said: list[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """All that one is to the other, together."""
    return tuple((node, ", ".join(word for one, word in said if one == node)) for node in sorted({n for n, _ in said}))


def _keep_strongest(ties: list[_Tie]) -> list[_Tie]:
    """Leave out ties by scenes alone that are not among the strongest of either person."""
    left: Counter[int] = Counter()
    kept = {tie.pair for tie in ties if tie.words}
    for tie in sorted(ties, key=lambda tie: (-tie.scenes, tie.pair)):
        if tie.pair not in kept and min(left[node] for node in tie.pair) < _STRONGEST:
            kept.add(tie.pair)
            left.update(tie.pair)
    return [tie for tie in ties if tie.pair in kept]


def _say(relation: Relation) -> str:
    return f"{relation.word}, later {relation.later}" if relation.later else relation.word


def _place_people(people: Sequence[Player], ties: Sequence[_Tie], tied: set[int]) -> dict[int, Box]:
    nodes = sorted(tied)
    at = {node: number for number, node in enumerate(nodes)}
    ways = {(at[tie.pair[0]], at[tie.pair[1]]): _find_way(tie) for tie in ties}
    points = place_nodes(len(nodes), ways)
    unit = 230 if len(nodes) <= _FEW else 170
    boxes = [
        Box(x * unit * _STRETCH, y * unit, measure_text(_clip(people[node]), _SIZE * _BOLD) + 24, 30)
        for node, (x, y) in zip(nodes, points, strict=True)
    ]
    boxes = part_boxes(boxes, 18)
    left = min(box.x - box.width / 2 for box in boxes) - _MARGIN
    top = min(box.y - box.height / 2 for box in boxes) - _MARGIN
    return {
        node: Box(round(box.x - left), round(box.y - top), box.width, box.height)
        for node, box in zip(nodes, boxes, strict=True)
    }


def _find_way(tie: _Tie) -> float:
    """How far apart two should stand: words need room, many shared scenes draw together."""
    longest = max((measure_text(word, _WORD_SIZE) for _, word in tie.words), default=0.0)
    return (0.8 + longest / 300 if tie.words else 1.3) + 0.5 / (1 + tie.scenes)


def _draw_person(player: Player, box: Box, place: Place) -> Markup:
    pill = element(
        "rect", x=box.x - box.width / 2, y=box.y - box.height / 2, width=box.width, height=box.height, rx=box.height / 2
    )
    text = element("text", _clip(player), x=box.x, y=box.y + 4.5)
    name = player.character.name
    link = place.to_character(player.character)
    return element(
        "a", element("title", name), pill, text, href=link, class_=f"rt-person {player.tone}", aria_label=name
    )


def _draw_edge(tie: _Tie, boxes: dict[int, Box]) -> Markup:
    one, two = (boxes[node] for node in tie.pair)
    width = 1 + min(5.0, 1.2 * sqrt(tie.scenes))
    path = Markup(f"M{one.x:.0f} {one.y:.0f}L{two.x:.0f} {two.y:.0f}")
    return element("path", d=path, class_="rt-tie" if tie.words else "rt-shared", stroke_width=width)


def _draw_words(tie: _Tie, boxes: dict[int, Box], taken: list[Box]) -> list[Markup]:
    """Write each word at its person's end of the edge, where it covers least; the places are taken then."""
    drawn = []
    for node, said in tie.words:
        start, end = boxes[node], boxes[tie.pair[0] if node == tie.pair[1] else tie.pair[1]]
        word = clip_text(said, 150, _WORD_SIZE)
        spots = list(_find_spots(start, end, measure_text(word, _WORD_SIZE)))
        box = min(spots, key=lambda spot: sum(_share(spot, other) for other in taken))
        taken.append(box)
        plate = element(
            "rect", x=box.x - box.width / 2, y=box.y - box.height / 2, width=box.width, height=box.height, rx=4
        )
        drawn.append(element("g", plate, element("text", word, x=box.x, y=box.y + 4), class_="rt-word"))
    return drawn


def _find_spots(start: Box, end: Box, width: float) -> Iterable[Box]:
    for part in (0.38, 0.34, 0.42, 0.3, 0.46, 0.5, 0.26, 0.55, 0.6):
        for lift in (0, -9, 9):
            yield Box(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part + lift, width + 8, 18)


def _share(one: Box, two: Box) -> float:
    return max(0.0, one.overlap_x(two)) * max(0.0, one.overlap_y(two))


def _clip(player: Player) -> str:
    return clip_text(player.character.name, _NAME_WIDTH, _SIZE * _BOLD)


def _explain(drawn: int, people: int) -> str:
    who = f" Drawn are {drawn} of {people} characters." if drawn < people else ""
    return f"A word says what the person nearest to it is to the other; the more scenes two share, the thicker their line.{who}"


def _write_table(story: Story, people: Sequence[Player], place: Place) -> Markup:
    characters = {player.character.slug: player.character for player in people}
    together = {player.character.slug: set(player.scenes) for player in people}
    rows = []
    for relation in dict.fromkeys((r.person, _say(r), r.other) for r in story.relations):
        person, word, other = relation
        if person in characters and other in characters:
            ends = [
                element("a", characters[slug].name, href=place.to_character(characters[slug]))
                for slug in (person, other)
            ]
            shared = len(together[person] & together[other])
            cells = (element("th", ends[0], scope="row"), element("td", word), element("td", ends[1]))
            rows.append(element("tr", *cells, element("td", str(shared), class_="rt-count")))
    if not rows:
        return Markup()
    heads = ("Who", "is the", "of", "Shared scenes")
    head = element("tr", *(element("th", words, scope="col") for words in heads))
    table = element("table", element("thead", head), element("tbody", *rows))
    return scroll(table, "The relations as a table")
