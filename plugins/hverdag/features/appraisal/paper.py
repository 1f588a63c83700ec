"""The sheets as data for paper and for Word."""

from collections.abc import Iterator

from ...model.texts.value import Value
from ...model.value_shapes import PATHS
from ...paper.data import Places, shown_all
from ...paper.kit import PaperKit
from .model import CHOICE, FIRST, POLICY_PARTS, Sheet, SheetKind
from .paper_data import ItemData, SheetData, ValueItems
from .plan import SheetView


def data(view: SheetView, paper: PaperKit) -> SheetData:
    """Return the data of a sheet, in reading order."""
    sheet, words = view.sheet, paper.words
    known = paper.known(view.coded.code) if view.coded else ""
    parts = POLICY_PARTS if sheet.kind is SheetKind.POLICY else ()
    return {
        **paper.frame(words.tell(sheet.title)),
        "has_cards": sheet.kind.has_cards,
        "lead": words.tell(sheet.lead),
        "first": [words.tell(line) for line in (*FIRST, *([CHOICE] if sheet.asks else []))],
        "values": shown_all([_value(value, sheet, paper) for value in view.values]),
        "after": [{"name": words.tell(name), "text": words.tell(text)} for name, text in parts],
        "imprint": paper.imprint(known),
        "labels": {
            "first": words.say("Read this first"),
            "promise": words.say("We promise"),
            "signs": words.say("It can look like this"),
        },
    }


def places(view: SheetView) -> Places:
    """Return the source of the text of each card, for the problem of one that has no room."""
    return tuple(
        (item_id(value, field, number), value.at(field, number))
        for value in view.values
        for field, number in _fields(value, view.sheet)
    )


def item_id(value: Value, field: str, number: int) -> str:
    """Return the name of an item in a problem."""
    return f"{value.id}.{field}.{number}"


def _value(value: Value, sheet: Sheet, paper: PaperKit) -> ValueItems:
    return {
        "name": value.heading,
        "mark": PATHS[value.mark],
        "promise": value.promise,
        "items": list(_items(value, sheet, paper)),
    }


def _items(value: Value, sheet: Sheet, paper: PaperKit) -> Iterator[ItemData]:
    for field, number in _fields(value, sheet):
        text = (value.signs if field == "signs" else value.questions)[number]
        ask = sheet.asks[number % len(sheet.asks)] if sheet.asks and field == "signs" else None
        yield {"id": item_id(value, field, number), "text": text, "ask": paper.words.tell(ask) if ask else ""}


def _fields(value: Value, sheet: Sheet) -> Iterator[tuple[str, int]]:
    """Yield the texts of a value that a sheet uses: its signs, and for a group its questions too."""
    yield from (("signs", number) for number in range(len(value.signs)))
    if sheet.kind is SheetKind.GROUP:
        yield from (("questions", number) for number in range(len(value.questions)))
