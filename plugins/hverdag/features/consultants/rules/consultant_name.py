"""A value consultant's name, telephone number or email address, where a role belongs.

A value consultant is named by role and department: whoever answers the email knows who it is. The same holds for ids,
and `place` holds neither a telephone number nor an email address.

Good:

    offers:
      - id: the-road
        code: K01
        name: The road
        about: A walk with four stops.
        minutes: 120
        most: 12
    consultants:
      - id: vc-1
        role: teacher
        department: children

Bad:

    offers:
      - id: the-road
        code: K01
        name: The road
        about: A walk with four stops.
        minutes: 120
        most: 12
    consultants:
      - id: vc-1
        role: Mary Hughes
        department: children
"""

import re
from collections.abc import Iterator
from datetime import date

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.people_words import is_findable, name_in
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.courses import CourseFile, courses_of

RULE = Rule(
    "consultant-name",
    Level.ERROR,
    '"{given}" looks like the name of a person, or like something that a person can be found by.',
    "Write a role in small letters, such as teacher, and an id such as vc-1. History keeps it, even when it is "
    "deleted.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)

_COVERED = "..."
"""In the place of what is no name: a number is shown nowhere."""
_SURNAME = re.compile(r"(?:^|[-_. ])[a-zæøå]{2,}sen(?:$|[-_. ])", re.IGNORECASE)
"""A surname in -sen, in an id that is written in small letters."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each role, id and place that a person can be found by."""
    file = courses_of(handbook)
    for place, text in _texts(file):
        found = _found(text, str(place[-1]))
        if found:
            yield RULE.at(file.at(*place), given=found)


def _found(text: str, field: str) -> str:
    """Return what a person can be found by; a place may well have the name of a house."""
    if field == "id" and _SURNAME.search(text):
        return text
    name = "" if field == "place" else name_in(re.sub("[._]", " ", text))
    return name or (_COVERED if is_findable(text) else "")


def _texts(file: CourseFile) -> Iterator[tuple[Place, str]]:
    for number, one in enumerate(file.consultants):
        yield ("consultants", number, "id"), one.id
        yield ("consultants", number, "role"), one.role
    for number, course in enumerate(file.courses):
        yield ("courses", number, "id"), course.id
        yield ("courses", number, "place"), course.place
