"""A response that says one thing, and a state that says another.

Good:

    state: in-review
    response:
      answer: chosen
      reason: We know that night from all our houses.
      date: 2026-05-04
      role: The directors

Bad:

    state: published
    response:
      answer: declined
      reason: We want to wait.
      date: 2026-05-04
      role: The directors
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.answers import Answer
from ....model.texts.story import State

RULE = Rule(
    "response-state",
    Level.ERROR,
    'Management has answered "{answer}", but the state is "{state}".',
    "Write state: declined where it was declined, and state: published where it was chosen; or correct the answer.",
    __doc__,
)

CONTRADICTIONS = ((State.PUBLISHED, Answer.DECLINED), (State.DECLINED, Answer.CHOSEN))


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each published story that was declined, and each declined one that was chosen."""
    for story in handbook.stories:
        answer = story.response.answer if story.response else None
        if (story.state, answer) in CONTRADICTIONS and not story.is_faulty("response", "answer"):
            yield RULE.at(story.at("response", "answer"), answer=str(answer), state=str(story.state))
