"""A withdrawn story whose file is still there.

`hverdag withdraw` has marked it, and listed where else it may be. Its page only says that it is gone. When you have
been through the list, delete the file and write its code under `retired:` in handbook.yml.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "consent-withdrawn",
    Level.HINT,
    "The story was withdrawn on {day}.",
    "When you have been through the list from `hverdag withdraw {story}`, delete the file, and write {code} under "
    "`retired:` in values/handbook.yml.",
    __doc__,
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a hint for each published story that is marked as withdrawn."""
    for story in handbook.published:
        if story.consent and story.consent.withdrawn:
            source = story.at("consent", "withdrawn")
            yield RULE.at(source, day=str(story.consent.withdrawn), story=story.id, code=story.code or story.id)
