"""What texts mark without saying it in words: alerts and tasks. Each output writes it in the reader's language."""

import re
from collections.abc import Mapping
from dataclasses import replace

from ..message import Message, message
from .body import Element, Node

ALERTS: Mapping[str, Message] = {
    "note": message("Note"),
    "tip": message("Tip"),
    "important": message("Important"),
    "warning": message("Warning"),
    "caution": message("Caution"),
}
"""The title of each kind of alert."""

DONE, OPEN = "☑", "☐"

_SIDE = re.compile(r"text-align:(left|right|center);?")


def alert_title(element: Element) -> Message | None:
    """Return the title of an alert, or None for any other element."""
    kinds = element.get("class").split() if element.tag == "div" else []
    return next((ALERTS[kind] for kind in kinds if kind in ALERTS), None)


def text_side(style: str) -> str:
    """Return the side that the text of a table's cell stands at, by its style attribute: `right`, or an empty string
    where nothing is said."""
    match = _SIDE.fullmatch(style.replace(" ", ""))
    return match[1] if match else ""


def task_box(element: Element) -> str:
    """Return the box of a task, ticked if the task is done."""
    return DONE if any(name == "checked" for name, _ in element.attributes) else OPEN


def task(nodes: tuple[Node, ...]) -> tuple[str, tuple[Node, ...]]:
    """Return the box that an item of a list begins with, or an empty string, and the item's nodes without the box."""
    first, *rest = nodes or ("",)
    if isinstance(first, str):
        box, after = task(tuple(rest)) if rest and not first.strip() else ("", ())
        return (box, after) if box else ("", nodes)
    if first.tag == "input":
        words = (rest[0].lstrip(), *rest[1:]) if rest and isinstance(rest[0], str) else rest
        return task_box(first), tuple(words)
    box, inner = task(first.children) if first.tag == "p" else ("", ())
    return (box, (replace(first, children=inner), *rest)) if box else ("", nodes)
