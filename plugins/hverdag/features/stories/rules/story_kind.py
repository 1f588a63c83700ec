"""A story of a kind that handbook.yml does not list.

Good:

    kind: task

Bad:

    kind: tasks
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.names import kind_names
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion

RULE = Rule("story-kind", Level.ERROR, '"{given}" is not a kind.', "Choose among {choices}.", __doc__)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown kind. Where there are none at all, that is the problem."""
    known = kind_names(handbook)
    for story in handbook.stories if known else ():
        if story.kind and story.kind not in known:
            near = id_suggestion(story.kind, known)
            yield RULE.at(story.at("kind"), given=story.kind, choices=", ".join(known), **near)
