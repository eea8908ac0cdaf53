"""The only module that spells SVG and HTML elements; every text in them comes out literally."""

from __future__ import annotations

import unicodedata

from retold.writing.markdown import clean_text, escape, escape_attribute


class Markup(str):
    """Elements that are spelled already and are not escaped again."""

    __slots__ = ()


def element(name: str, *content: str, **attributes: object) -> Markup:
    """Spell an element; attribute names take `_` for `-`, and `class_` is the class."""
    spelled = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_spell(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(part if isinstance(part, Markup) else escape(part) for part in content)
    return Markup(f"<{name}{spelled}>{inner}</{name}>")


def merge(*parts: str) -> Markup:
    """Put elements and texts side by side."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))


def measure_text(text: str, size: float) -> float:
    """Estimate how wide a text is in a sans-serif font; rather too wide than too narrow."""
    # Whole numbers, because sums of floats differ between Python's versions.
    return sum(_measure_sign(sign) for sign in text) * size / 100


def clip_text(text: str, width: float, size: float) -> str:
    """Shorten a text with an ellipsis until it fits."""
    text = clean_text(text)
    if measure_text(text, size) <= width:
        return text
    while text and measure_text(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap_text(text: str, width: float, size: float, most: int) -> list[str]:
    """Break a text into at most `most` lines; what does not fit is clipped."""
    lines: list[str] = []
    for word in clean_text(text).split():
        if lines and measure_text(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [clip_text(line, width, size) for line in lines]


def _measure_sign(sign: str) -> int:
    """The width of a sign in hundredths of the font's size."""
    if unicodedata.east_asian_width(sign) in "WF":
        return 105
    if unicodedata.combining(sign):
        return 0
    if sign in "iljtfrI.,:;'’!|()[] ":
        return 36
    return 95 if sign in "mwMW@%…—" else 70 if sign.isupper() else 61


def _spell(value: object) -> str:
    """An attribute's value; only numbers and what is spelled already need no escaping."""
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value) if isinstance(value, int | Markup) else escape_attribute(str(value))
