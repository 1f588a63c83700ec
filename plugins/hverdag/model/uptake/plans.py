"""Which workplaces' business plans have told of the value work: the content of values/plans.yml."""

from ..declared import Day, Declared, Number, Placed, Text, declared

PATH = "values/plans.yml"


class PlanReceived(Declared):
    """That the business plans of some workplaces have told of their work with the values."""

    year: Number | None = declared("Year", "The year of the business plan, such as 2026.", default=None, required=True)
    date: Day | None = declared("Date", "The day that you received them.", default=None, required=True)
    workplaces: tuple[Text, ...] = declared(
        "Workplaces", "The ids of the workplaces, as in values/workplaces.yml.", default=(), required=True
    )


class Plans(Placed):
    """The fields of values/plans.yml."""

    received: tuple[PlanReceived, ...] = declared(
        "Received", "The business plans that you have received and that mention the work with the values.", default=()
    )

    path: str = PATH
