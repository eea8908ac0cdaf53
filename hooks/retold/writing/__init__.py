"""Story to pages: one kind of page a file; knows no files, no MkDocs and no clock."""

from retold.writing.file import spell_file
from retold.writing.markdown import MARKDOWN_EXTENSIONS
from retold.writing.nav import arrange_nav
from retold.writing.pages import WritingOptions, write_extras, write_pages

__all__ = ["MARKDOWN_EXTENSIONS", "WritingOptions", "arrange_nav", "spell_file", "write_extras", "write_pages"]
