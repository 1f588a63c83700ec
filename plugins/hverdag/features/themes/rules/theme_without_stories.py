"""A theme that no published story is about.

Readers never see it: there is no page without a story. Search can still lead those who look for it to themes near it,
if their ids are under `near`.

Good:

    themes:
      - id: keys
        name: Keys
        about: Those we are given, and those we pass on.
      - id: sick-leave
        name: Sick leave
        about: When a colleague is ill for a long time.
        near: [keys]

Bad:

    themes:
      - id: sick-leave
        name: Sick leave
        about: When a colleague is ill for a long time.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "theme-without-stories",
    Level.HINT,
    'No published story is about "{given}".',
    "Write under near the ids of the themes that search should lead to, or write the theme in a story.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each theme that leads nowhere, once there are stories. A withdrawal or a date makes none."""
    if not any(story.is_published for story in handbook.stories):
        return
    told = {theme.id for story in handbook.stories if story.is_published for theme in handbook.themes_of(story)}
    for number, theme in enumerate(handbook.settings.themes):
        if theme.name and theme.id not in told and not theme.near:
            yield RULE.at(handbook.settings.at("themes", number), given=theme.name)
