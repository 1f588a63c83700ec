"""A theme that is near another, and does not exist.

As long as no story is about a theme, search leads to the themes that are near it. Their ids are under `near`.

Good:

    themes:
      - id: sick-leave
        name: Sick leave
        about: When a colleague is ill for a long time.
        near: [pressure]
      - id: pressure
        name: Pressure and stress
        about: Days when there is too much to do.

Bad:

    themes:
      - id: sick-leave
        name: Sick leave
        about: When a colleague is ill for a long time.
        near: [presure]
      - id: pressure
        name: Pressure and stress
        about: Days when there is too much to do.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion

RULE = Rule(
    "theme-near",
    Level.ERROR,
    'There is no theme with the id "{given}".',
    "Write the id of another theme in {settings}, or take it out.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each near theme that is none, or is the theme itself."""
    names = {theme.id: (theme.name,) for theme in handbook.settings.themes if theme.id}
    for number, theme in enumerate(handbook.settings.themes):
        others = {id: known for id, known in names.items() if id != theme.id}
        for at, id in enumerate(theme.near):
            if id not in others:
                source = handbook.settings.at("themes", number, "near", at)
                yield RULE.at(source, given=id, settings=handbook.settings.written_in, **id_suggestion(id, others))
