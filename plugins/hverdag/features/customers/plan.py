"""Handbook to the page on what those we serve say, the file of each workplace, and what is printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ...model.shown import Shown
from ...model.uptake.customers import PATH, Measurement, Said, counts_of, customers_of
from ...model.uptake.workplaces import workplaces_of
from ...model.view import NO_STORIES, View
from ..index import Index
from ..kit import Views
from .addresses import METHOD, TARGET, is_used, page_address
from .questions import asked_in
from .results import Result, public_results, unit_result
from .sheets import SlipView, TallyView, YouSaidView, form_of, printed_views, unit_code, value_name


class Stage(Enum):
    """How far a measurement is."""

    COMING = "coming"
    ASKING = "asking"
    COUNTING = "counting"
    COUNTED = "counted"


@dataclass(frozen=True)
class MeasurementShown:
    """A measurement as readers see it: its value, its questions, its days, how far it is, how many workplaces ask, what
    may be told, and the sheets to print."""

    id: str
    value: str
    questions: tuple[str, ...]
    begins: date | None
    ends: date | None
    stage: Stage
    units: int
    results: tuple[Result, ...]
    sheets: tuple[SlipView | TallyView, ...]


@dataclass(frozen=True, kw_only=True)
class CustomersView(View):
    """The page: the measurements, the newest first, what was said and done, the posters, the least number of answers
    that is told of, and the method for talking about them, if there is one."""

    measurements: tuple[MeasurementShown, ...]
    said: tuple[Said, ...]
    posters: tuple[YouSaidView, ...]
    fewest: int
    method: str


@dataclass(frozen=True, kw_only=True)
class UnitView(View):
    """The private file of one workplace: its slip, and what those it serves have answered."""

    measurement: Measurement
    workplace: str
    name: str
    value: str
    questions: tuple[str, ...]
    form: str
    results: tuple[Result, ...]
    is_counted: bool
    fewest: int


@dataclass(frozen=True, kw_only=True)
class AskedView(View):
    """That those we serve have been asked about a value."""


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield the views, if the publication asks those it serves."""
    if not is_used(shown.handbook):
        return
    printed = tuple(printed_views(shown))
    yield page_view(shown, printed)
    yield from _units(shown)
    yield from printed


def page_view(shown: Shown, printed: Views = ()) -> CustomersView:
    """Return the view of the page."""
    file, settings = customers_of(shown.handbook), shown.settings
    measured = [one for one in file.by_id.values() if one.begins and one.value]
    measured.sort(key=lambda one: (str(one.begins), one.id), reverse=True)
    method = next((method.path for method in shown.handbook.methods if method.id in METHOD), "")
    return CustomersView(
        story_codes=NO_STORIES,
        subject=PATH,
        places=((TARGET, page_address(settings)),),
        measurements=tuple(_measurement(shown, one, printed) for one in measured),
        said=file.answered,
        posters=tuple(one for one in printed if isinstance(one, YouSaidView)),
        fewest=settings.floor,
        method=method,
    )


def asked_about(shown: Shown, _: Views) -> Mapping[str, View]:
    """Return a view for each value that those we serve have been asked about, by its path."""
    asked = {one.value for one in customers_of(shown.handbook).measurements if one.begins and one.begins <= shown.today}
    return {value.path: AskedView(story_codes=NO_STORIES) for value in shown.values if value.id in asked}


def _measurement(shown: Shown, one: Measurement, printed: Views) -> MeasurementShown:
    counted = counts_of(shown.handbook, one.id)
    counted = counted if counted and counted.frozen and counted.frozen <= shown.today else None
    results = (
        tuple(public_results(counted, one, workplaces_of(shown.handbook), shown.settings.floor)) if counted else ()
    )
    sheets = [view for view in printed if isinstance(view, SlipView | TallyView) and view.measurement is one]
    return MeasurementShown(
        one.id,
        value_name(shown, one),
        asked_in(shown.handbook, one),
        one.begins,
        one.ends,
        Stage.COUNTED if counted else _stage(one, shown.today),
        len(one.asked),
        results,
        tuple(sheets),
    )


def _stage(one: Measurement, today: date) -> Stage:
    if one.begins and today < one.begins:
        return Stage.COMING
    return Stage.COUNTING if one.has_ended(today) else Stage.ASKING


def _units(shown: Shown) -> Iterator[UnitView]:
    listed = workplaces_of(shown.handbook)
    for one in customers_of(shown.handbook).by_id.values():
        counted = counts_of(shown.handbook, one.id)
        for id in one.asked:
            name = listed.by_id[id].name if id in listed.by_id else id
            yield UnitView(
                story_codes=NO_STORIES,
                measurement=one,
                workplace=id,
                name=name,
                value=value_name(shown, one),
                questions=asked_in(shown.handbook, one),
                form=form_of(one, unit_code(shown, id)),
                results=tuple(unit_result(counted, id, name, shown.settings.floor)) if counted else (),
                is_counted=counted is not None,
                fewest=shown.settings.floor,
            )
