"""The file for whoever evaluates from outside: one row for each answer, sorted, and without what was written in words.

It tells of no department and no question that the published counts do not tell of, and of each answer only whether it
agrees. So nothing can be counted in it about one group that is hidden on the site. It is still no file to publish:
whoever knows most of what one person answered may find the row, and read the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ...features.evaluation.questions import QUESTIONNAIRE
from ...model.csv_text import csv_bytes
from ...model.handbook import Handbook
from ...model.uptake.counts import CountRow
from ...model.uptake.freezing import AGREES, Answered
from ...model.uptake.workplaces import Department, workplaces_of

EXPORT = "export"
"""The folder in private/."""
OTHERS = "_andre"
"""What stands in the place of a department that is not told of."""


@dataclass(frozen=True)
class Export:
    """The file: its name without its ending, its bytes, how many answers it holds, and the ids of the questions and the
    departments that it names. `has_others` is True if some answers are in none of these."""

    name: str
    content: bytes
    answers: int
    questions: tuple[str, ...]
    departments: tuple[Department, ...]
    has_others: bool


def export_of(name: str, given: Sequence[Answered], counted: Sequence[CountRow], handbook: Handbook) -> Export | None:
    """Return the file of the answers that are counted in one file of counts, by the rows there; None if no question is
    told of. Each answer is in one such file only."""
    ids = QUESTIONNAIRE.scaled_ids
    told, rows = anonymous(given, ids, counted)
    if not rows or not told:
        return None
    named = {part for part, _ in rows} - {OTHERS}
    departments = tuple(one for one in workplaces_of(handbook).departments if one.id in named)
    content = csv_bytes([["department", *told], *([part, *map(str, answers)] for part, answers in rows)])
    return Export(f"answers-{name}", content, len(rows), told, departments, any(part == OTHERS for part, _ in rows))


def anonymous(
    given: Sequence[Answered], ids: Sequence[str], counted: Sequence[CountRow]
) -> tuple[tuple[str, ...], list[tuple[str, tuple[int, ...]]]]:
    """Return the questions that are told of in all, and the answers, sorted: 1 for those who agree with a question, 0
    for everyone else. A department is named only if every one of these questions is told of it."""
    whole = {row.question for row in counted if not row.part}
    told = tuple(id for id in ids if id in whole)
    parts = [{row.part for row in counted if row.question == id and row.part} for id in told]
    named = set.intersection(*parts) if parts else set()
    at = [ids.index(id) for id in told]
    return told, sorted(
        (one.part if one.part in named else OTHERS, tuple(int(one.answers[n] >= AGREES) for n in at)) for one in given
    )
