"""Two departments or workplaces that cannot be told from each other.

Stories and receipts write a workplace's id, slips its code, and forms its name. Each of them must mean one workplace.
Two may have the same name only if one of them is closed. Capital letters, spaces and signs make no difference.

Good:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: larkfield, name: Larkfield, department: children, staff: "10-19", code: A001}
      - {id: elmside, name: Elmside, department: children, staff: "10-19", code: A002}

Bad:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: larkfield, name: Larkfield, department: children, staff: "10-19", code: A001}
      - {id: larkfield-2, name: Larkfield, department: children, staff: "10-19", code: a001}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.workplaces import Workplaces, key, workplaces_of

RULE = Rule(
    "workplace-unique",
    Level.ERROR,
    '"{given}" is taken by "{other}" already.',
    "Write something else in one of the two places.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each id, code and name that was seen before."""
    listed = workplaces_of(handbook)
    seen: dict[tuple[str, str], tuple[int, str]] = {}
    for part, field, number, given, owner in _given(listed, today):
        first, other = seen.setdefault((f"{part} {field}", key(given)), (number, owner))
        if first != number:
            yield RULE.at(listed.at(part, number, field), given=given, other=other)


def _given(listed: Workplaces, today: date) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield what must be unique: the list and the field that it is in, its number and text, and whose it is."""
    for number, department in enumerate(listed.departments):
        for field, text in (("id", department.id), ("name", department.name)):
            if text:
                yield "departments", field, number, text, department.name or department.id
    for number, one in enumerate(listed.workplaces):
        name = one.name if one.is_open(today) else ""
        for field, text in (("id", one.id), ("code", one.code), ("name", name)):
            if text:
                yield "workplaces", field, number, text, one.name or one.id
