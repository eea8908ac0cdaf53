from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from island import show

from retold.editing.atlas import Atlas, Entry, Link, Outline
from retold.editing.headings import find_headings
from retold.editing.prose import mask_code
from retold.editing.sheet import Sheet
from retold.editing.wikilinks import Linked, link_wikilinks

ATLAS = Atlas(
    [
        Entry(
            "characters/mara.md", "Mara Quill", "character", ("Mara", "Captain Quill"), autolink=("Mara Quill", "Mara")
        ),
        Entry("characters/joy.md", "Joy", "character", autolink=("Joy",)),
        Entry(
            "characters/tobin.md",
            "Tobin",
            "character",
            ("Quill",),
            autolink=("Tobin",),
        ),
        Entry("scenes/the-hunt.md", "The hunt", "scene", ("Quill",)),
        Entry("essay.md", "On lighthouses", "page"),
        Entry("places/index.md", "Places", "page"),
    ],
    {"scenes/the-chase.md": "scenes/the-hunt.md"},
    lambda uri: Outline(find_headings("## Early years\n"), frozenset({"tellings"})) if uri != "essay.md" else Outline(),
)


def spell(link: Link) -> str:
    goal = "?" if link.goal.is_red else "|".join(link.goal.choices) if not link.goal.target else link.goal.target
    return f"<{link.text}:{goal}{'#' + link.goal.anchor if link.goal.anchor else ''}>"


def link(text: str, *, names: bool = False, uri: str = "essay.md") -> Linked:
    return link_wikilinks(Sheet(uri, text, f"docs/{uri}"), ATLAS, spell, frozenset({"img/a.png"}), names=names)


def test_a_link_by_title_alias_text_and_section() -> None:
    said = "[[Mara Quill]] [[mara]], [[Mara|his sister]] [[Tobin#Early years]] [[Tobin#early years|then]]"
    assert link(said).markdown == (
        "<Mara Quill:characters/mara.md> <mara:characters/mara.md>, <his sister:characters/mara.md> "
        "<Tobin § Early years:characters/tobin.md#early-years> <then:characters/tobin.md#early-years>"
    )
    assert link(said).problems == ()


def test_a_section_of_the_page_itself() -> None:
    assert (
        link("[[#Early years]]", uri="characters/tobin.md").markdown == "<Early years:characters/tobin.md#early-years>"
    )


def test_a_link_by_path_and_by_a_folder() -> None:
    assert (
        link("[[characters/mara]] [[places]]").markdown
        == "<characters/mara:characters/mara.md> <places:places/index.md>"
    )


def test_a_link_through_a_redirect() -> None:
    assert link("[[The chase]]").markdown == "<The chase:scenes/the-hunt.md>"


def test_a_name_of_two_pages_asks_which() -> None:
    assert link("[[Quill]]").markdown == "<Quill:characters/tobin.md|scenes/the-hunt.md>"
    assert list(ATLAS.shared_names()) == [("Quill", ("characters/tobin.md", "scenes/the-hunt.md"))]


def test_a_page_that_nobody_has_written_is_red() -> None:
    result = link("[[The keeper]]")
    assert result.markdown == "<The keeper:?>"
    assert result.links[0].goal.is_red
    assert result.problems == ()


def test_in_a_table_the_bar_is_escaped() -> None:
    assert link("| a | [[Mara\\|her]] |").markdown == "| a | <her:characters/mara.md> |"


def test_code_and_comments_are_left_alone() -> None:
    for text in (
        "`[[Mara]]`",
        "``a ` [[Mara]]``",
        "```\n[[Mara]]\n```",
        "~~~ text\n[[Mara]]\n\n[[Mara]]\n~~~",
        "   ```\n[[Mara]]\n   ```",
        "a\n\n    [[Mara]]\n    [[Mara]]",
        "\t[[Mara]]",
        "<!-- [[Mara]] -->",
        "<!--\n[[Mara]]\n\n[[Mara]] -->",
        "<pre>\n[[Mara]]</pre>",
        "<code>[[Mara]]</code>",
        "```\n[[Mara]]",
    ):
        assert link(text, names=True).markdown == text


def test_a_backslash_keeps_brackets() -> None:
    assert link("\\[[Mara]]").markdown == "\\[[Mara]]"


def test_what_only_looks_like_code_is_linked() -> None:
    for text in (
        "- a\n\n    [[Mara]]",
        "!!! note\n\n    [[Mara]]",
        "text\n    [[Mara]]",
        "` [[Mara]]",
        "`a` [[Mara]] `b`",
        "1. a\n\n    [[Mara]]\n\n    more",
        "```\ncode\n```\n[[Mara]]",
        "<!-- a --> [[Mara]] <!-- b -->",
    ):
        assert "<Mara:characters/mara.md>" in link(text).markdown


def test_a_link_keeps_the_sentence_around_it() -> None:
    text = "# A\n\nOne. Two *is* [[Mara|she]], [x](essay.md). Three.\n\n- Four [[Tobin]]\n- Five"
    result = link(text)
    assert [found.sentence for found in result.links] == ["Two is she, x.", "Two is she, x.", "Four Tobin"]


def test_ordinary_links_are_noted_and_kept() -> None:
    result = link("[her](../characters/mara.md#x)", uri="places/index.md")
    assert result.markdown == "[her](../characters/mara.md#x)"
    assert [(found.goal.target, found.goal.how) for found in result.links] == [("characters/mara.md", "link")]


def test_names_are_linked_at_first_mention_in_each_section() -> None:
    text = "# Mara\n\nMara Quill and Mara’s [Tobin](x.md). Tobin, Mara-like.\n\n## Two\n\nMara `Mara` https://Mara.org"
    result = link(text, names=True)
    assert result.markdown == (
        "# Mara\n\n<Mara Quill:characters/mara.md> and Mara’s [Tobin](x.md). <Tobin:characters/tobin.md>, Mara-like."
        "\n\n## Two\n\n<Mara:characters/mara.md> `Mara` https://Mara.org"
    )


def test_names_are_not_linked_where_no_link_belongs() -> None:
    for text in (
        '<a href="x">Mara</a>',
        "<h2>Mara</h2>",
        '!!! note "Mara"',
        '=== "Mara"',
        "{{ Mara }}",
        "[^1]: Mara",
        "[Mara]: x.md",
        "![Mara](x.png)",
        "[a][Mara]",
        "Mara\n====",
        "<https://x.org/Mara>",
        '<img alt="Mara">',
    ):
        assert link(text, names=True).markdown == text


def test_a_page_does_not_link_to_itself() -> None:
    assert link("Mara sails.", names=True, uri="characters/mara.md").markdown == "Mara sails."


def test_a_name_that_is_also_a_word_is_not_linked_where_it_may_be_the_word() -> None:
    assert link("Joy came. There was joy.", names=True).markdown == "Joy came. There was joy."
    assert link("So Joy came. There was joy.", names=True).markdown == "So <Joy:characters/joy.md> came. There was joy."


GOLDEN = {
    "x [[Mara Quil]]": "1:3: nobody has written the page Mara Quil (did you mean Mara Quill?)",
    "[[Tobin#Erly years]]": "1:1: the page Tobin has no section Erly years (did you mean Early years?)",
    "\n[[]]": "2:1: this link has no name",
    "![[Mara]]": "1:1: ![[…]] shows nothing here: write ![words](picture.png)",
    "[[Mara": "1:1: this [[ is never closed: write ]] behind the name",
    "![a](img/b.png)": "1:1: there is no image img/b.png (did you mean img/a.png?)",
    "[a](esay.md)": "1:1: there is no page esay.md (did you mean essay.md?)",
    "[a](x.pdf)": "1:1: there is no file x.pdf",
    "[a](#nowhere)": "1:1: this page has no anchor #nowhere",
    "[a](scenes/the-hunt.md#teling)": "1:1: scenes/the-hunt.md has no anchor #teling (did you mean tellings?)",
}


def test_what_is_wrong_is_said_with_its_place() -> None:
    for text, said in GOLDEN.items():
        assert [show(problem) for problem in link(text).problems] == [said]


def test_links_elsewhere_are_none_of_our_business() -> None:
    assert link("[a](https://x.org/a.md) [b](mailto:a@b.c) [c](/a.md) [d](#) ![e](data:x)").problems == ()


@given(st.text("[]|#`~<!->ab M\n\\\"'*_ (). Mara:=", max_size=80))
def test_any_text_is_linked_without_fail_and_masks_fit(text: str) -> None:
    mask = mask_code(text)
    assert len(mask) == len(text)
    assert [i for i, c in enumerate(mask) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    link(text, names=True)


def test_a_megabyte_takes_no_ages() -> None:
    for piece in (
        "[[",
        "`",
        "<!--",
        "[[Mara]] ",
        "```\n",
        "- a\n\n    ",
        "[a](",
        "<pre>",
        "Mara. ",
        "# a\n",
        "![",
        "\\",
        "|",
    ):
        text = piece * (30_000 // len(piece))
        assert len(mask_code(text)) == len(text)
        link(text, names=True)
