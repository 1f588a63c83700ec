"""The page on what those we serve say, and the line about it on a value's page."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.addresses import printed_address
from ...model.artifact import Output, WebPage
from ...model.message import Month, message
from ...model.printable import Printable
from ...model.search import PAGE, SearchEntry
from ...model.uptake.counts import FEWEST_IN_PER_CENT
from ...web.page import Page
from ..kit import Kit
from .addresses import ANCHORS, TARGET
from .plan import AskedView, CustomersView, MeasurementShown, Stage


def page(view: CustomersView, kit: Kit) -> Iterator[Output]:
    """Render the page."""
    words, toolkit = kit.words, kit.page(view)
    served = kit.settings.those_served
    title = words.say("What {the_many} say", the_many=served.the_many)
    lead = words.say(
        "A value is worth something when it can be noticed. So we ask now and then, and we say what we do about it."
    )

    def printed(printable: Printable) -> list[tuple[str, str]]:
        return [
            (variant.size.value, toolkit.relative(printed_address(printable, variant, kit.settings)))
            for variant in printable.variants
        ]

    content = toolkit.fragment(
        "customers/page.html",
        view=view,
        title=title,
        lead=lead,
        served=served,
        heading=lambda one: _heading(one, kit),
        stages=Stage,
        tell=words.tell,
        printed=printed,
        percent_from=FEWEST_IN_PER_CENT,
        style=toolkit.asset("customers.css"),
    )
    about = (words.say("Satisfaction, survey, feedback, measurement"),)
    entry = SearchEntry(
        PAGE, title, lead, about=about, more=tuple(dict.fromkeys(one.value for one in view.measurements))
    )
    yield WebPage(toolkit.origin, title, content, lead, view.subject, frozenset(ANCHORS), entry)


def asked(_: AskedView, page: Page, kit: Kit) -> Markup:
    """Return the line on a value's page."""
    return page.fragment("customers/asked.html", target=TARGET, served=kit.settings.those_served)


def _heading(one: MeasurementShown, kit: Kit) -> str:
    if one.begins is None:
        return one.value
    return kit.words.tell(message("{value}, {month}", value=one.value, month=Month(one.begins)))
