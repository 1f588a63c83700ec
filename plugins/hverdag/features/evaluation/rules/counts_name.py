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

from collections.abc import Iterator, Mapping
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.suggest import suggestion
from ....model.uptake.counts import CountFile, CountKind, CountRow
from ....model.uptake.customers import IDS
from ....model.uptake.workplaces import workplaces_of
from ..questions import questionnaire_of

Names = tuple[str, ...] | None

RULE = Rule(
    "counts-name",
    Level.ERROR,
    '"{given}" is not known here.',
    "Write one of these: {choices}.",
    __doc__,
    tags=(Tag.ABOUT_PEOPLE,),
    none="This row can have nothing here. Take it out.",
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each name that is unknown; none of departments or workplaces where the list of them could not
    be read as a whole."""
    listed = workplaces_of(handbook)
    parts = {kind: tuple(listed.department_by_id) if listed.has_all_departments else None for kind in CountKind}
    parts[CountKind.COURSES] = ()
    parts[CountKind.SERVED] = tuple(listed.by_id) if listed.is_whole else None
    for file in handbook.data_of(CountFile):
        for number, row in enumerate(file.rows):
            for field, known in _known(row, parts):
                given = getattr(row, field)
                if given and known is not None and given not in known:
                    choices = ", ".join(known) or "-"
                    yield RULE.at(
                        file.at("rows", number, field), given=given, choices=choices, **suggestion(given, known)
                    )


def _known(row: CountRow, parts: Mapping[CountKind, Names]) -> Iterator[tuple[str, Names]]:
    """Yield what may stand in each field of a row; None where nobody can tell."""
    kinds = tuple(kind.value for kind in CountKind)
    yield "count", kinds
    if row.count in kinds:
        questionnaire = questionnaire_of(row.count)
        of_sheet = questionnaire.scaled_ids if questionnaire else ()
        yield "question", IDS if row.count == CountKind.SERVED else of_sheet
        yield "part", parts[CountKind(row.count)]
