"""The day of training for value consultants, as data for paper."""

from collections.abc import Iterator

from ...locale import Catalogue
from ...model.artifact import Output
from ...model.meeting import GuideStep, MeetingPlan
from ...model.problem import Source
from ...model.uptake.courses import PATH
from ...paper.data import shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ...paper.runs import narrow
from ..kit import Kit
from .day_texts import advice, part_words
from .paper_data import DayData, DayMethodData, DayPartData, StepData
from .plan import DayView
from .training_day import DayPart


def day_papers(view: DayView, kit: Kit) -> Iterator[Output]:
    """Render the day, unless the settings leave it out."""
    if view.printable:
        job = PrintJob(view.printable, data(view, kit.paper), "consultants/day.typ", source=Source(PATH))
        yield from papers(job, kit.paper)


def data(view: DayView, paper: PaperKit) -> DayData:
    """Return the data of the day, in reading order."""
    words, day = paper.words, view.day
    say = words.say
    title = say("A day for value consultants")
    frame = paper.frame(title)
    known = paper.known(view.code)
    return {
        **frame,
        "running": frame["title"],
        "imprint": paper.imprint(""),
        "known": known,
        "lead": shown_all(
            say("In one day you try what you will lead others through. One of you leads each part: swap as you go.")
        ),
        "time": shown_all(
            say(
                "{length}, of which {breaks} are breaks",
                length=words.duration(day.minutes),
                breaks=words.duration(day.break_minutes),
            )
        ),
        "bring": shown_all(". ".join(dict.fromkeys(one for plan in day.methods for one in plan.method.materials))),
        "at_home": shown_all(", ".join(method.heading for method in day.at_home)),
        "parts": shown_all([_part(part, words) for part in day.parts]),
        "methods": shown_all([_method(plan, words) for plan in day.methods]),
        "advice": shown_all(
            [
                {"title": one.title, "items": list(one.items)}
                for one in advice(day.codes, view.fewest, paper.settings.those_served, words)
            ]
        ),
        "labels": shown_all(_labels(words)),
    }


def _part(part: DayPart, words: Catalogue) -> DayPartData:
    name, text = part_words(part, words)
    steps = part.method.meeting if part.method else ()
    return {
        "when": part.when(words.language),
        "minutes": part.minutes,
        "name": name,
        "text": text,
        "is_break": part.is_break,
        "steps": [f"{step.name}: {step.minutes} {words.say('min.')}" for step in steps],
    }


def _method(plan: MeetingPlan, words: Catalogue) -> DayMethodData:
    method = plan.method
    return {
        "title": words.say("How {method} is led", method=method.heading),
        "purpose": method.purpose,
        "before": [
            f"{step.step.name} ({step.minutes} {words.say('min.')}): {step.step.guidance}" for step in plan.before
        ],
        "steps": [_step(step, plan) for step in plan.meeting],
    }


def _step(step: GuideStep, plan: MeetingPlan) -> StepData:
    return {
        "name": narrow(step.step.name),
        "minutes": step.minutes,
        "stop": plan.stops.get(step.number, 0),
        "guidance": step.step.guidance,
        "questions": list(step.questions),
        "stalls": step.step.stalls,
        "moved": step.step.moved,
    }


def _labels(words: Catalogue) -> dict[str, str]:
    """Return the words that the template asks for by name."""
    say = words.say
    return {
        "page": say("Page"),
        "of": say("of"),
        "eyebrow": say("For value consultants"),
        "time": say("Time"),
        "bring": say("Bring"),
        "at_home": say("Read at home before the day"),
        "programme": say("The programme"),
        "when": say("When"),
        "what": say("What we do"),
        "min": say("min."),
        "step": say("Step"),
        "guidance": say("What you do"),
        "tips": say("If it goes slowly, or gets personal"),
        "stalls": say("If it stalls:"),
        "moved": say("If someone is moved:"),
        "before": say("Before"),
        "agreements": say("Agreements and advice"),
    }
