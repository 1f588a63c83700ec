"""The nearest word that exists, for "Did you mean ...?"."""

import difflib
from collections.abc import Iterable

from .problem import Parameter


def suggestion(given: str, known: Iterable[str]) -> dict[str, Parameter]:
    """Return the nearest known word as the parameter `suggestion`, or nothing."""
    near = difflib.get_close_matches(given.casefold(), list(known), n=1, cutoff=0.6)
    return {"suggestion": near[0]} if near else {}
