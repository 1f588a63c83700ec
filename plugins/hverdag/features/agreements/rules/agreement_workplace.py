"""An agreement of a workplace that is not in values/workplaces.yml.

An agreement names its workplace by its id. What a workplace is called, was called before, or has as its code is
recognised, and the id is proposed.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}

Bad:

    agreements:
      - {date: 2026-09-03, workplace: larkfeild, story: F01, method: M01, review: 2026-10-01}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.workplaces import workplaces_of
from ..known import placed_agreements

RULE = Rule(
    "agreement-workplace",
    Level.ERROR,
    'There is no workplace called "{given}".',
    "Write the id of another workplace, or add this one to values/workplaces.yml.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown workplace, once in a file; none where the list of workplaces could not be read
    as a whole."""
    listed = workplaces_of(handbook)
    if not listed.is_whole:
        return
    told: set[tuple[str, str]] = set()
    for one in placed_agreements(handbook):
        id = one.agreement.workplace
        if id and id not in listed.by_id and (one.file.path, id) not in told:
            told.add((one.file.path, id))
            yield RULE.at(one.at("workplace"), given=id, **listed.suggested(id))
