"""What the fields of a file name: stories, values, goals and other files."""

from collections.abc import Iterator
from typing import NamedTuple

from .declared import Declared, Place, fields, named_kind


class Reference(NamedTuple):
    """A name in a field: the place of the field, the kind of what it names, such as `story`, and the name itself."""

    place: Place
    kind: str
    given: str


def references(model: Declared, place: Place = ()) -> Iterator[Reference]:
    """Yield every name that the fields of a model hold, also those in lists and in fields within fields."""
    for name, info in fields(type(model)).items():
        yield from _in(getattr(model, name), named_kind(info), (*place, name))


def _in(content: object, kind: str, place: Place) -> Iterator[Reference]:
    if isinstance(content, Declared):
        yield from references(content, place)
    elif isinstance(content, tuple):
        for number, item in enumerate(content):
            yield from _in(item, kind, (*place, number))
    elif kind and isinstance(content, str) and content:
        yield Reference(place, kind, content)
