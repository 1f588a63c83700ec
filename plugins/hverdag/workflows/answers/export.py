"""The anonymised file for whoever evaluates from outside: one row for each answer, in no department of fewer than the
floor, sorted, and without what was written in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...features.evaluation.questions import QUESTIONNAIRE
from ...model.csv_text import csv_bytes
from ...model.handbook import Handbook
from ...model.uptake.floor import shown_parts
from ...model.uptake.freezing import REST, Answered
from ...model.uptake.workplaces import Department, workplaces_of

EXPORT = "export"
"""The folder in private/."""
OTHERS = "_andre"
"""What stands in the place of a department that is not told of."""


@dataclass(frozen=True)
class Export:
    """The file: its name without its ending, its bytes, how many answers it holds, and the departments that it names.
    `has_others` is True if some answers are in none of these."""

    name: str
    content: bytes
    answers: int
    departments: tuple[Department, ...]
    has_others: bool


def export_of(name: str, given: Sequence[Answered], handbook: Handbook, fewest: int) -> Export:
    """Return the file of the answers that are counted in one file of counts. Each answer is in one such file only."""
    rows = anonymous(given, fewest)
    named = {part for part, _ in rows} - {OTHERS}
    departments = tuple(one for one in workplaces_of(handbook).departments if one.id in named)
    head = ["department", *QUESTIONNAIRE.scaled_ids]
    cells = [[part, *(str(answer or "") for answer in answers)] for part, answers in rows]
    content = csv_bytes([head, *cells])
    return Export(f"answers-{name}", content, len(rows), departments, any(part == OTHERS for part, _ in rows))


def anonymous(given: Sequence[Answered], fewest: int) -> list[tuple[str, tuple[int, ...]]]:
    """Return the answers, sorted, each with a department that at least `fewest` share: small ones are together. If they
    are few even so, the smallest of the others is with them."""
    sizes: dict[str, int] = {}
    for one in given:
        sizes[one.part] = sizes.get(one.part, 0) + 1
    named = shown_parts({part: (number,) for part, number in sizes.items()}, fewest) - {REST}
    return sorted((one.part if one.part in named else OTHERS, one.answers) for one in given)
