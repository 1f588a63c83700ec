"""The part of the year's status on what those we serve say: what was asked and done, and never an answer of a workplace
that has not said yes to be named."""

from collections.abc import Iterator

from ...model.message import Message, Words, message
from ...model.shown import Shown
from ...model.uptake.customers import customers_of
from ...model.uptake.status import Figure, StatusPart, StatusTable
from ...model.uptake.workplaces import workplaces_of
from .addresses import TARGET, is_used
from .plan import CustomersView, MeasurementShown, Stage, page_view


def status(shown: Shown) -> Iterator[StatusPart]:
    """Yield the part, if the publication asks those it serves."""
    if not is_used(shown.handbook):
        return
    view, served = page_view(shown), shown.settings.those_served
    yield StatusPart(
        id="served",
        order=45,
        title=message("What {the_many} say", the_many=served.the_many),
        paragraphs=(
            message(
                "The numbers are about whole workplaces, and never about one employee. Those of a workplace are shown "
                "only where it has said yes to be named."
            ),
        ),
        figures=tuple(_figures(shown, view)),
        tables=tuple(table for one in view.measurements for table in _tables(one)),
        more=((message("What we asked, and what we did"), TARGET),),
    )


def _figures(shown: Shown, view: CustomersView) -> Iterator[Figure]:
    source = message("The small measurements")
    counted = [one.id for one in view.measurements if one.stage is Stage.COUNTED]
    by_id, listed = customers_of(shown.handbook).by_id, workplaces_of(shown.handbook)
    asking = {id for one in counted for id in by_id[one].asked}
    if counted:
        everybody = len(listed.open_or(shown.today, asking)) or None
        yield Figure(message("Small measurements that have been counted"), len(counted), None, source, TARGET)
        yield Figure(message("Workplaces that have asked"), len(asking), everybody, source, TARGET)
    if view.said:
        yield Figure(message("Things that were said, and that we have answered"), len(view.said), None, source, TARGET)


def _tables(one: MeasurementShown) -> Iterator[StatusTable]:
    """Yield what may be told of a measurement: a row for each question. It is long, so it is on the page alone."""
    for result in one.results:
        caption = message("{value}, {name}: {answered}", value=one.value, name=result.name, answered=result.answered)
        head: tuple[Words, ...] = (message("Question"), message("How many said yes"))
        rows = [
            (_numbered(number, question), result.yes[number - 1]) for number, question in enumerate(one.questions, 1)
        ]
        yield StatusTable(caption, head, tuple(rows), page_only=True)


def _numbered(number: int, question: str) -> Message:
    return message("{number}. {question}", number=number, question=question)
