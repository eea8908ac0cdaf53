"""Train the weights that tell people from other names, and write lexicon/en/person_weights.txt.

    PYTHONPATH=hooks python tools/train_people.py SILVER.jsonl [--folds]

SILVER holds one synopsis a line: title, text, cast [{actor, character}].  A group of forms is a
person when it shares a name with the cast list, unless `silver_labels.txt` says otherwise.  To these
come the stories of `own_stories.txt`, of kinds that no film is, whose characters are listed by form.
The model is a logistic regression with a quadratic penalty, fitted by full-batch gradient descent from
zero: no chance is involved, so training again gives the same file.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from retold.lexicon import load_lexicon
from retold.model import Source
from retold.reading.casting import find_credits
from retold.reading.classify import likelihood, read_company, read_features, weigh
from retold.reading.mentions import find_mentions
from retold.reading.merge import Group, group_forms
from retold.reading.names import NameLists, names_of
from retold.reading.reunite import reunite_groups
from retold.reading.sentences import split_sentences
from retold.reading.unify import list_neighbours

HERE = Path(__file__).parent
OUT = HERE.parent / "hooks/retold/lexicon/en/person_weights.txt"
PENALTY = 0.0005
# Where so few silver films speak, the penalty draws a weight here instead of to nought.
PRIORS = {"role-acts": 4.0, "title": 4.0}
# The silver cast lists leave out small parts, so that the trained weights ask for a little too much.
LENIENCE = 0.25
ROUNDS = 2500
FOLDS = 8
Example = tuple[dict[str, float], bool, str]


def read_labels() -> dict[str, dict[str, str]]:
    """Read the corrections by hand: film, form, sign."""
    found: dict[str, dict[str, str]] = {}
    for line in (HERE / "silver_labels.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            film, _, entries = line.rpartition(": ")
            found[film] = {entry[2:]: entry[0] for entry in entries.split("; ")}
    return found


def cast_words(film: dict[str, list[dict[str, str]]], names: NameLists) -> set[str]:
    """The words of the cast list that name somebody."""
    found: set[str] = set()
    for entry in film["cast"]:
        words = {word.strip(".,'\"").lower() for word in re.split(r"[\s\"]+", entry["character"])}
        # "Man in the bar" names nobody; "Goose", alone, does.
        found |= words if len(words) == 1 else words - names.titles.keys() - names.function - names.kin
    return {word for word in found if len(word) > 1}


def label(group: Group, cast: set[str], signs: dict[str, str]) -> str:
    """Give +, - or ? for a group."""
    for form in group.forms:
        sign = signs.get(form.form, "")
        if sign and (sign != "?" or form is group.forms[0]):
            return sign
    return "+" if cast & {token for parts in group.parts for token in (*parts.tokens, *parts.nick)} else "-"


class Film:
    """A film's groups with their features, labels and neighbours."""

    def __init__(self, text: str, names: NameLists) -> None:
        lexicon = load_lexicon("en")
        telling = split_sentences(Source("film", text), lexicon)
        self.groups = reunite_groups((telling,), group_forms(find_mentions((telling,), lexicon), names), names)
        credited = find_credits((telling,), self.groups, names)
        self.features = [read_features(g, names, credited=n in credited) for n, g in enumerate(self.groups)]
        self.neighbours = list_neighbours((telling,), self.groups)
        self.labels: list[str] = []

    def examples(self, weights: dict[str, float] | None) -> Iterator[Example]:
        """Give features, label and form; with weights, also the company that a group keeps."""
        first = [likelihood(weigh(found, weights)) for found in self.features] if weights else []
        for number, found in enumerate(self.features):
            if self.labels[number] != "?":
                company = read_company([first[other] for other in self.neighbours[number]]) if weights else {}
                yield {**found, **company}, self.labels[number] == "+", self.groups[number].forms[0].form


def read_film(film: dict[str, object], names: NameLists, signs: dict[str, str]) -> Film:
    """Read a silver film and label its groups by its cast list."""
    found = Film(str(film["text"]), names)
    cast = cast_words(film, names)  # type: ignore[arg-type]
    found.labels = [label(group, cast, signs) for group in found.groups]
    return found


def read_own_stories(names: NameLists) -> Iterator[tuple[str, Film]]:
    """Read our own stories: their characters are listed by form, and everything else is none."""
    for story in (HERE / "own_stories.txt").read_text(encoding="utf-8").split("\n= ")[1:]:
        title, _, rest = story.partition("\n")
        text, _, cast = rest.rpartition("\n+ ")
        people = {form.strip() for form in cast.split(";")}
        found = Film(text, names)
        found.labels = ["+" if any(form.form in people for form in group.forms) else "-" for group in found.groups]
        yield title, found


def fit(examples: list[Example]) -> dict[str, float]:
    """Fit the weights by gradient descent with a momentum."""
    names = sorted({name for found, _, _ in examples for name in found})
    weights = dict.fromkeys(("bias", *names), 0.0)
    speed = dict.fromkeys(weights, 0.0)
    for _ in range(ROUNDS):
        slope = {name: PENALTY * (weight - PRIORS.get(name, 0.0)) for name, weight in weights.items()}
        slope["bias"] = 0.0
        for found, true, _ in examples:
            error = (likelihood(weigh(found, weights)) - true) / len(examples)
            slope["bias"] += error
            for name, value in found.items():
                slope[name] += error * value
        for name in weights:
            speed[name] = 0.9 * speed[name] - 0.8 * slope[name]
            weights[name] += speed[name]
    return weights


def train(films: list[Film]) -> dict[str, float]:
    """Fit once without company, then with the company that the first fit suggests."""
    alone = fit([example for film in films for example in film.examples(None)])
    return fit([example for film in films for example in film.examples(alone)])


def count_errors(film: Film, weights: dict[str, float]) -> Iterator[tuple[str, bool]]:
    """Give each form that the weights read wrong, and whether it is a person."""
    for found, true, form in film.examples(weights):
        if (weigh(found, weights) > 0) != true:
            yield form, true


def main() -> None:
    """Train on all films, after reporting what films left out would give."""
    names = names_of(load_lexicon("en"))
    signs = read_labels()
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    silver = [json.loads(line) for line in lines]
    films = [(film["title"], read_film(film, names, signs.get(film["title"], {}))) for film in silver]
    films += read_own_stories(names)
    if "--folds" in sys.argv:
        wrong = total = people = 0
        for fold in range(FOLDS):
            weights = train([film for n, (_, film) in enumerate(films) if n % FOLDS != fold])
            for title, film in films[fold::FOLDS]:
                errors = list(count_errors(film, weights))
                wrong += len(errors)
                total += sum(1 for sign in film.labels if sign != "?")
                people += film.labels.count("+")
                if errors:
                    print(
                        title,
                        "missed",
                        [f for f, true in errors if true],
                        "false",
                        [f for f, true in errors if not true],
                    )
        print(f"left out in turn: {wrong} of {total} groups wrong ({people} people)")
    weights = train([film for _, film in films])
    weights["bias"] += LENIENCE
    kept = {name: round(weight, 3) for name, weight in weights.items()}
    lines = [f"{name} {weight:g}" for name, weight in sorted(kept.items()) if weight]
    head = "# Weights of the features that tell people from other things, made by tools/train_people.py.\n"
    OUT.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} weights, bias {weights['bias']:.2f}, log loss {loss(films, weights):.3f}")


def loss(films: list[tuple[str, Film]], weights: dict[str, float]) -> float:
    """The mean log loss on the films trained on."""
    examples = [example for _, film in films for example in film.examples(weights)]
    chances = [likelihood(weigh(found, weights)) for found, _, _ in examples]
    return -sum(math.log(c if true else 1 - c) for c, (_, true, _) in zip(chances, examples, strict=True)) / len(
        examples
    )


if __name__ == "__main__":
    main()
