"""The short addresses that stand on paper: which codes there are, and what each of them leads to."""

from dataclasses import dataclass

from .content import Story, Value
from .guide import Guide
from .method import Method
from .printable import Printable

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
