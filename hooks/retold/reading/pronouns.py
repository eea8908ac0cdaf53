"""Whom a pronoun means; what is not clear stays open, for a missing mention beats a false one."""

from __future__ import annotations

from retold.model import Gender
from retold.reading.focus import NOBODY
from retold.reading.view import View

# How much rather a pronoun means somebody of its own sentence, its subject, or the last one's subject.
_SAME_SENTENCE = {"owner": 2.2, "object": 1.5, "subject": 1.2}
_SAME_SUBJECT, _TOPIC = 1.5, 1.3
_LAST_OBJECT = 1.4  # "she loves Tom and wants him"
_TIED = 3.0  # "her husband" is rather of a woman who is known to have one
_LASTING = {"they": 1, "them": 1, "their": 1, "pair": 3}  # sentences for which a group stays a group
_OF_SIBLINGS = frozenset(("parent", "sibling", "aunt or uncle", "grandparent", "cousin"))
_EITHER = -1_000_000_000  # it may be one or the other: nobody else is looked for
_OF_GROWN = frozenset(("spouse", "betrothed", "sweetheart", "child"))
_CLAUSE = 14  # words back to the "who" of a clause
_REMARK = 10  # words back to the comma before a remark
_AHEAD = 25  # words in which the subject must follow that a sentence's head speaks of


def stands_before_owned(view: View, word: int) -> bool:
    """Whether "her" owns the next word rather than being an object."""
    after = view.word(word + 1)
    if not after[:1].isalnum() or view.track.who[word + 1] >= 0:
        return False
    grammar = view.grammar
    return not (after in grammar.after_object or after in grammar.prepositions or after in grammar.auxiliaries)


def find_meant(view: View, word: int, gender: Gender, stands: str) -> int:
    """Give the person whom he, her, his … means, or `NOBODY`."""
    focus = view.focus
    if stands == "self":
        return focus.subject if view.has_subject and focus.fits(focus.subject, gender) else NOBODY
    if stands == "owner":
        introducer = _introducer(view, word, gender)
        introducer = _antecedent(view, word, gender) if introducer == NOBODY else introducer
        if introducer != NOBODY:
            return introducer
        if _stands_by_somebody_unknown(view, word):
            return NOBODY
    ahead = _named_ahead(view, word)
    if ahead != NOBODY and stands != "object" and focus.fits(ahead, gender):
        return ahead
    if stands == "owner":
        close = _owner_beside(view, word, gender)
        if close != NOBODY:
            return close if close != _EITHER else NOBODY
    without = (*view.not_meant.get(word, ()), ahead)
    if stands == "object" and view.has_subject and not view.clause_between(focus.subject_word, word):
        without = (*without, focus.subject)
    favour = _favour(view, word, gender, stands)
    return focus.choose(gender, without=without, favour=favour)


def _favour(view: View, word: int, gender: Gender, stands: str) -> dict[int, float]:
    focus = view.focus
    favour = dict.fromkeys(focus.here, _SAME_SENTENCE[stands])
    if stands == "object":
        latest = next((person for person in reversed(focus.here) if focus.fits(person, gender)), NOBODY)
        favour[latest] = favour.get(latest, 1.0) * _LAST_OBJECT
    else:
        leaders, factor = (focus.leaders, _SAME_SUBJECT) if view.has_subject else (view.topics, _TOPIC)
        for person in leaders:
            favour[person] = favour.get(person, 1.0) * factor
    kind = "" if word in view.not_meant else view.owned_kinds.get(word, "")
    for person in focus.weights if kind else ():
        if person >= 0 and view.ties.of(person, kind):
            favour[person] = favour.get(person, 1.0) * _TIED
    return favour


def _owner_beside(view: View, word: int, gender: Gender) -> int:
    """Read "Ann and her husband", and "his dog Rex and his friend", which both are of the same one."""
    end = _end_beside(view, word)
    if end < 0 or view.word(word - 1) not in {"and", ","}:
        return NOBODY
    if view.word(word - 1) == ",":  # "Bob and Carl, his brother"
        people = [p for p in view.focus.ended[end][0] if p not in view.not_meant.get(word, ())]
        joined = len(view.focus.ended[end][0]) == 2 and word in view.not_meant and len(people) == 1
        return people[0] if joined and view.focus.fits(people[0], gender) else NOBODY
    for i in range(min(word - 2, end - 1), max(view.first, word - 10) - 1, -1):
        if view.word(i) == view.word(word):
            return view.focus.owned.get(i, NOBODY)
        if view.word(i) in {",", ";", "and"} or view.word(i) in view.grammar.openers:
            break
    people = [person for person in view.focus.ended[end][0] if view.focus.fits(person, gender)]
    if len(people) == 1 and people[0] in view.focus.introduced:
        return _owner_or_owned(view, word, gender, people[0])
    return people[0] if len(people) == 1 and people[0] not in view.not_meant.get(word, ()) else NOBODY


def _end_beside(view: View, word: int) -> int:
    """Give the word behind those who stand beside a pronoun, a remark aside: "Ann, a nurse, and her"; or -1."""
    ended = view.focus.ended
    if word - 1 in ended or view.word(word - 1) != "and" or view.word(word - 2) != ",":
        return word - 1 if word - 1 in ended else -1
    for i in range(word - 3, max(view.first, word - _REMARK), -1):
        if view.word(i) == ",":
            return i if i in ended and view.word(i + 1) in view.grammar.determiners else -1
    return -1


def _introducer(view: View, word: int, gender: Gender) -> int:
    """Read "Bob's wife Ann and his friend", where "his" cannot be Ann's."""
    if view.word(word - 1) != "and":
        return NOBODY
    people = view.focus.ended.get(word - 1 - (view.word(word - 2) == ","), ((), ""))[0]
    if len(people) != 1 or view.focus.fits(people[0], gender):
        return NOBODY
    owner = view.focus.introduced.get(people[0], NOBODY)
    return owner if owner >= 0 and view.focus.fits(owner, gender) else NOBODY


def _owner_or_owned(view: View, word: int, gender: Gender, person: int) -> int:
    """Read "Ann's son Bob and his wife", "Ann's son Bob and her friend"; "Carl's son Bob and his friend" stays open."""
    owner = view.focus.introduced[person]
    if owner < 0 or not view.focus.fits(owner, gender) or view.owned_kinds.get(word, "") in _OF_GROWN:
        return person
    return owner if view.focus.genders[person] is None and view.focus.genders[owner] else _EITHER


def _antecedent(view: View, word: int, gender: Gender) -> int:
    """Read "Bob, who was killed on the way home by his wife": whose clause it is."""
    for i in range(word - 1, max(view.first, word - _CLAUSE), -1):
        if view.word(i) == "who":
            people = view.focus.ended.get(i - (view.word(i - 1) == ","), ((), ""))[0]
            fits = len(people) == 1 and people[0] not in view.not_meant.get(word, ())
            return people[0] if fits and view.focus.fits(people[0], gender) == 1 else NOBODY
        if not view.word(i)[:1].isalnum() or view.word(i) in view.grammar.openers:
            break
    return NOBODY


def _stands_by_somebody_unknown(view: View, word: int) -> bool:
    """Whether "and his" follows a name that is no character's: "Orm and his sons"."""
    i = word - 2 - (view.word(word - 2) == ",")
    if view.word(word - 1) != "and" or i <= view.first or view.track.who[i] >= 0:
        return False
    owned = any(
        view.word(j) == view.word(word) for j in range(max(view.first, i - _REMARK), i)
    )  # "his dog Rex and his"
    return not owned and view.track.telling.words.texts[i][:1].isupper()


def _named_ahead(view: View, word: int) -> int:
    """Give the subject whom a sentence's head speaks of before naming: "In his office, Sam …"."""
    opener = view.word(view.first)
    if view.has_subject or word - view.first > _AHEAD:
        return NOBODY
    if opener not in view.grammar.prepositions and not opener.endswith("ing"):
        return NOBODY
    track = view.track
    for i in range(word + 1, min(view.last, word + _AHEAD)):
        if track.who[i] >= 0 and track.who[i] not in view.not_meant.get(word, ()):
            end = track.name_end.get(i, i + 1)
            goes_on = view.word(i - 1) == "," and view.word(end) not in {".", ""} and not track.owns(end)
            return track.who[i] if goes_on else NOBODY
    return NOBODY


def find_several_meant(view: View, word: int, event: str) -> tuple[int, ...]:
    """Give those whom they, their, "the two" … mean, or nobody."""
    focus = view.focus
    if event == "their" and view.word(word - 1) == "and":
        return _joined_before(view, word - 1)
    if view.has_subject and focus.subject < 0:
        return ()  # "a child needs their mother"
    if event == "pair" and len(focus.acting) == 2 and min(focus.acting) >= 0:
        return tuple(sorted(focus.acting))
    wanted = 2 if event == "pair" else len(focus.group)
    if len(focus.group) == wanted > 1 and focus.group_age <= _LASTING[event]:
        return focus.group if min(focus.group) >= 0 else ()
    kind = view.owned_kinds.get(word, "child")
    if event == "their" and kind in _OF_SIBLINGS:
        return _siblings_in_view(view)
    couple = find_couple(view) if event in {"their", "they"} or view.word(word) == "couple" else ()
    if event == "they" and not view.focus.here.keys() >= set(couple):
        return ()  # "Bob marries Ann, and they have a son"
    return couple or (_two_in_view(view) if event == "pair" else ())


def _joined_before(view: View, joint: int) -> tuple[int, ...]:
    """Read "the gangsters and their boss", "his wife Ann and their son": those before the "and", or one's couple."""
    end = joint - (view.word(joint - 1) == ",")
    people = view.focus.ended.get(end, ((), "subject"))[0]
    if len(people) == 1 and people[0] >= 0:
        partner = view.ties.partner(people[0])
        return (partner, people[0]) if partner in view.focus.here else ()
    return people if len(people) > 1 and min(people) >= 0 else ()


def _siblings_in_view(view: View) -> tuple[int, ...]:
    """Give those of whom "their mother" is said: brothers and sisters, of whom one is spoken of."""
    for person in view.focus.in_view()[:3]:
        siblings = view.ties.of(person, "sibling") if person >= 0 else []
        near = [sibling for sibling in siblings if sibling in view.focus.weights]
        if near:
            return (person, *near)
    return ()


def find_couple(view: View) -> tuple[int, ...]:
    """Give the one couple in view: the first person who has a partner, with the partner."""
    for person in view.focus.in_view()[:3]:
        partner = view.ties.partner(person) if person >= 0 else NOBODY
        if partner >= 0:
            return (person, partner)
    group = view.focus.group
    return group if len(group) == 2 and min(group) >= 0 and view.focus.group_age <= _LASTING["pair"] else ()


def _two_in_view(view: View) -> tuple[int, ...]:
    weights = view.focus.weights
    people = [person for person in view.focus.in_view() if view.focus.acts(person)]
    if len(people) < 2 or min(people[:2]) < 0:
        return ()
    if len(people) > 2 and weights[people[2]] > 0.6 * weights[people[1]]:
        return ()
    return people[0], people[1]
