"""A tab of a real browser."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Visit:
    """One tab, with everything that went wrong in it."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def open(self, path: str = "") -> None:
        """Go to a page of the wiki and wait until its scripts have run."""
        self.page.goto(self.address + path, wait_until="networkidle")
