"""The special pages: what is wanted, what nobody links to, what is short, everything, and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from retold.editing.names import make_slug, title_of_slug
from retold.editing.special import Change, list_orphans, list_short, list_wanted, read_changes, sort_entries
from retold.model import Page, Section, Story
from retold.wiki.changed import find_changed
from retold.wiki.linking import LinkedPages
from retold.wiki.options import WikiOptions
from retold.writing.markdown import Markdown, escape, join
from retold.writing.paths import Paths

_ABOUT = {
    "special/index": ("Special pages", "Lists that keep this wiki in order."),
    "special/wanted": ("Wanted pages", "Pages that others link to and that nobody has written yet."),
    "special/orphans": ("Orphaned pages", "Contributors' pages that no other page links to."),
    "special/short": ("Short pages", "Contributors' pages that say little yet."),
    "special/all": ("All pages", "Every page of this wiki by its title."),
    "special/changes": ("Recent changes", "What contributors have changed lately."),
}
_ITEM = Markdown("- ")
_COLON = Markdown(": ")
_WORDS = 1_000  # longer pages need no counting


def announce_special_pages(paths: Paths) -> tuple[Page, ...]:
    """Give the special pages without their lists, so that links find them."""
    return tuple(_page(paths.page(name), title, about, ()) for name, (title, about) in _ABOUT.items())


def write_special_pages(story: Story, linked: LinkedPages, paths: Paths, options: WikiOptions) -> tuple[Page, ...]:
    """Write the special pages, and a page for every name that several pages bear."""
    lists = {
        "special/index": _list_special(linked, paths),
        "special/wanted": _list_wanted(story, linked, paths.page("special/wanted")),
        "special/orphans": _list_orphans(linked, paths.page("special/orphans")),
        "special/short": _list_short(linked, paths.page("special/short")),
        "special/all": _list_all(linked, paths.page("special/all")),
        "special/changes": _list_changes(story, linked, paths.page("special/changes"), options),
    }
    pages = [_page(paths.page(name), *_ABOUT[name], tuple(lists[name])) for name in _ABOUT]
    return (*pages, *_write_disambiguations(linked))


def _page(path: str, title: str, about: str, lines: Sequence[str], slug: str = "") -> Page:
    sections = [Section("title", f"# {escape(title)}"), Section("about", escape(about))]
    sections += [Section("list", "\n".join(lines))] if lines else [Section("list", "There are none.")]
    return Page(path, title, "special", tuple(sections), slug, about, meta={"search": {"exclude": True}})


def _list_special(linked: LinkedPages, paths: Paths) -> Iterable[str]:
    here = paths.page("special/index")
    for name, (_, about) in _ABOUT.items():
        if paths.page(name) != here:
            yield join([_ITEM, linked.speller.link(paths.page(name), here), _COLON, escape(about)])


def _list_wanted(story: Story, linked: LinkedPages, path: str) -> Iterable[str]:
    for wanted in list_wanted(linked.links, story):
        sources = dict.fromkeys(link.source for link in wanted.links)
        askers = join((linked.speller.link(uri, path) for uri in sources), ", ")
        times = f"named {_count(wanted.times, 'time')} in {_count(len(wanted.tellings), 'telling')}"
        evidence = times if wanted.times else "named in no telling"
        yield join(
            [
                _ITEM,
                linked.speller.spell_red(wanted.name),
                Markdown(": wanted by "),
                askers,
                Markdown("; "),
                escape(evidence),
            ]
        )


def _list_orphans(linked: LinkedPages, path: str) -> Iterable[str]:
    for entry in list_orphans(linked.atlas.entries.values(), linked.links):
        yield join([_ITEM, linked.speller.link(entry.uri, path)])


def _list_short(linked: LinkedPages, path: str) -> Iterable[str]:
    words = {w.sheet.uri: len(w.sheet.mask.replace("\x00", " ").split(maxsplit=_WORDS)) for w in linked.written}
    for entry, count in list_short(words, linked.atlas):
        yield join([_ITEM, linked.speller.link(entry.uri, path), _COLON, escape(_count(count, "word"))])


def _list_all(linked: LinkedPages, path: str) -> Iterable[str]:
    entries = sort_entries(entry for entry in linked.atlas.entries.values() if entry.kind != "special")
    for letter, group in groupby(entries, key=lambda entry: entry.title[:1].upper()):
        yield f"**{escape(letter)}**"
        yield ""
        yield from (join([_ITEM, linked.speller.link(entry.uri, path)]) for entry in group)
        yield ""


def _list_changes(story: Story, linked: LinkedPages, path: str, options: WikiOptions) -> Iterable[str]:
    for date, changes in groupby(read_changes(options.changes), key=lambda change: change.date):
        yield f"**{escape(date)}**"
        yield ""
        yield from (_say_change(story, linked, path, change, options) for change in changes)
        yield ""


def _say_change(story: Story, linked: LinkedPages, path: str, change: Change, options: WikiOptions) -> Markdown:
    pages = [linked.speller.link(uri, path) for uri in find_changed(story, linked, change, options)]
    about = join([_COLON, join(pages, ", ")]) if pages else Markdown("")
    return join([_ITEM, escape(change.subject), " (", escape(change.author), ")", about])


def _write_disambiguations(linked: LinkedPages) -> Iterable[Page]:
    written: set[str] = set()
    for name, uris in linked.atlas.shared_names():
        path = linked.speller.disambiguation(name)
        if path in written:
            continue
        written.add(path)
        lines = [join([_ITEM, linked.speller.link(uri, path), _kind_of(linked, uri)]) for uri in uris]
        yield _page(path, name, f"{name} may mean:", lines, slug=make_slug(name))


def _kind_of(linked: LinkedPages, uri: str) -> Markdown:
    kind = linked.atlas.entries[uri].kind
    return escape(f", {title_of_slug(kind).lower()}" if kind in {"character", "scene", "telling"} else "")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
