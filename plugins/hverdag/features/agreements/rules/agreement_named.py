"""A wording that names a workplace that has not said yes to be named.

A yes to publish a wording is no yes to be named, and a wording can name other workplaces too. What says yes is the
field `named` of the workplace in values/workplaces.yml.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, agreement: We ask first., yes: 2026-09-10}

Bad:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, agreement: We ask Elmside first., yes: 2026-09-10}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.unnamed import unnamed_in
from ....model.uptake.workplaces import workplaces_of
from ..known import placed_agreements

RULE = Rule(
    "agreement-named",
    Level.ERROR,
    'The wording names a workplace that has not said yes to be named: "{given}".',
    'Write something else, such as "we", or ask the workplace, and write the day under named in values/workplaces.yml.',
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each wording that names such a workplace."""
    unnamed = unnamed_in(workplaces_of(handbook), today)
    for one in placed_agreements(handbook):
        for field in ("agreement", "happened"):
            found = unnamed(getattr(one.agreement, field))
            if found:
                yield RULE.at(one.at(field), given=found)
