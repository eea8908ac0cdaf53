from __future__ import annotations

import xml.etree.ElementTree as ET

from island import show, tell_island

from retold.model import Page
from retold.wiki import Wiki, WikiOptions, compile_wiki

OPTIONS = WikiOptions(repo_url="https://github.com/fans/island", edit_uri="edit/main/docs/", files=frozenset({"a.png"}))
LOG = (
    "\x1e2024-05-02T10:00:00+02:00\x1fAnn\x1fAdd *lots*\x1fc0ffee\n\ndocs/a.md\nseeds/second.txt\n"
    "\x1e2024-05-01T09:00:00Z\x1fBob\x1fBegin\x1fdecade\n\nREADME.md\n"
)
FORM = "https://github.com/fans/island/new/main/docs"


def compiled(*texts: tuple[str, str], lock: str = "", options: WikiOptions = OPTIONS) -> Wiki:
    return compile_wiki(tell_island(), texts, lock, options)


def page(wiki: Wiki, path: str) -> Page:
    return next(page for page in wiki.pages if page.path == path)


def order(body: str, *parts: str) -> list[str]:
    return sorted(parts, key=body.index)


def test_an_article_stands_above_what_is_generated() -> None:
    body = page(compiled(("characters/tobin.md", "Tobin is brave.")), "characters/tobin.md").body
    parts = ("# Tobin", 'class="infobox"', "Tobin is brave.", "## In the story", "## With others")
    assert order(body, *parts) == list(parts)


def test_a_slot_puts_a_section_where_it_stands() -> None:
    text = "One.\n\n<!-- retold/with-others -->\n\nTwo.\n\n`<!-- retold/scenes -->`"
    body = page(compiled(("characters/tobin.md", text)), "characters/tobin.md").body
    parts = ("One.", "## With others", "Two.", "`<!-- retold/scenes -->`", "## In the story")
    assert order(body, *parts) == list(parts)
    assert body.count("## With others") == 1


def test_a_page_may_leave_out_what_is_generated() -> None:
    text = "---\ngenerated: false\n---\nMine.\n\n<!-- retold/scenes -->"
    body = page(compiled(("characters/tobin.md", text)), "characters/tobin.md").body
    assert "## In the story" in body
    assert "infobox" not in body


def test_a_heading_of_ones_own_takes_the_place_of_the_title() -> None:
    assert "# Tobin\n" not in page(compiled(("characters/tobin.md", "# Brave Tobin\n")), "characters/tobin.md").body


def test_a_slot_that_is_none_is_pointed_out() -> None:
    wiki = compiled(
        ("scenes/the-theft.md", "\n<!-- retold/tellngs -->\n<!-- retold/tellings --><!-- retold/tellings -->")
    )
    known = "title, steps, infobox, tellings, differences, only-in, backlinks"
    assert [show(problem) for problem in wiki.problems] == [
        f"2:1: this page may have no generated section tellngs (but: {known}) (did you mean tellings?)",
        "3:25: the section tellings stands here twice",
    ]


def test_the_front_page_and_a_telling_may_have_files_too() -> None:
    wiki = compiled(("index.md", "Welcome!"), ("tellings/second.md", "A note."))
    assert "Welcome!" in page(wiki, "index.md").body
    assert "masked thief" in page(wiki, "tellings/second.md").body


def test_an_essay_is_linked_both_ways() -> None:
    wiki = compiled(
        ("essay.md", "---\ntitle: On theft\n---\nThe [[Shadow|thief]] takes it. Tobin sleeps.\n\nBad [[the shadow]]!")
    )
    assert "[Tobin](characters/tobin.md) sleeps." in page(wiki, "essay.md").body
    assert "- [On theft](../essay.md): “Tobin sleeps.”" in page(wiki, "characters/tobin.md").body
    assert "“Bad the shadow&#33;”" in page(wiki, "characters/the-shadow.md").body


def test_names_are_not_linked_where_a_page_says_so() -> None:
    assert "[Tobin]" not in page(compiled(("essay.md", "---\nlink_names: false\n---\nTobin sleeps.")), "essay.md").body


def test_a_red_link_offers_to_write_the_page_and_stands_with_the_wanted_ones() -> None:
    wiki = compiled(("essay.md", "# E\n\n[[The keeper]], [[the keeper]] and [[a box]]."))
    link = f"[The keeper]({FORM}?filename=the-keeper.md&value=---%0Atitle%3A%20The%20keeper%0A---%0A%0A%23%20The%20keeper%0A%0A)"
    assert link in page(wiki, "essay.md").body
    wanted = page(wiki, "special/wanted.md").body
    assert wanted.index("The keeper") < wanted.index("a box")
    assert ": wanted by [E](../essay.md); named 2 times in 1 telling" in wanted
    without_forge = compiled(("essay.md", "[[The keeper]]"), options=WikiOptions())
    said = '<span class="missing" title="Nobody has written the page The keeper yet">The keeper</span>'
    assert said in page(without_forge, "essay.md").body


def test_a_name_of_two_pages_leads_to_a_page_that_asks_which() -> None:
    wiki = compiled(("place.md", "---\ntitle: The marsh\naliases: [Quill]\n---\n"), ("essay.md", "[[Quill]]"))
    assert page(wiki, "essay.md").body == "[Quill](disambiguation/quill.md)\n"
    body = page(wiki, "disambiguation/quill.md").body
    assert "- [Mara Quill](../characters/mara-quill.md), character\n- [The marsh](../place.md)" in body


def test_special_pages_list_orphans_short_pages_and_all() -> None:
    wiki = compiled(("a.md", "# A\n\n[[B]] " + "word " * 50), ("b.md", "# B\n\nshort"))
    assert "- [A](../a.md)" in page(wiki, "special/orphans.md").body
    assert "[B]" not in page(wiki, "special/orphans.md").body
    assert "- [B](../b.md): 3 words" in page(wiki, "special/short.md").body
    assert "**B**\n\n- [B](../b.md)" in page(wiki, "special/all.md").body
    assert page(compiled(), "special/orphans.md").body.endswith("There are none.\n")


def test_recent_changes_come_from_the_repository() -> None:
    wiki = compiled(("a.md", "# A"), options=WikiOptions(changes=LOG))
    body = page(wiki, "special/changes.md").body
    assert (
        "**2024-05-02**\n\n- Add &#42;lots&#42; (Ann): [A](../a.md), [second](../tellings/second.md)\n\n**2024-05-01**\n\n- Begin (Bob)"
        in body
    )


def test_recent_changes_are_a_feed_too() -> None:
    options = WikiOptions(site_url="https://fans.org/island", changes=LOG.replace("Begin", "Begin & <end>\x0b"))
    (feed,) = compiled(("a.md", "# A"), options=options).extras
    told = ET.fromstring(feed.text)
    spaces = {"": "http://www.w3.org/2005/Atom"}
    first, second = told.findall("entry", spaces)
    assert (feed.path, told.findtext("updated", "", spaces)) == ("feed.xml", "2024-05-02T10:00:00+02:00")
    assert told.findtext("id", "", spaces) == "https://fans.org/island/feed.xml"
    assert first.findtext("summary", "", spaces) == "Changed: A, second"
    assert first.findtext("id", "", spaces) == "https://fans.org/island/feed.xml#c0ffee"
    assert second.findtext("title", "", spaces) == "Begin & <end>"
    assert second.findtext("author/name", "", spaces) == "Bob"
    assert all(
        link.get("href") == "https://fans.org/island/special/changes/" for link in told.findall("entry/link", spaces)
    )


def test_without_a_repository_or_an_address_there_is_no_feed() -> None:
    assert compiled(options=WikiOptions(site_url="https://fans.org/")).extras == ()
    assert compiled(options=WikiOptions(changes=LOG)).extras == ()


def test_edit_links_lead_to_the_right_place() -> None:
    edits = compiled(("characters/tobin.md", ""), ("essay.md", "")).edits
    assert edits["characters/tobin.md"] == "https://github.com/fans/island/edit/main/docs/characters/tobin.md"
    assert edits["essay.md"] == "https://github.com/fans/island/edit/main/docs/essay.md"
    assert edits["tellings/second.md"] == "https://github.com/fans/island/edit/main/seeds/second.txt"
    assert edits["characters/osric.md"].startswith(
        f"{FORM}/characters?filename=osric.md&value=---%0Aname%3A%20Osric%0A"
    )
    assert edits["scenes/the-theft.md"].startswith(
        f"{FORM}/scenes?filename=the-theft.md&value=---%0Atitle%3A%20The%20theft"
    )
    assert compiled(options=WikiOptions()).edits == {}


def test_what_the_form_fills_in_changes_nothing_by_itself() -> None:
    from retold.editing.adopt import draft_character, draft_scene

    story = tell_island()
    texts = [(f"characters/{c.slug}.md", draft_character(c)) for c in story.characters]
    texts += [(f"scenes/{s.slug}.md", draft_scene(story, s)) for s in story.scenes]
    wiki = compiled(*texts)
    assert wiki.problems == ()
    assert wiki.story == story


def test_the_passages_that_the_form_offers_are_the_scenes_own() -> None:
    from retold.editing.adopt import draft_scene

    story = tell_island()
    offered = [draft_scene(story, s).replace("#passages", "passages").replace("#  -", "  -") for s in story.scenes]
    wiki = compiled(*[(f"scenes/{s.slug}.md", text) for s, text in zip(story.scenes, offered, strict=True)])
    assert wiki.problems == ()
    assert wiki.story == story


def test_a_joined_characters_address_leads_to_the_other() -> None:
    wiki = compiled(("characters/osric.md", "---\nsame_as: The Shadow\n---\nSee [[The Shadow]]."))
    assert wiki.redirects == {"characters/the-shadow.md": "characters/osric.md"}
    assert wiki.problems == ()


def test_a_picture_must_be_there() -> None:
    for image, said in (
        ("b.png", "2:8: there is no picture b.png in the docs folder (did you mean a.png?)"),
        ("https://x.org/a.png", "2:8: a picture must lie in the docs folder: no page asks another host"),
    ):
        wiki = compiled(("characters/tobin.md", f"---\nimage: {image}\n---\n"))
        assert [show(problem) for problem in wiki.problems] == [said]
    assert compiled(("characters/tobin.md", "---\nimage: ./a.png\n---\n")).problems == ()


def test_two_pages_for_one_address() -> None:
    wiki = compiled(("characters/tobin/index.md", "x"), ("essay.md", "x"), ("Essay.md", "y"))
    assert [f"{p.file}: {p.message}" for p in wiki.problems] == [
        "docs/characters/tobin/index.md: two pages for one address: characters/tobin.md is generated there",
        "docs/essay.md: two pages for one address: Essay.md stands at the same address",
    ]


def test_a_page_that_is_gone_from_the_lock_is_reported() -> None:
    lock = compiled(("essay.md", "# E")).lock
    wiki = compiled(lock=lock)
    assert wiki.redirects == {"essay.md": "index.md"}
    assert [show(p) for p in wiki.problems] == [
        "1:1: the page essay.md is gone: write “was essay.md” below the page in its place, or delete its lines"
    ]
    told = compiled(("on/theft.md", "# F"), lock=f"{lock}page on/theft.md\n    was essay.md\n")
    assert told.redirects == {"essay.md": "on/theft.md"}
    moved = compiled(("on/theft.md", "# E"), lock=lock)
    assert moved.redirects == {"essay.md": "on/theft.md"}
    assert moved.problems == ()


def test_a_page_of_ones_own_may_become_a_characters() -> None:
    lock = compiled(("characters/the-keeper.md", "# The keeper")).lock
    assert "page characters/the-keeper.md" in lock
    wiki = compiled(("characters/the-keeper.md", "---\nname: the keeper\n---\n"), lock=lock)
    assert (wiki.redirects, wiki.problems) == ({}, ())
    assert wiki.story.characters[-1].slug == "the-keeper"


def test_a_page_that_the_lock_does_not_hold_yet() -> None:
    wiki = compiled(("essay.md", "# E"), lock=compiled().lock)
    assert [show(p) for p in wiki.lock_problems] == [
        "1:1: 1 addresses are not kept yet (page essay.md): run retold lock"
    ]


def test_compiling_again_with_its_own_lock_changes_nothing() -> None:
    texts = [
        ("characters/osric.md", "---\nsame_as: The Shadow\n---\n"),
        ("scenes/new.md", "---\npassages: [They forgive]\n---\n"),
    ]
    first = compiled(*texts)
    again = compiled(*texts, lock=first.lock)
    assert (again.pages, again.redirects, again.lock, again.lock_problems) == (
        first.pages,
        first.redirects,
        first.lock,
        (),
    )
