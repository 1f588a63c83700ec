"""More nods to a selection than there were people to ask.

Good:

    selections:
      - edition: 1st edition
        date: 2026-10-28
        group: The values group
        nodded: 13
        of: 14
        stories: [the-window]

Bad:

    selections:
      - edition: 1st edition
        date: 2026-10-28
        group: The values group
        nodded: 15
        of: 14
        stories: [the-window]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "selection-count",
    Level.ERROR,
    "{nodded} of {of} is not possible.",
    "Write how many nodded yes under nodded:, and how many were asked under of:.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each selection whose numbers cannot be right."""
    for number, selection in enumerate(handbook.settings.selections):
        if not 0 <= selection.nodded <= selection.of or selection.of < 1:
            yield RULE.at(
                handbook.settings.at("selections", number, "nodded"), nodded=selection.nodded, of=selection.of
            )
