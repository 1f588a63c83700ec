"""The page of the value consultants, their calendar, and what other pages say of them."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.addresses import printed_address
from ...model.artifact import Artifact, Output, WebPage
from ...model.minutes import minute_of_day
from ...model.search import PAGE, SearchEntry
from ...model.uptake.courses import Offer
from ...model.view import View
from ...web.assets import COPY
from ...web.page import Page
from ..kit import Kit, Views, only
from .addresses import ANCHORS, CONSULTANTS, calendar_address
from .calendar import CalendarWords, calendar
from .coming import ComingCourse
from .group_size import group_size
from .paper import day_papers
from .plan import ConsultantsView, DayView, HelpView
from .printed import day_printable
from .request import ask_for_one, ask_for_seats


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render the page and the calendar, or the day of training."""
    if isinstance(view, ConsultantsView):
        yield from _page(view, kit)
    elif isinstance(view, DayView):
        yield from day_papers(view, kit)


def _page(view: ConsultantsView, kit: Kit) -> Iterator[Output]:
    words, page = kit.words, kit.page(view)
    title = words.say("Value consultants")
    lead = words.say("They come to your workplace and lead a talk about the values, so that all of you can take part.")
    file = calendar(view.events, _calendar_words(view, kit), view.today)
    content = page.fragment(
        "consultants/page.html",
        view=view,
        title=title,
        lead=lead,
        offers=[(one, words.duration(one.offer.minutes), _size(one.offer, kit)) for one in view.offers],
        request=ask_for_one(view.mail, words),
        coming=[(one, _when(one, kit), ask_for_seats(one, view.mail, words)) for one in view.coming],
        calendar=page.relative(calendar_address(kit.settings)) if file else "",
        day_paper=_day(page, kit) if view.has_day else "",
        style=page.asset("consultants.css"),
        script=page.asset(COPY),
    )
    offered = tuple(one.offer for one in view.offers)
    text = "\n".join(" ".join((offer.name, offer.about, offer.leads_to)) for offer in offered)
    roles = tuple(f"{role} {department}" for role, department in view.consultants)
    more = (*(offer.code for offer in offered), *roles)
    entry = SearchEntry(PAGE, title, lead, text, about=tuple(offer.name for offer in offered), more=more)
    anchors = frozenset((*ANCHORS, *(one.anchor for one in view.offers)))
    yield WebPage(page.origin, title, content, lead, view.subject, anchors, entry)
    if file:
        yield Artifact(calendar_address(kit.settings), file, view.story_codes)


def _size(offer: Offer, kit: Kit) -> str:
    return group_size(offer.fewest, offer.most, kit.words)


def _when(course: ComingCourse, kit: Kit) -> str:
    """Return the day of a course, and when it begins and ends where that is known."""
    start, words = minute_of_day(course.start), kit.words
    if start is None:
        return words.day(course.date)
    ends = words.clock(start + max(0, course.offer.minutes))
    return words.say("{day} at {start} to {end}", day=words.day(course.date), start=words.clock(start), end=ends)


def _day(page: Page, kit: Kit) -> str:
    """Return the link to the day of training on paper; an empty string if it is not printed."""
    printable = day_printable(kit.settings)
    return page.relative(printed_address(printable, printable.variants[0], kit.settings)) if printable else ""


def _calendar_words(view: ConsultantsView, kit: Kit) -> CalendarWords:
    say, settings = kit.words.say, kit.settings
    return CalendarWords(
        language=settings.language.value,
        name=say("Courses with value consultants"),
        organisation=settings.organisation,
        join=say("Ask for places: {mail}", mail=view.mail) if view.mail else "",
        page=kit.paper.link(CONSULTANTS),
    )


def help_section(view: HelpView, page: Page, _: Kit) -> Markup:
    """Return the section that says that a value consultant can help, for the page of a method."""
    return page.fragment("consultants/help.html", offers=view.offers, target=CONSULTANTS)


def value_consultants(views: Views, page: Page, _: Kit) -> Markup:
    """Return a line that leads to the value consultants; nothing if there are none."""
    view = only(views, ConsultantsView)
    return page.fragment("consultants/line.html", target=CONSULTANTS) if view else Markup()
