"""The short addresses that stand on paper: which codes there are, and what each of them leads to."""

from dataclasses import dataclass

from .meeting import Guide
from .printable import Printable
from .texts.method import Method
from .texts.story import Story
from .texts.value import Value

Coded = Story | Value | Method | Guide | Printable
"""What has a code."""


@dataclass(frozen=True)
class Shortcut:
    """A code on paper and what it leads to; nothing, where that has been taken out of the handbook.

    `printed` is what is printed with the same code, as the poster of a value.
    """

    code: str
    subject: Coded | None = None
    printed: tuple[Printable, ...] = ()
