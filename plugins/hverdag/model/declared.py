"""How a field of front matter or handbook.yml is declared: its type, its label and its help in one place.

Everything read from YAML is text, a list or a mapping; the declared type decides what a text means.
So `no` stays "no" in a title, and `12:30` is never 750.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from .problem import Source

Step = str | int
Place = tuple[Step, ...]
"""The way to a field: ("dilemma", "options", 2)."""

Places = Mapping[Place, tuple[int, int]]
"""Line and column of each field that the file holds."""


class Declared(BaseModel):
    """Fields read from a file. Unknown keys are faults, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Placed(Declared):
    """Declared fields that know which file they came from, and where in it each of them stands."""

    path: str = ""
    places: Places = {}
    faulty: frozenset[Place] = frozenset()

    def at(self, *place: Step) -> Source:
        """Return where a field stands; for a field that is not there, the first line of the file."""
        line, column = self.places.get(place, (1, 1))
        return Source(self.path, line, column, str(place[0]) if place else "")

    def is_faulty(self, *place: Step) -> bool:
        """Whether the field was there, but had to be left out; its Problem has been reported."""
        return place in self.faulty

    def has(self, *place: Step) -> bool:
        """Whether the file holds the field, right or wrong."""
        return place in self.places


def declared(label: str, meaning: str, *, default: Any = "", required: bool = False) -> Any:
    """Declare a field: its label and meaning for editors, and whether it must be filled in.

    A required field has a default all the same: a missing one is a Problem, found with all the others.
    """
    return Field(default=default, title=label, description=meaning, json_schema_extra={"required": required})


def is_required(info: FieldInfo) -> bool:
    """Whether a declared field must be filled in."""
    extra = info.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("required"))


def nested(info: FieldInfo) -> type[Declared] | None:
    """Return the declared fields inside a field (a mapping, or a list of mappings), if it has any."""
    return next((kind for kind in _kinds(info.annotation) if issubclass(kind, Declared)), None)


@cache
def fields(kind: type[Declared]) -> dict[str, FieldInfo]:
    """Return the fields that editors write: the declared ones, without what parse adds."""
    return {name: info for name, info in kind.model_fields.items() if info.title}


def is_list(info: FieldInfo) -> bool:
    """Whether a field holds a list."""
    return getattr(info.annotation, "__origin__", None) is tuple


def _kinds(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and not getattr(annotation, "__origin__", None):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _kinds(argument)


def _day(given: object) -> object:
    if isinstance(given, str):
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
                return date.fromisoformat(given)
        except ValueError:
            pass
        raise PydanticCustomError("field-date", "not a date")
    return given


def _number(given: object) -> object:
    if isinstance(given, str):
        if not re.fullmatch(r"-?[0-9]{1,9}", given):
            raise PydanticCustomError("field-integer", "not a whole number")
        return int(given)
    return given


def _clock(given: object) -> object:
    if not isinstance(given, str):
        return given
    if not re.fullmatch(r"([01]?[0-9]|2[0-3])[:.][0-5][0-9]", given, re.ASCII):
        raise PydanticCustomError("field-clock", "not a time of day")
    return given.replace(".", ":").zfill(5)


def _truth(given: object) -> object:
    if isinstance(given, str):
        if given not in ("true", "false"):
            raise PydanticCustomError("field-boolean", "not true or false")
        return given == "true"
    return given


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text of at least one letter, exactly as it was typed."""

Verbatim = Annotated[str, StringConstraints(min_length=1)]
"""A text of at least one letter, with the spaces around it."""

Day = Annotated[date, BeforeValidator(_day)]
"""A date, as 2026-11-21."""

Number = Annotated[int, BeforeValidator(_number)]
"""A whole number."""

CLOCK = BeforeValidator(_clock)
"""What tells a time of day from any other text."""

Clock = Annotated[str, CLOCK]
"""A time of day, as 14:30 or 14.30."""

Truth = Annotated[bool, BeforeValidator(_truth)]
"""true or false."""
