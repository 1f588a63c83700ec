"""A file of counts on a day that has not come, with a name that is no year, or twice about the same.

A file is called after the year that it is about, such as `2026.yml`, and what came in later has a number, such as
`2026-2.yml`. A measurement in `values/customers.yml` has a file of its own, called by its id.

Good:

    frozen: 2026-11-20
    rows:
      - {count: participants, cells: [41]}

Bad:

    frozen: 2062-11-20
    rows:
      - {count: participants, cells: [41]}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.counts import CountFile
from ....model.uptake.customers import customers_of

RULE = Rule(
    "counts-file",
    Level.ERROR,
    "{what}",
    "Restore the file as `hverdag counts` wrote it, or delete what is wrong.",
    __doc__,
    tags=(Tag.ABOUT_PEOPLE,),
)
_FUTURE = message("The counts are from a day that has not come yet.")
_NAME = message("The file is called neither after a year, such as 2026.yml or 2026-2.yml, nor after a measurement.")
_TWICE = message("The same is counted twice in this file.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such file, and for each row that stands twice."""
    measurements = customers_of(handbook).by_id
    for file in handbook.data_of(CountFile):
        if file.frozen and file.frozen > today:
            yield RULE.at(file.at("frozen"), what=_FUTURE)
        if not file.period and file.name not in measurements:
            yield RULE.at(file.at(), what=_NAME)
        seen: set[tuple[str, str, str]] = set()
        for number, row in enumerate(file.rows):
            name = (row.count, row.question, row.part)
            if name in seen:
                yield RULE.at(file.at("rows", number), what=_TWICE)
            seen.add(name)
