"""What value consultants offer to their page, the short links of its codes, and the day of training."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ...model.message import message
from ...model.shown import Shown
from ...model.texts.method import Method
from ...model.uptake.courses import PATH, CourseFile, Offer, courses_of, held
from ...model.uptake.workplaces import workplaces_of
from ...model.view import NO_STORIES, Coded, Lead, View
from ...paper.print_job import printed_code
from ..index import Index
from ..kit import Views
from .addresses import CONSULTANTS, anchor, has_page, page_address
from .calendar import CalendarEvent, events
from .coming import ComingCourse, coming_courses
from .model import ConsultantsSection
from .printed import day_printable
from .training_day import TrainingDay, training_day


@dataclass(frozen=True)
class ShownOffer:
    """What is offered, its id on the page, and the method that it follows, if it follows one."""

    offer: Offer
    anchor: str
    method: Method | None


@dataclass(frozen=True)
class HeldCourse:
    """That a course was held: the day and the offer, and never where."""

    date: date
    offer: Offer


@dataclass(frozen=True, kw_only=True)
class ConsultantsView(View):
    """The page. `consultants` are their roles and the names of their departments. `events` are those of the calendar,
    as it is on `today`."""

    offers: tuple[ShownOffer, ...]
    consultants: tuple[tuple[str, str], ...]
    coming: tuple[ComingCourse, ...]
    held: tuple[HeldCourse, ...]
    mail: str
    events: tuple[CalendarEvent, ...]
    today: date
    has_day: bool


@dataclass(frozen=True, kw_only=True)
class OfferView(View):
    """The short link of an offer's code."""


@dataclass(frozen=True, kw_only=True)
class DayView(View):
    """The day of training for value consultants, on paper."""

    day: TrainingDay
    fewest: int
    code: str


@dataclass(frozen=True, kw_only=True)
class HelpView(View):
    """What is offered that follows one method, for the method's page."""

    offers: tuple[ShownOffer, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield the views, if the publication has value consultants or offers."""
    if not has_page(shown.handbook):
        return
    file, settings = courses_of(shown.handbook), shown.settings
    day = _day_view(shown, file)
    offers = tuple(_offers(shown, file))
    held_courses = held(shown.handbook, shown.today)
    yield ConsultantsView(
        story_codes=NO_STORIES,
        subject=PATH,
        places=((CONSULTANTS, page_address(settings)),),
        offers=offers,
        consultants=tuple(_consultants(shown, file)),
        coming=tuple(coming_courses(shown.handbook, shown.today)),
        held=tuple(HeldCourse(one.date, file.offer_by_id[one.offer]) for one in held_courses if one.date),
        mail=settings.of(ConsultantsSection).consultants.mail or settings.contact.mail,
        events=tuple(events(shown.handbook, shown.today)),
        today=shown.today,
        has_day=day is not None,
    )
    yield from (_short_link(offer, shown) for offer in file.offer_by_id.values() if offer.code)
    if day:
        yield day


def method_help(_: Shown, views: Views) -> Mapping[str, View]:
    """Return what is offered for each method, by the path of the method."""
    found: dict[str, tuple[ShownOffer, ...]] = {}
    for one in (one for view in views if isinstance(view, ConsultantsView) for one in view.offers):
        if one.method:
            found[one.method.path] = (*found.get(one.method.path, ()), one)
    return {path: HelpView(story_codes=NO_STORIES, subject=path, offers=offers) for path, offers in found.items()}


def _offers(shown: Shown, file: CourseFile) -> Iterator[ShownOffer]:
    methods = {method.id: method for method in shown.handbook.methods}
    for offer in file.offer_by_id.values():
        if offer.is_open(shown.today):
            yield ShownOffer(offer, anchor(offer), methods.get(offer.method))


def _consultants(shown: Shown, file: CourseFile) -> Iterator[tuple[str, str]]:
    """Yield roles and departments, in the order of the departments."""
    listed = workplaces_of(shown.handbook)
    departments = listed.department_by_id
    place = {department.id: number for number, department in enumerate(listed.departments)}
    for one in sorted(file.consultants, key=lambda one: (place.get(one.department, len(place)), one.role.casefold())):
        department = departments.get(one.department)
        if one.role:
            yield one.role, department.name if department else ""


def _short_link(offer: Offer, shown: Shown) -> OfferView:
    target = f"{CONSULTANTS}#{anchor(offer)}" if offer.is_open(shown.today) else CONSULTANTS
    leads = (Lead(message("See what value consultants offer"), target),)
    return OfferView(story_codes=NO_STORIES, coded=Coded(offer.code, message("Course"), offer.name, leads, NO_STORIES))


def _day_view(shown: Shown, file: CourseFile) -> DayView | None:
    """Return the day of training, unless nothing is offered or the settings leave it out."""
    settings = shown.settings
    offers = [offer for offer in file.offer_by_id.values() if offer.is_open(shown.today)]
    printable = day_printable(settings)
    if not offers or printable is None:
        return None
    return DayView(
        story_codes=NO_STORIES,
        coded=printed_code(printable.name, printable, settings),
        printable=printable,
        day=training_day(offers, shown.handbook.methods),
        fewest=settings.floor,
        code=printable.name,
    )
