"""Read source files: the only module that does."""
