"""A workplace in a department that is not in the list of departments.

Good:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: larkfield, name: Larkfield, department: children, staff: "10-19"}

Bad:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: larkfield, name: Larkfield, department: childrn, staff: "10-19"}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "workplace-department",
    Level.ERROR,
    'There is no department with the id "{given}".',
    "Write the id of another department, or add this one under departments.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such workplace; none where the departments themselves could not be read."""
    listed = workplaces_of(handbook)
    known = {one.id: (one.name,) for one in listed.departments if one.id}
    if listed.is_faulty() or listed.is_faulty("departments") or not known:
        return
    for number, one in enumerate(listed.workplaces):
        if one.department and one.department not in known:
            source = listed.at("workplaces", number, "department")
            yield RULE.at(source, given=one.department, **id_suggestion(one.department, known))
