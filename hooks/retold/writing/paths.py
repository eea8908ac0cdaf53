"""The only module that spells the addresses of pages."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from retold.model import Character, Scene, Sentence, Telling

_FOLDER_PAGES = frozenset({"index", "README"})


@dataclass(frozen=True, slots=True)
class Paths:
    """Addresses of one story's pages below `docs/`; `root` ("" or "emma/") is the story's folder.

    With `directory_urls` MkDocs puts "tom.md" at "tom/", else at "tom.html".
    """

    root: str = ""
    directory_urls: bool = True

    @property
    def front(self) -> str:
        """The story's front page."""
        return f"{self.root}index.md"

    @property
    def characters(self) -> str:
        """The page of all characters."""
        return f"{self.root}characters/index.md"

    @property
    def scenes(self) -> str:
        """The page of all scenes."""
        return f"{self.root}scenes/index.md"

    @property
    def tellings(self) -> str:
        """The page of all tellings."""
        return f"{self.root}tellings/index.md"

    def page(self, name: str) -> str:
        """A page that the story has once, like "parallel"."""
        return f"{self.root}{name}.md"

    def file(self, name: str) -> str:
        """A file that the story has once, like "story.json"."""
        return f"{self.root}{name}"

    def character(self, character: Character) -> str:
        """A character's page."""
        return f"{self.root}characters/{_keep_off_index(character.slug)}.md"

    def scene(self, scene: Scene) -> str:
        """A scene's page."""
        return f"{self.root}scenes/{_keep_off_index(scene.slug)}.md"

    def telling(self, slug: str) -> str:
        """The page of the telling that `slug_tellings` gave this slug."""
        return f"{self.root}tellings/{_keep_off_index(slug)}.md"

    def on_site(self, path: str) -> str:
        """The address of a page below the site's own: "scenes/the-hearing/"."""
        return quote(_built(path, folders=self.directory_urls))

    def of(self, kind: str, slug: str) -> str:
        """The page of a "character", "scene" or "telling" by its slug; without one, the page of all."""
        return f"{self.root}{kind}s/{_keep_off_index(slug) or 'index'}.md"

    def kind_of(self, path: str) -> tuple[str, str]:
        """The kind and slug of a page by its path, as `of` would spell it; ("page", "") for others."""
        folder, _, name = path.removeprefix(self.root).rpartition("/")
        slug = name.removesuffix(".md")
        kind = folder.removesuffix("s")
        known = path.startswith(self.root) and path.endswith(".md") and kind in {"character", "scene", "telling"}
        if not known or kind == folder or slug in _FOLDER_PAGES:
            return "page", ""
        return kind, slug.removesuffix("-") if slug.removesuffix("-") in _FOLDER_PAGES else slug


def slug_tellings(tellings: Iterable[Telling]) -> dict[str, str]:
    """Give every telling, by name, a slug of its own: from its title, else from its name."""
    slugs: dict[str, str] = {}
    for telling in tellings:
        slug = slugify(telling.source.title) or slugify(telling.name) or "telling"
        taken = set(slugs.values())
        slugs[telling.name] = next(s for s in _number(slug, len(taken)) if s not in taken)
    return slugs


def slugify(text: str) -> str:
    """Turn a title into a part of an address: "O'Brien & Söhne" becomes "obrien-sohne"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.sub(r"['’]", "", plain).lower()
    return re.sub(r"[^\w]+|_+", "-", words).strip("-")[:80].strip("-")


def sentence_anchor(sentence: Sentence) -> str:
    """The anchor of a sentence in its telling's page; sentences count from 1 for readers."""
    return f"s{sentence.lasting or sentence.number + 1}"


def relative(target: str, page: str) -> str:
    """The address of a path as seen from a page, as MkDocs' link checker wants it."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def address(target: str, page: str, *, folders: bool = True) -> str:
    """The address of a built page as seen from another, where nobody will resolve a `.md` link.

    `folders` is MkDocs' `use_directory_urls`: "ann.md" becomes "ann/", else "ann.html".
    """
    here = posixpath.dirname(_built(page, folders=folders)) or "."
    there = _built(target, folders=folders)
    spelled = posixpath.relpath(there or ".", here) + ("/" if there.endswith("/") or not there else "")
    return quote("./" if spelled == "./" else spelled)


def _built(path: str, *, folders: bool) -> str:
    stem = path.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    folder, name = posixpath.split(stem)
    return posixpath.join(folder, "") if name in {"index", "README"} else f"{stem}/"


def _number(slug: str, taken: int) -> Iterable[str]:
    return [slug, *(f"{slug}-{number}" for number in range(2, taken + 2))]


def _keep_off_index(slug: str) -> str:
    # MkDocs would take these for the folder's own page.
    return f"{slug}-" if slug in _FOLDER_PAGES else slug
