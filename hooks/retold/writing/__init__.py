"""Story to pages: one kind of page a file; knows no files, no MkDocs and no clock."""
