"""Fill the page templates; each block of a template is a section that an overlay can place."""

from __future__ import annotations

import re
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from retold.model import Section
from retold.writing.markdown import escape
from retold.writing.parts import spell_difference, spell_portrait, spell_scene_number, spell_tie
from retold.writing.pen import Pen
from retold.writing.wording import begin_large, count_things, count_times, initials, join_words


def fill_sections(name: str, pen: Pen, **facts: object) -> tuple[Section, ...]:
    """Fill a template's blocks, in their order; what stays empty is left out."""
    template = _environment().get_template(f"{name}.md.j2")
    parts = {
        "pen": pen,
        "paths": pen.story.paths,
        "story": pen.story.story,
        "show_portrait": partial(spell_portrait, pen),
        "show_difference": partial(spell_difference, pen),
        "show_number": partial(spell_scene_number, pen),
        "show_tie": spell_tie,
    }
    context = template.new_context({**parts, **facts})
    filled = ((block, _tidy("".join(write(context)))) for block, write in template.blocks.items())
    return tuple(Section(block.replace("_", "-"), body) for block, body in filled if body)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("retold.writing"),
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701  `finalize` makes every value harmless, for Markdown and HTML alike
    )
    environment.globals.update(
        join_words=join_words, count=count_things, times=count_times, initials=initials, begin_large=begin_large
    )
    return environment


def _tidy(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip("\n")
