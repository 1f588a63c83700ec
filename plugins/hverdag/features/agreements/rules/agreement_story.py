"""An agreement from a story that the handbook does not have.

An agreement names the story, or the value, by its code. A code that has been taken out of the handbook stays right
for ever.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}

Bad:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F001, method: M01, review: 2026-10-01}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import SUBJECTS, unknown_codes

RULE = Rule(
    "agreement-story",
    Level.ERROR,
    'There is no story or value with the code "{given}".',
    "Write the code that is printed on the guide, or delete the field.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown code, once in a file."""
    yield from unknown_codes(handbook, "story", SUBJECTS, RULE)
