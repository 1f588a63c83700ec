"""A page for telling a story that does not exist.

Pages without a story, the foot of every page and the list of stories link to it.

Good:

    telling:
      page: help.md

Bad:

    telling:
      page: tell
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion
from ....model.telling import TellingSection

RULE = Rule(
    "telling-page",
    Level.ERROR,
    'The page "{given}" for telling a story does not exist.',
    "Write the name of a page under docs/, such as {example}, or delete the line.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem if the page does not exist, with the one that was probably meant."""
    settings = handbook.settings
    given = settings.of(TellingSection).telling.page
    pages = sorted(path.removeprefix("docs/") for path in handbook.page_paths)
    if given and given not in pages:
        near = id_suggestion(given, {page: (page.removesuffix(".md"),) for page in pages})
        yield RULE.at(settings.at("telling", "page"), given=given, example="fortael.md", **near)
