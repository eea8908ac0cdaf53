"""The form of `seeds/story.yml`: parsed with line and column, every mistake explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from difflib import get_close_matches

import yaml

from retold.model import StoryFacts

STORY_FILE = "story.yml"


@dataclass(frozen=True, slots=True)
class TellingFacts:
    """What `story.yml` says of one telling; everything is optional."""

    title: str = ""
    language: str = ""
    author: str = ""
    address: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class StoryFile:
    """The whole of `story.yml`; `places` has, per telling named there, the message if no such text exists."""

    facts: StoryFacts = field(default_factory=StoryFacts)
    tellings: tuple[tuple[str, TellingFacts], ...] = ()
    places: tuple[tuple[str, str], ...] = ()


_TELLING_KEYS = tuple(one.name for one in fields(TellingFacts))
_STORY_KEYS = (*(one.name for one in fields(StoryFacts)), "tellings")


def parse_story_file(text: str) -> tuple[StoryFile, tuple[str, ...]]:
    """Parse `story.yml`.

    Returns:
        The file's values, and its problems as "line:column: message"; with problems the values are not to be used.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        return StoryFile(), (f"{place}: this is not valid YAML: {error.problem}",)
    except yaml.YAMLError as error:
        return StoryFile(), (f"1:1: this is not valid YAML: {error}".replace("\n", " "),)
    if node is None:
        return StoryFile(), ()
    problems: list[str] = []
    story = dict(_read_mapping(node, _STORY_KEYS, problems))
    listed = list(_read_mapping(story.pop("tellings"), (), problems)) if "tellings" in story else []
    facts = StoryFacts(**{key: _read_scalar(value, key, problems) for key, value in story.items()})
    tellings = tuple((name, _read_telling(value, problems)) for name, value in listed)
    places = tuple((name, f"{_place(value)}: no text is called {name + '.txt'!r}") for name, value in listed)
    return StoryFile(facts, tellings, places), tuple(problems)


def _read_telling(node: yaml.Node, problems: list[str]) -> TellingFacts:
    pairs = _read_mapping(node, _TELLING_KEYS, problems)
    return TellingFacts(**{key: _read_scalar(value, key, problems) for key, value in pairs})


def _read_mapping(node: yaml.Node, allowed: tuple[str, ...], problems: list[str]) -> Iterator[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        example = f"{allowed[0] if allowed else 'name'}: …"
        problems.append(f"{_place(node)}: expected keys with values, such as `{example}`")
        return
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if name in seen:
            problems.append(f"{_place(key)}: {name!r} stands here twice")
        elif not name or (allowed and name not in allowed):
            problems.append(f"{_place(key)}: unknown key {name!r}{_suggest(name, allowed)}")
        else:
            seen.add(name)
            yield name, value


def _read_scalar(node: yaml.Node, key: str, problems: list[str]) -> str:
    if isinstance(node, yaml.ScalarNode):
        return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)
    problems.append(f"{_place(node)}: expected one value for {key!r}, found several")
    return ""


def _suggest(name: str, allowed: tuple[str, ...]) -> str:
    close = get_close_matches(name, allowed, 1)
    return f" (did you mean {close[0]!r}?)" if close else f" (expected one of {', '.join(allowed)})"


def _place(node: yaml.Node) -> str:
    mark = node.start_mark
    return f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
