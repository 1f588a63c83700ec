"""What is missing, on the page for editors: words for how old, and never a number of stories."""

from markupsafe import Markup

from ...locale import Catalogue
from ...model.addresses import printed_address
from ...web.page import Page
from ..kit import Kit, Views, only
from .cells import Age
from .plan import CoverageView


def coverage(views: Views, page: Page, kit: Kit) -> Markup:
    """Return what is missing: by value and group of workplaces, by value and kind, and the invitations."""
    view = only(views, CoverageView)
    if view is None:
        return Markup()
    tell = kit.words.tell
    sheets = [
        (tell(one.title), page.relative(printed_address(one, one.variants[0], kit.settings)))
        for one in view.invitations
    ]
    groups = [", ".join(part.name for part in group.departments) for group in view.coverage.groups]
    return page.fragment("coverage/coverage.html", view=view, ages=ages(kit.words), sheets=sheets, groups=groups)


def ages(words: Catalogue) -> dict[Age, str]:
    """Return how old a story is, in words."""
    return {
        Age.NONE: words.say("none yet"),
        Age.UNDER_ONE_YEAR: words.say("under a year"),
        Age.FROM_ONE_YEAR: words.say("1-2 years"),
        Age.FROM_TWO_YEARS: words.say("older"),
    }
