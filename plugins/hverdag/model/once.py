"""What is worked out of an object that never changes, such as a text that was read: once, for as long as it lives."""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def once_for_each(find: Callable[[T], R]) -> Callable[[T], R]:
    """Return a function that gives what `find` gives, and asks it once for each object. What it gives must depend on
    the object alone. A preview keeps its texts from one reading to the next, and with them what was found."""
    known: dict[int, tuple[weakref.ref[T], R]] = {}

    @wraps(find)
    def found(one: T) -> R:
        key = id(one)
        entry = known.get(key)
        if entry and entry[0]() is one:
            return entry[1]
        result = find(one)
        known[key] = (weakref.ref(one, lambda gone: _forget(known, key, gone)), result)
        return result

    return found


def _forget(known: dict[int, tuple[weakref.ref[T], R]], key: int, gone: "weakref.ref[T]") -> None:
    """Delete what is known of an object that is gone, unless another has its number by now."""
    entry = known.get(key)
    if entry and entry[0] is gone:
        del known[key]
