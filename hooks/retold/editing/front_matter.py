"""Take a contributor's page apart into front matter, read by its schema, and body."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

import yaml

from retold.editing.document import Document, FrontMatter, Overlay, Path
from retold.editing.problem import Place, Problem, problem_at, suggest
from retold.editing.schema import COMMON, GENERATOR_KEYS, SCHEMAS, SchemaError, describe_key
from retold.editing.yaml_words import explain_yaml

_HEAD = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPEN = re.compile(r"---[ \t]*\n\s*[\w-]+[ \t]*:")
_LONGEST = 50_000  # characters; a front matter that long is an accident, and YAML is slow

_DEEPEST = 20


def read_front_matter(document: Document) -> tuple[Overlay, tuple[Problem, ...]]:
    """Split a page and read its front matter.

    Args:
        document: The page; its kind decides which keys it may have.

    Returns:
        The page taken apart, and every problem of its front matter.  Entries with a
        problem are left out, the others hold.
    """
    text = document.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    head = _HEAD.match(text)
    if head is None:
        unclosed = Problem(document.file, 1, 1, "the front matter has no end: write --- on a line of its own after it")
        return Overlay(document, FrontMatter(document.file), text), (unclosed,) if _OPEN.match(text) else ()
    matter, problems = _read_matter(document, head.group(1))
    body = text[head.end() :]
    return Overlay(document, matter, body, text.count("\n", 0, head.end()) + 1), problems


def _read_matter(document: Document, source: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    empty = FrontMatter(document.file)
    if len(source) > _LONGEST:
        return empty, (Problem(document.file, 1, 1, f"the front matter is longer than {_LONGEST:,} characters"),)
    if _nests_deeply(source):
        return empty, (Problem(document.file, 2, 1, "the front matter is nested too deeply"),)
    try:
        tokens = yaml.scan(source, Loader=yaml.SafeLoader)
        alias = next((token for token in tokens if isinstance(token, (yaml.AliasToken, yaml.AnchorToken))), None)
        if alias is not None:
            place = _place(document, alias)
            return empty, (problem_at(place, "& and * are YAML's anchors: put the value in quotes"),)
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return empty, (explain_yaml(document.file, source, error),)
    if root is None:
        return empty, ()
    if not isinstance(root, yaml.MappingNode):
        return empty, (problem_at(_place(document, root), "the front matter must be lines of the form key: value"),)
    return _read_keys(document, root)


def _nests_deeply(source: str) -> bool:
    """PyYAML takes minutes over thousands of brackets in one another; indentation nests at most as deep as it is wide."""
    opened = accumulate((c in "[{") - (c in "]}") for c in source)
    indented = (len(line) - len(line.lstrip(" -?:")) for line in source.split("\n"))
    return max(opened, default=0) > _DEEPEST or max(indented, default=0) > _DEEPEST * 8


def _read_keys(document: Document, root: yaml.MappingNode) -> tuple[FrontMatter, tuple[Problem, ...]]:
    values: dict[str, Any] = {}
    meta: dict[str, Any] = {}
    places: dict[Path, Place] = {}
    problems: list[Problem] = []
    readers = COMMON | SCHEMAS[document.kind]
    first: dict[str, Place] = {}
    for key_node, node in root.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        place = _place(document, key_node)
        if key in first:
            problems.append(problem_at(place, f"{key} stands here twice, first on line {first[key].line}"))
            continue
        first[key] = place
        try:
            if key in readers:
                _note_places(document, node, (key,), places)
                values[key] = readers[key](node)
            elif key not in GENERATOR_KEYS:
                problems.extend(_judge_unknown_key(document, key, place))
            meta[key] = _plain(node)
        except SchemaError as error:
            problems.append(problem_at(_place(document, error.node), f"{key}: {error.message}", error.suggestion))
        except (yaml.YAMLError, ValueError, OverflowError):
            problems.append(problem_at(_place(document, node), f"{key}: this value cannot be read; put it in quotes"))
    return FrontMatter(document.file, values, meta, places), tuple(problems)


def _judge_unknown_key(document: Document, key: str, place: Place) -> list[Problem]:
    """An ordinary page may have other plugins' keys, so there only a near miss is reported."""
    known = (*COMMON, *SCHEMAS[document.kind], *GENERATOR_KEYS)
    meant = suggest(key, known)
    if document.kind == "page":
        return [problem_at(place, f"unknown key {key}", meant, "warning")] if meant else []
    elsewhere = describe_key(key)
    return [problem_at(place, f"unknown key {key} on a {document.kind}'s page{elsewhere}", meant)]


def _note_places(document: Document, node: yaml.Node, path: Path, places: dict[Path, Place]) -> None:
    places[path] = _place(document, node)
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            _note_places(document, item, (*path, number), places)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _note_places(document, value, (*path, str(key.value)), places)


def _plain(node: yaml.Node) -> Any:
    """Give a value as YAML's safe loader would."""
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _place(document: Document, marked: Any) -> Place:
    """The front matter begins on the file's second line, and marks count from 0."""
    return Place(document.file, marked.start_mark.line + 2, marked.start_mark.column + 1)
