"""What a reader knows of names: one tiny story a lesson; the test's id is the lesson."""

from __future__ import annotations

import pytest

from retold import Source, read_story
from retold.model import Character


def read_cast(text: str) -> dict[str, Character]:
    return {character.name: character for character in read_story([Source("a", text)]).characters}


NOT_PEOPLE = {
    "an_island_and_a_street": (
        "Anna Reed sails to Heron Island with Tom. Anna finds a map on Baker Lane. Tom returns to Heron Island.",
        {"Anna Reed", "Tom"},
    ),
    "a_ship": (
        "Anna boards the HMS Valiant. The Valiant sinks and Anna swims away. Tom had left the Valiant earlier.",
        {"Anna", "Tom"},
    ),
    "a_bar_and_a_company": (
        "Tom works at the Blue Parrot, a bar owned by Harlan Industries. At the Blue Parrot, Tom meets Anna.",
        {"Tom", "Anna"},
    ),
    "feasts_months_and_days": (
        "On Christmas Eve, Tom tells Anna the truth. In March, Anna leaves him. Tom waits until Friday and calls Anna.",
        {"Tom", "Anna"},
    ),
    "nations_and_peoples": (
        "Tom, a French spy, meets Anna, who is Russian. The Russians arrest Tom, but Anna frees him from the French.",
        {"Tom", "Anna"},
    ),
    "a_song_and_a_book": (
        'Anna sings "Moon Over My River" while Tom reads The Secret of the Lake. Tom falls in love with Anna.',
        {"Tom", "Anna"},
    ),
    "words_that_begin_sentences": (
        (
            "Tom meets Anna. Picking her up, Tom drives home. Meanwhile, Anna waits. Furious, Tom leaves. Years later, "
            "Anna returns. Heartbroken, Tom forgives Anna."
        ),
        {"Tom", "Anna"},
    ),
    "headings_in_capitals": (
        "PART ONE\n\nTom meets Anna.\n\nTHE LONG WINTER\n\nAnna leaves Tom, and Tom follows Anna.",
        {"Tom", "Anna"},
    ),
    "footnote_numbers": ("Tom meets Anna. [12] Acting on orders, Tom arrests Anna. Anna escapes.", {"Tom", "Anna"}),
    "a_castle_and_a_continent": (
        "Anna travels to Castle Orlok, and Count Orlok greets Anna. Tom leaves for America. Orlok follows Tom.",
        {"Anna", "Count Orlok", "Tom"},
    ),
    "a_town_and_its_state": (
        "In Oakdale, Nebraska, Tom Hill meets Anna. Tom moves to Oakdale to marry Anna. Anna hates Oakdale.",
        {"Tom Hill", "Anna"},
    ),
    "a_compound_adjective": (
        "A Tom Sawyer-like boy named Finn meets Anna. Finn kisses Anna and Anna laughs.",
        {"Finn", "Anna"},
    ),
    "a_city_that_is_called_something": (
        "Anna goes to a city called Ormuth. Tom waits on the mountain that is called Velm, and Anna finds Tom.",
        {"Anna", "Tom"},
    ),
    "acronyms": (
        "Tom joins the FBI. Anna, who works for the CIA, tells Tom to leave the FBI.",
        {"Tom", "Anna"},
    ),
}


@pytest.mark.parametrize(("text", "people"), NOT_PEOPLE.values(), ids=NOT_PEOPLE.keys())
def test_only_people_are_characters(text: str, people: set[str]) -> None:
    assert set(read_cast(text)) == people


ONE_PERSON = {
    "given_name_and_surname": (
        "Anna Reed meets Tom. Anna likes Tom. Reed leaves Tom.", "Anna Reed", {"Anna", "Reed", "Anna Reed"},
    ),
    "a_title_lost_and_another_won": (
        "Lieutenant James Harlow arrests Anna. Years later, Commodore Harlow asks Anna to marry him. Harlow smiles.",
        "James Harlow",
        {"Lieutenant James Harlow", "James Harlow", "Commodore Harlow", "Harlow"},
    ),
    "titles_one_upon_the_other": (
        "Rev. Captain Silas Hart leads the men. Anna distrusts Captain Hart, but Hart insists.",
        "Silas Hart",
        {"Rev. Captain Silas Hart", "Captain Silas Hart", "Silas Hart", "Captain Hart", "Hart"},
    ),
    "a_title_of_many_words": (
        "Lord Chief Justice Sir Giles Warren asks Anna for help. Sir Giles drowns.",
        "Giles Warren",
        {"Lord Chief Justice Sir Giles Warren", "Sir Giles Warren", "Giles Warren", "Sir Giles"},
    ),
    "an_office_alone": (
        "Governor Amos Reed greets Anna. Anna thanks the Governor. Reed smiles at Anna.",
        "Amos Reed",
        {"Governor Amos Reed", "Amos Reed", "Reed", "Governor"},
    ),
    "an_abbreviated_rank": ("Lt. Bond joins Anna. Anna tells Bond to wait.", "Lt. Bond", {"Lt. Bond", "Bond"}),
    "a_courtesy_title": (
        "Mrs. Clara Stone helps Anna. Clara smiles.", "Clara Stone",
        {"Mrs. Clara Stone", "Clara Stone", "Mrs. Stone", "Clara"},
    ),
    "initials": (
        "J. R. Hobbs hires Anna. Hobbs pays Anna well.", "J. R. Hobbs", {"J. R. Hobbs", "Hobbs"},
    ),
    "a_letter_for_a_surname": ("Anna meets Paul D. Paul D likes Anna. Anna kisses Paul D.", "Paul D", {"Paul D"}),
    "a_line_break_inside": ("Anna meets Mr.\nBlack at noon. Mr. Black pays Anna.", "Mr. Black", {"Mr. Black"}),
    "a_nickname_in_quotes": (
        'William "Boots" Harker fires at Anna. Boots misses. Anna hits Boots.',
        'William "Boots" Harker',
        {'William "Boots" Harker', "Boots"},
    ),
    "a_particle": (
        "Count Luca de Santis loves Anna. Anna marries Luca.", "Luca de Santis",
        {"Count Luca de Santis", "Luca de Santis", "Luca"},
    ),
    "a_surname_with_a_particle": (
        "Professor Ada Van Holt meets Tom. Van Holt helps Tom. Tom thanks Van Holt.", "Ada Van Holt",
        {"Professor Ada Van Holt", "Ada Van Holt", "Van Holt"},
    ),
    "a_trade_that_begins_a_sentence": (
        "Ornithologist Peter Gray meets Anna. Gray likes Anna.", "Peter Gray", {"Peter Gray", "Gray"},
    ),
    "a_realm_shared_with_another": (
        "The King and Queen of Spades arrive. The Queen scolds Anna, and the King tells Anna to run.",
        "The King of Spades",
        {"King of Spades", "King"},
    ),
    "letters_of_other_alphabets": (
        "Łukasz Żak meets Anna. Łukasz kisses Anna, and Żak's mother smiles.", "Łukasz Żak",
        {"Łukasz Żak", "Łukasz", "Żak"},
    ),
    "a_number_behind_a_name": ("King Oscar II loves Anna. Oscar marries Anna.", "King Oscar II", {"King Oscar II", "Oscar"}),
    "known_as": (
        "Peter Gray, now known as Shadow, meets Anna. Shadow saves Anna. Anna thanks Shadow.", "Peter Gray",
        {"Peter Gray", "Shadow"},
    ),
    "known_to_somebody_as": (
        "Sylvia, known to Tom as Laura, kisses Tom. Tom looks for Laura. Sylvia waits for Tom.", "Sylvia",
        {"Sylvia", "Laura"},
    ),
    "going_by_a_name": (
        "Marie, going by the name of Rebel, runs away. Rebel meets Tom. Tom tells Rebel to stay with him.", "Rebel",
        {"Marie", "Rebel"},
    ),
    "reveals_himself_as": (
        "Anna trusts Viktor. Viktor reveals himself to be Dragan Ilic. Dragan shoots Anna.", "Dragan Ilic",
        {"Viktor", "Dragan Ilic", "Dragan"},
    ),
    "whose_real_name_is": (
        "Anna loves Falcon, whose real name is Henry Moss. Falcon leaves. Henry writes to Anna.", "Henry Moss",
        {"Falcon", "Henry Moss", "Henry"},
    ),
    "a_short_given_name": (
        "William Reed meets Anna. Bill likes Anna. Anna tells Bill the truth.", "William Reed", {"William Reed", "Bill"},
    ),
    "the_head_of_a_long_name": (
        "Edward Moss meets Anna. Edward likes Anna. Anna tells Ed the truth.", "Edward Moss",
        {"Edward Moss", "Edward", "Ed"},
    ),
    "disguised_as": (
        "Viola meets Tom. Viola, disguised as the student Lorenz, visits Tom. Tom likes Lorenz.", "Viola",
        {"Viola", "Lorenz"},
    ),
    "in_disguise": (
        "Viola leaves Tom. A year later Lorenz (Viola in disguise) visits Tom. Tom likes Lorenz.", "Viola",
        {"Viola", "Lorenz"},
    ),
    "an_earl_called_by_his_realm": (
        "The Earl of Kent meets Anna. Kent tells Anna the truth, and Anna hides Kent. Anna weeps when Kent dies.",
        "The Earl of Kent",
        {"Earl of Kent", "Kent"},
    ),
    "was_somebody_in_disguise": (
        "Anna trusts Tovik. Anna kisses Tovik. Tovik was Magnus in disguise. Magnus laughs at Anna.", "Tovik",
        {"Tovik", "Magnus"},
    ),
    "a_rank_and_a_slip": (
        "Jerry Colman greets Anna. Mayor Coleman refuses to help Anna. Anna begs Mayor Coleman.", "Jerry Colman",
        {"Jerry Colman", "Mayor Coleman"},
    ),
    "whom_he_also_named": (
        "Anna meets Simon, whom she also named Rocky. Rocky likes Anna. Anna kisses Simon.", "Simon", {"Simon", "Rocky"},
    ),
    "a_place_behind_a_name": (
        "Gerold of Rivenmoor meets Anna. Gerold tells Anna the truth, and Anna leaves Gerold.", "Gerold of Rivenmoor",
        {"Gerold of Rivenmoor", "Gerold"},
    ),
    "a_witch_of_somewhere": (
        "Anna fears the Witch of the Fen. The Witch scolds Anna, and Anna tells the Witch a lie.", "The Witch of the Fen",
        {"Witch of the Fen", "Witch"},
    ),
    "known_by_the_nickname": (
        'Jack Dawson, a thief known by the nickname the "Dodger", meets Anna. Dodger likes Anna.', "Jack Dawson",
        {"Jack Dawson", "Dodger"},
    ),
    "a_title_won": (
        "Arthur Hall loves Anna. Arthur, now Lord Gresham, leaves Anna. Lord Gresham weeps.", "Arthur Hall",
        {"Arthur Hall", "Arthur", "Lord Gresham"},
    ),
    "disguised_as_a_foreigner": (
        "Viola meets Tom. Viola, disguised as the Italian student Lorenz, visits Tom. Tom likes Lorenz.", "Viola",
        {"Viola", "Lorenz"},
    ),
    "an_office_and_its_holder": (
        "Anna fears the law. The Chief of Police, Amos Reed, arrests Anna. Anna lies to Reed.", "Amos Reed",
        {"Chief of Police", "Amos Reed", "Reed"},
    ),
    "a_holder_and_his_office": (
        "Anna meets Amos Reed, the Governor. Reed likes Anna.", "Amos Reed", {"Governor", "Amos Reed", "Reed"},
    ),
    "in_truth": (
        "Anna trusts Viktor. Viktor is in truth the spy Dragan. Dragan shoots Anna.", "Viktor", {"Viktor", "Dragan"},
    ),
    "a_married_name": (
        "Charlotte Lane marries Mr. Pike. Anna visits Mrs. Pike and Charlotte smiles at Anna. Mr. Pike snores.",
        "Charlotte Lane",
        {"Charlotte Lane", "Charlotte", "Mrs. Pike"},
    ),
    "a_slip_of_the_pen": (
        "Tom Tilford meets Anna. Tilford likes Anna. Anna leaves Tilford. Only Tipford weeps.", "Tom Tilford",
        {"Tom Tilford", "Tilford", "Tipford"},
    ),
    "a_possessive_without_its_s": (
        "Anna loves Charles. Charles' brother hates Anna. Charles leaves.", "Charles", {"Charles"},
    ),
    "an_article": (
        "The Stranger meets Anna. Anna shoots the Stranger. The Stranger's brother weeps, and the Stranger tells Anna why.",
        "The Stranger",
        {"Stranger"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "aliases"), ONE_PERSON.values(), ids=ONE_PERSON.keys())
def test_all_names_of_one_person(text: str, name: str, aliases: set[str]) -> None:
    cast = read_cast(text)
    assert name in cast
    assert set(cast[name].aliases) == aliases


SEVERAL = {
    "husband_and_wife": (
        "Mr. and Mrs. Pike adore Anna. Mr. Pike tells Anna a secret. Mrs. Pike weeps.", {"Mr. Pike", "Mrs. Pike", "Anna"},
    ),
    "a_family_is_nobody": (
        "Anna Reed and Tom Reed invite the Hills. Jane Hill meets the Reeds at the Reed mansion. Anna likes Jane.",
        {"Anna Reed", "Tom Reed", "Jane Hill"},
    ),
    "names_that_are_colours": (
        "Mr. Green shoots Mr. Blue. Mr. Blue tells Mr. White to flee. Mr. White hides Mr. Green.",
        {"Mr. Green", "Mr. Blue", "Mr. White"},
    ),
    "a_name_that_is_a_word": ("Joy meets Tom. Tom tells Joy that he loves her. Hope, his wife, hates Joy.", {"Joy", "Tom", "Hope"}),
    "a_surname_that_is_anothers_given_name": (
        "Denver lives with her mother Ada. Denver hears of Amy Denver. Amy had helped Ada. Denver thanks Ada.",
        {"Denver", "Ada", "Amy Denver"},
    ),
    "a_duke_and_his_city": (
        "The Duke of Mantua meets Anna in Mantua. Anna leaves Mantua. The Duke of Mantua weeps.",
        {"The Duke of Mantua", "Anna"},
    ),
    "a_rank_with_anothers_given_name": (
        "Fitzwarren Dunmore likes Anna. Colonel Fitzwarren tells Anna about Dunmore. Dunmore kisses Anna.",
        {"Fitzwarren Dunmore", "Anna", "Colonel Fitzwarren"},
    ),
    "the_son_of_man": (
        "Anna follows the Son of Man. The Son of Man heals Tom. Tom tells Anna, and the Son of Man smiles.",
        {"Anna", "The Son of Man", "Tom"},
    ),
    "an_animal_with_a_name": ("Tom and his dog Rex find Anna. Rex bites Anna. Anna forgives Rex.", {"Tom", "Rex", "Anna"}),
    "another_who_is_known_as_somebody": (
        "Anna's notes help in the hunt for a killer known as Falcon. Falcon shoots Tom. Anna arrests Falcon.",
        {"Anna", "Falcon", "Tom"},
    ),
    "a_father_and_his_child": (
        "Mr. Reed adopts Anna. Reed's children, Adam Reed and Jane Reed, hate Anna. Reed weeps.",
        {"Mr. Reed", "Anna", "Adam Reed", "Jane Reed"},
    ),
    "a_mother_and_her_namesake": (
        "Catherine Reed meets Tom. Catherine dies after giving birth to a daughter, Cathy. Cathy loves Tom.",
        {"Catherine Reed", "Tom", "Cathy"},
    ),
    "a_lord_and_his_lady": (
        "Lady de Ronde lies to Anna. Lord de Ronde warns Anna of Lady de Ronde.",
        {"Lady de Ronde", "Anna", "Lord de Ronde"},
    ),
    "a_mother_called_by_her_surname": (
        "Lucy Reed meets Tom. Tom visits Lucy, but her mother, Mrs. Reed, hates Tom. Mrs. Reed tells Lucy a lie.",
        {"Lucy Reed", "Tom", "Mrs. Reed"},
    ),
    "a_countess_and_her_son": (
        "Lorenz meets Anna. Lorenz introduces Anna to Countess Lorenz, his mother. Countess Lorenz hates Anna.",
        {"Lorenz", "Anna", "Countess Lorenz"},
    ),
    "somebody_disguised_as_a_classmate": (
        "Tom meets Anna. Anna, disguised as classmate Julia, lies to Tom. Later Julia scolds Anna.", {"Tom", "Anna", "Julia"},
    ),
    "somebody_posing_as_another": (
        "Tom meets Viktor. Anna visits Tom disguised as Viktor. Viktor laughs at Anna.", {"Tom", "Viktor", "Anna"},
    ),
    "an_office_in_a_list": (
        "Tom invites Anna, the Governor, and Bob. The Governor kisses Anna. Bob hates the Governor.",
        {"Tom", "Anna", "The Governor", "Bob"},
    ),
    "people_in_a_list": (
        "The Lanes have four daughters: Mabel, Ruth, Edith, and Cora. Ruth marries Tom.",
        {"Mabel", "Ruth", "Edith", "Cora", "Tom"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "people"), SEVERAL.values(), ids=SEVERAL.keys())
def test_each_person_is_one_character(text: str, people: set[str]) -> None:
    assert set(read_cast(text)) == people


CREDITS = {
    "in_brackets": ("Anna Reed (Mary Moore) meets Tom (John Doyle).", {"Anna Reed": ["Mary Moore"], "Tom": ["John Doyle"]}),
    "played_by": ("Anna, played by Mary Moore, meets Tom (voiced by John Doyle).", {"Anna": ["Mary Moore"], "Tom": ["John Doyle"]}),
    "several_in_one_bracket": (
        "Anna (Mary Moore as a child, Jane Lee as an adult) loves Tom.", {"Anna": ["Mary Moore", "Jane Lee"], "Tom": []},
    ),
    "behind_a_role": ("Tom sees a young woman (Mary Moore) named Anna. Anna kisses Tom.", {"Tom": [], "Anna": ["Mary Moore"]}),
    "a_knight_and_a_shah": (
        "Anna (Dame Mary Moore) meets Tom (Shah Amir Khan).", {"Anna": ["Dame Mary Moore"], "Tom": ["Shah Amir Khan"]},
    ),
    "initials_and_particles": (
        "Anna (Max von Berg) meets Tom (J. T. Doyle).", {"Anna": ["Max von Berg"], "Tom": ["J. T. Doyle"]},
    ),
    "other_remarks": (
        "Anna (the sister of Jane) meets Tom (in Paris). Jane (Anna's sister) hates Tom.", {"Anna": [], "Jane": [], "Tom": []},
    ),
    "titles_in_another_bracket": ("Anna (Mary Moore) leads a tour (see New York). Anna leaves.", {"Anna": ["Mary Moore"]}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), CREDITS.values(), ids=CREDITS.keys())
def test_actors_are_credited_and_are_no_characters(text: str, actors: dict[str, list[str]]) -> None:
    cast = read_cast(text)
    assert {name: [credit.text for credit in c.credits] for name, c in cast.items()} == actors


def read_names(*texts: str) -> set[str]:
    return {c.name for c in read_story([Source(str(n), text) for n, text in enumerate(texts)]).characters}


def test_a_short_name_in_another_telling_is_the_same_person() -> None:
    here, there = "Elizabeth leaves Tom. Tom writes to Elizabeth.", "Tom loves Lizzy. Lizzy leaves Tom."
    assert read_names(here, there) == {"Tom", "Elizabeth"}


def test_whoever_tells_of_both_names_may_mean_two() -> None:
    both = "Elizabeth leaves Tom. Tom meets Lizzy. Lizzy tells Elizabeth, and Elizabeth hits Tom."
    assert read_names(both, "Tom loves Lizzy. Lizzy leaves Tom.") == {"Tom", "Elizabeth", "Lizzy"}


@pytest.mark.parametrize(
    "end", ["known", "known by the", "disguised", "disguised as the", "going by", "named", "now", "in truth", "of"]
)
def test_a_text_may_break_off_anywhere(end: str) -> None:
    assert "Anna" in read_names(f"Anna likes Tom. Tom likes Anna, {end}")
