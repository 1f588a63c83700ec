"""A text for readers, before it is translated into their language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Parameter: TypeAlias = "str | int | date | Month | Message"


@dataclass(frozen=True)
class Month:
    """The month of a day; as a parameter it is written as `november 2026`."""

    day: date


@dataclass(frozen=True)
class Message:
    """A text in English, which is also the key of its translations, and its parameters by name."""

    text: str
    parameters: tuple[tuple[str, Parameter], ...] = ()


def listed(parts: Sequence[Message]) -> Message:
    """Return several messages as one, with a comma between them."""
    first, *rest = parts
    return message("{first}, {rest}", first=first, rest=listed(rest)) if rest else first


def message(text: str, **parameters: Parameter) -> Message:
    """Return a message, for example `message("{method}: {subject}", method="Kort samtale", subject="Nøglen")`."""
    return Message(text, tuple(parameters.items()))


Words: TypeAlias = str | Message
"""A text from the publication, or a message that is translated when it is rendered."""
