"""Who is meant by kin phrases and pronouns, and what people are to one another."""

from __future__ import annotations

import pytest
from tiny_people import read_people

from retold.model import People


def relations(people: People) -> list[str]:
    """Write the relations as "ann wife of bob"."""
    return [f"{r.person} {r.word} of {r.other}" for r in people.relations]


def meant(people: People, text: str, kind: str) -> list[str]:
    """Write who is meant by the mentions of a kind, in the order of the text: "his=bob"."""
    mentions = [(m.span, c.slug) for c in people.characters for m in c.mentions if m.kind == kind]
    return [f"{text[span.start : span.end]}={slug}" for span, slug in sorted(mentions)]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Bob meets his wife Ann.", ["ann wife of bob"]),
        ("Bob lives with his sister, Ann.", ["ann sister of bob"]),
        ("Ann, the daughter of Bob, left.", ["ann daughter of bob"]),
        ("Bob's friend Carl slept.", ["carl friend of bob"]),
        ("Ann and her husband Bob slept.", ["bob husband of ann"]),
        ("The siblings Ann and Bob fought.", ["ann sister of bob"]),
        ("Bob marries Ann.", ["ann wife of bob"]),
        ("Ann marries Bob.", ["ann wife of bob"]),
        ("Ann and Bob are married.", ["ann wife of bob"]),
        ("Ann's boss, Bob, shouted.", ["bob boss of ann"]),
        ("Bob was the best friend of Carl.", ["bob best friend of carl"]),
        ("Bob has two sons named Carl and Dan.", ["carl son of bob", "dan son of bob"]),
        ("Bob has a daughter they name Ann.", ["ann daughter of bob"]),
        ("Ann, one of Bob's cousins, slept.", ["ann cousin of bob"]),
        ("Bob visits his boss, comedian and host Carl.", ["carl boss of bob"]),
        ("Bob, a doctor and friend of Ann, slept.", ["bob friend of ann"]),
        ("Bob talks to his lover and business partner Ann.", ["ann lover of bob", "ann partner of bob"]),
        ("Bob tells a colleague, Carl, of the plan.", ["carl colleague of bob"]),
        (
            "Bob, Ann and their sons Carl and Dan slept.",
            ["carl son of ann", "carl son of bob", "dan son of ann", "dan son of bob"],
        ),
        ("Bob's friends Carl and Dan slept, Ann sang.", ["carl friend of bob", "dan friend of bob"]),
        ("At the house of Bob's friends Carl and Dan, Ann sang.", ["carl friend of bob", "dan friend of bob"]),
        ("Bob is Carl's son, Ann says.", ["bob son of carl"]),
        ("Bob proposes to Ann, but she declines.", []),
        ("Bob proposes to Ann, who turns him down.", []),
        ("Bob asks Ann to be his wife.", []),
        ("Bob and Ann name their son Carl after him.", []),
        ("Bob and Ann name their son Carl.", ["carl son of ann", "carl son of bob"]),
        ("Bob will marry Ann.", ["ann fiancée of bob"]),
        ("Bob would like to date Ann.", []),
        ("Bob has just started dating Ann.", ["ann girlfriend of bob"]),
        ("Bob begins a secret affair with Ann.", ["ann lover of bob"]),
        ("Carl starts tutoring Ann.", ["ann student of carl"]),
        ("Carl is partnered with short-tempered Bob.", ["bob partner of carl"]),
        ("Bob fears stepmother Ann.", ["ann stepmother of bob"]),
        ("Bob and Carl are twins.", ["bob brother of carl"]),
        ("Ann's brother and Dan's friend Carl sleep.", ["carl brother of ann", "carl friend of dan"]),
        ("Bob calls Carl and Dan, his brother.", ["dan brother of carl"]),
        ("Carl meets Bob, an old friend of his.", ["bob friend of carl"]),
        ("Bob works as Ann's assistant.", ["bob assistant of ann"]),
        ("Bob slept as Ann's mother sang.", []),
        ("Gangsters and their boss, Carl, meet Ann and Bob.", []),
        ("Bob brought his dog Rex and his friend Carl.", ["carl friend of bob"]),
        ("Bob brought his brother Carl and his wife Ann.", ["carl brother of bob", "ann wife of bob"]),
        ("Bob and his sons Carl and Dan ran.", ["carl son of bob", "dan son of bob"]),
        ("Bob's ex-wife Ann called.", ["ann ex-wife of bob"]),
        ("Bob befriended Carl.", ["carl friend of bob"]),
        ("Ann works for Bob.", ["bob boss of ann"]),
        ("Bob met Carl, Ann and Dan.", []),
        ("Ann pretends to be the wife of Bob.", []),
        (
            "Bob leaves his wife Ann and their son Carl.",
            ["ann wife of bob", "carl son of ann", "carl son of bob"],
        ),
        ("Bob and Ann have a son, Carl.", ["carl son of ann", "carl son of bob"]),
        ("Ann dies after giving birth to a son, Carl.", ["carl son of ann"]),
        ("Ann bears Bob a son, Carl.", ["carl son of ann", "carl son of bob"]),
        ("Ann, who flees to Rome and bears Bob a son, Carl, sleeps.", ["carl son of ann", "carl son of bob"]),
        ("Ann gives birth to twins, Carl and Dan.", ["carl son of ann", "dan son of ann"]),
        ("Bob was fathered by Carl.", ["carl father of bob"]),
        ("Bob is raised by Carl.", ["carl guardian of bob"]),
        ("Ann is adopted by Bob.", ["bob father of ann"]),
        ("Bob and Ann adopt Carl.", ["carl son of ann", "carl son of bob"]),
        ("Ann is revealed to be the daughter of Bob.", ["ann daughter of bob"]),
        ("Ann turns out to be the daughter of Bob.", ["ann daughter of bob"]),
        ("Bob learns that Ann is in fact his daughter.", ["ann daughter of bob"]),
        ("Bob rescued Ann, whom he later married.", ["ann wife of bob"]),
        ("Ann, now married to Bob, slept.", ["ann wife of bob"]),
        ("Bob and Ann become engaged.", ["ann fiancée of bob"]),
        ("Ann, the late Bob's sister, slept.", ["ann sister of bob"]),
        ("Carl, son of the wind god Bob, slept.", ["carl son of bob"]),
        ("Bob, a farmer who lives here and is an old friend of Carl's, slept.", ["bob friend of carl"]),
        ("Ann's son Bob, whose father Carl slept, sang.", ["bob son of ann", "carl father of bob"]),
        ("Bob grows up as Carl's servant.", ["bob servant of carl"]),
        ("Bob, Carl and Dan are brothers.", ["bob brother of carl", "bob brother of dan", "carl brother of dan"]),
        ("Bob and Carl, two brothers, slept.", ["bob brother of carl"]),
        ("Son of Bob, Carl slept.", ["carl son of bob"]),
        ("Bob's new wife, Ann (Kay Fox) fell.", ["ann wife of bob"]),
        ("Ann is the wife of Bob's second and last friend, Carl.", ["ann wife of carl", "carl friend of bob"]),
        ("Ann and Bob meet. The couple's only son, Carl, sings.", ["carl son of ann", "carl son of bob"]),
        (
            "Ann visits her friends Bob, a cousin of Dan, and Carl.",
            ["bob cousin of dan", "bob friend of ann", "carl friend of ann"],
        ),
        ("Bob's son Carl and his brother Dan slept.", ["carl son of bob"]),
        ("Bob proposes to Ann, and Dan has married Eve.", ["ann fiancée of bob", "eve wife of dan"]),
        ("Dan fears that Ann is having an affair with Bob.", []),
        ("Bob moves to Rome and marries Ann.", ["ann wife of bob"]),
        ("Bob, now a widower, marries Ann.", ["ann wife of bob"]),
        (
            "Bob was the son of Carl, the king of the gods, and Ann, the daughter of Dan, the king of Rome.",
            ["ann daughter of dan", "bob son of ann", "bob son of carl"],
        ),
        ("Bob had seven sons and two daughters, Ann and Eve.", ["ann daughter of bob", "eve daughter of bob"]),
        ("Eve is Bob's daughter by Ann.", ["eve daughter of ann", "eve daughter of bob"]),
        ("Carl, another of Bob's sons, slept.", ["carl son of bob"]),
        ("Ann, once Bob's student, slept.", ["ann student of bob"]),
        ("Bob confesses that he and Ann have been lovers.", ["bob lover of ann"]),
        ("Bob's youngest and most beloved daughter, Ann, slept.", ["ann daughter of bob"]),
        (
            "Bob and his wife Ann have a daughter, Eve.",
            ["ann wife of bob", "eve daughter of ann", "eve daughter of bob"],
        ),
        ("Dan blames Carl for seducing his daughter, curses both Bob and Carl, and leaves.", []),
        ("Bob hears of Ann and marries Eve.", ["eve wife of bob"]),
        ("Dan speaks of Bob, who was killed on his return by his wife Ann.", ["ann wife of bob"]),
        ("Bob's and Ann's son, Carl, slept.", ["carl son of ann", "carl son of bob"]),
        ("Bob hires a servant named Carl.", ["carl servant of bob"]),
        ("Bob fought. In the hall, Orm and his sons, Carl and Dan, slept.", []),
        ("In the old days, Ann and her fiancé, Bob, fought the Elves and their king, Carl.", ["bob fiancé of ann"]),
        (
            "Bob marries Ann, and they have two sons, Carl and Dan.",
            ["ann wife of bob", "carl son of ann", "carl son of bob", "dan son of ann", "dan son of bob"],
        ),
        (
            "Bob married Ann and fathered two sons with her: Carl and Dan.",
            ["ann wife of bob", "carl son of ann", "carl son of bob", "dan son of ann", "dan son of bob"],
        ),
        ("Carl, an old friend of Dan, becomes Bob's mentor.", ["carl friend of dan", "carl mentor of bob"]),
        ("Dan hides from Bob, an elderly gentleman, and his housekeeper, Ann.", ["ann housekeeper of bob"]),
        (
            "With the help of Bob's wife, Ann, and his friend Carl, Dan flees.",
            ["ann wife of bob", "carl friend of bob"],
        ),
    ],
)
def test_a_relation_is_read_where_it_is_stated(text: str, stated: list[str]) -> None:
    assert sorted(relations(read_people(text, names="Ann Bob Carl Dan Eve"))) == sorted(stated)


def test_a_kin_phrase_means_the_one_who_was_named_with_it() -> None:
    text = "Bob loves his wife Ann. One day his wife leaves."
    assert meant(read_people(text, names="Ann Bob"), text, "kin") == ["wife=ann"]


def test_a_kin_phrase_is_understood_from_the_other_telling() -> None:
    people = read_people("Bob hugs his wife.", "Bob and his wife Ann left the town for ever.", names="Ann Bob")
    ann = people.characters[0]
    assert [(mention.telling, mention.kind) for mention in ann.mentions] == [("t1", "name"), ("t0", "kin")]
    assert [relation.quote.telling for relation in people.relations] == ["t0", "t1"]


def test_one_of_two_daughters_stays_open() -> None:
    text = "Bob has his daughter Ann and his daughter Eve. His daughter sings."
    people = read_people(text, names="Bob Ann Eve")
    assert meant(people, text, "kin") == []
    assert [(role.owner, role.word) for role in people.roles] == [("bob", "daughter")]


def test_an_unnamed_boss_is_a_role_of_the_owners() -> None:
    people = read_people("Bob drinks with his boss. His boss fires Bob.", names="Bob")
    assert [(role.owner, role.word, len(role.mentions)) for role in people.roles] == [("bob", "boss", 2)]


def test_a_teacher_friend_is_a_friend_and_no_second_teacher() -> None:
    people = read_people("Bob's teacher friend Carl sleeps.", names="Bob Carl")
    assert relations(people) == ["carl friend of bob"]
    assert people.roles == ()


def test_a_wife_who_is_an_ex_wife_later_is_one_relation() -> None:
    people = read_people("Bob loves his wife Ann. A year later Bob sees his ex-wife.", names="Ann Bob")
    assert [(r.word, r.later) for r in people.relations] == [("wife", "ex-wife")]


def test_a_pronoun_means_the_subject_of_its_gender() -> None:
    text = "Bob meets Ann. He smiles. She leaves him."
    assert meant(read_people(text, names="Ann Bob"), text, "pronoun") == ["He=bob", "She=ann", "him=bob"]


def test_the_two_are_the_two_who_were_named_together() -> None:
    text = "Ann and Bob meet. The two dance."
    people = read_people(text, names="Ann Bob")
    assert [(text[g.span.start : g.span.end], g.characters) for g in people.groups] == [("two", ("ann", "bob"))]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs Quill sings.", None),
        ("Quill sings. She dances. Her voice breaks.", "f"),
        ("A man named Quill sings.", "m"),
        ("Quill, her husband, sings.", "m"),
        ("Quill sings.", None),
        ("Quill is a non-binary singer.", "x"),
        ("Quill and her sons sing.", "f"),
        ("Quill tells him a story.", None),
    ],
)
def test_a_gender_is_told_by_the_text(text: str, gender: str | None) -> None:
    assert read_people(text, names="Quill").characters[0].gender == gender


def test_every_reading_of_a_gender_and_of_a_kin_phrase_says_why() -> None:
    people = read_people("Bob hugs his wife Ann. His wife smiles at him. His wife sings.", names="Ann Bob")
    said = [(clue.rule, clue.saw) for clue in people.characters[0].evidence]
    assert ("gender f, called", "his wife") in said
    assert ("kin phrase", "“his wife”, of Bob") in said
    assert all(clue.weight > 0 for clue in people.characters[0].evidence)


def test_a_doubtful_pronoun_stays_open() -> None:
    text = "Bob and Carl meet Dan and Ed. He sings."
    assert meant(read_people(text, names="Bob Carl Dan Ed"), text, "pronoun") == []


def test_an_object_is_not_its_own_subject() -> None:
    text = "Bob meets Carl. Bob likes him."
    assert meant(read_people(text, names="Bob Carl"), text, "pronoun") == ["him=carl"]


def test_her_husband_is_rather_of_a_woman_who_has_one() -> None:
    text = "Ann is the wife of Bob. Eve tells Ann that her husband left."
    assert meant(read_people(text, names="Ann Bob Eve"), text, "kin") == ["husband=bob"]


def test_father_and_son_are_a_pair_who_are_known_to_be() -> None:
    text = "Bob and his son Carl fish. Soon the father and son sleep."
    groups = read_people(text, names="Bob Carl").groups
    assert [group.characters for group in groups] == [("bob", "carl")]


def test_a_husband_without_a_name_is_not_guessed_from_strangers() -> None:
    people = read_people("Ann meets Bob. Ann misses her husband.", names="Ann Bob")
    assert people.relations == ()
    assert [(role.owner, role.word) for role in people.roles] == [("ann", "husband")]


def test_a_husband_is_the_one_who_bears_the_wifes_surname() -> None:
    people = read_people("Ann Hall met Bob Hall. Ann Hall told her husband everything.", names="Ann_Hall Bob_Hall")
    assert relations(people) == ["bob-hall husband of ann-hall"]


def test_their_mother_is_the_mother_of_brother_and_sister() -> None:
    text = "Ann's mother is Eve. Ann loves her brother Bob. One day their mother left."
    assert meant(read_people(text, names="Ann Bob Eve"), text, "kin") == ["mother=eve"]


def test_a_name_that_is_called_both_man_and_woman_is_noted() -> None:
    people = read_people("A man named Quill sings. Later Quill, her wife, sings.", names="Quill")
    assert [note.message.partition(":")[0] for note in people.notes] == ["Quill may be a woman or a man"]
    assert read_people("A man named Quill sings.", names="Quill").notes == ()
