"""What is said of a block that a forge shows otherwise: what it is here, and what it is there."""

from ...model.message import Message, message
from .compare import Difference
from .words import Part

LISTS = frozenset({"list", "numbers"})
ITEMS = frozenset({"item", "task"})

_NAMES = {
    "quote": message("a quotation"),
    "item": message("an item of a list"),
    "task": message("an item to tick off"),
    "table": message("a table"),
    "row": message("a row of a table"),
    "cell": message("a cell of a table"),
    "code": message("code in a box of its own"),
    "term": message("a definition"),
    "link": message("a link"),
    "struck": message("struck out"),
    "snippet": message("code in a line"),
    "picture": message("a picture"),
    "alert": message("a coloured box"),
    "note": message("a footnote"),
}
_ITEM_AND_ITEMS = (message("one item of a list"), message("two items of a list"))
_ONE_AND_TWO = {
    "quote": (message("one quotation"), message("two quotations")),
    "item": _ITEM_AND_ITEMS,
    "task": _ITEM_AND_ITEMS,
    "cell": (message("one cell of a table"), message("two cells of a table")),
    "row": (message("one row of a table"), message("two rows of a table")),
    "code": (message("one box with code"), message("two boxes with code")),
    "note": (message("one footnote"), message("two footnotes")),
}
_PARAGRAPHS = (message("one paragraph"), message("two paragraphs"))
_TEXT = message("running text")


def described(difference: Difference) -> tuple[Message, Message]:
    """Return what a block is here, and what it is on the forge."""
    if difference.runs_together:
        one, two = _ONE_AND_TWO.get(difference.there[0].kind if difference.there else "", _PARAGRAPHS)
        return (one, two) if difference.is_one_here else (two, one)
    here, new = difference.here, difference.new
    if here and new and here[0].number and new[0].number and here[0].kind == new[0].kind:
        return _number(here[0]), _number(new[0])
    is_here, is_there = _name(here), _name(new)
    if difference.is_new_item and not new and difference.is_inside_here:
        return message("{what} inside the item above it", what=_NAMES["item"]), _NAMES["item"]
    if difference.is_inside and (new or difference.going_on):
        is_there = message("{what} inside the item above it", what=is_there if new else message("a paragraph"))
        is_in_item = any(part.kind in ITEMS for part in difference.around)
        if not here and difference.is_new_item:
            is_here = _NAMES["item"]
        elif not here and difference.begins_here and not is_in_item:
            is_here = message("a paragraph of its own")
        elif here and new and here[0].kind == new[0].kind and new[0].kind not in LISTS:
            is_here = message("{what} on its own", what=is_here)
    return is_here, is_there


def _name(parts: tuple[Part, ...]) -> Message:
    if not parts:
        return _TEXT
    part = parts[0]
    if part.kind.startswith("heading"):
        return message("a heading of level {count}", count=int(part.kind.partition(" ")[2]))
    if part.kind == "numbers":
        if part.items == 1:
            return message("a numbered list of one item")
        return message("a numbered list of {count} items", count=part.items)
    if part.kind == "list":
        return (
            message("a list of one item") if part.items == 1 else message("a list of {count} items", count=part.items)
        )
    return _NAMES[part.kind]


def _number(part: Part) -> Message:
    return message("number {count}", count=part.number)
