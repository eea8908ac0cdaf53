"""Story to pages: one kind of page a file; knows no files, no MkDocs and no clock."""

from retold.writing.extras import write_extras
from retold.writing.file import spell_file
from retold.writing.markdown import MARKDOWN_EXTENSIONS
from retold.writing.nav import arrange_nav
from retold.writing.options import WritingOptions
from retold.writing.pages import write_pages

__all__ = ["MARKDOWN_EXTENSIONS", "WritingOptions", "arrange_nav", "spell_file", "write_extras", "write_pages"]
