"""An accessibility statement that is not there.

Public bodies must have one. It is a page under docs/, or a web address.

Good:

    accessibility: tilgaengelighed.md

Bad:

    accessibility: tilgængelighed
"""

from collections.abc import Iterator
from datetime import date

from ...model.addresses import is_web
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule

RULE = Rule(
    "accessibility-page",
    Level.ERROR,
    'The page "{given}" with the accessibility statement does not exist.',
    "Write the name of a page under docs/, or a web address that begins with https://.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem where the statement leads nowhere."""
    given = handbook.settings.accessibility
    if given and not is_web(given) and f"docs/{given}" not in handbook.files:
        yield RULE.at(handbook.settings.at("accessibility"), given=given)
