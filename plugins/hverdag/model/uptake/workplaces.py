"""The workplaces of the organisation, by department: the content of values/workplaces.yml."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from ..declared import Day, Declared, Placed, Text, declared
from ..handbook import Handbook
from ..problem import Parameter
from ..slug import squeezed
from ..suggest import nearest

PATH = "values/workplaces.yml"

FEWEST_WORKPLACES = 5
"""The least number of workplaces that a number is told of, unless it is about all of them."""


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
    professions: tuple[Text, ...] = declared(
        "Professions", "Which professions work there, such as `teacher`.", default=()
    )
    staff: StaffBand | None = declared(
        "Staff", "How many work there: `1-4`, `5-9`, `10-19`, `20-49` or `50+`.", default=None, required=True
    )
    code: Text = declared("Code", "A short code on slips, such as A017; without it, the id is printed.")
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

    def may_be_named(self, day: date) -> bool:
        """Return True if the workplace has said yes to be named, on a day or before it."""
        return self.named is not None and self.named <= day

    def is_small(self, fewest: int) -> bool:
        """Return True if fewer people than `fewest` may work there."""
        return self.staff is None or self.staff.fewest < fewest


class Workplaces(Placed):
    """The fields of values/workplaces.yml."""

    departments: tuple[Department, ...] = declared(
        "Departments", "The parts of the organisation, in the order that readers see them.", default=(), required=True
    )
    workplaces: tuple[Workplace, ...] = declared(
        "Workplaces", "Every workplace, including those that have closed.", default=(), required=True
    )

    path: str = PATH

    @cached_property
    def is_whole(self) -> bool:
        """True if there are workplaces and every id was read, so that an unknown one is a fault of whoever wrote it."""
        return self._has_all_ids("workplaces", [one.id for one in self.workplaces])

    @cached_property
    def has_all_departments(self) -> bool:
        """True if there are departments and the id of every one was read."""
        return self._has_all_ids("departments", [one.id for one in self.departments])

    def _has_all_ids(self, rows: str, ids: list[str]) -> bool:
        is_lost = any(
            place in ((), (rows,)) or (place[0] == rows and place[2:] in ((), ("id",))) for place in self.faulty
        )
        return bool(ids) and all(ids) and not is_lost

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
        What two of them are called is left out, unless it is the name of one of them today; an open one comes first."""
        found: dict[str, list[Workplace]] = {}
        for one in self.workplaces:
            for name in {key(name) for name in (one.id, one.code, one.name, *one.former) if name}:
                found.setdefault(name, []).append(one)
        by_age = sorted(self.workplaces, key=lambda one: one.closed is None)
        now = {key(one.name): one for one in by_age if one.name}
        return {**{name: ones[0] for name, ones in found.items() if len(ones) == 1}, **now}

    def meant(self, text: str) -> Workplace | None:
        """Return the workplace that a text names, or the one whose name is most like it; None if none is."""
        wanted = key(text)
        return self.by_name.get(wanted) or self.by_name.get(nearest(wanted, self.by_name))

    def suggested(self, text: str) -> dict[str, Parameter]:
        """Return the id of the workplace that is meant, as the parameter `suggestion` of a problem; an empty dictionary
        if none is."""
        found = self.meant(text)
        return {"suggestion": found.id} if found else {}

    def now(self, id: str, day: date | None = None) -> Workplace | None:
        """Return what the workplace with an id has become by a day, or by the last that is decided; itself, if it is
        part of no other."""
        seen: set[str] = set()
        one = self.by_id.get(id)
        while one and one.became in self.by_id and one.became not in seen and not (day and one.is_open(day)):
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

    def open_or(self, day: date, counted: Iterable[str]) -> frozenset[str]:
        """Return the ids of the workplaces that are open on a day, and those that are counted though they have closed
        since."""
        return frozenset((*(one.id for one in self.open(day)), *counted))

    def groups(self, day: date, counted: Collection[str] = ()) -> tuple["WorkplaceGroup", ...]:
        """Return the workplaces as numbers about them may be told: by department, those of small departments together.
        They are those that are open on a day, and those that have closed and whose ids are among `counted`: the numbers
        of the groups must add up to the total, or the difference would be about few. None is returned if there are too
        few to be divided."""
        there = tuple(one for one in self.workplaces if one.id and (one.is_open(day) or one.id in counted))
        of = {one.id: tuple(place for place in there if place.department == one.id) for one in self.departments}
        sizes = sorted((one.id for one in self.departments if of[one.id]), key=lambda id: len(of[id]))
        small = [id for id in sizes if len(of[id]) < FEWEST_WORKPLACES]
        # What is left of a total when the others are subtracted must not be about few, either.
        while small and sum(len(of[id]) for id in small) < FEWEST_WORKPLACES and len(small) < len(sizes):
            small.append(sizes[len(small)])
        own = [WorkplaceGroup((one,), of[one.id]) for one in self.departments if of[one.id] and one.id not in small]
        rest = tuple(one for one in self.departments if one.id in small)
        together = [WorkplaceGroup(rest, tuple(one for id in small for one in of[id]))] if small else []
        return (*own, *together) if own else ()


@dataclass(frozen=True)
class WorkplaceGroup:
    """Workplaces that are counted together: those of one department, or of several small ones."""

    departments: tuple[Department, ...]
    workplaces: tuple[Workplace, ...]

    @property
    def name(self) -> str:
        """The names of the departments."""
        return ", ".join(department.name for department in self.departments)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the workplaces."""
        return frozenset(one.id for one in self.workplaces)

    @property
    def can_hide_one(self) -> bool:
        """True if one of its workplaces can be told of by the group alone. Those that may be named are told by their
        names, so that nobody takes it for one of them."""
        return sum(1 for one in self.workplaces if one.named is None) >= FEWEST_WORKPLACES


def workplaces_of(handbook: Handbook) -> Workplaces:
    """Return the workplaces of a handbook; none if it has no such file."""
    return next(iter(handbook.data_of(Workplaces)), Workplaces())


def key(name: str) -> str:
    """Return what two ways of writing a workplace have in common."""
    return squeezed(name)
