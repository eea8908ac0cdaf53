from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from island import page, show

from retold.editing.document import Document
from retold.editing.front_matter import read_front_matter


def read(matter: str, uri: str = "characters/ted.md") -> tuple[dict[str, object], list[str]]:
    overlay, problems = read_front_matter(page(uri, matter))
    return dict(overlay.matter.values), [show(problem) for problem in problems]


def test_a_character_page_may_say_everything_that_it_corrects() -> None:
    values, problems = read(
        "name: Ted Kramer\naliases: [Ted, Mr. Kramer]\nportrayed_by: D. H.\ngender: male\nsame_as: The Clerk\n"
        "not_same_as:\n  - Teddy\nnot_a_character: false\nimage: img/ted.jpg\ntitle: Ted\nsearch:\n  boost: 2\n"
        "relations:\n  - father of Billy\n  - {is: husband, of: Joanna, later: ex-husband}\n  - not boss of Jim",
    )
    assert problems == []
    assert values["aliases"] == ("Ted", "Mr. Kramer")
    assert values["gender"] == "m"
    assert values["same_as"] == ("The Clerk",)
    assert values["relations"] == (
        {"is": "father", "of": "Billy"},
        {"is": "husband", "of": "Joanna", "later": "ex-husband"},
        {"not": "boss", "of": "Jim"},
    )


def test_a_scene_page_may_say_everything_that_it_corrects() -> None:
    values, problems = read(
        "title: The end\nsummary: All is well.\ncharacters: [Ted]\npassages:\n"
        "  - {telling: A, from: One day, to: at last}\n  - One day … at last\n  - He goes",
        "scenes/end.md",
    )
    assert problems == []
    assert values["passages"] == (
        {"telling": "A", "from": "One day", "to": "at last"},
        {"from": "One day", "to": "at last"},
        {"from": "He goes"},
    )


def test_words_that_yaml_takes_for_something_else_stay_words() -> None:
    assert read("name: No\naliases: [1984, true, 12:30]")[0] == {"name": "No", "aliases": ("1984", "true", "12:30")}


def test_names_in_double_brackets_are_names() -> None:
    assert read("same_as: [[Batman]]\nrelations: ['son of [[Ted]]']")[0]["same_as"] == ("Batman",)


def test_line_ends_and_byte_order_mark_do_not_matter() -> None:
    overlay, problems = read_front_matter(Document("a.md", "\ufeff---\r\ntitle: A\r\n---\r\nText\r\n", "docs/a.md"))
    assert (overlay.matter.meta, overlay.body, overlay.body_line, problems) == ({"title": "A"}, "Text\n", 4, ())


def test_a_page_that_begins_with_a_line_has_no_front_matter() -> None:
    overlay, problems = read_front_matter(Document("a.md", "---\n\nText\n", "docs/a.md"))
    assert (overlay.body, problems) == ("---\n\nText\n", ())


GOLDEN = {
    "misspelt key": ("nmae: Ted", "2:1: unknown key nmae on a character's page (did you mean name?)"),
    "key of another kind": (
        "summary: x",
        "2:1: unknown key summary on a character's page (a scene's page may have it)",
    ),
    "twice": ("name: A\nname: B", "3:1: name stands here twice, first on line 2"),
    "tab": ("aliases:\n\t- Ted", "3:1: a tab cannot indent here: use spaces"),
    "colon": (
        "name: Ted: the man",
        '2:10: a colon with a space after it must stand in quotes: title: "Quill: the end"',
    ),
    "open quote": ('name: "Ted', "2:7: this quotation mark is never closed"),
    "no colon": (
        "name: Ted\nimage\ngender: m",
        "4:1: this line needs a colon and a space after its key: name: Ann Lee",
    ),
    "only words": ("Ted", "2:1: the front matter must be lines of the form key: value"),
    "backslash": (
        'name: "T\\qed"',
        "2:10: in double quotes a backslash must be written twice, or use single quotes",
    ),
    "open list": ("aliases: [Ted\nname: x", "3:5: this list has no closing ]"),
    "crooked list": ("aliases:\n   - A\n  - B", "4:3: the items of a list must all be indented alike"),
    "text behind quotes": (
        'name: "Ted" Kramer',
        "2:13: put the whole value in quotes, and indent keys that belong together alike",
    ),
    "open mapping": ("relations: {is: wife\nname: x", "3:5: this { has no closing }"),
    "backtick": ("name: `ted`", "2:7: a value that begins with ` must stand in quotes"),
    "percent": ("name: %ted", "2:7: a value that begins with % must stand in quotes"),
    "words that nobody expected": (
        "name: !<a Ted",
        "2:10: this is no YAML: expected '>', but found ' ' while parsing a tag",
    ),
    "at sign": ("name: @ted", "2:7: a value that begins with @ must stand in quotes"),
    "anchor": ("name: &a Ted\nimage: *a", "2:7: & and * are YAML's anchors: put the value in quotes"),
    "control character": ("name: T\x00d", "2:8: a character that cannot be printed stands here"),
    "list for words": ("name: [A, B]", "2:7: name: wants words, not a list"),
    "mapping for words": ("name: {a: b}", "2:7: name: wants words, not a mapping"),
    "mapping for names": ("aliases: {a: b}", "2:10: aliases: wants a list of names: [Ann, Ann Lee]"),
    "nothing": ("name:", "2:6: name: is empty: give a value or remove the line"),
    "no switch": (
        "not_a_character: ture",
        "2:18: not_a_character: must be true or false, not ture (did you mean true?)",
    ),
    "list for a switch": ("generated: [no]", "2:12: generated: must be true or false"),
    "gender": ("gender: femal", "2:9: gender: must be f, m or x, not femal (did you mean female?)"),
    "relation without whom": (
        "relations: [father]",
        "2:13: relations: a relation says what and of whom: wife of Ann Lee",
    ),
    "relation without what": (
        "relations: [{of: Ted}]",
        "2:13: relations: a relation says what and of whom: {is: wife, of: Ann Lee}",
    ),
    "relation's key": ("relations: [{iss: a, of: b}]", "2:14: relations: unknown key iss (did you mean is?)"),
    "relation's key twice": ("relations: [{is: a, is: c, of: b}]", "2:21: relations: is stands here twice"),
    "date that is none": ("date: 2024-99-99", "2:7: date: this value cannot be read; put it in quotes"),
    "too deep": (f"tags: {'[' * 30}", "2:1: the front matter is nested too deeply"),
    "too long": (f"tags: [{'a, ' * 20000}]", "1:1: the front matter is longer than 50,000 characters"),
}


@pytest.mark.parametrize("case", GOLDEN)
def test_what_is_wrong_is_said_with_its_place(case: str) -> None:
    matter, said = GOLDEN[case]
    assert read(matter)[1] == [said]


def test_a_passage_without_beginning() -> None:
    said = '2:12: passages: a passage says where it begins: {telling: A, from: "first words", to: "last words"}'
    assert read("passages: [{to: x}]", "scenes/a.md")[1] == [said]


def test_front_matter_without_end() -> None:
    overlay, problems = read_front_matter(Document("a.md", "---\ntitle: A\n\nText", "docs/a.md"))
    assert [show(p) for p in problems] == ["1:1: the front matter has no end: write --- on a line of its own after it"]
    assert overlay.body.startswith("---")


def test_an_ordinary_page_may_have_any_key_but_near_misses_are_pointed_out() -> None:
    values, problems = read("my_plugin: 1\ngenerate: false", "essay.md")
    assert (values, problems) == ({}, ["3:1: unknown key generate (did you mean generated?)"])


def test_valid_entries_hold_beside_wrong_ones() -> None:
    assert read("nmae: Ted\ngender: m")[0] == {"gender": "m"}


@given(st.text(), st.sampled_from(["characters/a.md", "scenes/a.md", "a.md"]))
def test_no_front_matter_raises(matter: str, uri: str) -> None:
    read_front_matter(page(uri, matter))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["name", "aliases", "relations", "passages", "gender", "generated"]),
            st.sampled_from(
                ["Ted", "[a, [b]]", "{is: a, of: b}", "[{from: a}]", "&a", "!!python/none x", "1", "", "[[[]]]"]
            ),
        )
    )
)
def test_no_entries_raise(entries: list[tuple[str, str]]) -> None:
    matter = "\n".join(f"{key}: {value}" for key, value in entries)
    for uri in ("characters/a.md", "scenes/a.md", "a.md"):
        read_front_matter(page(uri, matter))
