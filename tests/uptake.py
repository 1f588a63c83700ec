"""The golden publication with workplaces and receipts, for the features that count."""

from tests.conftest import Publication

WORKPLACES = """departments:
  - id: boern
    name: Børn og Unge
  - id: aeldre
    name: Ældre og Sundhed
  - id: stab
    name: Stab
workplaces:
{rows}
"""
ROW = """  - id: {id}
    name: {name}
    department: {department}
    professions: [{profession}]
    staff: "{staff}"
    code: {code}
"""
BOERN = ("Rylen", "Viben", "Lærken", "Svalen", "Musvitten", "Solsorten")
AELDRE = ("Bakken", "Engen", "Skrænten", "Åsen", "Lunden", "Dalen")
STAB = ("Løn", "It")
RECEIPTS = """receipts:
  - {date: 2026-09-03, workplaces: [rylen], tool: F01, people: 7, next: 2026-10-01}
  - {date: 2026-09-10, workplaces: [viben, laerken], tool: F01-M01, people: 14}
  - {date: 2026-10-05, workplaces: [bakken], tool: egen, people: 9}
  - {date: 2026-10-20, workplaces: [rylen], tool: M01, people: 8, next: 2027-01-12}
"""


def give_workplaces(publication: Publication) -> Publication:
    """Write fourteen workplaces in three departments, of which one is too small to be told of, and four receipts."""
    rows = []
    for department, profession, names in (
        ("boern", "pædagog", BOERN),
        ("aeldre", "sosu", AELDRE),
        ("stab", "hk", STAB),
    ):
        for name in names:
            id = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
            number = len(rows) + 1
            staff = "1-4" if name in ("It", "Dalen") else "10-19"
            rows.append(
                ROW.format(
                    id=id, name=name, department=department, profession=profession, staff=staff, code=f"A{number:03}"
                )
            )
    publication.write("values/workplaces.yml", WORKPLACES.format(rows="".join(rows).rstrip("\n")))
    publication.write("values/receipts/2026.yml", RECEIPTS)
    return publication
