"""A critical factor that nobody has said anything about for 90 days.

A factor that is not spoken of is not followed up. One line is enough, even when nothing has changed. One that
nothing is written about at all is reported too, unless a day is agreed for it under `next`.

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
        next: 2027-01-15
        log:
          - date: 2026-05-02
            text: We are trying a meeting at ten at night.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import Message, message
from ....model.problem import Level, Problem, Rule
from ..model import Factor, StatusSection

RULE = Rule(
    "factor-silent",
    Level.WARNING,
    "{cause}",
    "Write a line under log: with date and text, even when nothing has changed.",
    __doc__,
)

SILENT_DAYS = 90
"""Days after which a factor is silent."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each factor that was last talked about too long ago, or never."""
    settings = handbook.settings
    for number, factor in enumerate(settings.of(StatusSection).factors):
        cause = _cause(factor, today)
        if cause and not any(settings.is_faulty("factors", number, name) for name in ("log", "next")):
            yield RULE.at(settings.at("factors", number), cause=cause)


def _cause(factor: Factor, today: date) -> Message | None:
    """Return why a factor is told of; None if it is not. Nothing says since when a factor is there, so one that nothing
    is written about waits for the day that is agreed; once that is past, factor-next tells of it."""
    last = factor.last_word(today)
    if last and (today - last).days > SILENT_DAYS:
        return message("Nothing is written about the factor since {day}.", day=last)
    if last or (factor.next and not factor.log):
        return None
    return message("Nothing is written about the factor yet.")
