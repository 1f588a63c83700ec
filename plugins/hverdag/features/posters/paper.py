"""The posters as data: all the values, one value, the value road, and the agreement that a workplace fills in."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...model.artifact import Output
from ...model.problem import Source
from ...model.settings import PATH
from ...model.texts.method import Method
from ...model.texts.value import Value
from ...paper.data import Places, shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ...paper.runs import shown
from ..kit import Kit
from .paper_data import PosterData, RoadData, StopData, ValuePosterData
from .plan import PosterView, Whole

Said = tuple[Mapping[str, Any], Places]
"""The data of a poster, and the sources of its texts."""


def render(view: PosterView, kit: Kit) -> Iterator[Output]:
    """Render every variant of a poster."""
    assert view.printable is not None, "a poster is printed"  # noqa: S101
    data, places = said(view, kit.paper)
    source = Source(view.subject or PATH)
    yield from papers(PrintJob(view.printable, data, template_of(view), places, source), kit.paper)


def template_of(view: PosterView) -> str:
    """Return the template of a poster."""
    name = view.of.value if isinstance(view.of, Whole) else "value" if isinstance(view.of, Value) else "road"
    return f"posters/poster_{name}.typ"


def said(view: PosterView, paper: PaperKit) -> Said:
    """Return the data of a poster, and the sources of its texts."""
    if isinstance(view.of, Value):
        return _value(view, view.of, paper)
    if isinstance(view.of, Method):
        return _road(view, view.of, paper)
    return _values(view, paper) if view.of is Whole.VALUES else _agreement(view, paper)


def _values(view: PosterView, paper: PaperKit) -> Said:
    """Return the poster of all values; a text that is too long is reported at its promise."""
    title = paper.words.say("Our values")
    promises = [(f"promise-{number}", value.at("promise")) for number, value in enumerate(view.values, 1)]
    return _poster(view, title, {"values": title}, paper), (("title", paper.settings.at("title")), *promises)


def _value(view: PosterView, value: Value, paper: PaperKit) -> Said:
    """Return the poster of one value with its promise and its signs."""
    labels = {"signs": paper.words.say("How we notice it")}
    data: ValuePosterData = {**_poster(view, value.heading, labels, paper), "value": paper.value(value)}
    return data, (("name", value.at("name")), ("signs", value.at("signs")))


def _road(view: PosterView, method: Method, paper: PaperKit) -> Said:
    """Return the poster of a road: its stops, each with its name and its questions."""
    say = paper.words.say
    stops: list[StopData] = [{"name": step.name, "questions": list(step.questions)} for _, step in method.stops]
    labels = {"workplace": say("Workplace"), "date": say("Date")}
    places = [("title", method.at("title"))]
    for number, (at, step) in enumerate(method.stops, 1):
        questions = method.at("steps", at, "questions" if step.questions else "name")
        places += [(f"name-{number}", method.at("steps", at, "name")), (f"stop-{number}", questions)]
    data: RoadData = {**_poster(view, method.heading, labels, paper), "stops": shown_all(stops)}
    return data, tuple(places)


def _agreement(view: PosterView, paper: PaperKit) -> Said:
    """Return the agreement that a workplace fills in on its values."""
    say = paper.words.say
    labels = {
        "workplace": say("Workplace"),
        "date": say("Date"),
        "choose": say("We choose"),
        "tick": say("Put a cross. One or two are enough."),
        "do": say("This is what we do"),
        "stop": say("This is what we stop doing"),
        "served": say("This is how {the_many} notice it", the_many=paper.settings.those_served.the_many),
        "colleagues": say("This is how colleagues notice it"),
        "reminder": say("The one who reminds us of it"),
        "again": say("We look at it again on"),
        "names": say("Our names"),
    }
    longest = max(view.values, key=lambda value: len(value.name))
    return _poster(view, say("Our agreement"), labels, paper), (("values", longest.at("name")),)


def _poster(view: PosterView, title: str, labels: Mapping[str, str], paper: PaperKit) -> PosterData:
    """Return the fields of every poster: title, organisation, the address of the newest edition, labels, and the
    values, for their shapes."""
    return {
        **paper.frame(title),
        **paper.address(view.code),
        "edition": shown(paper.settings.edition),
        "values": [paper.value(value) for value in view.values],
        "labels": {"qr_alt": paper.words.say("QR code for the handbook"), **labels},
    }
