"""An accessibility statement that is not there.

Public bodies must have one. It is a page under docs/, or a web address.

Good:

    accessibility: accessibility.md

Bad:

    accessibility: accessible
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.suggest import id_suggestion
from ...model.web_address import is_web, mended_base

RULE = Rule(
    "accessibility-page",
    Level.ERROR,
    'The page "{given}" with the accessibility statement does not exist.',
    "Write the name of a page under docs/, or a web address that begins with https://.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem where the statement leads nowhere, with the page or the address that was probably meant."""
    given = handbook.settings.accessibility
    if given and not is_web(given) and f"docs/{given}" not in handbook.files:
        pages = [
            path.removeprefix("docs/") for path in handbook.files if path.startswith("docs/") and path.endswith(".md")
        ]
        near = id_suggestion(given, {page: (page.removesuffix(".md"),) for page in sorted(pages)})
        address = mended_base(given) if "www." in given or "://" in given else ""
        yield RULE.at(
            handbook.settings.at("accessibility"), given=given, **({"suggestion": address} if address else near)
        )
