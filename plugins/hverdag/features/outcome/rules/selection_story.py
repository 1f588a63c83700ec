"""A selection with a story that does not exist.

Where none of its stories do, nobody has said yes to anything in the handbook, and the whole selection must go.

Good:

    selections:
      - edition: 1st edition
        date: 2026-10-28
        group: The values group
        nodded: 14
        of: 14
        stories: [the-window]

Bad:

    selections:
      - edition: 1st edition
        date: 2026-10-28
        group: The values group
        nodded: 14
        of: 14
        stories: [the-windw]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.names import story_names
from ....model.problem import Level, Parameter, Problem, Rule
from ....model.suggest import id_suggestion

RULE = Rule(
    "selection-story",
    Level.ERROR,
    'There is no story called "{given}".',
    "{advice}",
    __doc__,
)


_TAKE_OUT = message("Take it out, or write a file name in stories/ without the ending.")
_DELETE = message("Delete the selection from handbook.yml: it is a yes to stories other than those that are here.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown story in a selection; one where all of its stories are gone."""
    for number, selection in enumerate(handbook.settings.selections):
        unknown = {place: id for place, id in enumerate(selection.stories) if id not in handbook.story_by_id}
        near = {place: _near(handbook, id) for place, id in unknown.items()}
        meant = {str(one.get("suggestion")) for one in near.values() if one}
        if len(unknown) == len(selection.stories) > len(meant):
            at = handbook.settings.at("selections", number)
            given = ", ".join(selection.stories)
            yield RULE.at(at, given=given, advice=_DELETE)
            continue
        for place, id in unknown.items():
            at = handbook.settings.at("selections", number, "stories", place)
            yield RULE.at(at, given=id, advice=_TAKE_OUT, **near[place])


def _near(handbook: Handbook, id: str) -> dict[str, Parameter]:
    return handbook.new_id("story", id) or id_suggestion(id, story_names(handbook))
