"""The only module that knows MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from importlib.resources import files as package_files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urljoin

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugins
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions

from retold.last_good import LastGoodSite, keep_site
from retold.model import Extra, Page, Story
from retold.reading import read_story
from retold.seeds import SeedError, load_sources
from retold.theme import SCRIPTS, STYLESHEETS
from retold.writing import MARKDOWN_EXTENSIONS, WritingOptions, arrange_nav, spell_file, write_extras, write_pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.retold")


class RetoldConfig(Config):  # type: ignore[no-untyped-call]
    """The options of `plugins: - retold: …`, and of the hook."""

    seeds = option.Type(str, default="seeds")
    """The folder of synopses, one .txt file a telling, below the folder of mkdocs.yml."""


class RetoldPlugin(BasePlugin[RetoldConfig]):  # type: ignore[no-untyped-call]
    """Gives MkDocs the pages of the story that lies in `seeds/`."""

    hook_options: Mapping[str, object] | None = None

    @classmethod
    def as_hook(cls, options: Mapping[str, object]) -> RetoldPlugin:
        """Make the plugin for a hook, which gets its options from its own file."""
        plugin = cls()
        plugin.hook_options = options
        return plugin

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Validate the options; a misspelt one is an error, not MkDocs' usual warning."""
        errors, _ = super().load_config(options, config_file_path)
        known = tuple(name for name, _ in RetoldConfig._schema)  # noqa: SLF001 - MkDocs offers no public list
        for name in options:
            if name not in known:
                close = get_close_matches(str(name), known, 1)
                hint = f"did you mean {close[0]!r}?" if close else f"the options are {', '.join(known)}"
                errors.append((str(name), ValidationError(f"there is no such option of retold ({hint})")))
        return errors, []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether a last good site is at stake: `serve` builds into a folder of its own."""
        self._keeps_site = command != "serve" and not dirty
        self._started: dict[str, Any] = {"command": command, "dirty": dirty}

    def on_config(self, config: MkDocsConfig) -> None:
        """Check the options and tell MkDocs what the pages need."""
        _refuse_twice(config)
        self._add_search(config)
        if self.hook_options is not None:
            self._load_hook_options(config)
        for extension in MARKDOWN_EXTENSIONS:
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        # A site's own custom_dir comes before ours, ours before the theme's.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(package_files("retold.theme")))
        config.extra_css[:0] = STYLESHEETS
        config.extra_javascript[:0] = SCRIPTS

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and write the whole story before MkDocs empties the site folder."""
        self._last_good: LastGoodSite | None = None
        self._pages, self._extras = self._compile(config)
        if config.nav is None:
            config.nav = arrange_nav(self._pages, _list_own_pages(config, self._pages))
        if getattr(self, "_keeps_site", False):
            self._last_good = keep_site(Path(config.site_dir))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that no file in `docs/` replaces."""
        for page in self._pages:
            if files.get_file_from_path(page.path) is None:
                files.append(_virtual_page(page, config))
        for extra in self._extras:
            if files.get_file_from_path(extra.path) is None:
                files.append(File.generated(config, extra.path, content=extra.text))
        return files

    def on_build_error(self, *, error: Exception) -> None:
        """Put the last good site back."""
        if last_good := getattr(self, "_last_good", None):
            last_good.restore()
            self._last_good = None
            log.error("The build failed; %s holds the last good site again.", last_good.site)

    def on_shutdown(self) -> None:
        """Forget the last good site: its successor is good."""
        if last_good := getattr(self, "_last_good", None):
            last_good.discard()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:
        """Rebuild when a synopsis changes."""
        server.watch(str(_root(config) / self.config.seeds))

    def _add_search(self, config: MkDocsConfig) -> None:
        """Switch search on where `plugins: [retold]` has switched MkDocs' own default off: a wiki has a search."""
        if "search" in config.plugins or "material/search" in config.plugins:
            return
        known = get_plugins()
        name = "material/search" if config.theme.name == "material" else "search"
        search: BasePlugin[Any] = known[name].load()()
        search.load_config({}, config.config_file_path)
        if hasattr(search, "on_startup") and hasattr(self, "_started"):
            search.on_startup(**self._started)
        # MkDocs walks the list of `on_config` methods by index, so the one that this adds runs in its turn.
        config.plugins[name] = search

    def _load_hook_options(self, config: MkDocsConfig) -> None:
        errors, _ = self.load_config(dict(self.hook_options or {}), config.config_file_path)
        if errors:
            raise PluginError("\n".join(f"retold: option {name!r}: {error}" for name, error in errors))

    def _compile(self, config: MkDocsConfig) -> tuple[tuple[Page, ...], tuple[Extra, ...]]:
        root = _root(config)
        try:
            seeds = load_sources(root / self.config.seeds, root)
        except SeedError as error:
            raise PluginError(f"retold: {error}") from None
        story = read_story(seeds.sources, seeds.facts)
        _log_ledger(story)
        options = WritingOptions(
            site_url=config.site_url or "", edit_root=_edit_root(config), directory_urls=config.use_directory_urls
        )
        pages = write_pages(story, options)
        return pages, write_extras(story, options, pages)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _refuse_twice(config: MkDocsConfig) -> None:
    mine = [
        name
        for name, plugin in config.plugins.items()
        if isinstance(plugin, RetoldPlugin) or isinstance(getattr(plugin, "plugin", None), RetoldPlugin)
    ]
    if len(mine) > 1:
        raise PluginError(
            f"retold is switched on twice, as {' and as '.join(map(repr, mine))}."
            " Keep either the hook or the plugin in mkdocs.yml, not both."
        )


def _list_own_pages(config: MkDocsConfig, pages: Sequence[Page]) -> list[tuple[str, str]]:
    generated = {page.path for page in pages}
    files = get_files(config)
    set_exclusions(files, config)
    return [
        (file.src_uri, "")
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        if file.src_uri not in generated
    ]


def _virtual_page(page: Page, config: MkDocsConfig) -> File:
    inclusion = InclusionLevel.NOT_IN_NAV if page.slug else InclusionLevel.UNDEFINED
    file = File.generated(config, page.path, content=spell_file(page), inclusion=inclusion)
    file.edit_uri = f"{_way_up(config)}{page.edit}" if page.edit else None
    return file


def _edit_root(config: MkDocsConfig) -> str:
    """The forge's address that edits a file of the project; "" when the site names no forge."""
    edits_docs = bool(config.repo_url and config.edit_uri) and not str(config.edit_uri).startswith(("?", "#"))
    return urljoin(f"{config.repo_url}".rstrip("/") + f"/{config.edit_uri}", _way_up(config)) if edits_docs else ""


def _way_up(config: MkDocsConfig) -> str:
    """The way from the folder of pages to the project's."""
    return "../" * len(Path(config.docs_dir).relative_to(_root(config)).parts)


def _log_ledger(story: Story) -> None:
    for telling in story.tellings:
        placed = {n for scene in story.scenes for p in scene.passages if p.telling == telling.name for n in p.sentences}
        log.info("%s: %d of %d sentences placed", telling.name, len(placed), len(telling.sentences))
    for note in story.notes:
        log.info("%s: %s", note.telling or "story", note.message)
