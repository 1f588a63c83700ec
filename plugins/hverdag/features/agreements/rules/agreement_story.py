"""An agreement from a story that the handbook does not have.

An agreement names the story, or the value, by its code. A code that has been taken out of the handbook is right for
ever.

Good:

    agreements:
      - {date: 2026-09-03, workplace: rylen, story: F01, method: M01, review: 2026-10-01}

Bad:

    agreements:
      - {date: 2026-09-03, workplace: rylen, story: F001, method: M01, review: 2026-10-01}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import suggestion
from ..known import SUBJECTS, codes_of, placed_agreements

RULE = Rule(
    "agreement-story",
    Level.ERROR,
    'There is no story or value with the code "{given}".',
    "Write the code that is printed on the guide, or delete the field.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown code, once in a file."""
    held = [one for one in placed_agreements(handbook) if one.agreement.story]
    if not held:
        return  # to know every tool takes a while
    known, told = codes_of(handbook, SUBJECTS), set[tuple[str, str]]()
    for one in held:
        code = one.agreement.story
        if code.casefold() not in known and (one.file.path, code) not in told:
            told.add((one.file.path, code))
            yield RULE.at(one.at("story"), given=code, **suggestion(code, known.values()))
