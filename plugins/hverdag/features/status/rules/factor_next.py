"""A critical factor whose next day is past.

Good:

    factors:
      - text: The night shift cannot come to the meetings.
        owner: The manager of home care
        next: 2027-01-15
        log:
          - date: 2026-11-02
            text: We are trying a meeting at ten at night.

Bad:

    factors:
      - text: The night shift cannot come to the meetings.
        owner: The manager of home care
        next: 2026-11-10
        log:
          - date: 2026-11-02
            text: We are trying a meeting at ten at night.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import Message, message
from ....model.problem import Level, Problem, Rule
from ..model import StatusSection

RULE = Rule(
    "factor-next",
    Level.WARNING,
    "{cause}",
    "Write a new day under next:, and what was said under log:, unless it is there.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each factor whose next day is past."""
    settings = handbook.settings
    for number, factor in enumerate(settings.of(StatusSection).factors):
        if factor.next and factor.next < today:
            yield RULE.at(settings.at("factors", number, "next"), cause=_cause(factor.next, factor.last_word(today)))


def _cause(day: date, said: date | None) -> Message:
    if said and said >= day:
        return message("The factor was looked at on {said}, and the next day is still {day}.", said=said, day=day)
    return message("The factor was to be looked at again on {day}, and nothing is written since.", day=day)
