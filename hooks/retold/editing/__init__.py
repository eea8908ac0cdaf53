"""Contributors' pages: front matter, corrections, wikilinks, checks, the lock of addresses."""
