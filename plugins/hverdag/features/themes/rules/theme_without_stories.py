"""A theme that no published story is about.

Readers never see it: there is no page without a story. Search can still lead those who look for it to themes near it,
if their ids are under `near`. Where many themes have none, one hint names them all. It is reported once there are as
many published stories as themes: a handbook with few stories is still growing.

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
from ....model.message import message
from ....model.problem import Level, Problem, Rule
from ....model.suggest import choices

RULE = Rule(
    "theme-without-stories",
    Level.HINT,
    "{told}",
    "Write under near the ids of the themes that search should lead to, or write the theme in a story.",
    __doc__,
)

MOST_APART = 2
"""Themes that are told one by one: more of them are one matter."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each theme that leads nowhere, once there are as many stories as themes, or one for many of
    them. A withdrawal or a date makes none."""
    settings, published = handbook.settings, [story for story in handbook.stories if story.is_published]
    told = {theme.id for story in published for theme in handbook.themes_of(story)}
    themes = enumerate(settings.themes if len(published) >= len(settings.themes) else ())
    lonely = {number: one.name for number, one in themes if one.name and one.id not in told and not one.near}
    if len(lonely) > MOST_APART:
        names = choices(list(lonely.values()), len(lonely))
        several = message("{count} themes have no published story yet: {names}.", count=len(lonely), names=names)
        yield RULE.at(settings.at("themes"), told=several)
        return
    for number, name in lonely.items():
        yield RULE.at(settings.at("themes", number), told=message('No published story is about "{given}".', given=name))
