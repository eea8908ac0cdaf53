"""Every value of a story, frozen; imports nothing of ours.

A stage of reading takes values of one type and gives values of the next, so the type
checker proves the order of the stages:

    Source -> Telling -> Candidate -> Person -> Character -> Cut -> Scene -> Story

Everything read from a text keeps its `Span` into `Source.text`; the law is that
`source.text[span.start:span.end]` is the text itself.  Values refer to one another by
slug or by the telling's name, never by object.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Gender = Literal["f", "m", "x"]
MentionKind = Literal["name", "kin", "pronoun"]
DifferenceKind = Literal["contradiction", "detail"]
PageKind = Literal["front", "character", "scene", "telling", "parallel", "index", "chart", "special", "article"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One telling's text as it lies in `seeds/`, with what is known of it.

    `name` is the file's stem and identifies the telling; `path` is the file's path
    below the project's root, or "" when the text came from no file.
    """

    name: str
    text: str
    title: str = ""
    language: str = "en"
    author: str = ""
    address: str = ""
    licence: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a telling; `number` and `paragraph` count from 0.

    `lasting` counts from 1 and stays when sentences come or go before this one, as the
    lock of addresses remembers it; 0 stands for `number + 1`.
    """

    number: int
    span: Span
    paragraph: int
    lasting: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """The words and punctuation marks of a telling, in order, as parallel sequences.

    `texts[i]` is `telling.text[starts[i] : starts[i] + len(texts[i])]`; a possessive 's is
    a word of its own.  `first[n]` is the index of sentence n's first word, and `first[-1]`
    the number of words, so sentence n's words are `range(first[n], first[n + 1])`.
    """

    texts: tuple[str, ...]
    starts: Sequence[int]
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A source taken apart into sentences that cover every non-blank character once."""

    source: Source
    sentences: tuple[Sentence, ...]
    words: Words

    @property
    def name(self) -> str:
        """The name that mentions, passages and quotes use for this telling."""
        return self.source.name

    @property
    def text(self) -> str:
        """The source's text, unchanged."""
        return self.source.text


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a telling: `text` is `telling.text[span.start:span.end]`.

    A contributor's own words have no telling: `telling` is "" and the span is empty.
    """

    telling: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a telling speaks of a character."""

    telling: str
    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against a reading: the rule, what it saw, and its weight.

    A positive weight spoke for the reading, a negative one against; 0 only explains.
    """

    rule: str
    saw: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Note:
    """A doubt of the reading, kept as a value; only the plugin and the command print it."""

    message: str
    telling: str = ""
    span: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capitalised form that may name somebody, with every place where it stands.

    `counts` are the document-level counts behind the decision, by feature name; `apart` are
    forms that cannot name the same one, as Ann and Annie in "Ann and her daughter Annie".
    """

    form: str
    places: tuple[Mention, ...]
    counts: tuple[tuple[str, float], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named: one or more forms unified over all tellings.

    `credits` quote the actors' names where a telling gives them; `mentions` are of kind
    "name" only.  `gender` is what names and titles alone tell.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    credits: tuple[Quote, ...] = ()
    gender: Gender | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Character:
    """A person with everything that the tellings say: kin phrases and pronouns included.

    `aliases` holds every surface form, the name itself too.  `image` and `portrayed_by`
    may come from a contributor; what a text credits is quoted in `credits`.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    portrayed_by: str | None = None
    credits: tuple[Quote, ...] = ()
    gender: Gender | None = None
    descriptions: tuple[Quote, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    image: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody whom no telling names: `word` ("boss") of the character `owner`."""

    owner: str
    word: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A place where a telling speaks of several characters at once: "the two", "they".

    It is kept apart from their mentions, of which each belongs to one character; whoever
    asks who is in a sentence reads both.
    """

    telling: str
    span: Span
    characters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """`person` IS the `word` OF `other`, as the quote says; `later` when it changes."""

    person: str
    word: str
    other: str
    quote: Quote
    later: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive or scattered sentences of one telling, by number, ascending."""

    telling: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """One scene's passages over all tellings, before it has a title.

    `reasons` say why its sentences are together, and which telling tells it out of order;
    `flashback_in` names the tellings that tell it as long past.
    """

    passages: tuple[Passage, ...]
    reasons: tuple[Evidence, ...] = ()
    flashback_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TitleChoice:
    """A possible title of a scene and its score; higher is better."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Scene:
    """One event of the story with what every telling says of it.

    `characters` act or are there, by slug, most spoken of first; `spoken_of` are named
    but absent.  `flashback_in` names the tellings that tell it as long past.
    """

    slug: str
    title: str
    characters: tuple[str, ...]
    passages: tuple[Passage, ...]
    spoken_of: tuple[str, ...] = ()
    titles: tuple[TitleChoice, ...] = ()
    summary: tuple[Quote, ...] = ()
    times: tuple[Quote, ...] = ()
    places: tuple[Quote, ...] = ()
    flashback_in: tuple[str, ...] = ()
    reasons: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """What one telling says where tellings differ; `marks` are the spans that differ."""

    quote: Quote
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact of a scene told otherwise; `about` names the fact ("what was hurt")."""

    scene: str
    kind: DifferenceKind
    about: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """Something of a scene that one telling alone tells."""

    scene: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where the tellings differ, and what only one of them tells."""

    differences: tuple[Difference, ...]
    only_in: tuple[OnlyIn, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """The whole cast with its relations and the unnamed roles around it."""

    characters: tuple[Character, ...]
    relations: tuple[Relation, ...] = ()
    roles: tuple[Role, ...] = ()
    notes: tuple[Note, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What `seeds/story.yml` says of the story as a whole."""

    title: str = ""
    kind: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Every telling of one story, compiled: the input of the pages and of `story.json`.

    Tellings stand in the order of their seed files; their letters A, B, … follow it.
    """

    facts: StoryFacts
    tellings: tuple[Telling, ...]
    characters: tuple[Character, ...] = ()
    relations: tuple[Relation, ...] = ()
    roles: tuple[Role, ...] = ()
    scenes: tuple[Scene, ...] = ()
    differences: tuple[Difference, ...] = ()
    only_in: tuple[OnlyIn, ...] = ()
    notes: tuple[Note, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under a name that an overlay can ask for: `<!-- retold/NAME -->`."""

    name: str
    body: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the wiki as Markdown; `path` is its address below `docs/`.

    `slug` names the character, scene or telling that the page is about, `search_terms`
    are further words under which a reader looks for it (aliases, actors), `edit` is
    the seed that its text comes from ("seeds/a.txt#L3") and `meta` its front matter.
    """

    path: str
    title: str
    kind: PageKind
    sections: tuple[Section, ...]
    slug: str = ""
    description: str = ""
    search_terms: tuple[str, ...] = ()
    edit: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """All sections in their order, without front matter."""
        return "\n\n".join(section.body for section in self.sections) + "\n"


@dataclass(frozen=True, slots=True)
class Extra:
    """A file of the site that is no page: `story.json`, its schema, `llms.txt`."""

    path: str
    text: str
