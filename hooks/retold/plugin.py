"""The only module that knows MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from importlib.resources import files as package_files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugins
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from retold.editing.report import print_text
from retold.last_good import LastGoodSite, keep_site
from retold.model import Page, Story
from retold.project import Project, read_seeds, read_wiki
from retold.seeds import SeedError, decode_text
from retold.theme import SCRIPTS, STYLESHEETS
from retold.wiki import Wiki
from retold.wiki.redirects import spell_redirect
from retold.writing import MARKDOWN_EXTENSIONS, WritingOptions, arrange_nav, spell_file, write_extras
from retold.writing.file import read_meta

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
        _show_edit_button(config)
        config.extra_css[:0] = STYLESHEETS
        config.extra_javascript[:0] = SCRIPTS

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and write the whole wiki before MkDocs empties the site folder."""
        self._last_good: LastGoodSite | None = None
        self._wiki = self._compile(config)
        self._pages = {page.path: page for page in self._wiki.pages}
        _drop_foreign_scripts(config)
        config.extra["retold"] = {"feeds": [extra.path for extra in self._wiki.extras]}
        if config.nav is None:
            config.nav = arrange_nav(self._wiki.pages)
        if getattr(self, "_keeps_site", False):
            self._last_good = keep_site(Path(config.site_dir))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that have no file in `docs/`, the files for machines, and the redirects."""
        written = [_virtual_page(page, config) for page in self._wiki.pages]
        story = self._wiki.story
        options = WritingOptions(site_url=config.site_url or "", directory_urls=config.use_directory_urls)
        extras = (*write_extras(story, options, self._wiki.pages), *self._wiki.extras)
        written += [File.generated(config, extra.path, content=extra.text) for extra in extras]
        written += [_redirect(old, new, config) for old, new in self._wiki.redirects.items()]
        for file in written:
            own = files.get_file_from_path(file.src_uri)
            if own is None:
                files.append(file)
            elif file.inclusion is InclusionLevel.NOT_IN_NAV:
                own.inclusion = file.inclusion
        return files

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Read a file of `docs/` as `retold check` does: what is no text is one clear line, not a traceback."""
        if page.file.abs_src_path is None:
            return None
        shown = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
        try:
            return decode_text(Path(page.file.abs_src_path).read_bytes(), shown)
        except SeedError as error:
            raise PluginError(f"retold: {error}") from None

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give a page of `docs/` what Retold makes of it: corrections gone, links made, generated parts around it."""
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return markdown
        page.meta = read_meta(ours)
        page.edit_url = self._wiki.edits.get(ours.path, page.edit_url)
        return ours.body

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

    def _compile(self, config: MkDocsConfig) -> Wiki:
        root = _root(config)
        project = Project(
            root,
            root / self.config.seeds,
            Path(config.docs_dir),
            config.site_url or "",
            config.repo_url or "",
            _said_edit_uri(config),
            config.use_directory_urls,
        )
        try:
            wiki = read_wiki(project, read_seeds(project))
        except SeedError as error:
            raise PluginError(f"retold: {error}") from None
        _log_ledger(wiki.story)
        if wiki.problems and config.strict:
            raise PluginError(f"retold: the wiki has mistakes, and this build is strict\n{print_text(wiki.problems)}")
        for line in print_text(wiki.problems).splitlines():
            log.warning("%s", line)
        return wiki


def _root(config: MkDocsConfig) -> Path:
    # Made absolute as MkDocs makes `docs_dir`: links resolved in one and not in the other would part them.
    return Path(config.config_file_path).absolute().parent if config.config_file_path else Path.cwd()


def _said_edit_uri(config: MkDocsConfig) -> str:
    # MkDocs' own default names the branch `master`, which new repositories no longer have.
    if config.edit_uri != "edit/master/docs/" or not config.config_file_path:
        return config.edit_uri or ""
    said = "edit_uri" in Path(config.config_file_path).read_text(encoding="utf-8")
    return config.edit_uri if said else ""


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


def _show_edit_button(config: MkDocsConfig) -> None:
    # A wiki is edited: whoever names the repository need not ask for the button too.
    features = config.theme.get("features")
    if config.repo_url and isinstance(features, list) and "content.action.edit" not in features:
        features.append("content.action.edit")


def _drop_foreign_scripts(config: MkDocsConfig) -> None:
    # Material's offline plugin loads this from another host for Material's search; ours needs no worker.
    scripts = config.extra.get("polyfills", [])
    config.extra["polyfills"] = [script for script in scripts if "iframe-worker" not in str(script)]


def _virtual_page(page: Page, config: MkDocsConfig) -> File:
    inclusion = InclusionLevel.NOT_IN_NAV if page.slug else InclusionLevel.UNDEFINED
    return File.generated(config, page.path, content=spell_file(page), inclusion=inclusion)


def _redirect(old: str, new: str, config: MkDocsConfig) -> File:
    """A file at a page's old address; Markdown is not needed for it, so no theme can break it."""
    source, target = (File.generated(config, path, content="") for path in (old, new))
    content = spell_redirect(get_relative_url(target.url, source.url))
    return File.generated(config, source.dest_uri, content=content)


def _log_ledger(story: Story) -> None:
    for telling in story.tellings:
        placed = {n for scene in story.scenes for p in scene.passages if p.telling == telling.name for n in p.sentences}
        log.info("%s: %d of %d sentences placed", telling.name, len(placed), len(telling.sentences))
    for note in story.notes:
        log.info("%s: %s", note.telling or "story", note.message)
