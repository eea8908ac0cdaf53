"""Foreign text comes out literally, whatever it holds."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from retold.writing.markdown import MARKDOWN_EXTENSIONS, clean_text, escape, escape_attribute, spell_link

TRICKY = st.text(alphabet="aB1 .#-+*_`~$|<>&[](){}!:=\\\"'\n\t/^;xé", max_size=40)


def show(spelled: str) -> str:
    return markdown(spelled, extensions=list(MARKDOWN_EXTENSIONS))


def read(shown: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", shown))


@given(TRICKY | st.text())
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    shown = show(escape(text))
    assert re.sub("</?p>", "", shown) == shown.removeprefix("<p>").removesuffix("</p>")
    assert not re.search(r"<(?!/?p>)", shown)
    assert clean_text(read(shown)) == clean_text(text)


@given(TRICKY | st.text())
def test_any_text_can_follow_and_be_a_link(text: str) -> None:
    shown = show(escape(f"a{text}") + spell_link(f"b{text}", "x.md", f'title="{escape_attribute(text)}"'))
    assert shown.count("<a ") == 1
    assert "<img" not in shown
    assert clean_text(read(shown)) == clean_text(f"a{text}b{text}")
    (title,) = re.findall(r'title="([^"]*)"', shown)
    assert html.unescape(title) == clean_text(text)


@pytest.mark.parametrize(
    "text", ["[[Ted]]", "<script>", "1. one", "# top", "a | b", "{{ x }}", "$a$", '=== "tab"', ":x:"]
)
def test_nothing_in_a_text_means_anything(text: str) -> None:
    assert read(show(escape(text))) == text
    assert not re.search(r"\[\[|\{\{|<s|^\d\.|^#|\$|^===|:x:", escape(text))
