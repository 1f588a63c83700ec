"""A page whose macros failed, looked at once more, expression by expression: each fault has its own place, and what
stands beside it is looked over too."""

import re
from collections.abc import Callable
from typing import NamedTuple

_PART = re.compile(
    r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{#.*?#\}|(?P<expression>\{\{.*?\}\})|(?P<statement>\{%)", re.DOTALL
)


class Expression(NamedTuple):
    """What a page holds between {{ and }}, with these, and its line and column in the text."""

    text: str
    line: int
    column: int


def has_statements(text: str) -> bool:
    """Return True if a page has {% ... %}: its expressions then mean something only inside the page."""
    return any(match["statement"] for match in _PART.finditer(text))


def set_in(text: str, piece: Callable[[Expression], str]) -> str:
    """Return a page with each expression replaced by what `piece` returns."""
    return _PART.sub(lambda match: piece(_expression(match)) if match["expression"] else match[0], text)


def _expression(match: re.Match[str]) -> Expression:
    before = match.string[: match.start()]
    return Expression(match[0], before.count("\n") + 1, len(before) - before.rfind("\n"))
