"""The `retold` command."""

from __future__ import annotations

import click


@click.group()
def main() -> None:
    """Compile every telling of a story into one wiki."""
