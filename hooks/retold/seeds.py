"""Read `seeds/`: the only module that reads source files."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from retold.model import Source, StoryFacts
from retold.story_yml import STORY_FILE, StoryFile, TellingFacts, parse_story_file

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")


class SeedError(ValueError):
    """A seed that cannot be read; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """What lies in `seeds/`: the tellings in the order of their file names, and the story's facts."""

    sources: tuple[Source, ...]
    facts: StoryFacts


def load_sources(folder: Path, root: Path | None = None) -> Seeds:
    """Read every telling of `folder`, and its `story.yml` when there is one.

    Args:
        folder: The folder of `*.txt` files; folders inside it and hidden files are left out.
        root: The project's root, below which `Source.path` is given; the folder's parent when left out.

    Returns:
        The sources in the order of their file names, and the facts of the story.

    Raises:
        SeedError: The folder or a file cannot be read, or `story.yml` is wrong.
    """
    root = root or folder.parent
    story = _read_story_file(folder, root)
    sources = tuple(_read_source(path, root, story) for path in _list_texts(folder, root))
    _refuse_unknown_tellings(story, sources, _shown(folder / STORY_FILE, root))
    return Seeds(sources, story.facts)


def decode_text(content: bytes, shown: str) -> str:
    r"""Decode a seed's bytes: UTF-8 with or without BOM, UTF-16 with BOM; line ends become "\n".

    Args:
        content: The file's bytes.
        shown: The file's name as the error should show it.

    Raises:
        SeedError: The bytes are no such text; the message names the file and the byte's offset.
    """
    bom, encoding = next(((bom, name) for bom, name in _BOMS if content.startswith(bom)), (b"", "utf-8"))
    try:
        text = content[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(bom) + error.start
        raise SeedError(
            f"{shown}: byte {offset}: expected {encoding.upper()} text, found the byte 0x{content[offset]:02x}"
            f" ({error.reason}). Save the file as UTF-8 and try again."
        ) from None
    return _LINE_ENDS.sub("\n", text)


def _list_texts(folder: Path, root: Path) -> list[Path]:
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise SeedError(
            f"{_shown(folder, root)}: the folder of synopses {what}. Put one .txt file per telling into a folder of that"
            " name, or set the option `seeds`."
        )
    texts = [path for path in folder.iterdir() if path.suffix == ".txt" and not path.name.startswith(".")]
    return sorted(texts, key=lambda path: path.name)


def _read_source(path: Path, root: Path, story: StoryFile) -> Source:
    known = dict(story.tellings).get(path.stem, TellingFacts())
    return Source(
        path.stem,
        decode_text(_read_bytes(path, root), _shown(path, root)),
        known.title,
        known.language or "en",
        known.author,
        known.address,
        known.licence,
        _shown(path, root),
    )


def _read_story_file(folder: Path, root: Path) -> StoryFile:
    path = folder / STORY_FILE
    if not path.exists():
        return StoryFile()
    shown = _shown(path, root)
    text = decode_text(_read_bytes(path, root), shown)
    story, problems = parse_story_file(text)
    if problems:
        raise SeedError("\n".join(f"{shown}:{problem}" for problem in problems))
    return story


def _read_bytes(path: Path, root: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SeedError(f"{_shown(path, root)}: cannot be read ({error.strerror}).") from None


def _refuse_unknown_tellings(story: StoryFile, sources: tuple[Source, ...], shown: str) -> None:
    names = [source.name for source in sources]
    unknown = [problem for name, problem in story.places if name not in names]
    if unknown:
        known = ", ".join(names) or "none"
        raise SeedError("\n".join(f"{shown}:{place} (the texts here: {known})" for place in unknown))


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
