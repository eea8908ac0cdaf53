"""Whatever people edit, the wiki holds: no exception, no sentence lost, no address dead, no word of theirs gone."""

from __future__ import annotations

import posixpath
import random
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from island import FIRST, SECOND

from retold import Source, read_story
from retold.model import Story
from retold.wiki import Wiki, WikiOptions, compile_wiki

KEYS = (
    "name: Osric", "name: Quill: the", "aliases: [the keeper, Tobin]", "same_as: [Osric]", "same_as: [[The Shadow]]",
    "same_as: [Tobin]", "not_same_as: [Quill]", "not_a_character: true", "gender: f", "gender: q", "nmae: x",
    "relations: [brother of Quill]", "relations: [not brother of Mara Quill]", "relations: [{is: a}]", "image: a.png",
    "title: The theft", "title: [a", "summary: At night the Shadow", "characters: [Tobin, Nobody]", "generated: false",
    "passages: [Tobin quarrels … steals the chest]", "passages: [{telling: B, from: A masked thief}]", "\tx: y",
    "passages: [{from: They forgive, to: each other}, the]", "same_as: [The quarrel]", "link_names: false", "tags: [a]",
)  # fmt: skip
WORDS = (
    "wordone", "[[Osric]]", "[[The keeper|he]]", "[[Quill#In the story]]", "Tobin", "# Heading\n", "<!-- retold/scenes -->",
    "`[[code]]`", "```\nfence\n```\n", "[a](osric.md)", "![b](no.png)", "\n\n", "- ", "    ", "<!-- retold/no -->", "<!--",
    "[[", "|", "wordtwo.", "---\n", "*", "](", "# Osric\n",
)  # fmt: skip
URIS = (
    "characters/osric.md", "characters/mara-quill.md", "characters/the-keeper.md", "characters/index.md", "index.md",
    "scenes/new-scene.md", "essay.md", "osric.md", "tellings/first.md", "special/wanted.md", "characters/osric/index.md",
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> list[tuple[str, str]]:
    uris = draw(st.lists(st.sampled_from(URIS), unique=True, max_size=5))
    drawn = []
    for uri in uris:
        matter = "\n".join(draw(st.lists(st.sampled_from(KEYS), max_size=3)))
        body = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=8)))
        drawn.append((uri, f"---\n{matter}\n---\n{body}" if matter else body))
    return drawn


def edit_seed(text: str, chance: random.Random) -> str:
    sentences = re.findall(r"[^.]+\.\s*", text)
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(sentences) + 1)
        what = chance.choice(("insert", "delete", "move", "edit"))
        if what == "insert" or not sentences:
            sentences.insert(at, chance.choice(("A storm rises. ", "\n\nTobin, the sailor, weeps. ", "It ends.\n")))
        elif what == "delete":
            sentences.pop(at - 1)
        elif what == "move":
            sentences.insert(0, sentences.pop(at - 1))
        else:
            sentences[at - 1] = sentences[at - 1].replace("the", "that", 1)
    return "".join(sentences)


def read(*texts: str) -> Story:
    return read_story([Source(f"t{number}", text) for number, text in enumerate(texts)])


def assert_it_holds(wiki: Wiki, texts: list[tuple[str, str]], lock: str) -> None:
    placed = sorted((p.telling, n) for scene in wiki.story.scenes for p in scene.passages for n in p.sentences)
    assert placed == sorted((t.name, s.number) for t in wiki.story.tellings for s in t.sentences)
    slugs = [c.slug for c in wiki.story.characters]
    assert len(slugs) == len(set(slugs))
    assert {slug for scene in wiki.story.scenes for slug in scene.characters} <= set(slugs)
    assert {d.scene for d in wiki.story.differences} <= {s.slug for s in wiki.story.scenes}
    bodies = {page.path: page.body for page in wiki.pages}
    assert len(bodies) == len(wiki.pages)
    for line in lock.splitlines():
        if line[0] not in "# ":
            kind, slug = line.split(" ", 1)
            path = slug if kind == "page" else f"{kind}s/{slug}.md"
            assert path in bodies or wiki.redirects[path] in bodies
    for uri, text in texts:
        for word in ("wordone", "wordtwo"):
            assert (word in text.rpartition("---\n")[2]) <= (word in bodies[uri])


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(pages(), st.integers(0, 10**6))
def test_whatever_is_edited_the_wiki_holds(texts: list[tuple[str, str]], seed: int) -> None:
    chance = random.Random(seed)
    options = WikiOptions(repo_url="https://codeberg.org/a/b", files=frozenset(posixpath.basename(u) for u in URIS))
    before = compile_wiki(read(FIRST, SECOND), texts[:2], "", options)
    assert_it_holds(before, texts[:2], before.lock)
    seeds = [edit_seed(text, chance) for text in (FIRST, SECOND, SECOND + FIRST)[: chance.randrange(1, 4)]]
    chance.shuffle(seeds)
    after = compile_wiki(read(*seeds), texts[1:], before.lock, options)
    assert_it_holds(after, texts[1:], before.lock)
    again = compile_wiki(read(*seeds), texts[1:], after.lock, options)
    assert_it_holds(again, texts[1:], after.lock)
    assert again.lock == after.lock
