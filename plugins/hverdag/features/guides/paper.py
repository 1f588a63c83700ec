"""Guides as data for paper: for the PDF by Typst and the Word file by python-docx."""

from collections.abc import Iterator, Sequence

from ...model.artifact import Paper
from ...model.meeting import SHEET_QUESTIONS, GuideStep, Talk
from ...model.minutes import minute_of_day
from ...model.problem import Source
from ...paper.data import block_sources, pictures, shown_all, written
from ...paper.kit import PaperKit
from ...paper.runs import narrow
from ...paper.slip import slip
from ..kit import Kit
from .addresses import print_address
from .invitation import invitation
from .model import Guide, source
from .paper_data import GuideData, GuidePaperData, SheetPartData, StepData
from .paper_labels import labels
from .plan import GuideView
from .row_heights import TALLEST, part_height, row_breaks
from .titles import dilemma_data, guide_title

LONGEST_TITLE = 90
"""Characters in the running head."""


def guide_paper(view: GuideView, kit: Kit) -> Paper:
    """Return the PDF pack of a guide: the leader's page, and the participants' sheet."""
    guide = view.guide
    data = GuideOnPaper(kit.paper).data(view)
    template = kit.paper.template("guides/guide.typ")
    line = guide.stories[0].body.line if guide.stories else 1
    shown = pictures(data["stories"])
    path = print_address(guide, "pdf")
    blocks = block_sources(data["stories"])
    of_text = Source(source(guide), line)
    return Paper(path, template, written(data), of_text, shown, story_codes=view.story_codes, blocks=blocks)


class GuideOnPaper:
    """Builds the data of guides."""

    def __init__(self, paper: PaperKit) -> None:
        self.words = paper.words
        self._paper = paper

    def data(self, view: GuideView) -> GuidePaperData:
        """Return the data of a whole guide, in reading order."""
        paper, guide = self._paper, view.guide
        title = guide_title(guide, self.words)
        address = paper.address(guide.code)
        return {
            **paper.frame(title),
            "short_address": address["short_address"],
            "qr": address["qr"],
            "imprint": paper.imprint(address["known"]),
            "network": paper.network(),
            "running": shown_all(title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rstrip() + " ..."),
            "labels": shown_all(labels(self.words)),
            "guide": shown_all(self._guide(guide, title)),
            "value": paper.value(guide.value) if guide.value else None,
            "more": shown_all([{"title": story.heading, "summary": story.summary} for story in guide.more]),
            "sheet": shown_all(list(self._sheet(guide))),
            "cards": [paper.value(value) for value in guide.all_values] if guide.shows_values else [],
            "questions": shown_all(list(guide.method.cards)),
            "follows": shown_all(self._talks(guide.follows, guide.more_before)),
            "leads_to": shown_all(self._talks(guide.leads_to, guide.more_after)),
            "rests_on": shown_all(guide.method.rests_on),
            "invitation": shown_all(invitation(guide, self.words)) if guide.method.invitation else None,
            "has_sheet": guide.has_sheet,
            "slip": slip(paper, guide.code) if view.has_slip else None,
            "stories": [paper.story(shown.story, shown.values) for shown in view.told],
        }

    def _talks(self, talks: Sequence[Talk], others: int) -> str:
        """Return talks as a text: what each is called, how long it is, and where it is found."""
        more = self.words.count("and {number} other", "and {number} others", others) if others else ""
        return " ".join(filter(None, ("; ".join(map(self._talk, talks)), more)))

    def _talk(self, talk: Talk) -> str:
        paper = self._paper
        found = paper.known(talk.code) if paper.base else self.words.say("code {code}", code=talk.code)
        about = ", ".join((self.words.duration(talk.method.minutes), *((found,) if talk.code else ())))
        return f"{talk.method.heading} ({about})"

    def _guide(self, guide: Guide, title: str) -> GuideData:
        method, breaks, minutes = guide.method, row_breaks(guide), self.words.duration(guide.minutes)
        short = self.words.say("short version: {time}", time=self.words.duration(guide.short))
        too_long = "Reading aloud takes about {minutes} minutes. Let everyone read the story before the meeting."
        return {
            "title": title,
            "purpose": method.purpose,
            "precondition": method.precondition,
            "group": method.group,
            "materials": list(method.materials),
            "start": self.words.clock(minute_of_day(method.start) or 0) if method.start else "",
            "time": f"{minutes} ({short})" if guide.short else minutes,
            "short": guide.short,
            "choices": method.needs_dilemma,
            "warning": self.words.say(too_long, minutes=guide.too_long) if guide.too_long else "",
            "before": [self._step(step, guide) for step in guide.before],
            "steps": [self._step(step, guide, breaks[step.number]) for step in guide.meeting],
        }

    def _step(self, step: GuideStep, guide: Guide, breaks: tuple[bool, bool] = (False, False)) -> StepData:
        method_step, (tall, parted) = step.step, breaks
        on_sheet = step in guide.sheet
        return {
            "number": step.number,
            "name": narrow(method_step.name),
            "minutes": step.minutes,
            "short": step.short,
            "when": step.when(guide.method.start, self.words.language),
            "guidance": method_step.guidance,
            "say": list(method_step.say),
            "points": list(method_step.points),
            "agreed": step.looks_back,
            "reads": self._story_here(step, guide) if step.reads else "",
            "tells": step.summary,
            "questions": list(step.questions),
            "dilemma": None if on_sheet else dilemma_data(step.dilemma),
            "activity": narrow(method_step.activity),
            "responsible": narrow(method_step.responsible),
            "stalls": method_step.stalls,
            "moved": method_step.moved,
            "notes": 0 if on_sheet else method_step.notes,
            "stop": method_step.stop,
            "stop_number": guide.stops.get(step.number, 0),
            "breakable": parted,
            "tall": tall,
        }

    def _story_here(self, step: GuideStep, guide: Guide) -> str:
        """Return which story a step is about, if the guide has several."""
        if step.story is None or len(guide.stories) < 2:
            return ""
        return self.words.say("The story here: {title}", title=step.story.heading)

    def _sheet(self, guide: Guide) -> Iterator[SheetPartData]:
        for step in guide.sheet:
            notes = step.step.notes
            each = max(1, notes // len(step.questions)) if notes and step.questions and not step.step.shared else 0
            yield {
                "name": step.step.name,
                "about": self._story_here(step, guide),
                "questions": list(step.questions),
                "dilemma": dilemma_data(step.dilemma),
                "stop": step.step.stop,
                "stop_number": guide.stops.get(step.number, 0),
                "lines_each": each,
                "lines_below": notes if step.step.shared else 0,
                "breakable": part_height(step, each) > TALLEST,
            }
        questions = guide.subject.questions[:SHEET_QUESTIONS]
        if not guide.sheet and questions:
            yield {
                "name": self.words.say("Talk about it"),
                "about": "",
                "questions": list(questions),
                "dilemma": None,
                "stop": False,
                "stop_number": 0,
                "lines_each": 0,
                "lines_below": 0,
                "breakable": False,
            }
