"""The book as data: the whole handbook in one volume, or one of its volumes."""

from collections.abc import Iterator

from ...model.artifact import Output
from ...model.meeting import GuideStep, MeetingPlan
from ...model.problem import Source
from ...model.texts.document import Document
from ...model.texts.method import Brings
from ...model.texts.story import Dilemma, Origin, Story
from ...model.texts.value import Value
from ...model.value_shapes import PATHS
from ...paper.data import shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ..kit import Kit
from .anchors import ROOM, BookText, place, titled
from .index import indexes
from .labels import book_labels
from .paper_data import (
    AskedData,
    BookData,
    BookStoryData,
    BookValueData,
    CoverData,
    GroupData,
    MethodData,
    MethodStepData,
    NamedData,
    VolumeData,
)
from .plan import BookView

LONGEST_HEAD = 60
"""Characters in the running head."""


def render(view: BookView, kit: Kit) -> Iterator[Output]:
    """Render a book, or one of its volumes."""
    assert view.printable is not None, "a book is printed"  # noqa: S101
    data = BookOnPaper(view, kit.paper, kit.registry.reserved_ids).data()
    source = Source(view.subject)
    job = PrintJob(view.printable, data, "book/book.typ", source=source, story_codes=view.story_codes)
    yield from papers(job, kit.paper)


def book_title(view: BookView, paper: PaperKit) -> str:
    """Return the title of a book; a volume adds its own title: `Hverdag i Fjordby. Tillid`."""
    title = paper.settings.title
    return f"{title}. {paper.words.tell(view.title)}" if view.number else title


class BookOnPaper:
    """Builds the data of one book. `reserved_ids` are the ids that headings on the web do not get."""

    def __init__(self, view: BookView, paper: PaperKit, reserved_ids: frozenset[str] = frozenset()) -> None:
        self._view, self._paper, self._words = view, paper, paper.words
        inside = (*view.values, *view.stories, *(plan.method for plan in view.plans))
        self._text = BookText(paper, inside, reserved_ids)

    def data(self) -> BookData:
        """Return the data of the whole book, in reading order."""
        view, paper, settings = self._view, self._paper, self._paper.settings
        return {
            **paper.frame(book_title(view, paper)),
            **paper.address(view.code),
            "imprint": paper.imprint(""),
            "network": paper.network(),
            "cover": shown_all(self._cover()),
            "contact": shown_all([settings.contact.name, settings.contact.phone, settings.contact.mail]),
            "edition": shown_all(settings.edition),
            "notice": shown_all(settings.notice),
            "labels": shown_all(book_labels(self._words)),
            "volumes": list(self._other_volumes()),
            "values": [self._value(value) for value in view.values],
            "groups": [self._group(value, stories) for value, stories in view.groups],
            "methods": [self._method(plan) for plan in view.plans],
            # In the order of the pages, so that page numbers rise.
            "indexes": indexes(view.stories, view.showing, self._words),
        }

    def _cover(self) -> CoverData:
        view, paper = self._view, self._paper
        number = {"number": view.number, "total": len(view.volumes)}
        return {
            "title": titled(paper.settings.title),
            "name": titled(self._words.tell(view.title)) if view.number else "",
            "holds": paper.contents(len(view.values), len(view.stories), len(view.plans)),
            "volume": self._words.say("Volume {number} of {total}", **number) if view.number else "",
            "marks": [PATHS[value.mark] for value in view.shapes],
        }

    def _other_volumes(self) -> Iterator[VolumeData]:
        """Yield the other volumes, in the first volume only."""
        for volume in self._view.volumes if self._view.number == 1 else ():
            if volume.number > 1:
                base = self._paper.base
                yield {
                    "name": shown_all(self._words.tell(volume.title)),
                    "holds": shown_all(self._words.count("{number} story", "{number} stories", volume.stories)),
                    "number": volume.number,
                    "href": f"{base}{volume.address}" if base else "",
                }

    def _value(self, value: Value) -> BookValueData:
        return {
            **self._paper.value(value),
            "questions": shown_all(list(value.questions)),
            "known": shown_all(self._paper.known(value.code)),
            **self._named(value),
            "tree": self._text.tree(value),
        }

    def _group(self, value: Value, stories: tuple[Story, ...]) -> GroupData:
        return {
            **self._paper.value(value),
            "title": titled(value.heading),
            "running": _running(value.heading),
            "stories": [self._story(story) for story in stories],
        }

    def _story(self, story: Story) -> BookStoryData:
        paper, values = self._paper, self._view.showing[story.path]
        dilemma = story.dilemma
        return {
            "lead": shown_all(story.summary),
            "values": shown_all([{"name": value.heading, "mark": PATHS[value.mark]} for value in values]),
            "workplace": shown_all(story.workplace),
            "because": shown_all(story.because),
            "dilemma": _dilemma(dilemma) if dilemma else None,
            "questions": shown_all(list(story.questions)),
            "known": shown_all(paper.known(story.code)),
            "made_up": story.origin is Origin.ILLUSTRATIVE,
            **self._named(story),
            "tree": [*paper.image(story, ROOM), *self._text.tree(story)],
        }

    def _method(self, plan: MeetingPlan) -> MethodData:
        method, words = plan.method, self._words
        minutes = words.duration(plan.minutes)
        short = words.say("short version: {time}", time=words.duration(plan.short))
        return {
            "purpose": shown_all(method.purpose),
            "minutes": shown_all(minutes),
            "time": shown_all(f"{minutes} ({short})" if plan.short else minutes),
            "group": shown_all(method.group),
            "materials": shown_all(list(method.materials)),
            "precondition": shown_all(method.precondition),
            "before": shown_all([self._step(step, plan) for step in plan.before]),
            "steps": shown_all([self._step(step, plan) for step in plan.meeting]),
            "known": shown_all(self._paper.known(method.code)),
            **self._named(method),
            "tree": self._text.tree(method),
        }

    def _step(self, step: GuideStep, plan: MeetingPlan) -> MethodStepData:
        method_step, say = step.step, self._words.say
        stop = plan.stops.get(step.number)
        minutes = self._words.duration(step.minutes)
        facts = (f"{say('Stop')} {stop}" if stop else "", minutes, method_step.activity, method_step.responsible)
        brings = {
            Brings.QUESTIONS: say("Here come the story's own questions."),
            Brings.DILEMMA: say("Here comes the story's dilemma."),
        }
        return {
            "name": method_step.name,
            "about": " · ".join(words for words in facts if words),
            "guidance": method_step.guidance,
            "say": list(method_step.say),
            "points": list(method_step.points),
            "brings": " ".join(words for shown, words in brings.items() if shown in method_step.shows),
            "questions": list(method_step.questions),
            "stalls": method_step.stalls,
            "moved": method_step.moved,
        }

    def _named(self, document: Document) -> NamedData:
        title = document.heading
        return {"place": place(document), "title": titled(title), "running": _running(title)}


def _running(title: str) -> str:
    return titled(title if len(title) <= LONGEST_HEAD else f"{title[:LONGEST_HEAD].rstrip()} …")


def _dilemma(dilemma: Dilemma) -> AskedData:
    return {"question": shown_all(dilemma.question), "options": shown_all(list(dilemma.options))}
