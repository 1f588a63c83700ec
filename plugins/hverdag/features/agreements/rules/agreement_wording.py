"""The wording of an agreement of a workplace that has not said yes to publish it.

An agreement may be about how people speak to each other, and everyone with access to the repository can read what is in
values/agreements/. The wording, and the sentence on what happened, belong there only when the workplace has said yes,
with the day under `yes`. Until then they stay in private/wordings/, in a file of the same form, which git never sees.

Good:

    agreements:
      - date: 2026-09-03
        workplace: larkfield
        agreement: We ask before we help.
        yes: 2026-09-10

Bad:

    agreements:
      - date: 2026-09-03
        workplace: larkfield
        agreement: We ask before we help.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import placed_agreements

RULE = Rule(
    "agreement-wording",
    Level.ERROR,
    "The workplace has not said yes to publish this wording.",
    "Ask it, and write the day it said yes, as yes: 2026-09-10. Until then, move the wording to private/wordings/.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each wording without a yes. A yes that is no date has its problem already."""
    for one in placed_agreements(handbook):
        is_asked = one.agreement.yes or one.file.is_faulty("agreements", one.number, "yes")
        for field in ("agreement", "happened"):
            if getattr(one.agreement, field) and not is_asked:
                yield RULE.at(one.at(field))
