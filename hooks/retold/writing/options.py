"""What the pages need to know beside the story."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WritingOptions:
    """What the pages need to know beside the story.

    `root` is the folder of its pages ("" or "emma/"), `site_url` the site's address, and
    `edit_root` the forge's address that edits a file of the repository, like
    "https://github.com/o/r/edit/main/"; what is "" is left out of the pages.  With
    `directory_urls` a page stands at "tom/", else at "tom.html".
    """

    root: str = ""
    site_url: str = ""
    edit_root: str = ""
    directory_urls: bool = True
