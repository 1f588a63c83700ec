"""A published story whose consent does not reach where the handbook is published.

It is left out; there is a notice where its page was. Everything that is printed is fetched from the handbook, so a
story that may only be on paper is not there at all.

Good:

    consent:
      reference: SAM-2026-014
      channels: [intranet, print]
      until: 2028-05-01

Bad:

    consent:
      reference: SAM-2026-014
      channels: [print]
      until: 2028-05-01
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "consent-channels",
    Level.WARNING,
    "The consent does not reach {given}, so the story is not in the handbook.",
    "Ask whoever told it, and add the channel; or write state: retired.",
    __doc__,
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each such story. Channels that could not be read have their problem already."""
    reach = handbook.settings.reach.channel
    for story in handbook.published:
        if not story.allows(reach) and not story.has_ended(today) and not story.is_faulty("consent", "channels"):
            yield RULE.at(story.at("consent", "channels"), given=reach.value)
