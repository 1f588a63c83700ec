"""The golden publication with courses, and files of answers to take in."""

from collections.abc import Iterable, Sequence

from click.testing import CliRunner, Result

from hverdag.cli import cli
from hverdag.features.evaluation.headings import template_headings
from hverdag.features.evaluation.questions import COURSE_EVALUATION, QUESTIONNAIRE
from hverdag.locale import catalogue
from hverdag.model.csv_text import csv_bytes
from tests.conftest import TODAY, Publication
from tests.uptake import give_workplaces

CONSULTANTS = ("boern", "aeldre", "stab")
COURSES = 7
QUESTIONS = len(QUESTIONNAIRE.scaled)

_OFFER = """offers:
  - id: vejen
    code: K01
    name: Vejen
    about: I går en vej med stop.
    minutes: 120
consultants:
"""


def give_courses(publication: Publication) -> Publication:
    """Write the workplaces, and seven courses that were held by three consultants, two of them on one day."""
    give_workplaces(publication)
    people = "".join(
        f"  - {{id: vk-{number}, role: konsulent, department: {department}}}\n"
        for number, department in enumerate(CONSULTANTS, 1)
    )
    held = "".join(
        f"  - {{id: 2026-0{number}, offer: vejen, date: 2026-0{min(number, 6)}-04, consultant: vk-{number % 3 + 1}, "
        "workplaces: [rylen], held: true, people: 12}\n"
        for number in range(1, COURSES + 1)
    )
    coming = "  - {id: 2027-01, offer: vejen, date: 2027-02-03, consultant: vk-1, workplaces: [rylen]}\n"
    publication.write("values/courses.yml", f"{_OFFER}{people}courses:\n{held}{coming}")
    return publication


def run(publication: Publication, *words: str, given: str = "", today: object = TODAY) -> Result:
    """Run a command in a publication."""
    command = [words[0], "-C", str(publication.root), "--today", str(today), *words[1:]]
    return CliRunner().invoke(cli, command, input=given, catch_exceptions=False)


def take_in(publication: Publication, content: bytes, *options: str, name: str = "svar.csv") -> Result:
    """Take in a file that lies outside the publication."""
    path = publication.root.parent / name
    path.write_bytes(content)
    return run(publication, "answers", str(path), "--yes", *options)


def sheets(department: str, *answers: int, number: int = 1, year: str = "2026") -> list[list[str]]:
    """As many sheets with the same answers: to the first questions, the last of them to all of the rest."""
    filled = (*answers, *(answers[-1],) * (QUESTIONS - len(answers)))
    return [[year, department, *(str(answer or "") for answer in filled)]] * number


def questionnaire(rows: Iterable[Sequence[str]], language: str = "da") -> bytes:
    """A file of answers to the questionnaire."""
    return csv_bytes([template_headings(QUESTIONNAIRE, catalogue(language)), *rows])


def evaluations(rows: Iterable[Sequence[str]], language: str = "da") -> bytes:
    """A file of evaluations of courses."""
    return csv_bytes([template_headings(COURSE_EVALUATION, catalogue(language)), *rows])


ROUND = questionnaire(
    [
        *sheets("Børn og Unge", 5, number=12),
        *sheets("Børn og Unge", 2, 4, number=6),
        *sheets("aeldre", 4, 2, number=8),
        *sheets("aeldre", 1, number=7),
        *sheets("Stab", 5, number=3),
        *sheets("", 3, 4, number=6),
    ]
)
"""42 answers: 18 from one department, 15 from the next, 3 from a small one, and 6 that do not say."""

WRITTEN = "Vi ringer til Karen Fjordby, 070761-4285"
EVALUATED = evaluations(
    [
        *([f"2026-0{number}", "", "5", "4", "", "4", WRITTEN] for number in range(1, 7)),
        *([f"2026-0{number}", "", "4", "5", "5", "2", ""] for number in range(1, 7) for _ in range(5)),
    ]
)
"""Six answers about each of six courses; one of them is written in words, with a personal number."""
