"""Counts of a measurement that are not as `hverdag counts` writes them.

A measurement is counted by itself, in a file that is called after it. Where words take the place of numbers, the
numbers of everybody may not be beside them, or the words would reveal a few people.


Good:

    frozen: 2026-11-20
    rows:
      - {count: participants, cells: [41]}

Bad:

    frozen: 2026-11-20
    rows:
      - {count: served, cells: [41]}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.counts import CountFile, CountKind
from ....model.uptake.customers import customers_of
from ....model.uptake.isolating import revealing_silence, words_beside_whole

RULE = Rule(
    "counts-served",
    Level.ERROR,
    "{what}",
    "Restore the file as `hverdag counts` wrote it, or delete the row.",
    __doc__,
    tags=(Tag.ABOUT_PEOPLE,),
)
_PLACE = message("Counts of a measurement and other counts are not in one file.")
_WORDS = message("Words about one workplace are beside the numbers of all of them.")
_SILENT = message("Without the workplaces, too few are left who were asked and did not answer.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each row that is in the wrong file, or that tells of few."""
    measurements, fewest = customers_of(handbook).by_id, handbook.settings.floor
    for file in handbook.data_of(CountFile):
        for number, row in enumerate(file.rows):
            if (row.count == CountKind.SERVED) != (file.name in measurements):
                yield RULE.at(file.at("rows", number), what=_PLACE)
        for what, found in ((_WORDS, words_beside_whole(file)), (_SILENT, revealing_silence(file, fewest))):
            for one in found:
                yield RULE.at(file.at("rows", one.number), what=what)
