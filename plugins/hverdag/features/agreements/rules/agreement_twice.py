"""The same agreement twice: of one workplace, from the same day, story and method, and with the same number.

It would count twice. Where two were made at one meeting, the second has `number: 2`.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, number: 2}

Bad:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01}
"""

from collections.abc import Iterator
from datetime import date
from itertools import count

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import PlacedAgreement, placed_agreements

RULE = Rule(
    "agreement-twice",
    Level.WARNING,
    "The same workplace has an agreement from the same day, story and method in {path}, line {line}.",
    "Delete one of the two. If they are two agreements, write number: {number} for this one.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each agreement that is there already, with the first number that is free."""
    seen: dict[tuple[str, ...], PlacedAgreement] = {}
    taken = {one.agreement.identity for one in placed_agreements(handbook)}
    for one in placed_agreements(handbook):
        agreement = one.agreement
        if not agreement.date or not agreement.workplace:
            continue
        first = seen.setdefault(agreement.identity, one)
        if first is not one:
            free = next(number for number in count(2) if (*agreement.meeting, str(number)) not in taken)
            taken.add((*agreement.meeting, str(free)))
            yield RULE.at(one.at(), path=first.at().path, line=first.at().line, number=str(free))
