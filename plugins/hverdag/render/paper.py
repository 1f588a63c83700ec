"""Guides as data for paper: what Typst sets as a PDF, and python-docx as a Word file."""

from collections.abc import Iterator

from ..model.addresses import print_address
from ..model.artifact import Paper
from ..model.meeting import SHEET_QUESTIONS, Guide, GuideStep
from ..model.minutes import clock, minute_of_day
from ..model.problem import Source
from ..paper.data import Data, pictures, shown_all, template, written
from ..paper.shared import PaperParts
from ..paper.text_tree import narrow
from .guide_parts import dilemma_parts, guide_title, when
from .paper_height import TALLEST, part_height, row_breaks
from .paper_labels import labels

LONGEST_TITLE = 90
"""Letters in the running head."""


class PaperRenderer:
    """Puts the guides of one site into words and data."""

    def __init__(self, parts: PaperParts) -> None:
        self.words = parts.words
        self._parts = parts
        self._labels = labels(parts.words)

    def paper(self, guide: Guide, data: Data) -> Paper:
        """Return the PDF pack of a guide: the leader's page, and the participants' sheet."""
        story = guide.stories[0]
        source = Source(story.path, story.body.line)
        path = print_address(guide, "pdf")
        templates = template("house.typ", "page.typ", "guide.typ")
        return Paper(path, templates, written(data), source, pictures(data["stories"]), story_codes=guide.story_codes)

    def data(self, guide: Guide) -> Data:
        """Return everything that stands on a guide, in words, in reading order."""
        parts, title = self._parts, guide_title(guide, self.words)
        address = parts.address(guide.code)
        found: Data = shown_all(
            {
                "running": title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rstrip() + " ...",
                "labels": self._labels,
                "guide": self._guide(guide, title),
                "value": parts.value(guide.value) if guide.value else None,
                "more": [{"title": story.heading, "summary": story.summary} for story in guide.more],
                "sheet": list(self._sheet(guide)),
                "cards": [parts.value(value) for value in guide.all_values] if guide.shows_values else [],
            }
        )
        imprint = {"imprint": parts.imprint(address.pop("known")), "network": parts.network()}
        stories = [parts.story(story) for story in guide.stories]
        return {**parts.frame(title), **address, **imprint, **found, "stories": stories}

    def _guide(self, guide: Guide, title: str) -> Data:
        method, count, breaks = guide.method, self.words.count, row_breaks(guide)
        minutes = count("{number} minute", "{number} minutes", guide.minutes)
        short = count("short version: {number} minute", "short version: {number} minutes", guide.short)
        too_long = "Reading aloud takes about {minutes} minutes. Let everyone read the story before the meeting."
        return {
            "title": title,
            "purpose": method.purpose,
            "precondition": method.precondition,
            "group": method.group,
            "materials": list(method.materials),
            "start": clock(minute_of_day(method.start) or 0) if method.start else "",
            "time": f"{minutes} ({short})" if guide.short else minutes,
            "short": guide.short,
            "choices": method.needs_dilemma,
            "warning": self.words.say(too_long, minutes=guide.too_long) if guide.too_long else "",
            "before": [self._step(step, guide) for step in guide.before],
            "steps": [self._step(step, guide, breaks[step.number]) for step in guide.meeting],
        }

    def _step(self, step: GuideStep, guide: Guide, breaks: tuple[bool, bool] = (False, False)) -> Data:
        own, (tall, parted) = step.step, breaks
        on_sheet = step in guide.sheet
        told = guide.stories[0].summary if step.tells else ""
        return {
            "number": step.number,
            "name": narrow(own.name),
            "minutes": step.minutes,
            "short": step.short,
            "when": when(step, guide.method.start),
            "guidance": own.guidance,
            "say": list(own.say),
            "points": list(own.points),
            "tells": told,
            "questions": list(step.questions),
            "dilemma": None if on_sheet else dilemma_parts(step.dilemma),
            "activity": narrow(own.activity),
            "responsible": narrow(own.responsible),
            "stalls": own.stalls,
            "moved": own.moved,
            "notes": 0 if on_sheet else own.notes,
            "stop": own.stop,
            "stop_number": guide.stops.get(step.number, 0),
            "breakable": parted,
            "tall": tall,
        }

    def _sheet(self, guide: Guide) -> Iterator[Data]:
        for step in guide.sheet:
            notes = step.step.notes
            each = max(1, notes // len(step.questions)) if notes and step.questions and not step.step.shared else 0
            yield {
                "name": step.step.name,
                "questions": list(step.questions),
                "dilemma": dilemma_parts(step.dilemma),
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
                "questions": list(questions),
                "dilemma": None,
                "stop": False,
                "stop_number": 0,
                "lines_each": 0,
                "lines_below": 0,
                "breakable": False,
            }
