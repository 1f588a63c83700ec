"""Evaluations of so few courses that they rate one consultant.

Evaluations are shown from five courses and twenty answers up, all courses together. What is said
about a single course goes to the consultant who led it, on a sheet in `private/`.

Good:

    frozen: 2026-11-20
    rows:
      - {count: course-evaluation, courses: 6, cells: [52]}

Bad:

    frozen: 2026-11-20
    rows:
      - {count: course-evaluation, courses: 2, cells: [52]}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.counts import FEWEST_IN_PER_CENT, CountFile, CountKind
from ....model.uptake.freezing import FEWEST_COURSES

RULE = Rule(
    "counts-courses",
    Level.ERROR,
    "The evaluations are about fewer than {courses} courses, or there are fewer than {answers} answers.",
    "Delete all rows with `count: course-evaluation` from the file.",
    __doc__,
    tags=(Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each file that tells of too few courses or answers."""
    for file in handbook.data_of(CountFile):
        rows = [number for number, row in enumerate(file.rows) if row.count == CountKind.COURSES]
        head = file.row(CountKind.COURSES)
        answers, courses = (sum(head.cells), head.courses or 0) if head else (0, 0)
        if rows and (answers < FEWEST_IN_PER_CENT or courses < FEWEST_COURSES):
            yield RULE.at(file.at("rows", rows[0]), courses=FEWEST_COURSES, answers=FEWEST_IN_PER_CENT)
