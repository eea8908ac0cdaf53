"""Reading the folder of synopses."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.seeds import SeedError, decode_text, load_sources


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_encodings_and_line_ends(encoding: str, line_end: str) -> None:
    assert (
        decode_text(f"Zoë met Łukasz.{line_end}They left.".encode(encoding), "a.txt") == "Zoë met Łukasz.\nThey left."
    )


def test_big_endian_utf_16_is_read_by_its_mark() -> None:
    assert decode_text(b"\xfe\xff\x00A", "a.txt") == "A"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Ann\xff met", "seeds/a.txt: byte 3: expected UTF-8 text, found the byte 0xff"),
        (b"\xef\xbb\xbfAnn\xe9", "seeds/a.txt: byte 6: expected UTF-8 text, found the byte 0xe9"),
        (b"\xff\xfeA\x00B", "seeds/a.txt: byte 4: expected UTF-16-LE text, found the byte 0x42"),
    ],
)
def test_undecodable_bytes_name_file_and_offset(content: bytes, message: str) -> None:
    with pytest.raises(SeedError) as error:
        decode_text(content, "seeds/a.txt")
    assert str(error.value).startswith(message)
    assert "Save the file as UTF-8" in str(error.value)


def _write(tmp_path: Path, **files: str) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def test_tellings_come_in_the_order_of_their_file_names(tmp_path: Path) -> None:
    folder = _write(tmp_path, b_txt="B", a_txt="A", notes_md="no telling")
    (folder / ".hidden.txt").write_text("no telling", encoding="utf-8")
    seeds = load_sources(folder)
    assert [(s.name, s.text, s.path) for s in seeds.sources] == [("a", "A", "seeds/a.txt"), ("b", "B", "seeds/b.txt")]


def test_story_yml_gives_titles_and_facts(tmp_path: Path) -> None:
    story = "title: Heidi\nyear: 1880\nkind:\ntellings:\n  a:\n    title: A guide\n    licence: CC0\n"
    seeds = load_sources(_write(tmp_path, a_txt="A", story_yml=story))
    assert (seeds.facts.title, seeds.facts.year, seeds.facts.kind) == ("Heidi", "1880", "")
    assert (seeds.sources[0].title, seeds.sources[0].licence, seeds.sources[0].language) == ("A guide", "CC0", "en")


def test_an_empty_story_yml_is_no_mistake(tmp_path: Path) -> None:
    assert load_sources(_write(tmp_path, a_txt="A", story_yml="# nothing yet\n")).facts.title == ""


@pytest.mark.parametrize(
    ("story", "message"),
    [
        ("titel: Heidi\n", "seeds/story.yml:1:1: unknown key 'titel' (did you mean 'title'?)"),
        ("title: a\ntitle: b\n", "seeds/story.yml:2:1: 'title' stands here twice"),
        ("title: [a, b]\n", "seeds/story.yml:1:8: expected one value for 'title', found several"),
        ("zzz: 1\n", "seeds/story.yml:1:1: unknown key 'zzz' (expected one of title, kind, year, tellings)"),
        ("? [a]\n: b\n", "seeds/story.yml:1:3: unknown key ''"),
        ("- a\n", "seeds/story.yml:1:1: expected keys with values, such as `title: …`"),
        ("tellings: a\n", "seeds/story.yml:1:11: expected keys with values, such as `name: …`"),
        ("tellings:\n  a:\n    licens: x\n", "seeds/story.yml:3:5: unknown key 'licens' (did you mean 'licence'?)"),
        ("tellings:\n  c: {title: x}\n", "seeds/story.yml:2:6: no text is called 'c.txt' (the texts here: a)"),
        ("title: [\n", "seeds/story.yml:2:1: this is not valid YAML"),
        ("title:\t'a\n", "seeds/story.yml:1:7: this is not valid YAML"),
        ("title: \x07\n", "seeds/story.yml:1:1: this is not valid YAML"),
    ],
)
def test_mistakes_in_story_yml_are_explained(tmp_path: Path, story: str, message: str) -> None:
    with pytest.raises(SeedError) as error:
        load_sources(_write(tmp_path, a_txt="A", story_yml=story))
    assert str(error.value).startswith(message)


def test_a_missing_folder_is_explained(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="seeds: the folder of synopses does not exist"):
        load_sources(tmp_path / "seeds")


def test_a_file_where_the_folder_should_be_is_explained(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("x", encoding="utf-8")
    with pytest.raises(SeedError, match="is a file, not a folder"):
        load_sources(tmp_path / "seeds")


def test_a_folder_where_a_text_should_be_is_explained(tmp_path: Path) -> None:
    (_write(tmp_path) / "a.txt").mkdir()
    with pytest.raises(SeedError, match=r"seeds/a\.txt: cannot be read"):
        load_sources(tmp_path / "seeds")
