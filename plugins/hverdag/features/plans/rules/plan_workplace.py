"""A business plan of a workplace that is not in values/workplaces.yml.

It would be counted nowhere. A workplace is written by its id, which stays the same when its name changes.

Good:

    received:
      - year: 2026
        date: 2026-03-02
        workplaces: [larkfield, elmside]

Bad:

    received:
      - year: 2026
        date: 2026-03-02
        workplaces: [larkfield, elmsde]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.plans import Plans
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "plan-workplace",
    Level.ERROR,
    '"{given}" is not a workplace.',
    "Write the id of a workplace in values/workplaces.yml.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown workplace; none where the list of workplaces could not be read as a whole."""
    workplaces = workplaces_of(handbook)
    if not workplaces.is_whole:
        return
    for file in handbook.data_of(Plans):
        for row, one in enumerate(file.received):
            for number, id in enumerate(one.workplaces):
                if id not in workplaces.by_id:
                    yield RULE.at(file.at("received", row, "workplaces", number), given=id, **workplaces.suggested(id))
