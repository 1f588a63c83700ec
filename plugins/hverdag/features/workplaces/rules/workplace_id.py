"""An id of a workplace or a department with signs other than a to z, figures and hyphens.

The id is written in stories, receipts and file names, and it never changes.

Good:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: wood-lane, name: Wood Lane, department: children, staff: "10-19"}

Bad:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: Wood Lane 3, name: Wood Lane, department: children, staff: "10-19"}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.slug import slug
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "workplace-id",
    Level.ERROR,
    'The id "{given}" may only hold a to z, figures and hyphens.',
    "Write it as {better}",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each id that is no such word."""
    listed = workplaces_of(handbook)
    for part, ids in (
        ("departments", [one.id for one in listed.departments]),
        ("workplaces", [one.id for one in listed.workplaces]),
    ):
        for number, id in enumerate(ids):
            if id and id != slug(id):
                yield RULE.at(listed.at(part, number, "id"), given=id, better=slug(id) or f"{part[:-1]}-{number + 1}")
