"""What machines read: story.json by its schema, llms.txt, schema.org."""

from __future__ import annotations

import json

import jsonschema

from retold import Source, read_story
from retold.model import Page, Story
from retold.writing import WritingOptions, write_extras

TEXTS = (
    "Ann Lee (Eva Roe), a tired nurse, met her brother Bob in 1990. Bob cut his hand in the park.",
    "One day Bob hurt his foot in the park. Ann Lee laughed, but her husband Carl left.",
)


def extras_of(story: Story, options: WritingOptions | None = None) -> dict[str, str]:
    return {extra.path: extra.text for extra in write_extras(story, options)}


def test_story_json_keeps_to_its_published_schema(story: Story) -> None:
    read = read_story([Source(f"t{number}", text) for number, text in enumerate(TEXTS)])
    for told in (story, read, read_story([])):
        extras = extras_of(told)
        schema = json.loads(extras["story.schema.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(json.loads(extras["story.json"]), schema)


def test_every_property_of_the_schema_is_required_but_the_schema_itself() -> None:
    schema = json.loads(extras_of(read_story([]))["story.schema.json"])
    assert set(schema["properties"]) - set(schema["required"]) == {"$schema"}


def test_llms_txt_lists_the_pages_with_their_addresses(story: Story) -> None:
    listed = extras_of(story, WritingOptions(site_url="https://example.org/"))["llms.txt"]
    assert listed.startswith("# The Light\n\n> The Light, a film of 1950,")
    assert "- [Tom](https://example.org/characters/tom/): Tom is the son of Ann Reed." in listed
    assert "- [Tom](characters/tom.html)" in extras_of(story, WritingOptions(directory_urls=False))["llms.txt"]
    assert extras_of(read_story([]))["llms.txt"].startswith("# The story")


def test_pages_are_described_for_machines(pages: dict[str, Page]) -> None:
    front = pages["index.md"].meta["json_ld"]
    assert front["@type"] == "Movie"
    assert front["actor"] == [{"@type": "Person", "name": "Mia Stone"}]
    ann = pages["characters/ann-reed.md"].meta["json_ld"]
    assert ann["alternateName"] == ["Mrs. Reed", "Ann"]
    assert pages["scenes/tom-falls.md"].meta["json_ld"]["position"] == 2
    assert pages["tellings/the-long-one.md"].meta["json_ld"]["license"] == "CC0"
    assert all(page.description for page in pages.values())
