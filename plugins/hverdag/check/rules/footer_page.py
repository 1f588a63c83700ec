"""A page at the foot of the pages that is not there.

Good:

    footer: [about.md, editors.md]

Bad:

    footer: [about, editors.md]
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.suggest import id_suggestion

RULE = Rule(
    "footer-page",
    Level.ERROR,
    'The page "{given}", which was to be linked to at the foot of every page, does not exist.',
    "Write the name of a page under docs/.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each page that does not exist, with the page that was probably meant."""
    files = sorted(path.removeprefix("docs/") for path in handbook.files if path.startswith("docs/"))
    pages = {path: (path.removesuffix(".md"),) for path in files if path.endswith(".md")}
    settings = handbook.settings
    for number, given in enumerate(settings.footer):
        if given and given not in pages:
            yield RULE.at(settings.at("footer", number), given=given, **id_suggestion(given, pages))
