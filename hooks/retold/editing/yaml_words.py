"""Say in a fan's words what is wrong with a piece of YAML."""

from __future__ import annotations

import yaml

from retold.editing.problem import Problem

# What PyYAML says, and what to do about it; the first that fits is taken.
_WORDS = (
    ("found character '\\t'", "a tab cannot indent here: use spaces"),
    ("mapping values are not allowed", 'a colon with a space after it must stand in quotes: title: "Quill: the end"'),
    ("found unexpected end of stream", "this quotation mark is never closed"),
    ("could not find expected ':'", "this line needs a colon and a space after its key: name: Ann Lee"),
    ("found unknown escape character", "in double quotes a backslash must be written twice, or use single quotes"),
    ("expected ',' or ']'", "this list has no closing ]"),
    ("expected ',' or '}'", "this { has no closing }"),
    ("but found '<block sequence start>'", "the items of a list must all be indented alike"),
    ("expected <block end>, but found", "put the whole value in quotes, and indent keys that belong together alike"),
    ("found character '@'", "a value that begins with @ must stand in quotes"),
    ("found character '`'", "a value that begins with ` must stand in quotes"),
    ("found character '%'", "a value that begins with % must stand in quotes"),
)


def explain_yaml(file: str, source: str, error: yaml.YAMLError) -> Problem:
    """Turn PyYAML's error about a front matter into a problem of its file."""
    if isinstance(error, yaml.reader.ReaderError):
        before = source[: error.position]
        column = error.position - before.rfind("\n")
        return Problem(file, before.count("\n") + 2, column, "a character that cannot be printed stands here")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = " ".join(str(part) for part in (getattr(error, "problem", ""), getattr(error, "context", "")) if part)
    message = next((words for clue, words in _WORDS if clue in said), f"this is no YAML: {said}")
    if message.endswith("never closed"):
        mark = getattr(error, "context_mark", None) or mark
    return Problem(file, mark.line + 2 if mark else 2, mark.column + 1 if mark else 1, message)
