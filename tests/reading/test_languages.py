"""A telling in another language is read by its form, and a note says so."""

from __future__ import annotations

import pytest

from retold import Source, read_story

GERMAN = "Der Müller Anton lebt mit seiner Tochter am Fluss. Ein Reiter kommt, und Anton gibt ihm Brot und Wein."
FRENCH = "Le meunier Antoine vit avec sa fille près de la rivière. Un cavalier arrive, et Antoine lui donne du pain."
RUSSIAN = "Мельник Антон живёт с дочерью у реки. Приезжает всадник, и Антон даёт ему хлеба и вина на дорогу домой."


@pytest.mark.parametrize("text", [GERMAN, FRENCH, RUSSIAN])
def test_another_language_is_noted(text: str) -> None:
    (note,) = read_story([Source("a", text)]).notes
    assert note.telling == "a"
    assert "English" in note.message


@pytest.mark.parametrize(
    "text",
    [
        "Anton, a miller, lives with his daughter by the river. A rider comes, and Anton gives him bread.",
        "Tom, Ann and Bob Hall",
        "",
    ],
)
def test_english_and_texts_too_short_to_tell_are_not(text: str) -> None:
    assert read_story([Source("a", text)]).notes == ()
