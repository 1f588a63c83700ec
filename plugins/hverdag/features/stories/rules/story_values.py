"""A story tied to a value that does not exist.

Good:

    values: [tillid]

Bad:

    values: [tilid]
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Parameter, Problem, Rule
from ....model.suggest import suggestion

RULE = Rule("story-values", Level.ERROR, '"{given}" is not a value.', "Choose among {choices}.", __doc__)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown value under `values`."""
    known = handbook.value_by_id
    by_name = {value.name.casefold(): id for id, value in known.items()}
    for story in handbook.stories:
        for number, given in enumerate(story.values):
            if given not in known:
                yield RULE.at(
                    story.at("values", number), given=given, choices=", ".join(known), **_meant(given, by_name, known)
                )


def _meant(given: str, by_name: Mapping[str, str], known: Iterable[str]) -> dict[str, Parameter]:
    """Stories name values by file, but people know them by name."""
    id = by_name.get(given.casefold())
    return {"suggestion": id} if id else suggestion(given, known)
