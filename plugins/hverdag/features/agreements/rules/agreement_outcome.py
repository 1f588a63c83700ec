"""An outcome that is none.

An agreement is kept, changed or dropped: `kept`, `changed` or `dropped`. Until
somebody knows, the field is left out.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01, outcome: kept}

Bad:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01, outcome: kep}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import suggestion
from ....model.uptake.agreements import OUTCOMES, AgreementOutcome
from ..known import placed_agreements

RULE = Rule(
    "agreement-outcome",
    Level.ERROR,
    '"{given}" is not something that can become of an agreement.',
    "Write {known}, or delete the field until you know.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown outcome, with the one that was probably meant."""
    for one in placed_agreements(handbook):
        given = one.agreement.outcome
        if given and one.agreement.result is None:
            known = ", ".join(AgreementOutcome)
            yield RULE.at(one.at("outcome"), given=given, known=known, **suggestion(given, OUTCOMES))
