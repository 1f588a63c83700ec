"""A story with too few or too many questions to talk about.

Three to five: fewer give no choice, more are never reached.

Good:

    questions:
      - What would you have done?
      - When were you last in a situation like this one?
      - Who could have helped?

Bad:

    questions:
      - What would you have done?
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "question-count",
    Level.ERROR,
    "Questions: {count}. There must be {fewest} to {most}.",
    "Write more, or keep the ones that open a talk.",
    __doc__,
    (Tag.DRAFT_MAY_LACK,),
)

FEWEST, MOST = 3, 5


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each story with another number of questions; none at all is `required-field`."""
    for story in handbook.stories:
        whole = not any(place[:1] == ("questions",) for place in story.faulty)
        if story.questions and whole and not FEWEST <= len(story.questions) <= MOST:
            yield RULE.at(story.at("questions"), count=len(story.questions), fewest=FEWEST, most=MOST)
