"""A selection for an edition that the handbook is not.

A selection counts for the edition that it names. If the two are written in different ways, nobody has said yes to the
stories in this one. Selections for earlier editions stay where they are.

Good:

    edition: 1st edition
    selections:
      - edition: 1st edition
        date: 2026-10-28
        group: The values group
        nodded: 14
        of: 14
        stories: [the-window]

Bad:

    edition: 1st edition
    selections:
      - edition: First edition
        date: 2026-10-28
        group: The values group
        nodded: 14
        of: 14
        stories: [the-window]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "selection-edition",
    Level.WARNING,
    'The newest selection is for "{given}", and the handbook is "{edition}".',
    "If that is the same edition, write edition: {edition} here. If not, ask the group about this edition, and write a "
    "selection for it.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning at the newest selection if none is for the handbook's edition."""
    settings = handbook.settings
    if settings.is_faulty() or settings.is_faulty("edition") or not settings.edition or settings.selection:
        return
    named = [(one.date or date.min, number) for number, one in enumerate(settings.selections) if one.edition]
    if named:
        _, number = max(named)
        given = settings.selections[number].edition
        yield RULE.at(settings.at("selections", number, "edition"), given=given, edition=settings.edition)
