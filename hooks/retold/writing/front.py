"""The front page: the story at a glance."""

from __future__ import annotations

from retold.model import Difference, Page
from retold.writing.acts import divide_into_acts, keep_first
from retold.writing.charts import place_chart
from retold.writing.concordance import Concordance
from retold.writing.lead import join_descriptions
from retold.writing.machines import describe_story
from retold.writing.markdown import Markdown, join, read_plain, spell_strong
from retold.writing.pen import Pen
from retold.writing.sections import fill_sections
from retold.writing.wording import add_article, count_things, is_self_contained, join_words

# Beyond these many the front page shows the first and leads to the page of all.
_CAST_SHOWN = 12
_SCENES_SHOWN = 40
# A longer chart is wider than any front page: it stands on its own.
_SCENES_DRAWN = 80
_NAMED_IN_LEAD = 5


def write_front(book: Concordance) -> Page:
    """Write the front page: facts, cast, scenes, tellings, differences, how to help."""
    path = book.paths.front
    pen = Pen(book, path)
    title = book.story.facts.title or "The story"
    lead = _compose_lead(pen, title)
    sections = fill_sections(
        "front",
        pen,
        title=title,
        lead=lead,
        chart=place_chart(book, path) if len(book.story.scenes) <= _SCENES_DRAWN else "",
        acts=keep_first(divide_into_acts(book.story.scenes), _SCENES_SHOWN),
        more_scenes=len(book.story.scenes) > _SCENES_SHOWN,
        cast=book.story.characters[:_CAST_SHOWN],
        describe=lambda character: next(
            ((w, q) for w, q in join_descriptions(character) if is_self_contained(w)), ("", ())
        ),
        told_by_all=sum(len(scene.passages) == len(book.story.tellings) for scene in book.story.scenes),
        teaser=choose_teaser(book),
    )
    return Page(
        path,
        title,
        "front",
        sections,
        description=read_plain(lead),
        meta={"hide": ["navigation", "toc"], "json_ld": describe_story(book)},
    )


def choose_teaser(book: Concordance) -> Difference | None:
    """Choose the most telling difference: a contradiction in few words about somebody present in much."""
    weight = {slug: len(book.scenes_with(slug)) for slug in book.characters}

    def tell(difference: Difference) -> tuple[bool, int, int]:
        people = book.scenes[difference.scene].characters if difference.scene in book.scenes else ()
        length = sum(len(version.quote.text) for version in difference.versions)
        return difference.kind == "contradiction", sum(weight.get(slug, 0) for slug in people), -length

    return max(book.story.differences, key=tell, default=None)


def _compose_lead(pen: Pen, title: str) -> Markdown:
    """Compose what the story is, from its facts alone."""
    story = pen.story.story
    kind, year = story.facts.kind, story.facts.year
    if kind and year:
        what = join([spell_strong(title), f", {add_article(kind)} of {year}, is told here by "])
    else:
        what = join([f"The {kind} " if kind else "", spell_strong(title), " is told here by "])
    tellings = join_words(
        join([pen.telling(t.name), f" ({count_things(len(t.sentences), 'sentence')})"]) for t in story.tellings
    )
    first = join([what, tellings, "."])
    if not story.characters or not story.scenes:
        return first
    people = [pen.person(c.slug) for c in story.characters[:_NAMED_IN_LEAD]]
    more = len(story.characters) - len(people)
    named = join_words([*people, *([f"{more} more"] if more else [])])
    scenes = count_things(len(story.scenes), "scene")
    span = join([", from ", pen.titled(story.scenes[0].slug), " to ", pen.titled(story.scenes[-1].slug)])
    return join([first, " In ", scenes, span if len(story.scenes) > 1 else "", ", it is the story of ", named, "."])
