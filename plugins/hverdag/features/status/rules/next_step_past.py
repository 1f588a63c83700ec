"""A next step whose day is past, and nobody has written what came of it.

Good:

    next_steps:
      - what: We collect stories from the nurseries.
        who: The value consultants
        when: 2026-10-01
        status: Four stories came in.

Bad:

    next_steps:
      - what: We collect stories from the nurseries.
        who: The value consultants
        when: 2026-10-01
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..model import StatusSection

RULE = Rule(
    "next-step-past",
    Level.WARNING,
    "The step was to be done by {day}, and nobody has written what came of it.",
    "Write status: and a sentence, or a new day under when:.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each step that is past without a word."""
    settings = handbook.settings
    for number, step in enumerate(settings.of(StatusSection).next_steps):
        if step.when and step.when < today and not step.status:
            yield RULE.at(settings.at("next_steps", number, "when"), day=step.when)
