"""Receipts, courses, business plans or stories name workplaces, and nobody has written which ones there are.

Goals would count none. The list has every department and every workplace of the organisation, once.

Good:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: larkfield, name: Larkfield, department: children, staff: "10-19"}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Source
from ....model.uptake.courses import courses_of
from ....model.uptake.plans import Plans
from ....model.uptake.receipts import ReceiptFile
from ....model.uptake.workplaces import PATH, Workplaces

RULE = Rule(
    "workplace-missing",
    Level.WARNING,
    "Workplaces are named here, but nobody has written which ones there are, so they cannot be counted.",
    "Make the file {path}, and write every department and every workplace in it.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem at the first place that names a workplace, if there is no list with workplaces."""
    if any(file.workplaces or file.faulty for file in handbook.data_of(Workplaces)):
        return
    first = next(_named(handbook), None)
    if first:
        yield RULE.at(first, path=PATH)


def _named(handbook: Handbook) -> Iterator[Source]:
    """Yield where workplaces are named."""
    for file in handbook.data_of(ReceiptFile):
        yield from (file.at("receipts", at, "workplaces") for at, one in enumerate(file.receipts) if one.workplaces)
        yield from (file.at("reached", at, "workplace") for at, one in enumerate(file.reached) if one.workplace)
    courses = courses_of(handbook)
    yield from (courses.at("courses", at, "workplaces") for at, one in enumerate(courses.courses) if one.workplaces)
    for plans in handbook.data_of(Plans):
        yield from (plans.at("received", at, "workplaces") for at, one in enumerate(plans.received) if one.workplaces)
    yield from (story.at("workplace_id") for story in handbook.stories if story.workplace_id)
