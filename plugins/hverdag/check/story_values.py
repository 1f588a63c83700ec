"""A story tied to a value that does not exist.

Good:

    values: [tillid]

Bad:

    values: [tilid]
"""

from collections.abc import Iterator
from datetime import date

from ..model.handbook import Handbook
from ..model.problem import Level, Problem, Rule
from ..model.suggest import suggestion

RULE = Rule("story-values", Level.ERROR, '"{given}" is not a value.', "Choose among {choices}.", __doc__)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown value under `values`."""
    known = handbook.value_by_id
    for story in handbook.stories:
        for number, given in enumerate(story.values):
            if given not in known:
                yield RULE.at(
                    story.at("values", number), given=given, choices=", ".join(known), **suggestion(given, known)
                )
