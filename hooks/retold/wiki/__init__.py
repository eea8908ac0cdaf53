"""The whole wiki: a story and its contributors' pages compiled into pages, redirects and problems."""

from retold.wiki.compiling import Wiki, compile_wiki
from retold.wiki.options import WikiOptions

__all__ = ["Wiki", "WikiOptions", "compile_wiki"]
