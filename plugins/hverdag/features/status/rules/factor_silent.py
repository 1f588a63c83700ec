"""A critical factor that nobody has said anything about for 90 days.

A factor that is not spoken of is not followed up. One line is enough, also when nothing has changed.

Good:

    factors:
      - text: Nattevagterne kan ikke være med på møderne.
        owner: Lederen af hjemmeplejen
        next: 2027-01-15
        log:
          - date: 2026-11-02
            text: Vi prøver med et møde klokken 22.

Bad:

    factors:
      - text: Nattevagterne kan ikke være med på møderne.
        owner: Lederen af hjemmeplejen
        next: 2027-01-15
        log:
          - date: 2026-05-02
            text: Vi prøver med et møde klokken 22.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..model import StatusSection

RULE = Rule(
    "factor-silent",
    Level.WARNING,
    "Nothing is written about the factor for {days} days.",
    "Write a line under log: with date and text, also when nothing has changed.",
    __doc__,
)

SILENT_DAYS = 90
"""Days after which a factor is silent."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each factor that was last talked about too long ago, or never."""
    settings, latest = handbook.settings, today - timedelta(days=SILENT_DAYS)
    for number, factor in enumerate(settings.of(StatusSection).factors):
        if (factor.last_word(today) or date.min) < latest and not settings.is_faulty("factors", number, "log"):
            yield RULE.at(settings.at("factors", number), days=SILENT_DAYS)
