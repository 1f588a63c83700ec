"""The book as data: the whole handbook in one volume, or one of its volumes."""

from collections.abc import Iterator
from typing import Any

from ..model.addresses import printed_address
from ..model.meeting import GuideStep, Plan
from ..model.printable import Printable, Product
from ..model.texts.method import Shown
from ..model.texts.story import Origin, Story
from ..model.texts.value import Value
from ..model.value_shapes import PATHS
from ..paper.data import Data, Places, shown_all
from ..paper.shared import PaperParts
from .book_index import indexes
from .book_places import ROOM, BookText, place, titled
from .book_words import book_words
from .guide_parts import dilemma_parts

LONGEST_HEAD = 60
"""Letters in the running head."""


def data(printable: Printable, parts: PaperParts) -> tuple[Data, Places]:
    """Return everything that the book says, in reading order."""
    return _Book(printable, parts).data(), ()


def book_title(printable: Printable, parts: PaperParts) -> str:
    """Return what a book is called: a volume says which it is, as `Hverdag i Fjordby. Tillid`."""
    title = parts.site.settings.title
    return f"{title}. {volume_name(printable, parts)}" if printable.volume else title


def volume_name(printable: Printable, parts: PaperParts) -> str:
    """Return what a volume holds: a value's stories, perhaps a part of them, or what is not stories."""
    say = parts.words.say
    if not isinstance(printable.subject, Value):
        return say("Values and methods") if parts.site.handbook.methods else say("Our values")
    name = printable.subject.heading
    alike = [one.volume for one in _volumes(parts) if one.subject == printable.subject]
    if len(alike) < 2:
        return name
    return say("{value}, part {number}", value=name, number=alike.index(printable.volume) + 1)


def _volumes(parts: PaperParts) -> list[Printable]:
    return [one for one in parts.site.printed if one.product is Product.BOOK and one.volume]


class _Book:
    """Puts one book into words and data."""

    def __init__(self, printable: Printable, parts: PaperParts) -> None:
        handbook = parts.site.handbook
        self._printable, self._parts, self._words = printable, parts, parts.words
        whole = not printable.subject
        self._values: tuple[Value, ...] = handbook.values if whole else ()
        self._plans: tuple[Plan, ...] = parts.site.plans if whole else ()
        self._stories = printable.stories
        self._text = BookText(parts, (*self._values, *self._stories, *(plan.method for plan in self._plans)))

    def data(self) -> Data:
        parts, settings = self._parts, self._parts.site.settings
        groups = list(self._groups())
        found: Data = {
            "cover": shown_all(self._cover()),
            "contact": shown_all([settings.contact.name, settings.contact.phone, settings.contact.mail]),
            "edition": shown_all(settings.edition),
            "notice": shown_all(settings.notice),
            "labels": shown_all(book_words(self._words)),
            "volumes": list(self._other_volumes()),
            "values": [self._value(value) for value in self._values],
            "groups": groups,
            "methods": [self._method(plan) for plan in self._plans],
            # In the order of the pages, so that page numbers rise.
            "indexes": indexes([story for _, told in self._grouped() for story in told], parts),
        }
        address = parts.address(self._printable.code)
        imprint = {"imprint": parts.imprint(""), "network": parts.network()}
        return {**parts.frame(book_title(self._printable, parts)), **address, **imprint, **found}

    def _cover(self) -> Data:
        printable, parts = self._printable, self._parts
        subject = printable.subject
        values = [subject] if isinstance(subject, Value) else parts.site.handbook.values
        number = {"number": printable.volume, "total": len(_volumes(parts))}
        return {
            "title": titled(parts.site.settings.title),
            "name": titled(volume_name(printable, parts)) if printable.volume else "",
            "holds": parts.holds(len(self._values), len(self._stories), len(self._plans)),
            "volume": self._words.say("Volume {number} of {total}", **number) if printable.volume else "",
            "marks": [PATHS[value.mark] for value in values],
        }

    def _other_volumes(self) -> Iterator[Data]:
        """The first volume tells of the others."""
        for one in _volumes(self._parts) if self._printable.volume == 1 else ():
            if one.volume > 1:
                path = printed_address(one, one.forms[0], self._parts.site.settings)
                base = self._parts.base
                holds = self._words.count("{number} story", "{number} stories", len(one.stories))
                told = shown_all({"name": volume_name(one, self._parts), "holds": holds})
                yield {**told, "number": one.volume, "href": f"{base}{path}" if base else ""}

    def _value(self, value: Value) -> Data:
        own = {"questions": list(value.questions), "known": self._parts.known(value.code)}
        return {**self._parts.value(value), **shown_all(own), **self._named(value), "tree": self._text.tree(value)}

    def _grouped(self) -> Iterator[tuple[Value, list[Story]]]:
        """Yield the values that have stories, each with the stories whose chief value it is."""
        chief = {story.path: self._parts.site.handbook.showing(story)[:1] for story in self._stories}
        for value in self._parts.site.handbook.values:
            told = [story for story in self._stories if chief[story.path] == (value,)]
            if told:
                yield value, told

    def _groups(self) -> Iterator[Data]:
        for value, told in self._grouped():
            stories = [self._story(story) for story in told]
            named = {"title": titled(value.heading), "running": _running(value.heading)}
            yield {**self._parts.value(value), **named, "stories": stories}

    def _story(self, story: Story) -> Data:
        parts = self._parts
        values = parts.site.handbook.showing(story)
        own = {
            "lead": story.summary,
            "values": [{"name": value.heading, "mark": PATHS[value.mark]} for value in values],
            "workplace": story.workplace,
            "dilemma": dilemma_parts(story.dilemma),
            "questions": list(story.questions),
            "known": parts.known(story.code),
            "made_up": story.origin is Origin.ILLUSTRATIVE,
        }
        tree = [*parts.image(story, ROOM), *self._text.tree(story)]
        return {**shown_all(own), **self._named(story), "tree": tree}

    def _method(self, plan: Plan) -> Data:
        method, count = plan.method, self._words.count
        minutes = count("{number} minute", "{number} minutes", plan.minutes)
        short = count("short version: {number} minute", "short version: {number} minutes", plan.short)
        own = {
            "purpose": method.purpose,
            "minutes": minutes,
            "time": f"{minutes} ({short})" if plan.short else minutes,
            "group": method.group,
            "materials": list(method.materials),
            "precondition": method.precondition,
            "before": [self._step(step, plan) for step in plan.before],
            "steps": [self._step(step, plan) for step in plan.meeting],
            "known": self._parts.known(method.code),
        }
        return {**shown_all(own), **self._named(method), "tree": self._text.tree(method)}

    def _step(self, step: GuideStep, plan: Plan) -> Data:
        own, say = step.step, self._words.say
        stop = plan.stops.get(step.number)
        minutes = self._words.count("{number} minute", "{number} minutes", step.minutes)
        about = (f"{say('Stop')} {stop}" if stop else "", minutes, own.activity, own.responsible)
        brings = {
            Shown.QUESTIONS: say("Here come the story's own questions."),
            Shown.DILEMMA: say("Here comes the story's dilemma."),
        }
        return {
            "name": own.name,
            "about": " · ".join(words for words in about if words),
            "guidance": own.guidance,
            "say": list(own.say),
            "points": list(own.points),
            "brings": " ".join(words for shown, words in brings.items() if shown in own.shows),
            "questions": list(own.questions),
            "stalls": own.stalls,
            "moved": own.moved,
        }

    def _named(self, document: Any) -> Data:
        title = document.heading
        return {"place": place(document), "title": titled(title), "running": _running(title)}


def _running(title: str) -> str:
    return titled(title if len(title) <= LONGEST_HEAD else f"{title[:LONGEST_HEAD].rstrip()} …")
