"""Whom tales, myths, plays and games speak of: one tiny story a lesson; the test's id is the lesson."""

from __future__ import annotations

import pytest

from retold import Source, read_story


def read_cast(text: str) -> set[str]:
    return {character.name for character in read_story([Source("a", text)]).characters}


TALES = {
    "animals_and_trades_that_act": (
        "Once a Miller met a Fox. The Fox told the Miller to wait. The Wolf heard the Fox, and the Wolf ran to the Miller.",
        {"The Miller", "The Fox", "The Wolf"},
    ),
    "an_animal_with_an_adjective": (
        "Anna follows the Grey Goose into the wood. The Grey Goose tells Anna to hide, and Anna thanks the Grey Goose.",
        {"Anna", "The Grey Goose"},
    ),
    "gods_and_kings_named_once": (
        "Tarvos was the son of the thunder god Urmak. His mother was Ilsira. The sage Bhadrava taught him, and King Maukos feared Tarvos.",
        {"Tarvos", "Urmak", "Ilsira", "Bhadrava", "King Maukos"},
    ),
    "strangers_named_once": (
        "Mizuki Asahara, a pupil of Okina Tachikaze, marries Isamu Higurashi. Mizuki is the sister of Temiko and bears a son named Harunobu.",
        {"Mizuki Asahara", "Okina Tachikaze", "Isamu Higurashi", "Temiko", "Harunobu"},
    ),
    "titles_of_other_lands": (
        "Vizier Halim asks Maryam for the lamp. Maryam fools him and marries Jarl Sigvald. Contessa Lucia helps Maryam.",
        {"Vizier Halim", "Maryam", "Jarl Sigvald", "Contessa Lucia"},
    ),
    "hyphenated_names": (
        "Lee Ji-won loves Park Min-ho. Min-ho lies to his mother, Go Mi-rae. Ji-won slaps Min-ho.",
        {"Lee Ji-won", "Park Min-ho", "Go Mi-rae"},
    ),
    "a_sword_and_an_isle": (
        "Kaelin finds the sword Dawnfire on the isle of Ormuth. Jexa, a thief, sails to the city of Velm and meets Kaelin.",
        {"Kaelin", "Jexa"},
    ),
    "a_ship_that_lands": (
        "The freighter Ostrik lands. Captain Reed leaves the Ostrik and Anna follows him. Anna returns to the Ostrik. The Ostrik explodes.",
        {"Captain Reed", "Anna"},
    ),
    "an_adjective_that_begins_a_sentence": (
        "Anna loves Tom. Broken-hearted, Anna leaves Tom. Half-starved and wet, Tom finds Anna.", {"Anna", "Tom"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "people"), TALES.values(), ids=TALES.keys())
def test_the_cast_of_a_tale(text: str, people: set[str]) -> None:
    assert read_cast(text) == people
