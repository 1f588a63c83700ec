"""A receipt of a workplace that is not in values/workplaces.yml.

A receipt names its workplaces by their ids. What a workplace is called, was called before, or has as its code is
recognised, and the id is proposed.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, people: 7}

Bad:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfeild], tool: F01, people: 7}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.workplaces import workplaces_of
from ..known import placed_receipts

RULE = Rule(
    "receipt-workplace",
    Level.ERROR,
    'There is no workplace called "{given}".',
    "Write the id of another workplace, or add this one to values/workplaces.yml.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown workplace; none where the list of workplaces could not be read as a whole. What
    is unknown several times is told at its first place."""
    listed = workplaces_of(handbook)
    if not listed.is_whole:
        return
    told: set[tuple[str, str]] = set()
    for one in placed_receipts(handbook):
        for at, id in enumerate(one.receipt.workplaces):
            if id not in listed.by_id and (one.file.path, id) not in told:
                told.add((one.file.path, id))
                yield RULE.at(one.at("workplaces", at), given=id, **listed.suggested(id))
