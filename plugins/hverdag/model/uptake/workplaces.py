"""The workplaces of the organisation, by department: the content of values/workplaces.yml."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property

from ..declared import Day, Declared, Placed, Text, declared
from ..handbook import Handbook
from ..slug import slug

PATH = "values/workplaces.yml"


class StaffBand(StrEnum):
    """How many people work at a workplace, as a band: the exact number is nobody's business."""

    UNDER_5 = "1-4"
    FROM_5 = "5-9"
    FROM_10 = "10-19"
    FROM_20 = "20-49"
    FROM_50 = "50+"

    @property
    def fewest(self) -> int:
        """The fewest people that the band stands for."""
        return int(self.value.partition("-")[0].rstrip("+"))


class Department(Declared):
    """A part of the organisation that workplaces belong to."""

    id: Text = declared("Id", "What workplaces write under `department`.", required=True)
    name: Text = declared("Name", "What readers see.", required=True, most=60)


class Workplace(Declared):
    """A place where people work together. Its id never changes; its name may."""

    id: Text = declared("Id", "What stories and receipts write; it never changes.", required=True)
    name: Text = declared("Name", "What it is called now.", required=True, most=80)
    department: Text = declared("Department", "The id of its department.", required=True)
    professions: tuple[Text, ...] = declared("Professions", "Which professions work there, as `pædagog`.", default=())
    staff: StaffBand | None = declared(
        "Staff", "How many work there: `1-4`, `5-9`, `10-19`, `20-49` or `50+`.", default=None, required=True
    )
    code: Text = declared("Code", "A short code on slips, as A017; without it, the id is printed.")
    former: tuple[Text, ...] = declared(
        "Former names", "What it was called before, as forms still may say.", default=()
    )
    named: Day | None = declared(
        "May be named", "The day that the workplace said yes to be named in the handbook.", default=None
    )
    closed: Day | None = declared("Closed", "The day it closed, or became part of another.", default=None)
    became: Text = declared("Became", "The id of the workplace that it has become part of.")

    @property
    def short(self) -> str:
        """What stands on slips: the code, or the id where there is none."""
        return self.code or self.id

    def is_open(self, day: date) -> bool:
        """Return True if the workplace is not closed on a day."""
        return self.closed is None or day < self.closed

    def is_small(self, fewest: int) -> bool:
        """Return True if fewer people than `fewest` may work there."""
        return self.staff is None or self.staff.fewest < fewest


class Workplaces(Placed):
    """The fields of values/workplaces.yml."""

    departments: tuple[Department, ...] = declared(
        "Departments", "The parts of the organisation, in the order that readers see them.", default=(), required=True
    )
    workplaces: tuple[Workplace, ...] = declared(
        "Workplaces", "Every workplace, also those that have closed.", default=(), required=True
    )

    path: str = PATH

    @cached_property
    def by_id(self) -> Mapping[str, Workplace]:
        """The workplaces by id; of two with one id, the first."""
        return {one.id: one for one in reversed(self.workplaces) if one.id}

    @cached_property
    def department_by_id(self) -> Mapping[str, Department]:
        """The departments by id."""
        return {one.id: one for one in reversed(self.departments) if one.id}

    @cached_property
    def by_name(self) -> Mapping[str, Workplace]:
        """The workplaces by everything that a form may say for them, as `key` writes it: name, former names, code, id.
        What two of them are called is left out, unless it is the name of one of them today."""
        found: dict[str, list[Workplace]] = {}
        for one in self.workplaces:
            for name in {key(name) for name in (one.id, one.code, one.name, *one.former) if name}:
                found.setdefault(name, []).append(one)
        now = {key(one.name): one for one in reversed(self.workplaces) if one.name}
        return {**{name: ones[0] for name, ones in found.items() if len(ones) == 1}, **now}

    def now(self, id: str) -> Workplace | None:
        """Return what the workplace with an id has become; itself, if it is part of no other."""
        seen: set[str] = set()
        one = self.by_id.get(id)
        while one and one.became in self.by_id and one.became not in seen:
            seen.add(one.became)
            one = self.by_id[one.became]
        return one

    def department(self, id: str) -> str:
        """Return the id of the department of a workplace; an empty string if it has none that is known."""
        one = self.by_id.get(id)
        return one.department if one and one.department in self.department_by_id else ""

    def open(self, day: date) -> tuple[Workplace, ...]:
        """Return the workplaces that are open on a day."""
        return tuple(one for one in self.workplaces if one.id and one.is_open(day))

    def of_departments(self, day: date) -> Iterator[tuple[Department, tuple[Workplace, ...]]]:
        """Yield each department with its workplaces that are open on a day."""
        for department in self.departments:
            yield department, tuple(one for one in self.open(day) if one.department == department.id)


def workplaces_of(handbook: Handbook) -> Workplaces:
    """Return the workplaces of a handbook; none if it has no such file."""
    return next(iter(handbook.data_of(Workplaces)), Workplaces())


def key(name: str) -> str:
    """Return what two ways of writing a workplace have in common."""
    return slug(name).replace("-", "")
