"""The views of what is printed: the slip and the tally sheet of each measurement, and the poster."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.message import Message, message
from ...model.printable import Printable
from ...model.shown import Shown
from ...model.uptake.customers import Measurement, Said, counts_of, customers_of
from ...model.uptake.workplaces import workplaces_of
from ...model.view import NO_STORIES, View
from ...model.web_address import filled, is_form
from ...paper.print_job import printed_code
from .addresses import BLANK, POSTER, SLIP, TALLY
from .printed import GROUP, ON_THE_WALL, ROWS, SHEET, SLIPS, TALLIES, YOU_SAID, YOU_SAID_POSTER
from .questions import asked_in


@dataclass(frozen=True, kw_only=True)
class SheetView(View):
    """A sheet of a measurement: the measurement, its value's name, its questions, the address of the form, and the
    least number of answers that is told of."""

    measurement: Measurement
    value: str
    questions: tuple[str, ...]
    form: str
    fewest: int


@dataclass(frozen=True, kw_only=True)
class SlipView(SheetView):
    """The slip with three questions."""


@dataclass(frozen=True, kw_only=True)
class TallyView(SheetView):
    """The sheet to count slips on."""


@dataclass(frozen=True, kw_only=True)
class YouSaidView(View):
    """The poster: what was said and done, the newest first; with nothing of either, it is to write on."""

    said: tuple[Said, ...]
    code: str


def printed_views(shown: Shown) -> Iterator[View]:
    """Yield the sheets of each measurement that has not been counted, and the posters."""
    if GROUP.id not in shown.settings.printed:
        return
    file = customers_of(shown.handbook)
    for measurement in file.by_id.values():
        if not counts_of(shown.handbook, measurement.id):
            yield _sheet(shown, measurement, SlipView)
            yield _sheet(shown, measurement, TallyView)
    said = file.answered[:ROWS]
    if said:
        yield _poster(shown, said, POSTER[shown.settings.language], YOU_SAID)
    yield _poster(shown, (), BLANK[shown.settings.language], message("You said, we did, to write on"))


def value_name(shown: Shown, measurement: Measurement) -> str:
    """Return the name of the value that a measurement asks about."""
    return next((one.heading for one in shown.values if one.id == measurement.value), measurement.value)


def unit_code(shown: Shown, id: str) -> str:
    """Return what a workplace is called in the address of a form."""
    workplace = workplaces_of(shown.handbook).by_id.get(id)
    return workplace.short if workplace else id


def form_of(measurement: Measurement, unit: str) -> str:
    """Return the address of the form with the code of a workplace; an empty string if there is none."""
    address = filled(measurement.form, {"unit": unit})
    return address if is_form(address) else ""


def _sheet(shown: Shown, measurement: Measurement, kind: type[SheetView]) -> SheetView:
    """Return a sheet of a measurement. What is on the site names no workplace, unless there is one only, which may be
    named: the slip of each, with its own QR code, is in private/built."""
    settings, value = shown.settings, value_name(shown, measurement)
    is_slip = kind is SlipView
    names, product = (SLIP, SLIPS) if is_slip else (TALLY, TALLIES)
    title: Message = (
        message("Three questions: {value}", value=value) if is_slip else message("Tally: {value}", value=value)
    )
    name = f"{names[settings.language]}-{measurement.id}"
    printable = Printable(name, title, product, GROUP, SHEET)
    units = tuple(measurement.asked)
    only = workplaces_of(shown.handbook).by_id.get(units[0]) if len(units) == 1 else None
    code = only.short if only and only.may_be_named(shown.today) else ""
    return kind(
        story_codes=NO_STORIES,
        coded=printed_code(name, printable, settings),
        printable=printable,
        measurement=measurement,
        value=value,
        questions=asked_in(shown.handbook, measurement),
        form=form_of(measurement, code),
        fewest=settings.floor,
    )


def _poster(shown: Shown, said: tuple[Said, ...], name: str, title: Message) -> YouSaidView:
    printable = Printable(name, title, YOU_SAID_POSTER, GROUP, ON_THE_WALL)
    coded = printed_code(name, printable, shown.settings)
    return YouSaidView(story_codes=NO_STORIES, coded=coded, printable=printable, said=said, code=name)
