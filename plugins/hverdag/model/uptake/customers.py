"""What those that the organisation serves say: the small measurements, and what was done about what they said. The
content of values/customers.yml."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from ..declared import Day, Declared, Number, Placed, Text, declared
from ..handbook import Handbook
from ..slug import is_file_name
from ..texts.value import Value
from .counts import CountFile
from .workplaces import Workplaces

PATH = "values/customers.yml"

QUESTIONS = 3
"""How many questions a measurement has."""
IDS = tuple(f"served-{number}" for number in range(1, QUESTIONS + 1))
"""The ids of the questions, in order, the same in every measurement; what was asked is in its file of counts."""


class Unit(Declared):
    """A workplace that asks those it serves."""

    workplace: Text = declared("Workplace", "The id of the workplace.", required=True)
    asked: Number | None = declared("Asked", "How many were given a slip, or asked in another way.", default=None)


class Measurement(Declared):
    """Three questions about one value, asked in some workplaces for some weeks."""

    id: Text = declared(
        "Id", "Such as `trust-spring`; its counts are kept under it, so it never changes.", required=True
    )
    value: Text = declared("Value", "The value that is asked about, by file name.", required=True, names="value")
    signs: tuple[Number, ...] = declared(
        "Signs",
        "Which three of the value's signs are asked about, such as `[1, 3, 4]`; else the first three.",
        default=(),
    )
    questions: tuple[Text, ...] = declared(
        "Questions",
        "Three sentences of your own in place of the signs; yes or no must be an answer.",
        default=(),
    )
    begins: Day | None = declared("Begins", "The first day of asking.", default=None, required=True)
    ends: Day | None = declared("Ends", "The last day of asking.", default=None, required=True)
    units: tuple[Unit, ...] = declared(
        "Units", "The workplaces that ask, and how many they ask.", default=(), required=True
    )
    hand_in: Text = declared("Where slips are put", "One short sentence; it is printed on the slip.", most=90)
    counted_by: Text = declared("Counted by", "The role of whoever counts; it is printed on the slip.", most=60)
    form: Text = declared(
        "Form", "The address of your own form with the same questions; in it `{unit}` stands for the workplace's code."
    )

    @property
    def asked(self) -> Mapping[str, int | None]:
        """How many were asked in each unit, by its workplace's id; None where nobody has written it."""
        return {one.workplace: one.asked for one in self.units if is_file_name(one.workplace)}

    def has_ended(self, day: date) -> bool:
        """Return True if the last day of asking is past."""
        return self.ends is not None and self.ends < day


class Said(Declared):
    """Something that those the organisation serves have said, and what was done about it."""

    said: Text = declared("Said", "What they said, in words that nobody can be found by.", required=True, most=140)
    did: Text = declared("Did", "What you did about it, or why you did not.", most=140)
    date: Day | None = declared("Date", "The day it was done, or decided.", default=None, required=True)
    role: Text = declared("Role", "Who did it, by role, such as `The kitchen`; never a name.", required=True, most=60)


class Customers(Placed):
    """The fields of values/customers.yml."""

    measurements: tuple[Measurement, ...] = declared("Measurements", "The small measurements.", default=())
    said: tuple[Said, ...] = declared("Said", "What was said, and what you did; the newest first or last.", default=())

    path: str = PATH

    @cached_property
    def by_id(self) -> Mapping[str, Measurement]:
        """The measurements by id, in order; of two with one id, the first. An id that cannot be the name of a file is
        left out: hverdag check says so."""
        found: dict[str, Measurement] = {}
        for one in self.measurements:
            if is_file_name(one.id):
                found.setdefault(one.id, one)
        return found

    @property
    def answered(self) -> tuple[Said, ...]:
        """What was said and has an answer, the newest first."""
        whole = (one for one in self.said if one.said and one.did and one.date)
        return tuple(sorted(whole, key=lambda one: one.date or date.min, reverse=True))


def customers_of(handbook: Handbook) -> Customers:
    """Return the measurements of a handbook, and what was said; nothing if it has no such file."""
    return next(iter(handbook.data_of(Customers)), Customers())


def questions_of(measurement: Measurement, value: Value | None) -> tuple[str, ...]:
    """Return what is asked, word for word; fewer than three if something is missing."""
    if measurement.questions:
        return measurement.questions[:QUESTIONS]
    signs = value.signs if value else ()
    chosen = measurement.signs or range(1, QUESTIONS + 1)
    return tuple(signs[number - 1] for number in chosen if 1 <= number <= len(signs))[:QUESTIONS]


def counts_of(handbook: Handbook, id: str) -> CountFile | None:
    """Return the frozen counts of a measurement; None if it has not been counted."""
    return next((file for file in handbook.data_of(CountFile) if file.name == id and file.frozen), None)


def may_tell_of(workplaces: Workplaces, id: str, counted: date) -> bool:
    """Return True if the numbers of a workplace may be told by its name. It must have said yes before they were
    counted: a yes that comes later, and a difference between two builds, would tell of the others."""
    workplace = workplaces.by_id.get(id)
    return workplace is not None and workplace.may_be_named(counted)
