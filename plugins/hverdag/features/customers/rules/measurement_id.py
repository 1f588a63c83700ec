"""A measurement whose id is taken, or that cannot be the name of a file.

The counts of a measurement are in `values/counts/` under its id. A year is no id: the counts of the year are there too.

Good:

    measurements:
      - id: trust-spring
        value: trust

Bad:

    measurements:
      - id: "2026"
        value: trust
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule
from ....model.slug import is_file_name, slug
from ....model.uptake.counts import period_of
from ....model.uptake.customers import customers_of

RULE = Rule(
    "measurement-id",
    Level.ERROR,
    'The measurement cannot be called "{given}": {why}.',
    "Write another id, such as {better}.",
    __doc__,
)
_TAKEN = message("another one is called so")
_FORM = message("only a to z, figures and hyphens can be in it, and it is no year")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each id that is taken or is no such name."""
    file, seen = customers_of(handbook), set[str]()
    for number, one in enumerate(file.measurements):
        if not one.id:
            continue
        is_named = one.id == slug(one.id) and is_file_name(one.id) and not period_of(one.id)
        better = slug(f"{one.value or 'maaling'}-{number + 1}")
        if not is_named:
            yield RULE.at(file.at("measurements", number, "id"), given=one.id, why=_FORM, better=better)
        elif one.id in seen:
            yield RULE.at(file.at("measurements", number, "id"), given=one.id, why=_TAKEN, better=better)
        seen.add(one.id)
