"""The golden publication with value consultants, offers and a plan of courses."""

from tests.conftest import Publication
from tests.uptake import give_workplaces

COURSES = """offers:
  - id: vejen
    code: K01
    name: Vejen & mere
    about: En gåtur med fire stop; I taler, og I skriver.
    minutes: 90
    fewest: 4
    most: 12
    method: vejen
    leads_to: En plakat.
  - id: dagen
    code: K02
    name: En hel dag
    about: En dag med øvelser.
    minutes: 360
  - id: gammelt
    code: K03
    name: Det gamle
    about: Det tilbød vi engang.
    minutes: 60
    closed: 2026-06-01
consultants:
  - id: vk-1
    role: pædagog
    department: boern
  - id: vk-2
    role: sygeplejerske
    department: aeldre
courses:
  - {id: 2026-01, offer: gammelt, date: 2026-03-02, start: "13:00", workplaces: [viben], consultant: vk-1, held: true}
  - {id: 2026-02, offer: vejen, date: 2026-09-03, start: "13:00", workplaces: [rylen, viben], consultant: vk-1,
     held: true, people: 9}
  - {id: 2026-03, offer: vejen, date: 2026-10-05, start: "8.15", workplaces: [bakken], consultant: vk-2, held: true}
  - {id: 2026-04, offer: vejen, date: 2026-10-12, workplaces: [engen], consultant: vk-2, cancelled: true}
  - {id: 2026-05, offer: dagen, date: 2026-12-01, start: "9.00", workplaces: [svalen], consultant: vk-1}
  - {id: 2026-06, offer: vejen, date: 2026-12-08, start: "13:00", workplaces: [loen], consultant: vk-2}
  - {id: 2026-07, offer: vejen, date: 2026-12-15, start: "13:00", open: true, place: "Sal 2; 1. sal",
     workplaces: [musvitten], consultant: vk-2}
  - {id: 2026-08, offer: vejen, date: 2026-12-16, workplaces: [laerken], consultant: vk-1}
  - {id: 2027-01, offer: dagen, date: 2027-07-01, start: "9.00", workplaces: [laerken], consultant: vk-1,
     cancelled: true}
"""
"""Three held, one cancelled, four to come and one of those cancelled. Lærken has said yes to be named."""


def give_courses(publication: Publication, courses: str = COURSES) -> Publication:
    """Write workplaces and a plan of courses, and let one workplace be named."""
    give_workplaces(publication).write("values/courses.yml", courses)
    publication.change("values/workplaces.yml", "    name: Lærken\n", "    name: Lærken\n    named: 2026-09-01\n")
    return publication
