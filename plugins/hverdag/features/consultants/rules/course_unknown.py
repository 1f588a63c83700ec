"""An offer, a value consultant, a workplace, a department or a method that does not exist.

Courses name offers and consultants by their ids in the same file, workplaces and departments as values/workplaces.yml
does, and a method by the name of its file.

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
    courses:
      - id: 2026-01
        offer: the-road
        date: 2026-09-03
        workplaces: [larkfield]
        consultant: vc-1
        held: true

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
        role: teacher
        department: children
    courses:
      - id: 2026-01
        offer: the-raod
        date: 2026-09-03
        workplaces: [larkfield]
        consultant: vc-1
        held: true
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.message import Message, message
from ....model.names import Names, method_names
from ....model.problem import Level, Problem, Rule
from ....model.suggest import choices, id_suggestion
from ....model.uptake.courses import CourseFile, courses_of
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "course-unknown",
    Level.ERROR,
    '"{given}" is not {what}.',
    "Choose among {choices}.",
    __doc__,
    none="There is none yet. Write it first where it belongs, or take it out.",
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown name, with the one that is probably meant; none of workplaces and departments
    where the list of them could not be read as a whole."""
    file, listed = courses_of(handbook), workplaces_of(handbook)
    offers = _Known(message("something that is offered"), {one.id: (one.name, one.code) for one in file.offers})
    people = _Known(message("a value consultant"), {one.id: (one.role,) for one in file.consultants})
    places = _Known(
        message("a workplace"), {id: (one.name, one.code) for id, one in listed.by_id.items()}, listed.is_whole
    )
    departments = _Known(
        message("a department"),
        {id: (one.name,) for id, one in listed.department_by_id.items()},
        listed.has_all_departments,
    )
    methods = _Known(message("a method"), method_names(handbook))
    for number, offer in enumerate(file.offers):
        yield from _unknown(file, ("offers", number, "method"), offer.method, methods)
    for number, one in enumerate(file.consultants):
        yield from _unknown(file, ("consultants", number, "department"), one.department, departments)
    for number, course in enumerate(file.courses):
        yield from _unknown(file, ("courses", number, "offer"), course.offer, offers)
        yield from _unknown(file, ("courses", number, "consultant"), course.consultant, people)
        for at, id in enumerate(course.workplaces):
            yield from _unknown(file, ("courses", number, "workplaces", at), id, places)


class _Known(NamedTuple):
    """What a name may be: what that is called, and other names by id. `is_whole` is False where some may be missing."""

    what: Message
    names: Names
    is_whole: bool = True


def _unknown(file: CourseFile, place: Place, given: str, known: _Known) -> Iterator[Problem]:
    if given and known.is_whole and given not in known.names:
        near = id_suggestion(given, known.names)
        yield RULE.at(file.at(*place), given=given, what=known.what, choices=choices(list(known.names)), **near)
