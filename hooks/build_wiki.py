"""The MkDocs hook that builds this repository's wiki from `seeds/`.

Other sites `pip install` the package and write `plugins: [retold]`; both give the same bytes.
MkDocs registers every callable here whose name starts with `on_`, and keeps this folder on
`sys.path` only while it executes this file: so everything is imported at the top.
"""

from retold.plugin import RetoldPlugin

OPTIONS: dict[str, object] = {"seeds": "seeds"}

plugin = RetoldPlugin.as_hook(OPTIONS)

on_startup = plugin.on_startup
on_shutdown = plugin.on_shutdown
on_config = plugin.on_config
on_pre_build = plugin.on_pre_build
on_files = plugin.on_files
on_page_read_source = plugin.on_page_read_source
on_page_markdown = plugin.on_page_markdown
on_build_error = plugin.on_build_error
on_serve = plugin.on_serve
