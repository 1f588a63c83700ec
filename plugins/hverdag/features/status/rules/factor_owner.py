"""A critical factor that nobody looks after.

What can stand in the way of the work with the values is followed up by someone. The year's status shows who it is, by
role.

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
        next: 2027-01-15
        log:
          - date: 2026-11-02
            text: We are trying a meeting at ten at night.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..model import StatusSection

RULE = Rule(
    "factor-owner",
    Level.WARNING,
    "Nobody looks after this factor.",
    "Write owner: and the role of whoever does, such as Head of HR.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each factor without an owner."""
    settings = handbook.settings
    for number, factor in enumerate(settings.of(StatusSection).factors):
        if not factor.owner and not settings.is_faulty("factors", number, "owner"):
            yield RULE.at(settings.at("factors", number))
