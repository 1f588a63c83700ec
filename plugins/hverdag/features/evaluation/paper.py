"""A questionnaire on paper: one page with large boxes, and a file to type the answers into."""

from collections.abc import Iterator

from ...model.artifact import Artifact, Output
from ...model.csv_text import csv_bytes
from ...model.web_address import is_web
from ...paper.data import shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ...paper.qr import qr_code
from ..kit import Kit
from .headings import template_headings
from .paper_data import SheetData
from .plan import QuestionnaireView


def render(view: QuestionnaireView, kit: Kit) -> Iterator[Output]:
    """Render the sheet, and the empty file with its headings."""
    assert view.printable is not None, "a questionnaire is printed"  # noqa: S101
    at = kit.settings.at("evaluation", "hand_in")
    job = PrintJob(view.printable, data(view, kit.paper), "evaluation/questionnaire.typ", (("sheet", at),))
    yield from papers(job, kit.paper)
    headings = template_headings(view.questionnaire, kit.words)
    yield Artifact(f"print/{view.code}.csv", csv_bytes([headings]))


def data(view: QuestionnaireView, paper: PaperKit) -> SheetData:
    """Return the data of the sheet, in reading order."""
    say, tell, one = paper.words.say, paper.words.tell, view.questionnaire
    form = view.form if is_web(view.form) else ""
    labels = {
        "department": say("Your department"),
        "department_hint": say("Tick one. If you would rather not say, leave it empty."),
        "course": say("The course (its number or its date)"),
        "scale": say("How far do you agree?"),
        "what": say("What happens with your answers"),
        "qr_alt": say("QR code for the same questionnaire online"),
        "form": say("You can also answer online"),
    }
    return {
        **paper.frame(tell(one.title)),
        "lead": tell(one.lead),
        "scale": [tell(step) for step, _ in one.scale.steps],
        "questions": shown_all([f"{number}. {tell(each.text)}" for number, each in enumerate(one.scaled, 1)]),
        "open": f"{len(one.scaled) + 1}. {tell(one.open.text)}" if one.open else "",
        "departments": shown_all(list(view.departments)),
        "course": "" if view.departments else labels["course"],
        "promises": list(_promises(view, paper)),
        "hand_in": shown_all(view.hand_in or say("Put the sheet in the envelope. Nobody at your workplace reads it.")),
        "form": shown_all(form),
        "qr": qr_code(form) if form else "",
        "imprint": paper.imprint(paper.known(view.code)),
        "labels": labels,
    }


def _promises(view: QuestionnaireView, paper: PaperKit) -> Iterator[str]:
    """Yield what is asked for, and what becomes of it."""
    say = paper.words.say
    yield say("We do not ask for your name, your age or your workplace. Please write none of them.")
    if view.departments:
        yield say(
            "Answers are counted in all and by department. A number about fewer than {fewest} is never shown.",
            fewest=view.fewest,
        )
        yield say("We ask the same questions again in a year, so that you can see whether anything has moved.")
    else:
        yield say(
            "The answers about one course are seen by whoever led it, when there are {fewest}.", fewest=view.fewest
        )
        yield say("Everybody else sees only all courses together. What you write in words is never published.")
