"""The `retold` command."""

from __future__ import annotations

import click

from retold import __version__
from retold.cli.editing import adopt, check, diff, lock, rename
from retold.cli.reading import explain, export, read, titles


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="retold")
def main() -> None:
    """Compile every telling of a story into one wiki."""


for command in (read, export, explain, titles, check, adopt, rename, lock, diff):
    main.add_command(command)
