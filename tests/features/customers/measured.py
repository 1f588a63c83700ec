"""The golden publication with workplaces, a measurement in three of them, and files of answers to it."""

from collections.abc import Iterable, Sequence

from hverdag.model.csv_text import csv_bytes
from hverdag.model.uptake.freezing import Answered
from tests.conftest import Publication
from tests.uptake import give_workplaces

QUESTIONS = ("De ringer som aftalt", "De spørger mig, før de gør noget", "De kender mig")
FORM = "https://svar.lilleby.example/tre?sted={unit}"
UNITS = "[{workplace: rylen, asked: 40}, {workplace: viben, asked: 24}, {workplace: laerken}]"
MEASUREMENT = """measurements:
  - id: tillid-foraar
    value: tillid
    questions:
      - De ringer som aftalt
      - De spørger mig, før de gør noget
      - De kender mig
    begins: 2026-10-05
    ends: 2026-10-30
    units: {units}
    form: {form}
"""
SAID = """said:
  - said: Vi ved ikke, hvem der kommer.
    did: Der hænger nu billeder i gangen.
    date: 2026-11-04
    role: Afdelingslederen
"""
TALLY_HEADINGS = ("Måling", "Arbejdsplads", "Sedler", "Ja til 1", "Ja til 2", "Ja til 3")


def give_measurement(publication: Publication, *, units: str = UNITS, more: str = SAID) -> Publication:
    """Write the workplaces, of which Rylen may be named, and one measurement that has ended."""
    give_workplaces(publication)
    publication.change("values/workplaces.yml", "    name: Rylen\n", "    name: Rylen\n    named: 2026-09-01\n")
    publication.write("values/customers.yml", MEASUREMENT.format(units=units, form=FORM) + more)
    return publication


def tally(*rows: Sequence[object]) -> bytes:
    """A file of tally sheets: the workplace, the slips, and how many said yes to each question."""
    return csv_bytes([list(TALLY_HEADINGS), *(["tillid-foraar", *map(str, row)] for row in rows)])


def slips(rows: Iterable[Sequence[str]]) -> bytes:
    """A file of slips, one in each row: the workplace, and three answers."""
    return csv_bytes([["Arbejdsplads", *QUESTIONS], *map(list, rows)])


def alike(part: str, answers: tuple[int, ...], number: int) -> list[Answered]:
    """As many people in a workplace who answer the same."""
    return [Answered(part, answers)] * number
