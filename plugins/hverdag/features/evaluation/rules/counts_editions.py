"""Two files about the same year that reveal a few people when one is subtracted from the other.

If 2026.yml says that 41 took part, and 2026-2.yml says 43, two people came in between: whoever knows who they are knows
what they answered. `hverdag counts` counts each answer in one file only, and leaves out what could be taken for such a
difference.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.counts import frozen_counts
from ....model.uptake.isolating import revealing_editions

RULE = Rule(
    "counts-editions",
    Level.ERROR,
    "The difference between this row and {other} is fewer than {fewest} people, or people who all answered alike.",
    "Delete the row here; the older file stays as it is.",
    __doc__,
    tags=(Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each row that an earlier file of the same year makes telling, one for each row."""
    fewest, files = handbook.settings.floor, frozen_counts(handbook)
    for at, file in enumerate(files):
        seen: set[int] = set()
        for earlier in (one for one in files[:at] if one.period == file.period):
            for found in revealing_editions(file, earlier, fewest):
                if found.number not in seen:
                    seen.add(found.number)
                    yield RULE.at(file.at("rows", found.number), other=earlier.path, fewest=fewest)
