"""What compiling a wiki needs to know beside the story and the pages' texts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WikiOptions:
    """The settings of a wiki.

    Attributes:
        root: The folder of the story's pages, "" or "emma/".
        site_url: The site's address.
        repo_url: The repository's address, from which the forge is told.
        edit_uri: MkDocs' `edit_uri`, which names the branch.
        docs_dir: The docs folder as problems and edit links show it.
        lock_file: The lock of addresses as problems show it.
        files: All files below the docs folder; links to files are checked when it is given.
        changes: What `git log` prints for `read_changes`, or "" without a repository.
        link_names: Whether characters' names are linked in hand-written text.
        directory_urls: Whether a page stands at "tom/", else at "tom.html".
    """

    root: str = ""
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    docs_dir: str = "docs"
    lock_file: str = "seeds/urls.lock"
    files: frozenset[str] = frozenset()
    changes: str = ""
    link_names: bool = True
    directory_urls: bool = True
