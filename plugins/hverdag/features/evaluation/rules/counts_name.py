"""A row about a count, a question or a department that does not exist.

A question is never given another id: then nobody can see whether anything has moved since last time.

Good:

    frozen: 2026-11-20
    rows:
      - {count: questionnaire, cells: [40]}
      - {count: questionnaire, question: know, cells: [31, 9]}

Bad:

    frozen: 2026-11-20
    rows:
      - {count: questionnaire, cells: [40]}
      - {count: questionnaire, question: kno, cells: [31, 9]}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.suggest import suggestion
from ....model.uptake.counts import CountFile, CountKind, CountRow
from ....model.uptake.workplaces import workplaces_of
from ..questions import questionnaire_of

RULE = Rule(
    "counts-name",
    Level.ERROR,
    '"{given}" is not known here.',
    "Write one of these: {choices}.",
    __doc__,
    tags=(Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each name that is unknown; none of departments where the list of them could not be read as a
    whole."""
    listed = workplaces_of(handbook)
    departments = tuple(listed.department_by_id) if listed.has_all_departments else None
    for file in handbook.data_of(CountFile):
        for number, row in enumerate(file.rows):
            for field, known in _known(row, departments):
                given = getattr(row, field)
                if given and given not in known:
                    choices = ", ".join(known) or "-"
                    yield RULE.at(
                        file.at("rows", number, field), given=given, choices=choices, **suggestion(given, known)
                    )


def _known(row: CountRow, departments: tuple[str, ...] | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    kinds = tuple(kind.value for kind in CountKind)
    yield "count", kinds
    if row.count in kinds:
        questionnaire = questionnaire_of(row.count)
        yield "question", questionnaire.scaled_ids if questionnaire else ()
        if row.count == CountKind.COURSES:
            yield "part", ()
        elif departments is not None:
            yield "part", departments
