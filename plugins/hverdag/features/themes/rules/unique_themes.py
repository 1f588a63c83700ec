"""Two themes with the same id or the same name.

Stories name a theme by its name, and the address of its page is made of its id. Capital letters and signs make no
difference: `Across Teams` and `across-teams` are one.

Good:

    themes:
      - id: mistakes
        name: When things go wrong
        about: Mistakes, and how we own up to them.
      - id: new
        name: New to the job
        about: Being the new one.

Bad:

    themes:
      - id: mistakes
        name: When things go wrong
        about: Mistakes, and how we own up to them.
      - id: Mistakes
        name: New to the job
        about: Being the new one.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.themes import theme_key

RULE = Rule(
    "unique-themes",
    Level.ERROR,
    'The theme "{given}" cannot be told from the theme "{other}".',
    "Give one of the two another id and another name.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for the id and the name of each theme that another theme has already."""
    seen: dict[str, tuple[int, str]] = {}
    for number, theme in enumerate(handbook.settings.themes):
        for field, text in (("id", theme.id), ("name", theme.name)):
            first, other = seen.setdefault(theme_key(text), (number, text)) if text else (number, text)
            if first != number:
                yield RULE.at(handbook.settings.at("themes", number, field), given=text, other=other)
