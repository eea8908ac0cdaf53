"""Correct the scenes of a story: which sentences they hold, what they are called, who is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from retold.editing.document import Overlay
from retold.editing.draft import Draft
from retold.editing.names import NameBook, fold_name, title_of_slug
from retold.editing.passages import claim_sentences, settle_sentences
from retold.editing.presence import Spot, follow, spots_of
from retold.editing.problem import Problem, Severity, suggest
from retold.editing.quotes import QuoteFinder
from retold.editing.rebuild import rebuild_scenes
from retold.model import Evidence, Quote, Scene, Span, Story


@dataclass(slots=True)
class Scenes(Draft):
    """The scenes while they are being corrected; `owner` says which one has a sentence."""

    story: Story
    owner: dict[Spot, str]
    order: list[str]
    moved: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CorrectedScenes:
    """A story with its scenes corrected, the addresses that were joined to others, and the problems."""

    story: Story
    moved: dict[str, str]
    problems: tuple[Problem, ...]


def correct_scenes(story: Story, overlays: Sequence[Overlay]) -> CorrectedScenes:
    """Correct the scenes as their pages say; every sentence stays in exactly one scene."""
    owner = {spot: scene.slug for scene in story.scenes for spot in spots_of(scene.passages)}
    scenes = Scenes(story, owner, [scene.slug for scene in story.scenes])
    book = _name_scenes(story, overlays)
    for overlay in overlays:
        _join(scenes, overlay, book)
    _move_sentences(scenes, overlays)
    before = {scene.slug: spots_of(scene.passages) for scene in story.scenes}
    scenes.moved.update(_find_heirs(scenes, before))
    reasons = {o.document.slug: Evidence("page", f"{o.document.file} says so") for o in overlays}
    corrected = rebuild_scenes(story, scenes.owner, scenes.order, reasons)
    corrected = replace(corrected, scenes=_state_facts(scenes, corrected, overlays))
    return CorrectedScenes(corrected, scenes.moved, tuple(scenes.problems))


def _name_scenes(story: Story, overlays: Sequence[Overlay]) -> NameBook:
    book = NameBook()
    for scene in story.scenes:
        book.add(scene.title, scene.slug)
        book.add(scene.slug, scene.slug)
    for overlay in overlays:
        book.add(overlay.matter.values.get("title", ""), overlay.document.slug)
    return book


def _join(scenes: Scenes, overlay: Overlay, book: NameBook) -> None:
    """Give the sentences of the scenes that are the same event, by `same_as`, to this page's."""
    slug = overlay.document.slug
    here = follow(slug, scenes.moved)
    for number, name in enumerate(overlay.matter.values.get("same_as", ()) if here in scenes.order else ()):
        path = ("same_as", number)
        bearers = [bearer for bearer in book.find(name) if bearer != slug and bearer in scenes.order]
        there = follow(bearers[0], scenes.moved) if bearers else ""
        if len(bearers) > 1:
            scenes.report(overlay, path, f"two scenes are called {name}: write the address of one", bearers[0])
        elif not bearers and slug not in book.find(name):
            scenes.report(overlay, path, f"no scene is called {name}", book.suggest(name))
        elif bearers and there == here != slug and bearers[0] == here:
            scenes.report(overlay, path, f"same_as goes in a circle: {name} is already joined with this page")
        elif bearers and there != here and bearers[0] in scenes.moved:
            scenes.report(overlay, path, f"{name} is already joined with {there}")
        elif bearers and there != here:
            scenes.moved[there] = here
    scenes.owner.update({spot: follow(has, scenes.moved) for spot, has in scenes.owner.items() if has in scenes.moved})


def _move_sentences(scenes: Scenes, overlays: Sequence[Overlay]) -> None:
    """Let pages claim the sentences of their passages, and settle what they give up."""
    finder = QuoteFinder(scenes.story)
    claims: dict[Spot, tuple[str, str]] = {}
    stated: set[tuple[str, str]] = set()
    for overlay in overlays:
        if "passages" not in overlay.matter.values:
            _expect_scene(scenes, overlay)
            continue
        slug = follow(overlay.document.slug, scenes.moved)
        claimed, problems = claim_sentences(finder, overlay)
        scenes.problems.extend(problems)
        for spot, number in claimed.items():
            if claims.setdefault(spot, (slug, overlay.document.file))[0] != slug:
                first = finder.begin_sentence(*spot)
                message = f"“{first} …” belongs to {claims[spot][1]} already"
                scenes.report(overlay, ("passages", number), message)
            elif not problems:
                stated.add((slug, spot[0]))
        if slug not in scenes.order and any(has == slug for has, _ in claims.values()):
            scenes.order.append(slug)
    claimed_by = {spot: slug for spot, (slug, _) in claims.items()}
    scenes.owner = settle_sentences(scenes.story, scenes.owner, claimed_by, stated)


def _expect_scene(scenes: Scenes, overlay: Overlay) -> None:
    """Report a page that corrects a scene which is not there."""
    slug = overlay.document.slug
    used = sorted(set(overlay.matter.values) & {"summary", "characters", "same_as"})
    if slug not in scenes.order and (used or "title" in overlay.matter.values):
        message = f"no scene has the address {slug}; give passages: to make one"
        # A title alone may be an essay's that stands in this folder.
        severity: Severity = "error" if used else "warning"
        scenes.report(overlay, (*used, "title")[:1], message, suggest(slug, scenes.order), severity)


def _find_heirs(scenes: Scenes, before: Mapping[str, tuple[Spot, ...]]) -> dict[str, str]:
    """Say which scene took most sentences of each one that has none left."""
    living = set(scenes.owner.values())
    heirs: dict[str, str] = {}
    for slug, spots in before.items():
        if slug not in living and slug not in scenes.moved and spots:
            heirs[slug] = Counter(scenes.owner[spot] for spot in spots).most_common(1)[0][0]
    return heirs


def _state_facts(scenes: Scenes, story: Story, overlays: Sequence[Overlay]) -> tuple[Scene, ...]:
    """Take over title, summary and characters."""
    cast = NameBook()
    for character in story.characters:
        for name in (character.name, *character.aliases, character.slug):
            cast.add(name, character.slug)
    by_slug = {scene.slug: scene for scene in story.scenes}
    titles = {fold_name(scene.title): scene.slug for scene in story.scenes}
    finder = QuoteFinder(story)
    for overlay in overlays:
        slug, values = overlay.document.slug, overlay.matter.values
        if slug not in by_slug:
            continue
        title = values.get("title", by_slug[slug].title or title_of_slug(slug))
        if titles.setdefault(fold_name(title), slug) != slug:
            scenes.report(overlay, ("title",), f"another scene is called {title}", severity="warning")
        present = _read_characters(scenes, overlay, cast) if "characters" in values else by_slug[slug].characters
        summary = (_quote_words(finder, values["summary"]),) if "summary" in values else by_slug[slug].summary
        spoken = tuple(name for name in by_slug[slug].spoken_of if name not in present)
        by_slug[slug] = replace(by_slug[slug], title=title, characters=present, spoken_of=spoken, summary=summary)
    return tuple(by_slug.values())


def _read_characters(scenes: Scenes, overlay: Overlay, cast: NameBook) -> tuple[str, ...]:
    found: list[str] = []
    for number, name in enumerate(overlay.matter.values["characters"]):
        bearers = cast.find(name)
        if len(bearers) == 1:
            found.extend(bearers)
        else:
            message = f"{name} may be {' or '.join(bearers)}" if bearers else f"nobody is called {name}"
            scenes.report(overlay, ("characters", number), message, "" if bearers else cast.suggest(name))
    return tuple(dict.fromkeys(found))


def _quote_words(finder: QuoteFinder, words: str) -> Quote:
    """Cite a summary that stands in a telling word for word; else it is the contributor's own."""
    found = finder.find(words)
    return finder.quote(found[0]) if found else Quote("", Span(0, 0), words)
