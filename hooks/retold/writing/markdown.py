"""The only module that spells Markdown, and the one that makes foreign text harmless.

A `Markdown` value is spelled already; every other string is a reader's text and comes out
literally.  Characters that could mean something are written as numeric entities: unlike
backslashes these hold in Markdown, in HTML blocks and in attributes alike, for every
extension that a site may switch on.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

MARKDOWN_EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")

_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# What means something anywhere; at the start of a line ("1.", "- ", "# ", "!!! "); before a link ("!"); twice ("++",
# "=="); or as ":smile:" and "http://".
_MEANS_SOMETHING = re.compile(r"[\\`*_{}\[\]<>&|$~^]|^\d+[.)]|^[#\-+=:!?]|!$|(?<=\+)\+|(?<==)=|:(?=//|[\w+\-]+:)")


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def clean_text(text: str) -> str:
    """Put a text on one line, without characters that no page can hold."""
    return " ".join(_UNWRITABLE.sub("", text).split())


def escape(text: object) -> Markdown:
    """Spell a text so that Markdown shows exactly its characters, on one line.

    A piece of a longer text keeps one space at either end where it has any.
    """
    if isinstance(text, Markdown):
        return text
    words = _UNWRITABLE.sub("", str(text))
    line = _escape_line(clean_text(words))
    before = " " if words[:1].isspace() else ""
    after = " " if line and words[-1:].isspace() else ""
    return Markdown(f"{before}{line}{after}")


def escape_attribute(text: str) -> str:
    """Escape a text for a double-quoted attribute."""
    return _escape_line(clean_text(text)).replace('"', "&#34;").replace("'", "&#39;")


def join(parts: Iterable[object], separator: str = "") -> Markdown:
    """Join spelled and unspelled parts."""
    return Markdown(separator.join(escape(part) for part in parts))


def spell_link(text: object, address: str, attributes: str = "") -> Markdown:
    """Spell a link; `attributes` as attr_list writes them (".quiet title=…")."""
    return Markdown(f"[{escape(text)}]({_escape_address(address)}){_braces(attributes)}")


def spell_image(text: str, address: str, attributes: str = "") -> Markdown:
    """Spell an image with what it shows in words."""
    return Markdown(f"!{spell_link(text, address, attributes)}")


def spell_strong(content: object) -> Markdown:
    """Spell something strongly."""
    return Markdown(f"**{escape(content)}**")


def spell_element(name: str, content: object, attributes: str = "") -> Markdown:
    """Spell an inline HTML element around Markdown."""
    return Markdown(f"<{name}{' ' if attributes else ''}{attributes}>{escape(content)}</{name}>")


def read_plain(spelled: str) -> str:
    """Read Markdown of ours as plain text, without citation marks."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)(\{ (\.cite)?[^}]*\})?", lambda m: "" if m[3] else m[1], spelled)
    return clean_text(html.unescape(re.sub(r"<[^>]*>|\*\*", "", text)))


def _escape_line(line: str) -> str:
    return _MEANS_SOMETHING.sub(_write_entity, line)


def _write_entity(found: re.Match[str]) -> str:
    return f"{found.group()[:-1]}&#{ord(found.group()[-1])};"


def _escape_address(address: str) -> str:
    return re.sub(r"[\s()<>\[\]\\]", lambda found: f"%{ord(found.group()):02X}", address)


def _braces(attributes: str) -> str:
    return f"{{ {attributes} }}" if attributes else ""
