"""A theme of a story that values/handbook.yml does not know.

It is a theme all the same: it has a page, and can be chosen in the list of stories. But search knows no other words for
it, and the page has no sentence about it.

Good:

    themes: [keys]

Bad:

    themes: [kyes]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import suggestion
from ....model.themes import theme_key

RULE = Rule(
    "theme-unknown",
    Level.HINT,
    'Search has no other words for the theme "{given}".',
    "Write it under themes in {settings}, or use one that is there.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each theme of a story that handbook.yml lacks; none where it has no themes at all."""
    known = handbook.theme_by_key
    if not known:
        return
    names = [text for theme in handbook.settings.themes for text in (theme.name, *theme.words) if text]
    for story in handbook.stories:
        for at, text in enumerate(story.themes):
            if theme_key(text) not in known:
                yield RULE.at(
                    story.at("themes", at), given=text, settings=handbook.settings.written_in, **suggestion(text, names)
                )
