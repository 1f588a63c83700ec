"""A consent that is marked as withdrawn, without the day.

Until the day is written, the story is out of the handbook: nobody can tell whether the line is a slip.

Good:

    consent:
      reference: SAM-2026-014
      channels: [intranet, print]
      until: 2028-05-01
      withdrawn: 2026-11-20

Bad:

    consent:
      reference: SAM-2026-014
      channels: [intranet, print]
      until: 2028-05-01
      withdrawn:
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "withdrawn-day",
    Level.ERROR,
    "It does not say which day the consent was withdrawn.",
    "Write the day, as in withdrawn: {today}. If nobody has withdrawn it, delete the line.",
    __doc__,
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each story with a withdrawal that has no day."""
    for story in handbook.stories:
        is_faulty = story.is_faulty("consent") or story.is_faulty("consent", "withdrawn")
        if story.consent and not story.consent.withdrawn and story.has("consent", "withdrawn") and not is_faulty:
            yield RULE.at(story.at("consent", "withdrawn"), today=str(today))
