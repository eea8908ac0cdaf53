"""The order of the wiki's indexes in the navigation; single characters and scenes are not in it."""

from __future__ import annotations

from collections.abc import Sequence

from retold.model import Page

Nav = list[str | dict[str, "Nav"] | dict[str, str]]

# Tabs in the order in which a reader wants them; what is in no tab of its own stands under a common name.
_COMMON = {"chart": "Pictures", "article": "Articles", "special": "Help"}


def arrange_nav(pages: Sequence[Page]) -> Nav:
    """Arrange the navigation as `nav` in mkdocs.yml would have it.

    Args:
        pages: All pages; generated ones with a slug are reached through their indexes.

    Returns:
        Tabs: the front page, an index each, pictures, the hand-written articles, help.
    """
    listed = [page for page in pages if not page.slug]
    tabs: Nav = [
        {page.title: page.path} if page.kind != "front" else page.path for page in listed if page.kind not in _COMMON
    ]
    for kind, name in _COMMON.items():
        group: Nav = [{page.title: page.path} for page in listed if _find_group(page) == kind]
        if group:
            tabs.append({name: group})
    return tabs


def _find_group(page: Page) -> str:
    # A page for contributors helps, whoever has written it; elsewhere it bears one of these names too.
    helps = page.kind == "article" and page.path.lower() in {"contributing.md", "help.md"}
    return "special" if helps else page.kind
