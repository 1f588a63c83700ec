"""What is left of old agreements, with a month that is none.

`hverdag agreements --fold` writes these rows. A month is a year and two figures, such as 2024-09; without it, what the
rows count would be lost. One before the year 2000 is a slip of the pen.

Good:

    folded:
      - {month: 2024-09, made: 3, due: 1, kept: 1}
    reached:
      - {workplace: larkfield, month: 2024-09}

Bad:

    folded:
      - {month: september 2024, made: 3}
"""

from collections.abc import Iterator
from datetime import date

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.agreements import AgreementFile
from ....model.uptake.history import EARLIEST
from ....model.uptake.receipts import first_of_month

RULE = Rule(
    "agreement-folded",
    Level.ERROR,
    '"{given}" is no month.',
    "Write the year and the month, such as 2024-09.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each month that is none."""
    for file in handbook.data_of(AgreementFile):
        for place, text in _months(file):
            if text and (first_of_month(text) or date.min) < EARLIEST:
                yield RULE.at(file.at(*place), given=text)


def _months(file: AgreementFile) -> Iterator[tuple[Place, str]]:
    for number, row in enumerate(file.folded):
        yield ("folded", number, "month"), row.month
    for number, reached in enumerate(file.reached):
        yield ("reached", number, "month"), reached.month
        yield ("reached", number, "reviewed_month"), reached.reviewed_month
