"""A small publication that asks for receipts: fourteen workplaces, a form, and receipts of every kind."""

from pathlib import Path

from tests.conftest import Publication, copied
from tests.uptake import give_workplaces

HANDBOOK = "values/handbook.yml"
FORM = "https://skema.lilleby.example/kvittering/år?redskab={tool}&sted={workplace}"
SENTENCES = """receipts:
  - {date: 2026-09-03, workplaces: [rylen], tool: F01, people: 7, sentence: Vi aftalte at hilse., yes: 2026-09-05}
  - {date: 2026-11-03, workplaces: [rylen], tool: F01-M01, people: 6, next: 2026-11-10}
  - {date: 2026-10-02, workplaces: [viben], tool: F02, sentence: Vi læste den to gange., yes: 2026-10-02}
  - {date: 2026-10-05, workplaces: [bakken], tool: egen, sentence: Vi satte en stol frem., yes: 2026-10-06}
  - {date: 2026-10-20, workplaces: [dalen], tool: M01, sentence: Vi sagde godnat., yes: 2026-10-21}
  - {date: 2026-08-20, workplaces: [it], tool: V01, sentence: Vi ringede op., yes: 2026-08-21, next: 2027-01-12}
folded:
  - {month: 2024-05, tool: F01, receipts: 2}
  - {month: 2024-05, tool: M09, receipts: 1}
reached:
  - {workplace: engen, month: 2024-05, tool_month: 2024-05}
"""


def setting(publication: Publication, line: str) -> None:
    """Add a line to handbook.yml."""
    text = (publication.root / HANDBOOK).read_text("utf-8")
    publication.write(HANDBOOK, f"{line}\n{text}")


def with_receipts(folder: Path, receipts: str = SENTENCES, form: str = FORM) -> Publication:
    """Return a publication with workplaces, receipts and a form; the form may be empty."""
    publication = give_workplaces(copied("good", folder))
    publication.write("values/receipts/2026.yml", receipts)
    if form:
        setting(publication, f"receipt_form: {form}")
    return publication


def name_workplace(publication: Publication, id: str) -> None:
    """Have a workplace say yes to be named."""
    publication.change("values/workplaces.yml", f"  - id: {id}\n", f"  - id: {id}\n    named: 2026-10-01\n")
