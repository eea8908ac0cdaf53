from __future__ import annotations

import pytest

from retold.editing.forge import Forge, find_forge

GITHUB = "https://github.com/fans/island"
GITLAB = "https://gitlab.com/group/fans/island"
CODEBERG = "https://codeberg.org/fans/island"


@pytest.mark.parametrize(
    ("repo_url", "kind", "address"),
    [
        (GITHUB, "github", GITHUB),
        (f"{GITHUB}.git", "github", GITHUB),
        (f"{GITHUB}/", "github", GITHUB),
        ("https://someone@github.com/fans/island", "github", GITHUB),
        (GITLAB, "gitlab", GITLAB),
        ("https://gitlab.gnome.org/a/b", "gitlab", "https://gitlab.gnome.org/a/b"),
        (CODEBERG, "forgejo", CODEBERG),
        ("https://git.example.org/a/b", "forgejo", "https://git.example.org/a/b"),
    ],
)
def test_the_repository_tells_its_forge(repo_url: str, kind: str, address: str) -> None:
    forge = find_forge(repo_url)
    assert forge is not None
    assert (forge.kind, forge.address) == (kind, address)


@pytest.mark.parametrize("repo_url", ["", "fans/island", "https://github.com", "git@github.com:fans/island.git"])
def test_what_is_no_address_has_no_forge(repo_url: str) -> None:
    assert find_forge(repo_url) is None


@pytest.mark.parametrize(
    ("edit_uri", "kind", "branch"),
    [
        ("", "github", "main"),
        ("edit/trunk/docs/", "github", "trunk"),
        ("-/edit/trunk/docs/", "gitlab", "trunk"),
        ("_edit/trunk/docs/", "forgejo", "trunk"),
        ("src/branch/trunk/docs/", "forgejo", "trunk"),
    ],
)
def test_the_edit_uri_tells_the_branch_and_a_forge_that_its_host_hides(edit_uri: str, kind: str, branch: str) -> None:
    forge = find_forge("https://example.org/fans/island", edit_uri)
    assert forge is not None
    assert (forge.kind, forge.branch) == (kind, branch)


def addresses(repo_url: str) -> list[str]:
    forge = find_forge(repo_url)
    assert forge is not None
    path = "docs/characters/ted-kramer.md"
    return [forge.edit(path), forge.new(path, "---\nname: T & K\n---\n"), forge.show("seeds/a b.txt", 3)]


def test_github() -> None:
    assert addresses(GITHUB) == [
        f"{GITHUB}/edit/main/docs/characters/ted-kramer.md",
        f"{GITHUB}/new/main/docs/characters?filename=ted-kramer.md&value=---%0Aname%3A%20T%20%26%20K%0A---%0A",
        f"{GITHUB}/blob/main/seeds/a%20b.txt#L3",
    ]


def test_gitlab() -> None:
    form = "file_name=docs%2Fcharacters%2Fted-kramer.md&content=---%0Aname%3A%20T%20%26%20K%0A---%0A"
    assert addresses(GITLAB) == [
        f"{GITLAB}/-/edit/main/docs/characters/ted-kramer.md",
        f"{GITLAB}/-/new/main?{form}",
        f"{GITLAB}/-/blob/main/seeds/a%20b.txt#L3",
    ]


def test_codeberg() -> None:
    assert addresses(CODEBERG) == [
        f"{CODEBERG}/_edit/main/docs/characters/ted-kramer.md",
        f"{CODEBERG}/_new/main/docs/characters?filename=ted-kramer.md&value=---%0Aname%3A%20T%20%26%20K%0A---%0A",
        f"{CODEBERG}/src/branch/main/seeds/a%20b.txt#L3",
    ]


def test_a_text_too_long_for_an_address_is_left_out() -> None:
    assert Forge("github", GITHUB).new("docs/a.md", "x" * 7000) == f"{GITHUB}/new/main/docs?filename=a.md"
