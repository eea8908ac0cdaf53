"""Every page of the wiki under every name that leads to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from retold.editing.headings import Heading, slug_heading
from retold.editing.names import NameBook, fold_name, make_slug
from retold.editing.problem import Place, suggest

_SUGGESTIONS = 100
_TYPO = 0.85  # a name less alike than that is a page which somebody wants, and no typing error
_LASTING = frozenset({"character", "scene"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as links see it; `names` lead to it beside its title, `autolink` are linked in hand-written text."""

    uri: str
    title: str
    kind: str
    names: tuple[str, ...] = ()
    autolink: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a page, and all places in it that a link can lead to."""

    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()


class Atlas:
    """Finds pages by title, then by further names, then through redirects."""

    def __init__(
        self,
        entries: Sequence[Entry],
        redirects: Mapping[str, str] | None = None,
        outline: Callable[[str], Outline] = lambda _: Outline(),
    ) -> None:
        self._outline, self._outlines = outline, dict[str, Outline]()
        self.entries = {entry.uri: entry for entry in entries}
        self._titles, self._names = NameBook(), NameBook()
        for entry in entries:
            self._titles.add(entry.title, entry.uri)
            for name in (*entry.names, entry.uri.removesuffix(".md"), entry.uri.removesuffix("/index.md")):
                self._names.add(name, entry.uri)
        self._suggested: dict[str, str] = {}
        # A character or scene is still known by the address that its first name or title gave it.
        self._slugs = {_last_part(uri): uri for uri, entry in self.entries.items() if entry.kind in _LASTING}
        self._slugs |= {_last_part(old): new for old, new in (redirects or {}).items() if new in self.entries}

    def find(self, name: str) -> tuple[str, ...]:
        """Give the pages that a name means: none, one, or several; an old name means the page that has its address."""
        found = self._titles.find(name) or self._names.find(name)
        if not found and (uri := self._slugs.get(make_slug(name))):
            return (uri,)
        return found

    def suggest(self, name: str) -> str:
        """Find the name of a page that somebody misspelt as `name`, or ""."""
        if name not in self._suggested:  # a page of thousands of red links must not take minutes
            few = len(self._suggested) < _SUGGESTIONS
            self._suggested[name] = self._suggest(name) if few else ""
        return self._suggested[name]

    def _suggest(self, name: str) -> str:
        return self._titles.suggest(name, _TYPO) or self._names.suggest(name, _TYPO)

    def outline(self, uri: str) -> Outline:
        """Give the outline of a page; it is drawn when a link first asks for it."""
        if uri not in self._outlines:
            self._outlines[uri] = self._outline(uri)
        return self._outlines[uri]

    def find_anchor(self, uri: str, section: str) -> str:
        """Find the anchor of a section by its title or anchor, or give ""."""
        outline = self.outline(uri)
        for heading in outline.headings:
            if fold_name(section) == fold_name(heading.title) or section == heading.anchor:
                return heading.anchor
        known = outline.anchors | {heading.anchor for heading in outline.headings}
        return next((anchor for anchor in (section, slug_heading(section)) if anchor in known), "")

    def suggest_section(self, uri: str, section: str) -> str:
        """Find the section that somebody most likely meant, or ""."""
        return suggest(section, (heading.title for heading in self.outline(uri).headings))

    def shared_names(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Give every name that means several pages, as `find` would."""
        names = {fold_name(name): name for book in (self._titles, self._names) for name, _ in book.shared()}
        for _, name in sorted(names.items()):
            if len(found := self.find(name)) > 1:
                yield name, found

    def autolinks(self) -> dict[str, str]:
        """Give the names that are linked in hand-written text, each with the one page that it means."""
        names = [(name, entry.uri) for entry in self.entries.values() for name in entry.autolink]
        return {name: uri for name, uri in names if self.find(name) == (uri,)}


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a link leads: one page; or several, among which a reader must choose; or none yet."""

    target: str
    anchor: str = ""
    choices: tuple[str, ...] = ()
    how: Literal["wikilink", "link", "name"] = "wikilink"

    @property
    def is_red(self) -> bool:
        """Whether nobody has written the page."""
        return not self.target and not self.choices


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a hand-written page; `start` and `end` are its place in the page's text."""

    source: str
    name: str
    text: str
    goal: Goal
    start: int
    end: int
    place: Place
    sentence: str


def _last_part(uri: str) -> str:
    return uri.removesuffix(".md").rpartition("/")[2]
