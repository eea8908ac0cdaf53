from __future__ import annotations

from dataclasses import replace

from island import overlay, quote, show, tell_island

from retold.editing.corrections import Corrected, correct
from retold.model import Character, Scene, Story


def corrected(*pages: tuple[str, str]) -> Corrected:
    result = correct(tell_island(), [overlay(uri, matter) for uri, matter in pages])
    assert_each_sentence_is_in_one_scene(result.story)
    return result


def assert_each_sentence_is_in_one_scene(story: Story) -> None:
    placed = sorted((p.telling, n) for scene in story.scenes for p in scene.passages for n in p.sentences)
    assert placed == sorted((t.name, s.number) for t in story.tellings for s in t.sentences)


def character(result: Corrected, slug: str) -> Character:
    return next(c for c in result.story.characters if c.slug == slug)


def scene(result: Corrected, slug: str) -> Scene:
    return next(s for s in result.story.scenes if s.slug == slug)


def names(result: Corrected) -> list[str]:
    return [c.name for c in result.story.characters]


def sentences(result: Corrected) -> dict[str, dict[str, tuple[int, ...]]]:
    return {s.slug: {p.telling: p.sentences for p in s.passages} for s in result.story.scenes}


def said(result: Corrected) -> list[str]:
    return [f"{p.file.removeprefix('docs/')}:{show(p)}" for p in result.problems]


def test_nothing_to_correct_changes_nothing() -> None:
    assert correct(tell_island(), []) == Corrected(tell_island(), {}, ())


def test_facts_of_a_character() -> None:
    result = corrected(
        (
            "characters/mara-quill.md",
            "name: Mara\naliases: [The Captain]\nportrayed_by: Ada Stone\ngender: f\nimage: mara.jpg",
        )
    )
    mara = character(result, "mara-quill")
    assert (mara.name, mara.portrayed_by, mara.gender, mara.image) == ("Mara", "Ada Stone", "f", "mara.jpg")
    assert mara.aliases == ("Mara Quill", "Captain Mara Quill", "Quill", "Mara", "The Captain")
    assert result.problems == ()


def test_an_actor_whom_no_telling_credits_is_cited_from_none() -> None:
    story = tell_island()
    credited = replace(story.characters[0], portrayed_by="Ada Stone", credits=(quote(story.tellings[0], "Ada Stone"),))
    story = replace(story, characters=(credited, *story.characters[1:]))
    for actor, cited in (("ada stone", 1), ("Bea Rock", 0)):
        result = correct(story, [overlay("characters/mara-quill.md", f"portrayed_by: {actor}")])
        assert len(character(result, "mara-quill").credits) == cited


def test_a_new_alias_is_found_in_the_tellings() -> None:
    before = len(character(corrected(), "osric").mentions)
    result = corrected(("characters/osric.md", "aliases: [the keeper]"))
    assert len(character(result, "osric").mentions) == before + 2
    assert "osric" in scene(result, "the-quarrel").characters


def test_two_names_of_one_person_are_joined() -> None:
    result = corrected(("characters/osric.md", "same_as: [The Shadow]"))
    assert names(result) == ["Mara Quill", "Tobin", "Osric"]
    assert scene(result, "the-theft").characters == ("osric",)
    assert scene(result, "the-hunt").characters == ("mara-quill", "osric")
    assert set(character(result, "osric").aliases) == {"Osric", "the Shadow", "The Shadow"}
    assert result.moved == {("character", "the-shadow"): "osric"}


def test_a_name_of_somebody_else_is_split_off() -> None:
    result = corrected(("characters/mara-quill.md", "not_same_as: [Captain Mara Quill]"))
    assert names(result)[-1] == "Captain Mara Quill"
    assert len(character(result, "captain-mara-quill").mentions) == 1
    assert scene(result, "quill-hides-a-chest").characters == ("mara-quill", "tobin", "captain-mara-quill")


def test_what_is_split_off_has_a_page_of_its_own() -> None:
    result = corrected(
        ("characters/mara-quill.md", "not_same_as: [Captain Mara Quill]"),
        ("characters/captain-mara-quill.md", "gender: f"),
    )
    assert character(result, "captain-mara-quill").gender == "f"
    assert result.problems == ()


def test_what_is_no_character_is_gone_everywhere() -> None:
    result = corrected(("characters/tobin.md", "not_a_character: true"))
    assert "Tobin" not in names(result)
    assert result.story.relations == ()
    assert all("tobin" not in s.characters for s in result.story.scenes)


def test_a_page_may_make_a_character_whom_the_reading_missed() -> None:
    result = corrected(("characters/the-keeper.md", "name: the keeper"))
    assert len(character(result, "the-keeper").mentions) == 2
    assert scene(result, "the-quarrel").characters == ("tobin", "osric", "the-keeper")


def test_relations_are_added_and_taken_away() -> None:
    result = corrected(
        ("characters/tobin.md", "relations: [not brother of Mara Quill]"),
        ("characters/osric.md", "relations: [{is: enemy, of: Quill, later: friend, quote: They forgive each other}]"),
    )
    [relation] = result.story.relations
    assert (relation.person, relation.word, relation.other, relation.later) == (
        "osric",
        "enemy",
        "mara-quill",
        "friend",
    )
    assert (relation.quote.telling, relation.quote.text) == ("first", "They forgive each other")


def test_a_relation_that_a_telling_gives_keeps_its_quote() -> None:
    result = corrected(("characters/tobin.md", "relations: [{is: Brother, of: Quill, later: friend}]"))
    [relation] = result.story.relations
    assert (relation.word, relation.later, relation.quote.text) == ("brother", "friend", "her brother Tobin")


def test_facts_of_a_scene() -> None:
    result = corrected(("scenes/the-hunt.md", "title: In the marsh\nsummary: All is forgiven.\ncharacters: [Quill]"))
    hunt = scene(result, "the-hunt")
    assert (hunt.title, hunt.characters, hunt.summary[0].telling) == ("In the marsh", ("mara-quill",), "")


def test_a_summary_in_a_tellings_words_is_cited() -> None:
    result = corrected(("scenes/the-hunt.md", "summary: they forgive each other"))
    assert scene(result, "the-hunt").summary[0].text == "They forgive each other"


def test_a_passage_moves_to_another_scene() -> None:
    result = corrected(("scenes/the-quarrel.md", "passages:\n- Tobin quarrels … At night the Shadow"))
    assert sentences(result)["the-quarrel"] == {"first": (2, 3), "second": (1,)}
    assert sentences(result)["the-theft"] == {"second": (2,)}
    assert scene(result, "the-quarrel").characters == ("tobin", "the-shadow", "osric")
    assert result.story.differences == ()  # its two sides are now in two scenes


def test_what_a_scene_gives_up_goes_to_the_scene_beside_it() -> None:
    result = corrected(("scenes/quill-hides-a-chest.md", "passages: [Captain Mara Quill]"))
    assert sentences(result)["quill-hides-a-chest"] == {"first": (0,), "second": (0,)}
    assert sentences(result)["the-quarrel"]["first"] == (1, 2)


def test_a_sentence_given_up_in_the_middle_goes_to_the_nearest_other_scene() -> None:
    result = corrected(("scenes/the-hunt.md", "passages: [Quill hunts the Shadow, They forgive each other]"))
    assert sentences(result)["the-hunt"]["first"] == (4, 6)
    assert sentences(result)["the-theft"]["first"] == (3, 5)
    assert result.story.only_in[0].scene == "the-theft"


def test_a_new_page_with_passages_splits_a_scene_in_two() -> None:
    result = corrected(
        (
            "scenes/the-shadow-unmasked.md",
            'title: The Shadow unmasked\npassages: [{telling: A, from: "the shadow is osric", to: "forgive each other."}]',
        )
    )
    assert list(sentences(result)) == [
        "quill-hides-a-chest", "the-quarrel", "the-theft", "the-hunt", "the-shadow-unmasked",
    ]  # fmt: skip
    new = scene(result, "the-shadow-unmasked")
    assert (new.title, new.characters) == ("The Shadow unmasked", ("the-shadow", "osric"))
    assert result.story.only_in[0].scene == "the-shadow-unmasked"


def test_two_scenes_are_joined() -> None:
    result = corrected(("scenes/the-theft.md", "same_as: [The quarrel]"))
    assert sentences(result)["the-theft"] == {"first": (2, 3), "second": (1, 2)}
    assert result.moved == {("scene", "the-quarrel"): "the-theft"}
    assert result.story.differences[0].scene == "the-theft"


def test_a_scene_whose_sentences_are_all_claimed_moves_to_its_heir() -> None:
    result = corrected(
        ("scenes/the-theft.md", "passages: [Tobin quarrels … steals the chest, Her brother argues … by day]")
    )
    assert "the-quarrel" not in sentences(result)
    assert result.moved == {("scene", "the-quarrel"): "the-theft"}


GOLDEN: list[tuple[tuple[tuple[str, str], ...], str]] = [
    (
        (("characters/osric.md", "same_as: [the Shadw]"),),
        "characters/osric.md:2:11: nobody is called the Shadw (did you mean the Shadow?)",
    ),
    (
        (("characters/osric.md", "same_as: [Tobin]"), ("characters/tobin.md", "same_as: [Osric]")),
        "characters/tobin.md:2:11: same_as goes in a circle: Osric is already joined with this page",
    ),
    (
        (("characters/mara-quill.md", "same_as: [Tobin]"), ("characters/osric.md", "same_as: [Tobin]")),
        "characters/osric.md:2:11: Tobin is already joined with Mara Quill",
    ),
    (
        (("characters/osric.md", "not_same_as: [Ostric]"),),
        "characters/osric.md:2:15: no telling calls Osric Ostric (did you mean Osric?)",
    ),
    (
        (("characters/osric.md", "not_same_as: [Osric]"),),
        "characters/osric.md:2:15: Osric is the only name of Osric",
    ),
    (
        (("characters/ostric.md", "gender: m"),),
        "characters/ostric.md:2:9: no character has the address ostric; give a name: to make one (did you mean osric?)",
    ),
    (
        (("characters/keeper.md", "name: Osric"),),
        "characters/keeper.md:2:7: Osric has a page already (did you mean osric?)",
    ),
    (
        (("characters/obin.md", "name: Obin"),),
        ("characters/obin.md:2:7: no telling names Obin, so this is a page of your own: write title: instead of name: "
        "(did you mean Tobin?)"),
    ),
    (
        (("characters/osric.md", "aliases: [The Shadow]"),),
        "characters/osric.md:2:11: The Shadow is another character; same_as: [The Shadow] would join the two",
    ),
    (
        (("characters/osric.md", "relations: [friend of Toby]"),),
        "characters/osric.md:2:13: nobody is called Toby (did you mean Tobin?)",
    ),
    (
        (("characters/osric.md", "relations: [not friend of Tobin]"),),
        "characters/osric.md:2:13: no telling says friend of Tobin here, so there is nothing to take away",
    ),
    (
        (("characters/osric.md", "relations: [{is: foe, of: Tobin, quote: they fight}]"),),
        "characters/osric.md:2:41: no telling says “they fight”",
    ),
    (
        (("scenes/the-hunt.md", "same_as: [The quarel]"),),
        "scenes/the-hunt.md:2:11: no scene is called The quarel (did you mean The quarrel?)",
    ),
    (
        (("scenes/the-hunt.md", "same_as: [The theft]"), ("scenes/the-theft.md", "same_as: [The hunt]")),
        "scenes/the-theft.md:2:11: same_as goes in a circle: The hunt is already joined with this page",
    ),
    (
        (("scenes/the-hunt.md", "same_as: [The theft]"), ("scenes/the-quarrel.md", "same_as: [The theft]")),
        "scenes/the-quarrel.md:2:11: The theft is already joined with the-hunt",
    ),
    (
        (("scenes/hunt.md", "summary: x"),),
        "scenes/hunt.md:2:10: no scene has the address hunt; give passages: to make one (did you mean the-hunt?)",
    ),
    (
        (("scenes/the-hunt.md", "passages: [Quill hunts a Shadow in the marsh]"),),
        ("scenes/the-hunt.md:2:12: “Quill hunts a Shadow in the marsh” stands in no telling "
        "(did you mean Quill hunts the Shadow through the marsh.?)"),
    ),
    (
        (("scenes/the-hunt.md", "passages: [{telling: B, from: They forgive}]"),),
        "scenes/the-hunt.md:2:31: “They forgive” does not stand in telling second",
    ),
    (
        (("scenes/the-hunt.md", "passages: [{telling: frist, from: They forgive}]"),),
        "scenes/the-hunt.md:2:22: no telling is called frist (did you mean first?)",
    ),
    (
        (("scenes/the-hunt.md", "passages: [the shadow]"),),
        ("scenes/the-hunt.md:2:12: “the shadow” stands in 4 places (sentence 4 of first, sentence 5 of first, "
        "sentence 6 of first): quote more words (did you mean At night the Shadow steals the chest.?)"),
    ),
    (
        (("scenes/the-hunt.md", "passages: [They forgive each … Tobin quarrels]"),),
        "scenes/the-hunt.md:2:12: “Tobin quarrels” stands before “They forgive each”",
    ),
    (
        (("scenes/the-hunt.md", "passages: [At night]"), ("scenes/the-quarrel.md", "passages: [At night]")),
        "scenes/the-quarrel.md:2:12: “At night the Shadow steals the chest. …” belongs to docs/scenes/the-hunt.md already",
    ),
    (
        (("scenes/the-hunt.md", "title: The quarrel"),),
        "scenes/the-hunt.md:2:8: another scene is called The quarrel",
    ),
    (
        (("scenes/the-hunt.md", "characters: [Tobias]"),),
        "scenes/the-hunt.md:2:14: nobody is called Tobias (did you mean Tobin?)",
    ),
    (
        (("scenes/hunt.md", "title: The chase"),),
        "scenes/hunt.md:2:8: no scene has the address hunt; give passages: to make one (did you mean the-hunt?)",
    ),
]  # fmt: skip


def test_what_does_not_fit_is_said_and_the_rest_goes_on() -> None:
    for pages, expected in GOLDEN:
        assert said(corrected(*pages)) == [expected]


def test_a_title_that_two_scenes_bear_is_asked_for_by_address() -> None:
    pages = [("scenes/the-quarrel.md", "title: The theft"), ("scenes/the-hunt.md", "same_as: [The theft]")]
    assert said(corrected(*pages)) == [
        "scenes/the-hunt.md:2:11: two scenes are called The theft: write the address of one (did you mean the-theft?)",
        "scenes/the-quarrel.md:2:8: another scene is called The theft",
    ]


def test_a_name_that_two_bear_is_asked_for_in_full() -> None:
    pages = [
        ("characters/tobin.md", "aliases: [Quill]"),
        ("characters/osric.md", "same_as: [Quill]\nrelations: [son of Quill]"),
    ]
    assert said(corrected(*pages)) == [
        "characters/osric.md:2:11: Quill may be Mara Quill or Tobin: write a full name",
        "characters/osric.md:3:13: Quill may be mara-quill or tobin",
    ]
