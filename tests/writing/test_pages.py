"""What the pages say of a tiny story."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

from retold import Source, read_story, write_pages
from retold.model import Page, Story
from retold.writing import MARKDOWN_EXTENSIONS, WritingOptions
from retold.writing.markdown import read_plain

Pages = dict[str, Page]


def section(page: Page, name: str) -> str:
    return next((s.body for s in page.sections if s.name == name), "")


def plain(page: Page, name: str) -> str:
    return read_plain(section(page, name))


def ids_of(page: Page) -> set[str]:
    shown = markdown(page.body, extensions=list(MARKDOWN_EXTENSIONS))
    return set(re.findall(r'\bid="([^"]*)"', shown))


def test_every_link_leads_to_a_page_and_an_anchor(pages: Pages) -> None:
    ids = {path: ids_of(page) for path, page in pages.items()}
    for path, page in pages.items():
        for target, anchor in re.findall(r"\]\(([^)#:]+)(?:#([^)]*))?\)", page.body):
            goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            assert goal in pages, (path, target)
            assert not anchor or anchor in ids[goal], (path, target, anchor)


def test_a_lead_is_composed_of_cited_facts(pages: Pages) -> None:
    ann = pages["characters/ann-reed.md"]
    assert plain(ann, "lead") == (
        "Ann Reed is a lonely keeper or a retired sailor. Played by Mia Stone. Mother of Tom and sister of Joe. {: .lead }"
    )
    assert "(../tellings/the-long-one.md#s1)" in section(ann, "lead")
    assert ann.description.startswith("Ann Reed is a lonely keeper or a retired sailor.")


def test_descriptions_that_do_not_contradict_stand_together(story: Story) -> None:
    told = {page.path: page for page in write_pages(replace(story, differences=()))}
    assert "a lonely keeper and a retired sailor" in plain(told["characters/ann-reed.md"], "lead")


def test_whose_a_pronoun_is_must_not_be_guessed(pages: Pages) -> None:
    joe = pages["characters/joe.md"]
    assert plain(joe, "lead").startswith("Joe is the brother of Ann Reed.")
    assert "“her brother”" in plain(joe, "infobox")


def test_without_any_fact_the_lead_says_where_somebody_is(story: Story) -> None:
    bare = replace(story, relations=())
    told = {page.path: page for page in write_pages(bare)}
    assert plain(told["characters/tom.md"], "lead").startswith(
        "Tom appears in 2 scenes, first in “Ann runs the light”."
    )
    assert plain(told["characters/joe.md"], "lead").startswith("Joe is only spoken of, in “Ann forgives Joe”.")
    unseen = {page.path: page for page in write_pages(replace(bare, scenes=()))}
    assert plain(unseen["characters/joe.md"], "lead") == "Joe is only named. {: .lead }"
    once = {page.path: page for page in write_pages(replace(bare, scenes=bare.scenes[:1]))}
    assert plain(once["characters/tom.md"], "lead").startswith("Tom appears in “Ann runs the light”.")


def test_the_infobox_says_who_everybody_is_to_them(pages: Pages) -> None:
    box = plain(pages["characters/ann-reed.md"], "infobox")
    assert "Tom (son)" in box
    assert "Joe (brother)" in box
    assert "Unnamed boss" in box
    assert "3 of 3 scenes" in box


def test_a_scene_row_quotes_only_what_is_about_the_character(pages: Pages) -> None:
    rows = plain(pages["characters/ann-reed.md"], "scenes")
    assert "“Ann Reed … runs the light with her son Tom”" in rows
    assert "“Ann carries him home”" in rows


def test_somebody_only_spoken_of_is_not_present(pages: Pages) -> None:
    assert "Ann forgives Joe (spoken of)" in plain(pages["characters/joe.md"], "scenes")
    assert "Spoken of Joe" in plain(pages["scenes/ann-forgives-joe.md"], "infobox")
    assert not section(pages["characters/joe.md"], "with-others")


def test_differences_stand_with_those_they_are_about(pages: Pages) -> None:
    assert "what was hurt" in plain(pages["characters/tom.md"], "differences").lower()
    assert "what was hurt" not in plain(pages["characters/ann-reed.md"], "differences").lower()


def test_a_scene_stands_in_the_tellings_order_with_marks(pages: Pages) -> None:
    fall = pages["scenes/tom-falls.md"]
    columns = section(fall, "tellings")
    assert columns.index("The long one") < columns.index("The short one")
    assert "<mark>hand</mark>" in columns
    assert "<mark>&#42;foot&#42;</mark>" in columns
    assert "Scene 2 of 3" in plain(fall, "steps")


def test_a_scene_says_who_leaves_it_out(pages: Pages) -> None:
    assert "Not told in B The short one" in plain(pages["scenes/ann-forgives-joe.md"], "tellings")
    assert "Not told in" not in section(pages["scenes/tom-falls.md"], "tellings")


def test_a_telling_keeps_every_word_and_gives_every_sentence_an_anchor(story: Story, pages: Pages) -> None:
    text = plain(pages["tellings/the-short-one.md"], "text")
    assert "Mrs. Reed is a retired sailor." in text
    assert "Tom hurts his *foot*, and Ann carries him home." in text
    assert {"s1", "s2", "s3", "s4", "s5"} <= ids_of(pages["tellings/the-long-one.md"])


def test_names_are_linked_once_in_each_scene(pages: Pages) -> None:
    text = section(pages["tellings/the-long-one.md"], "text")
    assert text.count("(../characters/tom.md)") == 2
    assert text.count("(../scenes/tom-falls.md)") == 1


def test_a_telling_shows_its_author_and_licence_when_known(pages: Pages) -> None:
    assert "Author Nobody Licence CC0" in plain(pages["tellings/the-long-one.md"], "infobox")
    assert "Author" not in plain(pages["tellings/the-short-one.md"], "infobox")
    assert "https" in plain(pages["tellings/the-short-one.md"], "infobox")


def test_a_telling_says_what_the_reading_doubts() -> None:
    text = "Der Müller Anton lebt mit seiner Tochter am Fluss. Ein Reiter kommt, und Anton gibt ihm Brot und Wein."
    story = read_story([Source("a", text)])
    pages = {page.path: page.body for page in write_pages(story, WritingOptions())}
    assert "does not look like English" in pages["tellings/a.md"]
    assert not any("does not look like English" in body for path, body in pages.items() if path != "tellings/a.md")


def test_each_paragraph_can_be_edited_at_its_line_of_the_seed(story: Story) -> None:
    options = WritingOptions(edit_root="https://forge.example/edit/main/")
    told = {page.path: page for page in write_pages(story, options)}
    text = section(told["tellings/the-long-one.md"], "text")
    assert re.findall(r"seeds/long\.txt#L(\d+)", text) == ["1", "3", "5"]
    assert "forge.example" not in told["tellings/the-short-one.md"].body


def test_the_front_page_says_what_the_story_is(pages: Pages) -> None:
    front = pages["index.md"]
    assert plain(front, "lead").startswith("The Light, a film of 1950, is told here by The long one (5 sentences) and")
    assert "it is the story of Ann Reed, Tom and Joe." in plain(front, "lead")
    assert "2 of 3 scenes are told by both tellings." in plain(front, "tellings")
    assert "They do not always agree" in plain(front, "tellings")


def test_search_knows_every_name_and_actor(pages: Pages) -> None:
    assert pages["characters/ann-reed.md"].search_terms == ("Ann Reed", "Mrs. Reed", "Ann", "Mia Stone")


def test_no_page_has_an_empty_heading(pages: Pages, story: Story) -> None:
    bare = write_pages(replace(story, relations=(), roles=(), differences=(), only_in=(), notes=()))
    for page in (*pages.values(), *bare):
        blocks = re.split(r"\n{2,}", page.body.strip())
        headings = [block.split(" ")[0].count("#") if block.startswith("#") else 0 for block in blocks]
        for this, following in zip(headings, [*headings[1:], 1], strict=True):
            assert not (this and following and this >= following), page.body


def test_no_story_at_all_still_makes_pages() -> None:
    paths = {page.path for page in write_pages(read_story([]))}
    assert {"index.md", "characters/index.md", "scenes/index.md", "tellings/index.md"} <= paths


def test_one_telling_is_not_compared_with_itself(story: Story) -> None:
    alone = write_pages(read_story([Source("a", "Ann runs. Ann falls.")]))
    front = next(page for page in alone if page.path == "index.md")
    assert not section(front, "tellings")


def test_pages_can_stand_in_a_folder_of_their_own(story: Story) -> None:
    assert all(page.path.startswith("light/") for page in write_pages(story, WritingOptions(root="light/")))


@settings(max_examples=25)
@given(st.lists(st.text(alphabet="AbBc .,!?\n[](){}<>*_#|&1-", max_size=80), max_size=3))
def test_any_texts_make_pages_that_hold_every_word(texts: list[str]) -> None:
    read = read_story([Source(f"t{number}", text) for number, text in enumerate(texts)])
    pages = write_pages(read)
    shown = [read_plain(markdown(p.body, extensions=list(MARKDOWN_EXTENSIONS))) for p in pages if p.kind == "telling"]
    for telling, page in zip(read.tellings, shown, strict=True):
        assert all(
            re.sub(r"\W", "", telling.text[s.span.start : s.span.end]) in re.sub(r"\W", "", page)
            for s in telling.sentences
        )


@pytest.mark.parametrize("name", ["index.md", "characters/ann-reed.md", "tellings/the-long-one.md"])
def test_the_same_story_gives_the_same_pages(story: Story, pages: Pages, name: str) -> None:
    assert {page.path: page for page in write_pages(story)}[name] == pages[name]


def test_a_picture_of_the_wiki_stands_for_the_monogram_and_one_of_another_host_does_not(story: Story) -> None:
    ann, *others = story.characters
    for image, shown in (
        ("images/ann.jpg", "![Ann Reed](../images/ann.jpg){ .portrait }"),
        ("https://x.y/a.jpg", ">AR</span>"),
    ):
        told = write_pages(replace(story, characters=(replace(ann, image=image), *others)))
        assert shown in section(next(page for page in told if page.slug == "ann-reed"), "infobox")


def test_a_correction_may_name_somebody_whom_nobody_wrote(story: Story) -> None:
    scene = replace(story.scenes[0], characters=("ann-reed", "a-stranger"))
    told = write_pages(replace(story, scenes=(scene, *story.scenes[1:])))
    assert "Ann Reed, a-stranger" in read_plain(section(next(p for p in told if p.slug == scene.slug), "infobox"))


def test_a_long_story_keeps_its_chart_and_lists_off_the_front_page(story: Story) -> None:
    many = tuple(replace(story.scenes[0], slug=f"s{number}", title=f"Scene {number}") for number in range(100))
    front = next(page for page in write_pages(replace(story, scenes=many)) if page.kind == "front")
    assert "<svg" not in front.body
    assert "[All 100 scenes](scenes/index.md)" in front.body
    assert section(front, "scenes").count("<li") == 40
    assert plain(front, "scenes").count("### Act ") == 4


def test_differences_can_be_read_kind_by_kind(pages: Pages) -> None:
    page = pages["differences.md"]
    assert plain(page, "kinds") == "All · Contradictions 2 · Told once 1"
    assert 'class="group contradiction told-once"' in section(page, "list")
    assert {"all", "contradiction", "told-once"} <= ids_of(page)


def test_rows_bear_the_numbers_of_their_scenes(pages: Pages) -> None:
    assert "- 3 Ann forgives Joe (spoken of)" in plain(pages["characters/joe.md"], "scenes")


def test_who_is_spoken_of_in_no_words_has_no_row(story: Story) -> None:
    first, *others = story.scenes
    told = write_pages(replace(story, scenes=(replace(first, spoken_of=("joe",)), *others)))
    joe = next(page for page in told if page.slug == "joe")
    assert "Ann runs the light" not in section(joe, "scenes")


def test_one_telling_has_no_page_of_differences() -> None:
    told = "Ann Reed met Tom. Ann hit Tom. Tom left Ann."
    one = {page.path for page in write_pages(read_story([Source("a", told)]))}
    two = {page.path for page in write_pages(read_story([Source("a", told), Source("b", told)]))}
    assert two - one == {"parallel.md", "differences.md", "tellings/b.md"}
    assert not any("parallel" in page.body for page in write_pages(read_story([Source("a", told)])))
