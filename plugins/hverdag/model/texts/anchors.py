"""The anchors of a text: what a link may name after #."""

from collections.abc import Iterable
from itertools import count

from ..slug import slug
from .body import HEADINGS, Body, Element


def heading_anchor(heading: Element, taken: set[str], prefix: str = "") -> str:
    """Return the id of a heading on a page where the ids in `taken` are used already, and add it to them."""
    wanted = prefix + (slug(Body((heading,)).text) or "afsnit")
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return name


def anchors(body: Body, reserved: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the ids of a body's headings and notes, in reading order. `reserved` are the ids that no heading gets."""
    taken = set(reserved)
    found: list[str] = []
    for element in body.elements():
        if element.tag in HEADINGS:
            found.append(heading_anchor(element, taken))
        elif element.get("id"):
            taken.add(element.get("id"))
            found.append(element.get("id"))
    return tuple(found)
