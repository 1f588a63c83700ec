"""What is left of old receipts, with a month that is none.

`hverdag receipts --fold` writes these rows. A month is a year and two figures, such as 2024-09; without it, what the
rows count would be lost. One before the year 2000 is a slip of the pen.

Good:

    folded:
      - {month: 2024-09, tool: F01, receipts: 3}
    reached:
      - {workplace: larkfield, month: 2024-09, tool_month: 2024-09}

Bad:

    folded:
      - {month: september 2024, tool: F01, receipts: 3}
"""

from collections.abc import Iterator
from datetime import date

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.history import EARLIEST
from ....model.uptake.receipts import ReceiptFile, first_of_month

RULE = Rule(
    "receipt-folded",
    Level.ERROR,
    '"{given}" is no month.',
    "Write the year and the month, such as 2024-09.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each month that is none."""
    for file in handbook.data_of(ReceiptFile):
        for place, text in _months(file):
            if text and (first_of_month(text) or date.min) < EARLIEST:
                yield RULE.at(file.at(*place), given=text)


def _months(file: ReceiptFile) -> Iterator[tuple[Place, str]]:
    for number, row in enumerate(file.folded):
        yield ("folded", number, "month"), row.month
    for number, reached in enumerate(file.reached):
        yield ("reached", number, "month"), reached.month
        yield ("reached", number, "tool_month"), reached.tool_month
