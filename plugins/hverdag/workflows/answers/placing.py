"""What an answer is about: the year and the department, the course, or the measurement and the workplace."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...features.customers import command_rules as measured_rules
from ...features.customers.questions import MEASUREMENT, WORKPLACE
from ...features.evaluation import command_rules as rules
from ...features.evaluation.headings import COURSE, DATE, DEPARTMENT, YEAR
from ...model.handbook import Handbook
from ...model.suggest import suggestion
from ...model.uptake.counts import CountKind
from ...model.uptake.courses import Course, courses_of, planned
from ...model.uptake.customers import Measurement, counts_of, customers_of
from ...model.uptake.workplaces import key, workplaces_of
from ...parse.csv_cells import CellReader
from ...parse.csv_headings import folded
from ...parse.csv_table import Row, Table
from ...parse.csv_values import parse_number
from .recognised import Headings

Place = tuple[str, str]
"""The year or the measurement, and the department, the course or the workplace within it; the last may be empty."""


@dataclass(frozen=True)
class Known:
    """What a file is read with: the handbook, what columns and answers are called, the year of answers that do not say
    it, today, and the id of the measurement if somebody has said which it is."""

    handbook: Handbook
    headings: Headings
    year: str
    today: date
    measurement: str = ""


@dataclass(frozen=True)
class Placing:
    """Says what each row of one file is about. `measurements` are those whose questions its headings are, if any: its
    answers are to no other."""

    kind: CountKind
    table: Table
    known: Known
    measurements: tuple[str, ...] = ()

    def of(self, cells: CellReader, row: Row) -> Place | None:
        """Return what a row is about; None if that cannot be told, with the problem in `cells`."""
        if self.kind is CountKind.COURSES:
            return self._of_course(cells, row)
        return self._of_unit(cells, row) if self.kind is CountKind.SERVED else self._of_year(cells, row)

    def _of_year(self, cells: CellReader, row: Row) -> Place | None:
        """Return the year and the department of an answer to the questionnaire."""
        year = row[YEAR] or self.known.year
        number = parse_number(year) or 0
        if not 2000 <= number <= self.known.today.year:
            cells.report(rules.YEAR, YEAR, given=year, example=str(self.known.today.year))
            return None
        given, listed = row[DEPARTMENT], workplaces_of(self.known.handbook)
        by_name = {key(text): one.id for one in reversed(listed.departments) for text in (one.id, one.name) if text}
        if given and key(given) not in by_name:
            near = suggestion(given, [one.name for one in listed.departments])
            problem = rules.DEPARTMENT.at(self.table.at(row, DEPARTMENT), given=given, **near)
            cells.problems.append(problem)
            return None
        return str(number), by_name[key(given)] if given else ""

    def _of_course(self, cells: CellReader, row: Row) -> Place | None:
        """Return the year and the id of the course of an evaluation."""
        day = cells.day(DATE)
        if cells.problems:
            return None
        found = list(self._courses(row[COURSE], day))
        if len(found) == 1 and found[0].date:
            return str(found[0].date.year), found[0].id
        example = next((one.id for one in planned(self.known.handbook)), "2026-04")
        given = " ".join(text for text in (row[COURSE], str(day or "")) if text) or "-"
        cells.report(rules.COURSE, COURSE, given=given, example=example)
        return None

    def _courses(self, name: str, day: date | None) -> Iterator[Course]:
        """Yield the courses that have been held and may be meant, by id, or by the offer, the day, or both."""
        held = [
            one
            for one in planned(self.known.handbook)
            if not one.cancelled and one.date and one.date <= self.known.today
        ]
        exact = [one for one in held if name and key(one.id) == key(name)]
        offers = courses_of(self.known.handbook).offer_by_id
        for one in exact or held:
            offer = offers[one.offer]
            is_offer = key(name) in {key(text) for text in (offer.id, offer.code, offer.name) if text}
            if (exact or is_offer or (day and not name)) and (day is None or one.date == day):
                yield one

    def _of_unit(self, cells: CellReader, row: Row) -> Place | None:
        """Return the measurement and the workplace of an answer to a small measurement."""
        measurement = self._measurement(cells, row)
        if measurement is None:
            return None
        if counts_of(self.known.handbook, measurement.id):
            cells.report(measured_rules.COUNTED, MEASUREMENT, given=measurement.id)
            return None
        if measurement.begins and measurement.begins > self.known.today:
            cells.report(measured_rules.EARLY, MEASUREMENT, given=measurement.id, day=measurement.begins)
            return None
        return self._unit(cells, row, measurement)

    def _measurement(self, cells: CellReader, row: Row) -> Measurement | None:
        listed, given = customers_of(self.known.handbook).by_id, row[MEASUREMENT] or self.known.measurement
        choices = [
            id for id in listed if not self.measurements or self._folded(id) == self._folded(self.measurements[0])
        ]
        if given in choices:
            return listed[given]
        if not given and len(self.measurements or choices) == 1:
            return listed[choices[0]]
        near = suggestion(given, choices) if given else {}
        known = ", ".join(choices) or "-"
        cells.report(measured_rules.MEASUREMENT, MEASUREMENT, given=given or "-", choices=known, **near)
        return None

    def _unit(self, cells: CellReader, row: Row, measurement: Measurement) -> Place | None:
        listed, given = workplaces_of(self.known.handbook), row[WORKPLACE]
        found = listed.by_name.get(key(given)) if given else None
        units = tuple(measurement.asked)
        if found and found.id in units:
            return measurement.id, found.id
        if not given and len(units) == 1:
            return measurement.id, units[0]
        names = {listed.by_id[id].name: id for id in units if id in listed.by_id}
        near = suggestion(given, names) if given else {}
        cells.report(measured_rules.UNIT, WORKPLACE, given=given or "-", choices=", ".join(names) or "-", **near)
        return None

    def _folded(self, measurement: str) -> list[str]:
        return [folded(text) for text in self.known.headings.asked.get(measurement, ())]
