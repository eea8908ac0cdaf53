"""What the front matter of each kind of page may say: one reader a key, in visible tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from retold.editing.document import Kind
from retold.editing.problem import suggest

Reader = Callable[[yaml.Node], Any]

# Keys of MkDocs, Material and its common plugins: theirs to check.
GENERATOR_KEYS = frozenset(
    {"title", "description", "tags", "hide", "search", "template", "icon", "status", "subtitle", "author", "authors"}
    | {"date", "comments", "social", "glightbox", "canonical", "revision_date", "og_image", "slug", "draft", "links"}
)

_GENDERS = {"f": "f", "female": "f", "woman": "f", "she": "f", "m": "m", "male": "m", "man": "m", "he": "m"}
_GENDERS |= {"x": "x", "other": "x", "nonbinary": "x", "non-binary": "x", "they": "x"}
_RELATION = re.compile(r"(not\s+)?(\S.*?)\s+of\s+(\S.*)")
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")


class SchemaError(Exception):
    """A value that its key does not allow."""

    def __init__(self, node: yaml.Node, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.node, self.message, self.suggestion = node, message, suggestion


def read_text(node: yaml.Node) -> str:
    """Read words as they are written: No and 1984 are names too."""
    while isinstance(node, yaml.SequenceNode) and len(node.value) == 1:  # [[Name]] is a list of a list to YAML
        node = node.value[0]
    if not isinstance(node, yaml.ScalarNode):
        raise SchemaError(node, f"wants words, not a {_kind_of(node)}")
    text = " ".join(str(node.value).split()).removeprefix("[[").removesuffix("]]").strip()
    if not text or (node.tag.endswith(":null") and node.style is None):
        raise SchemaError(node, "is empty: give a value or remove the line")
    return text


def read_names(node: yaml.Node) -> tuple[str, ...]:
    """Read a list of names; one name alone needs no list."""
    if isinstance(node, yaml.SequenceNode):
        return tuple(dict.fromkeys(name for item in node.value for name in read_names(item)))
    if isinstance(node, yaml.MappingNode):
        raise SchemaError(node, "wants a list of names: [Ann, Ann Lee]")
    return (read_text(node),)


def read_switch(node: yaml.Node) -> bool:
    """Read true or false."""
    if isinstance(node, yaml.ScalarNode):
        word = str(node.value).casefold()
        if word in {"true", "yes", "on", "false", "no", "off"}:
            return word in {"true", "yes", "on"}
        raise SchemaError(node, f"must be true or false, not {node.value}", suggest(word, ("true", "false")))
    raise SchemaError(node, "must be true or false")


def read_gender(node: yaml.Node) -> str:
    """Read f, m or x, or a word for it."""
    word = read_text(node)
    if word.casefold() not in _GENDERS:
        raise SchemaError(node, f"must be f, m or x, not {word}", suggest(word, _GENDERS))
    return _GENDERS[word.casefold()]


def read_relations(node: yaml.Node) -> tuple[dict[str, str], ...]:
    """Read what this character is of others: "wife of Tom", or {is: wife, of: Tom}."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(_read_relation(item) for item in items)


def _read_relation(node: yaml.Node) -> dict[str, str]:
    if isinstance(node, yaml.MappingNode):
        found = _read_fields(node, ("is", "not", "of", "later", "quote"))
        if "of" not in found or ("is" in found) == ("not" in found):
            raise SchemaError(node, "a relation says what and of whom: {is: wife, of: Ann Lee}")
        return found
    words = _RELATION.fullmatch(read_text(node))
    if words is None:
        raise SchemaError(node, "a relation says what and of whom: wife of Ann Lee")
    return {"not" if words[1] else "is": words[2], "of": words[3]}


def read_passages(node: yaml.Node) -> tuple[dict[str, str], ...]:
    """Read which sentences are in a scene: {telling, from, to}, or "first words … last words"."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(_read_passage(item) for item in items)


def _read_passage(node: yaml.Node) -> dict[str, str]:
    if isinstance(node, yaml.MappingNode):
        found = _read_fields(node, ("telling", "from", "to"))
        if "from" not in found:
            raise SchemaError(
                node, 'a passage says where it begins: {telling: A, from: "first words", to: "last words"}'
            )
        return found
    first, *last = _ELLIPSIS.split(read_text(node), maxsplit=1)
    return {"from": first, "to": last[0]} if last and first and last[0] else {"from": first or last[0]}


def _read_fields(node: yaml.MappingNode, known: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in node.value:
        if key.value not in known:
            raise SchemaError(key, f"unknown key {key.value}", suggest(str(key.value), known))
        if key.value in found:
            raise SchemaError(key, f"{key.value} stands here twice")
        found[key.value] = read_text(value)
    return found


def _kind_of(node: yaml.Node) -> str:
    return "list" if isinstance(node, yaml.SequenceNode) else "mapping"


COMMON: dict[str, Reader] = {"generated": read_switch, "link_names": read_switch, "aliases": read_names}
SCHEMAS: dict[Kind, dict[str, Reader]] = {
    "character": {
        "name": read_text,
        "portrayed_by": read_text,
        "gender": read_gender,
        "same_as": read_names,
        "not_same_as": read_names,
        "not_a_character": read_switch,
        "relations": read_relations,
        "image": read_text,
    },
    "scene": {
        "title": read_text,
        "summary": read_text,
        "passages": read_passages,
        "characters": read_names,
        "same_as": read_names,
        "image": read_text,
    },
    "page": {"image": read_text},
}


def describe_key(key: str) -> str:
    """Say which other kind of page knows a key, if one does."""
    kinds = [kind for kind, readers in SCHEMAS.items() if key in readers and kind != "page"]
    return f" (a {kinds[0]}'s page may have it)" if kinds else ""
