"""How a field of front matter or handbook.yml is declared: its type, its label and its help in one place.

Everything read from YAML is text, a list or a mapping; the declared type decides what a text means.
So `no` stays "no" in a title, and `12:30` is never 750.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from .problem import Source

_DAY_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER_FORM = re.compile(r"-?[0-9]{1,9}")

Step = str | int
Place = tuple[Step, ...]
"""The path to a field: ("dilemma", "options", 2)."""

Places = Mapping[Place, tuple[int, int]]
"""Line and column of each field that the file holds."""


class Declared(BaseModel):
    """Fields read from a file. Unknown keys are faults, and the model is immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class Placed(Declared):
    """Declared fields with the path of their file, the line and column of each field in it, and the faulty fields."""

    path: str = ""
    places: Places = {}
    faulty: frozenset[Place] = frozenset()

    def at(self, *place: Step) -> Source:
        """Return the source of a field; the first line of the file if the field is not in it."""
        line, column = self.places.get(place, (1, 1))
        return Source(self.path, line, column, str(place[0]) if place else "")

    def is_faulty(self, *place: Step) -> bool:
        """Return True if the field is in the file but was left out as faulty; its Problem has been reported."""
        return place in self.faulty

    def has(self, *place: Step) -> bool:
        """Return True if the field is in the file, valid or not."""
        return place in self.places


def declared(
    label: str, meaning: str, *, default: Any = "", required: bool = False, most: int = 0, names: str = ""
) -> Any:
    """Declare a field: its label and meaning for editors, whether it must be filled in, and the most characters that
    read well in it, if there is such a number. `names` is what it names: the id of a kind of document, `goal`, `page`
    or `file`.

    A required field has a default all the same: a missing one is a Problem, found with all the others.
    """
    extra: JsonDict = {"required": required, "most": most, "names": names}
    return Field(default=default, title=label, description=meaning, json_schema_extra=extra)


def is_required(info: FieldInfo) -> bool:
    """Return True if a declared field must be filled in."""
    extra = info.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("required"))


def most_characters(info: FieldInfo) -> int:
    """Return the most characters that read well in a declared field; 0 if it has no such limit."""
    extra = info.json_schema_extra
    most = extra.get("most") if isinstance(extra, dict) else 0
    return most if isinstance(most, int) else 0


def named_kind(info: FieldInfo) -> str:
    """Return what a declared field names, such as `story`; an empty string if it names nothing."""
    extra = info.json_schema_extra
    return str(extra.get("names") or "") if isinstance(extra, dict) else ""


def nested(info: FieldInfo) -> type[Declared] | None:
    """Return the declared fields inside a field (a mapping, or a list of mappings), if it has any."""
    return next((kind for kind in _kinds(info.annotation) if issubclass(kind, Declared)), None)


def holds(info: FieldInfo) -> tuple[type, ...]:
    """Return the types that a field can hold, such as `str`, `date`, or a StrEnum; of a list, those of its items."""
    return tuple(kind for kind in _kinds(info.annotation) if kind is not type(None))


@cache
def fields(kind: type[Declared]) -> dict[str, FieldInfo]:
    """Return the fields that editors write, in the order of declaration, without those that parse adds."""
    # A field that every document has is declared in each kind of its own; pydantic itself would put it first.
    models = [base for base in reversed(kind.__mro__) if issubclass(base, Declared)]
    names = [name for base in models for name in get_annotations(base) if _is_declared(base, name)]
    return {name: kind.model_fields[name] for name in dict.fromkeys(names)}


def _is_declared(model: type[Declared], name: str) -> bool:
    return name in model.model_fields and bool(model.model_fields[name].title)


def is_list(info: FieldInfo) -> bool:
    """Return True if a field holds a list."""
    return getattr(info.annotation, "__origin__", None) is tuple


def _kinds(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and not getattr(annotation, "__origin__", None):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _kinds(argument)


def _day(content: object) -> object:
    if isinstance(content, str):
        try:
            if _DAY_FORM.fullmatch(content):
                return date.fromisoformat(content)
        except ValueError:
            pass
        raise PydanticCustomError("field-date", "not a date")
    return content


def _number(content: object) -> object:
    if isinstance(content, str):
        if not _NUMBER_FORM.fullmatch(content):
            raise PydanticCustomError("field-integer", "not a whole number")
        return int(content)
    return content


def _clock(content: object) -> object:
    if not isinstance(content, str):
        return content
    if not re.fullmatch(r"([01]?[0-9]|2[0-3])[:.][0-5][0-9]", content, re.ASCII):
        raise PydanticCustomError("field-clock", "not a time of day")
    return content.replace(".", ":").zfill(5)


def _truth(content: object) -> object:
    if isinstance(content, str):
        if content not in ("true", "false"):
            raise PydanticCustomError("field-boolean", "not true or false")
        return content == "true"
    return content


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text of at least one letter, exactly as it was typed."""

Verbatim = Annotated[str, StringConstraints(min_length=1)]
"""A text of at least one letter, with the spaces around it."""

Day = Annotated[date, BeforeValidator(_day)]
"""A date, as 2026-11-21."""

Number = Annotated[int, BeforeValidator(_number)]
"""A whole number."""

CLOCK = BeforeValidator(_clock)
"""The validator of a time of day."""

Clock = Annotated[str, CLOCK]
"""A time of day, as 14:30 or 14.30."""

Truth = Annotated[bool, BeforeValidator(_truth)]
"""true or false."""
