"""Guides as data for paper: what Typst sets as a PDF, and python-docx as a Word file."""

import io
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import segno

from ..locale import Catalogue
from ..model.addresses import print_address, short_address
from ..model.artifact import Paper, Template
from ..model.chapters import Site
from ..model.content import Origin, Story, Value
from ..model.guide import SHEET_QUESTIONS, Guide, GuideStep
from ..model.plan import clock, minute_of_day
from ..model.problem import Problem, Source
from .guide_parts import dilemma_parts, guide_title, when
from .marks import PATHS
from .paper_height import TALLEST, part_height, row_breaks
from .paper_labels import labels
from .paper_text import PaperText, UnknownElementError, narrow, picture, shown
from .rules import PAPER_ELEMENT

LONGEST_TITLE = 90
"""Letters in the running head."""

Data = dict[str, Any]


@cache
def template(*names: str) -> Template:
    """Return Typst files of this room as one template."""
    folder = files("hverdag.render") / "paper"
    return Template(tuple((name, (folder / name).read_text("utf-8")) for name in names))


class PaperRenderer:
    """Puts the guides of one site into words and data, in one language."""

    def __init__(self, site: Site, words: Catalogue) -> None:
        self.site = site
        self.words = words
        self._base = site.settings.site_url.rstrip("/") + "/" if site.settings.site_url else ""
        self._text = PaperText(self._link, site.handbook.pictures)
        self._trees: dict[str, list[Any]] = {}
        self.problems: list[Problem] = []
        self._labels = labels(words)

    def paper(self, guide: Guide, data: Data) -> Paper:
        """Return the PDF pack of a guide: the leader's page, and the participants' sheet."""
        story = guide.stories[0]
        source = Source(story.path, story.body.line)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        pictures = tuple(dict.fromkeys(_pictures(data["stories"])))
        return Paper(print_address(guide, "pdf"), template("house.typ", "guide.typ"), text, source, pictures)

    def data(self, guide: Guide) -> Data:
        """Return everything that stands on a guide, in words, in reading order."""
        settings, say = self.site.settings, self.words.say
        title = guide_title(guide, self.words)
        address = f"{self._base}{short_address(guide.code)}"
        # Without a public address no one could type the short one; its code can still be looked up.
        known = address.partition("://")[2] if self._base else say("Code {code}", code=guide.code)
        imprint = (settings.edition, settings.organisation, known)
        found: Data = _shown_all(
            {
                "title": title,
                "running": title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rstrip() + " ...",
                "handbook": settings.title,
                "organisation": settings.organisation,
                "language": settings.language.value,
                "region": "DK" if settings.language.value == "da" else "GB",
                "imprint": " · ".join(text for text in imprint if text),
                "network": say("Opens on {network}.", network=settings.network)
                if settings.network
                else say("Opens on the workplace's own network."),
                "labels": self._labels,
                "guide": self._guide(guide, title),
                "value": self._value(guide.value) if guide.value else None,
                "more": [{"title": story.heading, "summary": story.summary} for story in guide.more],
                "sheet": list(self._sheet(guide)),
                "cards": [self._value(value) for value in guide.all_values] if guide.shows_values else [],
            }
        )
        public = shown(known) if self._base else ""
        qr = _qr(address) if self._base else ""
        stories = [self._story(story) for story in guide.stories]
        return {**found, "short_address": public, "qr": qr, "stories": stories}

    def _link(self, target: str) -> str:
        if self.site.addresses.knows(target):
            return self._base + self.site.addresses.link(target, "") if self._base else ""
        return target if ":" in target else ""

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

    def _value(self, value: Value) -> Data:
        signs = {"signs": list(value.signs), "code": value.code}
        return {"name": value.heading, "promise": value.promise, "mark": PATHS[value.mark], **signs}

    def _story(self, story: Story) -> Data:
        return {
            "title": shown(story.heading),
            "lead": shown(story.summary),
            "values": [self._value(value) for value in self.site.handbook.showing(story)],
            "tree": [*self._image(story), *self._tree(story)],
            "made_up": story.origin is Origin.ILLUSTRATIVE,
        }

    def _image(self, story: Story) -> Iterator[Data]:
        path = f"stories/{story.image}"
        found = self.site.handbook.pictures.get(path) if story.image else None
        if found and found.form:
            yield picture(path, story.image_alt, found)

    def _tree(self, story: Story) -> list[Any]:
        if story.path not in self._trees:
            try:
                self._trees[story.path] = self._text.tree(story.body)
            except UnknownElementError as error:
                place = Source(story.path, story.body.line)
                self.problems.append(PAPER_ELEMENT.at(place, given=f"<{error.tag}"))
                self._trees[story.path] = [shown(story.body.text)]
        return self._trees[story.path]


def _qr(address: str) -> str:
    """Return a QR code as a small picture in lines; with room around it, as phones want."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=2)
    return drawn.getvalue().decode()


def _shown_all(given: Any) -> Any:
    if isinstance(given, str):
        return shown(given)
    if isinstance(given, Mapping):
        return {name: _shown_all(held) for name, held in given.items()}
    return [_shown_all(held) for held in given] if isinstance(given, list) else given


def _pictures(given: Any) -> Iterator[tuple[str, str]]:
    """The path of each picture in data, and the name that the data knows it by."""
    if isinstance(given, Mapping):
        if given.get("t") == "img":
            yield given["path"], given["src"].removeprefix("/")
        for held in given.values():
            yield from _pictures(held)
    elif isinstance(given, list):
        for held in given:
            yield from _pictures(held)
