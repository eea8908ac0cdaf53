"""The feed of recent changes, as Atom (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from retold.editing.special import Change, read_changes
from retold.model import Extra, Story
from retold.wiki.changed import find_changed
from retold.wiki.linking import LinkedPages
from retold.wiki.options import WikiOptions
from retold.writing.paths import Paths

FEED_FILE = "feed.xml"
_MOST = 30  # entries; readers fetch the whole file again and again
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def write_feed(story: Story, linked: LinkedPages, options: WikiOptions) -> tuple[Extra, ...]:
    """Write the feed.

    Returns:
        The feed; nothing without a repository, and without the site's address, which a feed's links need.
    """
    changes = read_changes(options.changes)[:_MOST]
    if not changes or not options.site_url:
        return ()
    paths = Paths(options.root, options.directory_urls)
    site = options.site_url.rstrip("/") + "/"
    title = f"{story.facts.title}: recent changes" if story.facts.title else "Recent changes"
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"  <title>{_spell(title)}</title>",
        f"  <id>{_spell(site + FEED_FILE)}</id>",
        f'  <link rel="self" type="application/atom+xml" href={quoteattr(site + FEED_FILE)}/>',
        f'  <link rel="alternate" type="text/html" href={quoteattr(site + paths.on_site(paths.page("special/changes")))}/>',
        f"  <updated>{changes[0].moment}</updated>",
        *(line for change in changes for line in _write_entry(story, linked, change, options, site)),
        "</feed>",
    )
    return (Extra(FEED_FILE, "\n".join(lines) + "\n"),)


def _write_entry(story: Story, linked: LinkedPages, change: Change, options: WikiOptions, site: str) -> Sequence[str]:
    uris = find_changed(story, linked, change, options)
    paths = Paths(options.root, options.directory_urls)
    titles = ", ".join(linked.atlas.entries[uri].title for uri in uris)
    place = uris[0] if len(uris) == 1 else paths.page("special/changes")
    return (
        "  <entry>",
        f"    <title>{_spell(change.subject or 'A change without a word')}</title>",
        f"    <id>{_spell(f'{site}{FEED_FILE}#{change.name}')}</id>",
        f"    <updated>{change.moment}</updated>",
        f"    <author><name>{_spell(change.author or 'somebody')}</name></author>",
        f"    <link href={quoteattr(site + paths.on_site(place))}/>",
        f"    <summary>{_spell(f'Changed: {titles}' if titles else 'Changed: the wiki itself')}</summary>",
        "  </entry>",
    )


def _spell(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
