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
        for number, name in enumerate(story.values):
            if name not in known:
                near = handbook.new_id("value", name) or _meant(name, by_name, known)
                yield RULE.at(story.at("values", number), given=name, choices=", ".join(known), **near)


def _meant(name: str, by_name: Mapping[str, str], known: Iterable[str]) -> dict[str, Parameter]:
    """Return the suggested value: the one with this name, since people know values by name, or else the most similar
    id."""
    id = by_name.get(name.casefold())
    return {"suggestion": id} if id else suggestion(name, known)
