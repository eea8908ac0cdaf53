"""Addresses on the forge where contributors edit: GitHub, GitLab, Codeberg and other Forgejo."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlencode, urlsplit

_LONGEST = 6_000  # characters of an address; forges answer longer ones with an error


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on a forge."""

    kind: Literal["github", "gitlab", "forgejo"]
    address: str
    branch: str = "main"

    def edit(self, path: str) -> str:
        """The address that opens a file in the forge's editor."""
        if self.kind == "forgejo":
            return f"{self.address}/_edit/{quote(self.branch)}/{quote(path)}"
        dash = "/-" if self.kind == "gitlab" else ""
        return f"{self.address}{dash}/edit/{quote(self.branch)}/{quote(path)}"

    def new(self, path: str, text: str = "") -> str:
        """The address that opens the forge's form for a new file, with its path and text filled in.

        A text too long for an address is left out.  The forms are those of GitHub
        (filename, value), of Gitea since 1.15 and so of Forgejo (the same, after
        go-gitea/gitea pull request 16556), and of GitLab (file_name, content).
        """
        folder, _, name = path.rpartition("/")
        branch, below = quote(self.branch), f"/{quote(folder)}" if folder else ""
        start, fields = f"{self.address}/new/{branch}{below}", {"filename": name, "value": text}
        if self.kind == "gitlab":
            start, fields = f"{self.address}/-/new/{branch}", {"file_name": path, "content": text}
        elif self.kind == "forgejo":
            start = f"{self.address}/_new/{branch}{below}"
        filled = f"{start}?{urlencode(fields, quote_via=quote)}"
        if text and len(filled) <= _LONGEST:
            return filled
        return f"{start}?{urlencode(dict([next(iter(fields.items()))]), quote_via=quote)}"

    def show(self, path: str, line: int = 0) -> str:
        """The address that shows a file, at a line."""
        mark = f"#L{line}" if line else ""
        if self.kind == "forgejo":
            return f"{self.address}/src/branch/{quote(self.branch)}/{quote(path)}{mark}"
        dash = "/-" if self.kind == "gitlab" else ""
        return f"{self.address}{dash}/blob/{quote(self.branch)}/{quote(path)}{mark}"


def find_forge(repo_url: str, edit_uri: str = "") -> Forge | None:
    """Tell the forge from a repository's address.

    Args:
        repo_url: The repository's address, as in `mkdocs.yml`.
        edit_uri: The site's `edit_uri`, which names the branch and gives a forge away whose host does not.

    Returns:
        The forge, or None when the address is no repository's.
    """
    parts = urlsplit(repo_url.strip())
    if parts.scheme not in {"http", "https"} or not parts.netloc or not parts.path.strip("/"):
        return None
    host = parts.netloc.rpartition("@")[2].lower()
    kind: Literal["github", "gitlab", "forgejo"] = "github"
    if "gitlab" in host or edit_uri.startswith("-/"):
        kind = "gitlab"
    elif "github" not in host and (_is_forgejo(host) or edit_uri.startswith(("_edit/", "src/branch/"))):
        kind = "forgejo"
    branch = re.match(r"(?:-/)?(?:_edit|edit|blob|tree|src/branch|raw)/([^/]+)/", edit_uri)
    path = parts.path.rstrip("/").removesuffix(".git")
    return Forge(kind, f"{parts.scheme}://{host}{path}", branch[1] if branch else "main")


def _is_forgejo(host: str) -> bool:
    return any(clue in host for clue in ("codeberg", "forgejo", "gitea")) or host.startswith(("git.", "code."))
