"""The posters as data: all the values, one value, the value road, and the agreement that a workplace fills in."""

from ..model.printable import Printable, Product
from ..model.texts.method import Method
from ..model.texts.value import Value
from ..paper.data import Data, Places, shown_all
from ..paper.shared import PaperParts
from ..paper.text_tree import shown


def values_poster(printable: Printable, parts: PaperParts) -> tuple[Data, Places]:
    """Return all the values with their promises. What has no room is told at its promise."""
    say, values = parts.words.say, parts.site.handbook.values
    held = {"labels": {"values": say("Our values")}}
    told = {**_frame(say("Our values"), printable, parts), **_with_labels(held, parts)}
    promises = [(f"promise-{number}", value.at("promise")) for number, value in enumerate(values, 1)]
    return told, (("title", parts.site.settings.at("title")), *promises)


def value_poster(printable: Printable, parts: PaperParts) -> tuple[Data, Places]:
    """Return one value with its promise and its signs."""
    assert isinstance(printable.subject, Value), "a poster for a value"  # noqa: S101
    value, say = printable.subject, parts.words.say
    held = {"value": parts.value(value), "labels": {"signs": say("How we notice it")}}
    told = {**_frame(value.heading, printable, parts), **_with_labels(held, parts)}
    return told, (("name", value.at("name")), ("signs", value.at("signs")))


def road_poster(printable: Printable, parts: PaperParts) -> tuple[Data, Places]:
    """Return the stops of a road, each with its name and its questions."""
    assert isinstance(printable.subject, Method), "a poster for a method"  # noqa: S101
    method, say = printable.subject, parts.words.say
    labels = {"workplace": say("Workplace"), "date": say("Date")}
    stops = [{"name": step.name, "questions": list(step.questions)} for _, step in method.stops]
    told = _with_labels({"stops": shown_all(stops), "labels": labels}, parts)
    places = [("title", method.at("title"))]
    for number, (at, step) in enumerate(method.stops, 1):
        questions = method.at("steps", at, "questions" if step.questions else "name")
        places += [(f"name-{number}", method.at("steps", at, "name")), (f"stop-{number}", questions)]
    return {**_frame(method.heading, printable, parts), **told}, tuple(places)


def agreement(printable: Printable, parts: PaperParts) -> tuple[Data, Places]:
    """Return what a workplace fills in to agree on its values."""
    say = parts.words.say
    labels = {
        "workplace": say("Workplace"),
        "date": say("Date"),
        "choose": say("We choose"),
        "tick": say("Put a cross. One or two are enough."),
        "do": say("This is what we do"),
        "stop": say("This is what we stop doing"),
        "citizens": say("This is how citizens notice it"),
        "colleagues": say("This is how colleagues notice it"),
        "reminder": say("The one who reminds us of it"),
        "again": say("We look at it again on"),
        "names": say("Our names"),
    }
    told = _with_labels({"labels": labels}, parts)
    longest = max(parts.site.handbook.values, key=lambda value: len(value.name))
    return {**_frame(say("Our agreement"), printable, parts), **told}, (("values", longest.at("name")),)


def _frame(title: str, printable: Printable, parts: PaperParts) -> Data:
    """What every poster holds: whose it is, the newest edition's address, and the values, for their marks."""
    values = [parts.value(value) for value in parts.site.handbook.values]
    about = {"edition": shown(parts.site.settings.edition), "values": values}
    return {**parts.frame(title), **parts.address(printable.code), **about}


def _with_labels(held: Data, parts: PaperParts) -> Data:
    """The fixed words of a poster, and those that all posters share."""
    shared = {"qr_alt": parts.words.say("QR code for the handbook")}
    return {**held, "labels": {**shared, **held["labels"]}}


SHARED = ("house.typ", "printed.typ", "poster.typ")

PIECES = {
    Product.VALUES_POSTER: (values_poster, (*SHARED, "poster_values.typ")),
    Product.VALUE_POSTER: (value_poster, (*SHARED, "poster_value.typ")),
    Product.ROAD_POSTER: (road_poster, (*SHARED, "poster_road.typ")),
    Product.AGREEMENT: (agreement, (*SHARED, "poster_agreement.typ")),
}
"""What each poster says, and the templates that set it."""
