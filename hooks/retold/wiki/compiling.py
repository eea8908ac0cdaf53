"""Compile a story and its contributors' pages into the wiki: what the plugin and the command share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from retold.editing.addresses import assign_addresses
from retold.editing.anchors import assign_anchors
from retold.editing.corrections import correct
from retold.editing.lock import print_lock, read_lock, update_lock
from retold.editing.problem import Problem
from retold.model import Extra, Page, Story
from retold.wiki.documents import check_addresses, check_images, find_lost_pages, read_documents
from retold.wiki.edit_links import find_edit_links, find_edit_root
from retold.wiki.feed import write_feed
from retold.wiki.linking import link_pages
from retold.wiki.merging import merge_pages
from retold.wiki.options import WikiOptions
from retold.wiki.redirects import list_other_addresses, redirect_pages
from retold.wiki.special_pages import announce_special_pages, write_special_pages
from retold.writing import WritingOptions, write_pages
from retold.writing.paths import Paths


@dataclass(frozen=True, slots=True)
class Wiki:
    """A compiled wiki.

    Attributes:
        story: The corrected story.
        pages: Every page: generated, merged with what contributors wrote, or theirs alone.
        edits: For each page, the address where a reader edits it.
        redirects: Old paths of pages, and the paths that they lead to.
        problems: Everything that a contributor should mend.
        lock: What the lock of addresses should say now.
        lock_problems: Addresses that the lock does not hold yet.
        extras: Files beside the pages that only a whole wiki has: the feed of recent changes.
    """

    story: Story
    pages: tuple[Page, ...]
    edits: dict[str, str] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    lock: str = ""
    lock_problems: tuple[Problem, ...] = ()
    extras: tuple[Extra, ...] = ()


def compile_wiki(
    story: Story,
    texts: Sequence[tuple[str, str]],
    lock_text: str = "",
    options: WikiOptions | None = None,
    unread: Sequence[Problem] = (),
) -> Wiki:
    """Compile a wiki.

    Args:
        story: The story as it was read.
        texts: The Markdown files of the docs folder: paths below it, and texts.
        lock_text: The lock of addresses.
        options: What else must be known.
        unread: Problems of files that could not be read, to stand among the others.
    """
    options = options or WikiOptions()
    paths = Paths(options.root)
    lock, lock_errors = read_lock(lock_text, options.lock_file)
    read = assign_anchors(assign_addresses(story, lock), lock)
    overlays, matter_problems = read_documents(texts, paths, options.docs_dir)
    corrected = correct(read, overlays)
    edit_root = find_edit_root(options.repo_url, options.edit_uri)
    generated = write_pages(
        corrected.story, WritingOptions(options.root, options.site_url, edit_root, options.directory_urls)
    )
    generated = (*generated, *announce_special_pages(paths))
    others = list_other_addresses(corrected.story, overlays, generated)
    answered = {page.path for page in generated} | {overlay.document.uri for overlay in overlays}
    redirects = redirect_pages(corrected, lock, others, answered=answered, paths=paths, lock_file=options.lock_file)
    linked = link_pages(corrected.story, generated, overlays, redirects.targets, options)
    special = write_special_pages(corrected.story, linked, paths, options)
    merged = merge_pages([page for page in generated if page.kind != "special"] + list(special), linked)
    problems = (
        *unread, *lock_errors, *matter_problems, *corrected.problems, *redirects.problems,
        *check_addresses(overlays, generated), *check_images(overlays, options.files), *linked.problems, *merged.problems,
    )  # fmt: skip
    new_lock = print_lock(update_lock(lock, read, corrected.story, others))
    return Wiki(
        corrected.story,
        merged.pages,
        find_edit_links(corrected.story, merged.pages, overlays, paths, options),
        redirects.targets,
        tuple(sorted(set(problems))),
        new_lock,
        find_lost_pages(lock_text, new_lock, options.lock_file),
        write_feed(corrected.story, linked, options),
    )
