"""A story that management has not responded to.

Good:

    response:
      answer: chosen
      reason: We know that night from all our houses.
      date: 2026-05-04
      role: The directors

Bad:

    origin: collected
    state: declined
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.story import State
from ..samples import response_lines

RULE = Rule(
    "response",
    Level.ERROR,
    "Management has not responded to the story.",
    "When it has, write it like this. Whoever took part is entitled to an answer, even if it is no.",
    __doc__,
    (Tag.TOLD_AS_MISSING,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each published or declined story without a response, where one is demanded."""
    for story in handbook.stories:
        answered = story.response or story.is_faulty("response")
        if story.state in (State.PUBLISHED, State.DECLINED) and handbook.requirements(story).response and not answered:
            yield RULE.at(story.at("state"), sample=response_lines(handbook, story, today))
