"""One consent with two last days.

When its first day has passed, the consent is over in every story that names it. So the days must be the same, or one
morning a story would be gone before the day that is written in it.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.consent import folded_reference
from ....model.texts.story import State, Story

RULE = Rule(
    "consent-day",
    Level.ERROR,
    "The same consent ends on {day} in {given}.",
    "Look it up in your register, and write the same day in both. If there are two consents, write the number of each.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each story whose consent ends earlier in another. One that has ended is `consent-dead`."""
    first: dict[str, tuple[date, str]] = {}
    for story, until in _lasting(handbook, today):
        known = first.setdefault(_reference(story), (until, story.path))
        if until < known[0]:
            first[_reference(story)] = (until, story.path)
    for story, until in _lasting(handbook, today):
        day, path = first[_reference(story)]
        if day < until and story.state not in (State.RETIRED, State.DECLINED):
            yield RULE.at(story.at("consent", "until"), day=str(day), given=path)


def _lasting(handbook: Handbook, today: date) -> Iterator[tuple[Story, date]]:
    for story in handbook.stories:
        if story.consent and story.consent.until and not story.has_ended(today) and _reference(story):
            yield story, story.consent.until


def _reference(story: Story) -> str:
    return folded_reference(story.consent.reference) if story.consent else ""
