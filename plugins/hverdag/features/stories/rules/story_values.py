"""A story tied to a value that does not exist.

Good:

    values: [trust]

Bad:

    values: [turst]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.names import value_names
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion

RULE = Rule(
    "story-values",
    Level.ERROR,
    '"{given}" is not a value.',
    "Choose among {choices}.",
    __doc__,
    none="There is no value in values/ yet. Write its file first, or take it out.",
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown value under `values`; for one alone where there is no value yet."""
    known, names = handbook.value_by_id, value_names(handbook)
    for story in handbook.stories:
        for number, name in enumerate(story.values):
            if name not in known:
                near = handbook.new_id("value", name) or id_suggestion(name, names)
                yield RULE.at(story.at("values", number), given=name, choices=", ".join(known), **near)
                if not known:
                    return
