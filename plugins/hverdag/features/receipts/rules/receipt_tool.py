"""A receipt for something that the handbook does not have.

A receipt names what was used by its code: `F07` is a story, `M02` a method, and `F07-M02` the two as a guide. `own` is
something of the workplace's own. A code that has been taken out of the handbook stays right on receipts for ever.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, people: 7}

Bad:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F001, people: 7}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import suggestion
from ...uptake import tools_of
from ..known import placed_receipts

RULE = Rule(
    "receipt-tool",
    Level.ERROR,
    'There is nothing in the handbook with the code "{given}".',
    "Write the code that is printed on what was used, or own.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown code, once in a file."""
    receipts = list(placed_receipts(handbook))
    if not receipts:
        return  # every guide is a tool: most publications need not know them
    tools, told = tools_of(handbook), set[tuple[str, str]]()
    for one in receipts:
        code = one.receipt.tool
        if code and code.casefold() not in tools and (one.file.path, code) not in told:
            told.add((one.file.path, code))
            yield RULE.at(one.at("tool"), given=code, **suggestion(code, [tool.code for tool in tools.values()]))
