"""Consent that soon runs out.

The day after its last day, the story is out of everything: the handbook, the search, the guides, what is printed and
the offline edition. A build at night is enough.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.retention import WARNED_DAYS

RULE = Rule(
    "consent-expires",
    Level.WARNING,
    "The consent holds until {day}. After that, the story is taken out by itself.",
    "Ask whoever told it whether it may stay, and write the new day. If not, let it go.",
    __doc__,
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each published story whose consent runs out within WARNED_DAYS days."""
    for story in handbook.published:
        until = story.consent.until if story.consent and not story.has_ended(today) else None
        if until and (until - today).days <= WARNED_DAYS:
            yield RULE.at(story.at("consent", "until"), day=str(until))
