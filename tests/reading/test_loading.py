"""Who only reads does not load what writes pages, nor what compares tellings."""

from __future__ import annotations

import subprocess
import sys

import retold

READ = "import sys, retold; retold.story_as_dict(retold.read_story([retold.Source('a', 'Ann met Bob.')])); "


def _modules_after(code: str) -> set[str]:
    paths = f"import sys; sys.path[:0] = {sys.path!r}; "
    printed = subprocess.run(
        [sys.executable, "-c", f"{paths}{code}print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(printed.stdout.split())


def test_reading_a_telling_loads_no_page_no_template_and_no_comparison() -> None:
    loaded = _modules_after(READ)
    assert "retold.reading.story" in loaded
    pages = {"retold.writing", "retold.editing", "retold.wiki", "retold.plugin", "jinja2", "yaml", "click", "mkdocs"}
    assert not loaded & (pages | {"retold.reading.compare", "retold.reading.differences"})


def test_the_name_of_the_package_loads_no_stage_of_reading() -> None:
    assert "retold.reading" not in _modules_after("import sys, retold; ")


def test_every_public_name_is_there_when_asked_for() -> None:
    assert all(getattr(retold, name) for name in retold.__all__)
    assert not hasattr(retold, "write_poems")


def test_a_first_story_finds_what_the_stages_make_of_the_lists() -> None:
    kept = "from retold.reading.names import names_of; print(names_of.cache_info().currsize, 'lists'); "
    assert "1" in _modules_after(f"import sys, retold; retold.read_story; {kept}")
