"""Spell the links that editing finds, as Markdown for the page they stand on."""

from __future__ import annotations

from retold.editing.adopt import draft_page
from retold.editing.atlas import Atlas, Link
from retold.editing.forge import find_forge
from retold.editing.names import make_slug
from retold.wiki.options import WikiOptions
from retold.writing.markdown import Markdown, escape_attribute, spell_element, spell_link
from retold.writing.paths import Paths, relative


class Speller:
    """Spells links for the pages of one wiki."""

    def __init__(self, atlas: Atlas, options: WikiOptions) -> None:
        self._atlas = atlas
        self._paths = Paths(options.root)
        self._docs = options.docs_dir
        self._forge = find_forge(options.repo_url, options.edit_uri)

    def spell(self, link: Link) -> str:
        """Spell a link; its text is the contributor's own Markdown."""
        text = Markdown(link.text)
        if link.goal.target:
            address = relative(link.goal.target, link.source) + (f"#{link.goal.anchor}" if link.goal.anchor else "")
            return spell_link(text, address)
        if link.goal.choices:
            return spell_link(text, relative(self.disambiguation(link.name), link.source))
        return self.spell_red(link.name, text)

    def spell_red(self, name: str, text: Markdown | str = "") -> Markdown:
        """Spell a link to a page that nobody has written: it offers to create the page."""
        title = escape_attribute(f"Nobody has written the page {name} yet")
        if self._forge is None:
            return spell_element("span", text or name, f'class="missing" title="{title}"')
        return spell_link(text or name, self.new_page(name), f'.missing title="{title}"')

    def new_page(self, name: str) -> str:
        """The address that creates a page."""
        path = f"{self._docs}/{self._paths.page(make_slug(name))}"
        return self._forge.new(path, draft_page(name)) if self._forge else ""

    def disambiguation(self, name: str) -> str:
        """The path of the page that lists what a name may mean."""
        return self._paths.page(f"disambiguation/{make_slug(name)}")

    def link(self, uri: str, source: str, text: str = "") -> Markdown:
        """Spell a link to a known page by its title."""
        return spell_link(text or self._atlas.entries[uri].title, relative(uri, source))
