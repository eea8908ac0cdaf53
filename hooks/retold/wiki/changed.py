"""Which pages a change of the repository touches."""

from __future__ import annotations

from retold.editing.special import Change
from retold.model import Story
from retold.wiki.linking import LinkedPages
from retold.wiki.options import WikiOptions
from retold.writing.paths import Paths, slug_tellings

_MOST = 5  # pages named for one change


def find_changed(story: Story, linked: LinkedPages, change: Change, options: WikiOptions) -> tuple[str, ...]:
    """Find the first few pages of a change's files: contributors' pages, and the tellings of the seeds."""
    paths, slugs = Paths(options.root), slug_tellings(story.tellings)
    seeds = {telling.source.path: paths.telling(slugs[telling.name]) for telling in story.tellings}
    uris = (seeds.get(file, file.removeprefix(f"{options.docs_dir}/")) for file in change.files)
    return tuple(uri for uri in dict.fromkeys(uris) if uri in linked.atlas.entries)[:_MOST]
