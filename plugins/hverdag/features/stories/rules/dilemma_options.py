"""A dilemma with too few or too many answers to choose between.

Good:

    dilemma:
      question: Do you stay, or do you drive on?
      options:
        - I stay until he has fallen asleep.
        - I drive on, for the next one is waiting too.

Bad:

    dilemma:
      question: Do you stay, or do you drive on?
      options:
        - I stay.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "dilemma-options",
    Level.ERROR,
    "Options in the dilemma: {count}. There must be {fewest} to {most}.",
    "Write the answers that good colleagues would give.",
    __doc__,
    (Tag.DRAFT_MAY_LACK,),
)

FEWEST, MOST = 2, 4


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each dilemma with another number of options."""
    for story in handbook.stories:
        options = story.dilemma.options if story.dilemma else ()
        if options and not FEWEST <= len(options) <= MOST:
            yield RULE.at(story.at("dilemma", "options"), count=len(options), fewest=FEWEST, most=MOST)
