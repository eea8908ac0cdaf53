"""The contributors' pages of a wiki, and what may be wrong with their addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import cast

from retold.editing.document import Document, Kind, Overlay
from retold.editing.front_matter import read_front_matter
from retold.editing.headings import find_headings
from retold.editing.names import title_of_slug
from retold.editing.problem import Problem, problem_at, suggest
from retold.editing.prose import mask_code
from retold.model import Page
from retold.writing.paths import Paths


def read_documents(
    texts: Sequence[tuple[str, str]], paths: Paths, docs_dir: str
) -> tuple[tuple[Overlay, ...], tuple[Problem, ...]]:
    """Take the pages apart, in the order of their paths."""
    overlays: list[Overlay] = []
    problems: list[Problem] = []
    for uri, text in sorted(texts):
        kind, slug = paths.kind_of(uri)
        shown = cast("Kind", kind if kind in {"character", "scene"} else "page")
        overlay, found = read_front_matter(Document(uri, text, f"{docs_dir}/{uri}", shown, slug))
        overlays.append(overlay)
        problems += found
    return tuple(overlays), tuple(problems)


def find_title(overlay: Overlay) -> str:
    """Give a contributor's page its title: as its front matter says, its first heading, or its file's name."""
    said = overlay.matter.meta.get("title") or overlay.matter.values.get("name")
    if said:
        return " ".join(str(said).split())
    headings = find_headings(mask_code(overlay.body))
    first = next((heading.title for heading in headings if heading.level == 1), "")
    uri = overlay.document.uri.removesuffix(".md").removesuffix("/index").removesuffix("/README")
    return first or title_of_slug(uri.rpartition("/")[2])


def check_addresses(overlays: Sequence[Overlay], generated: Sequence[Page]) -> tuple[Problem, ...]:
    """Report pages that would stand at the same address of the site."""
    taken: dict[str, str] = {}
    for page in generated:
        taken[_site_address(page.path)] = page.path
    problems = []
    for overlay in overlays:
        uri, file = overlay.document.uri, overlay.document.file
        other = taken.setdefault(_site_address(uri), uri)
        if other != uri:
            what = "stands at the same address" if other in {o.document.uri for o in overlays} else "is generated there"
            problems.append(Problem(file, 1, 1, f"two pages for one address: {other} {what}", other))
    return tuple(problems)


def check_images(overlays: Sequence[Overlay], files: frozenset[str]) -> tuple[Problem, ...]:
    """Report pictures of front matter that are not there; `files` is empty when nobody knows what is."""
    problems = []
    for overlay in overlays:
        image, place = overlay.matter.values.get("image", ""), overlay.matter.place("image")
        if "://" in image:
            problems.append(problem_at(place, "a picture must lie in the docs folder: no page asks another host"))
        elif image and files and posixpath.normpath(image) not in files:
            meant = suggest(image, sorted(file for file in files if not file.endswith(".md")))
            problems.append(problem_at(place, f"there is no picture {image} in the docs folder", meant))
    return tuple(problems)


def _site_address(uri: str) -> str:
    """Give the address without regard to case: some file systems and hosts have none."""
    plain = uri.removesuffix(".md")
    for folder_page in ("index", "README"):
        if plain == folder_page or plain.endswith(f"/{folder_page}"):
            plain = plain.removesuffix(folder_page)
    return plain.rstrip("/").casefold()


def find_lost_pages(lock_text: str, new_lock: str, file: str) -> tuple[Problem, ...]:
    """Report pages that the lock does not hold yet; without a lock nobody has asked for one."""
    if not lock_text.strip():
        return ()
    old = {line for line in lock_text.splitlines() if line and not line[0].isspace()}
    missing = [line for line in new_lock.splitlines() if line and line[0] not in " #" and line not in old]
    if not missing:
        return ()
    some = ", ".join(missing[:3]) + (", …" if len(missing) > 3 else "")
    message = f"{len(missing)} addresses are not kept yet ({some}): run retold lock"
    return (Problem(file, 1, 1, message, severity="warning"),)
