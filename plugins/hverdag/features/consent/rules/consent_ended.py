"""A story that is out of the handbook, because consent to it no longer holds.

Its page only says that it is gone. Everything that was printed is still out there: `hverdag withdraw` lists it. When
you have been through the list, delete the file and write its code under `retired:` in handbook.yml.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "consent-ended",
    Level.WARNING,
    "The story is out of the handbook: the consent no longer holds.",
    "Run `hverdag withdraw {story}` and go through its list.",
    __doc__,
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each published story that is out; one that is marked is `consent-withdrawn`, and one whose
    consent has ended in another story is `consent-dead`. One whose consent cannot be read is told as that alone:
    nobody has taken anything back."""
    for story in handbook.published:
        is_marked = story.consent and story.consent.withdrawn
        if story.has_ended(today) and not (story.ended_elsewhere or is_marked or story.is_consent_unreadable):
            taken_back = story.has("consent", "withdrawn")
            yield RULE.at(story.at("consent", "withdrawn" if taken_back else "until"), story=story.id)
