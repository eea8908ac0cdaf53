"""What a contributor sees and does: edit buttons, red links, pages that ask which, backlinks, old addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from click.testing import CliRunner
from places import ROOT
from playwright.sync_api import Browser, Page, expect
from site_builds import run_build

from retold.cli import main
from serving import serve_folder

pytestmark = [pytest.mark.browser, pytest.mark.site]

FORGE = "https://github.com/fans/island"
SEEDS = {
    "first": "Captain Mara Quill sails to the island with her brother Tobin. Mara hides a chest under the lighthouse.\n\n"
    "At night Tobin steals the chest.\n\nMara hunts Tobin through the marsh and forgives him.\n",
    "second": "Mara Quill buries a box beneath the lighthouse. Tobin steals the box by day.\n\n"
    "Mara finds Tobin in the marsh and forgives him.\n",
}
ESSAY = "# On thieves\n\nWas [[Tobin]] a thief? [[Mara]] thought so; so did [[The harbour master]].\n"
PLACE = "---\ntitle: Mara Bay\naliases: [Mara]\n---\n# Mara Bay\n\nA bay.\n"


class Wiki:
    """A wiki in a scratch folder, and what a person does to it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site = folder, folder / "site"
        self.write("mkdocs.yml", yaml.safe_dump(_config()))
        for name, text in SEEDS.items():
            self.write(f"seeds/{name}.txt", text)
        self.write("docs/essay.md", ESSAY)
        self.write("docs/bay.md", PLACE)

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def run(self, *words: str) -> None:
        result = CliRunner().invoke(main, [*words, "--project", str(self.folder)])
        assert result.exit_code == 0, result.output

    def build(self) -> None:
        before = self.read_sources()
        result = run_build(self.folder, self.site)
        assert result.returncode == 0, result.stderr
        assert self.read_sources() == before

    def read_sources(self) -> dict[str, bytes]:
        folders = (self.folder / "docs", self.folder / "seeds")
        return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def _config() -> dict[str, object]:
    return {
        "site_name": "The island",
        "site_url": "https://example.org/",
        "repo_url": FORGE,
        "edit_uri": "edit/main/docs/",
        "hooks": [str(ROOT / "hooks" / "build_wiki.py")],
        "theme": {"name": "material", "font": False, "features": ["content.action.edit"]},
        "plugins": ["search"],
    }


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Wiki:
    wiki = Wiki(tmp_path_factory.mktemp("island"))
    wiki.build()
    wiki.run("lock")
    return wiki


@pytest.fixture
def page(browser: Browser, wiki: Wiki) -> Iterator[Page]:
    with serve_folder(wiki.site) as address:
        context = browser.new_context(base_url=address)
        yield context.new_page()
        context.close()


def press_edit(page: Page) -> str:
    return page.locator("a.md-content__button[title='Edit this page']").get_attribute("href") or ""


def save_form(wiki: Wiki, address: str) -> Path:
    """Do what the forge's form for a new file does with its address."""
    parts, fields = urlsplit(address), parse_qs(urlsplit(address).query)
    path = f"{parts.path.removeprefix('/fans/island/new/main/')}/{fields['filename'][0]}"
    wiki.write(path, fields["value"][0])
    return wiki.folder / path


def test_the_edit_button_leads_to_the_right_place(page: Page) -> None:
    page.goto("/essay/")
    assert press_edit(page) == f"{FORGE}/edit/main/docs/essay.md"
    page.goto("/characters/tobin/")
    assert press_edit(page).startswith(
        f"{FORGE}/new/main/docs/characters?filename=tobin.md&value=---%0Aname%3A%20Tobin%0A"
    )
    page.goto("/tellings/first/")
    assert press_edit(page).startswith(f"{FORGE}/edit/main/seeds/first.txt")
    lines = page.locator(f"article a[href^='{FORGE}/edit/main/seeds/first.txt#L']")
    assert [(link.get_attribute("href") or "").rpartition("#")[2] for link in lines.all()] == ["L1", "L3", "L5"]


def test_a_red_link_offers_the_page_and_stands_with_the_wanted_ones(page: Page) -> None:
    page.goto("/essay/")
    red = page.get_by_role("link", name="The harbour master")
    assert (red.get_attribute("href") or "").startswith(f"{FORGE}/new/main/docs?filename=the-harbour-master.md&value=")
    page.goto("/special/wanted/")
    expect(page.locator("article")).to_contain_text("The harbour master: wanted by On thieves; named in no telling")


def test_a_name_of_two_pages_asks_which(page: Page) -> None:
    page.goto("/essay/")
    page.locator("article").get_by_role("link", name="Mara", exact=True).click()
    expect(page.locator("article li")).to_have_text(["Mara Quill, character", "Mara Bay"])
    page.get_by_role("link", name="Mara Bay").last.click()
    expect(page.locator("article h1")).to_have_text("Mara Bay")


def test_what_links_here_shows_the_sentence(page: Page) -> None:
    page.goto("/characters/tobin/")
    expect(page.locator("#what-links-here ~ ul li").first).to_have_text("On thieves: “Was Tobin a thief?”")


def test_fix_a_fact_and_rename_a_scene_as_the_page_for_contributors_says(page: Page, wiki: Wiki) -> None:
    """This changes the wiki, so it comes last."""
    page.goto("/scenes/")
    page.locator("article a[href^='../scenes/'], article a[href$='/']").first.click()
    address, title = urlsplit(page.url).path, page.locator("article h1").inner_text()
    scene = save_form(wiki, press_edit(page))
    scene.write_text(
        re.sub("^title: .*", "title: The island lies ahead", scene.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    page.goto("/characters/tobin/")
    character = save_form(wiki, press_edit(page))
    character.write_text(
        character.read_text("utf-8").replace("#portrayed_by: an actor", "portrayed_by: Ada Stone"), "utf-8"
    )
    wiki.build()

    page.goto(address)
    expect(page.locator("article h1")).to_have_text("The island lies ahead")
    assert press_edit(page) == f"{FORGE}/edit/main/{scene.relative_to(wiki.folder).as_posix()}"
    page.goto("/characters/tobin/")
    expect(page.locator("article .infobox")).to_contain_text("Ada Stone")
    expect(page.locator("article")).to_contain_text("The island lies ahead")
    expect(page.locator("article")).not_to_contain_text(title)

    wiki.run("rename", address.strip("/"), "landfall")
    wiki.build()
    page.goto(f"{address}#article")
    expect(page).to_have_url(re.compile(r"/scenes/landfall/#article$"))
    expect(page.locator("article h1")).to_have_text("The island lies ahead")
