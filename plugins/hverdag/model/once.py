"""What is worked out of objects that never change, such as texts that were read, and need not be worked out again."""

import weakref
from collections import deque
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Notes(Generic[T, R]):
    """What is known of objects, each for as long as it lives."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[T], R]] = {}

    def note(self, one: T, known: R) -> None:
        """Note what is known of an object."""
        key = id(one)
        self._known[key] = (weakref.ref(one, lambda gone: self._forget(key, gone)), known)

    def get(self, one: T) -> tuple[R] | None:
        """Return what is known of an object, alone in a tuple; None if nobody has noted anything."""
        entry = self._known.get(id(one))
        return (entry[1],) if entry and entry[0]() is one else None

    def _forget(self, key: int, gone: "weakref.ref[T]") -> None:
        """Delete what is known of an object that is gone, unless another has its number by now."""
        entry = self._known.get(key)
        if entry and entry[0] is gone:
            del self._known[key]


def once_for_each(find: Callable[[T], R]) -> Callable[[T], R]:
    """Return a function that gives what `find` gives, and asks it once for each object. What it gives must depend on
    the object alone. A preview keeps its texts from one reading to the next, and with them what was found."""
    notes = Notes[T, R]()

    @wraps(find)
    def found(one: T) -> R:
        known = notes.get(one)
        if known:
            return known[0]
        result = find(one)
        notes.note(one, result)
        return result

    return found


class Rounds(Generic[R]):
    """What was made in the last rounds, for the next: of the same it is not made again. A preview plans all guides of a
    publication at each reading, and all but those of one story are made of the same as before.

    Only what rounds ask for is kept for the next ones, and what is made must depend on what is given alone.
    """

    def __init__(self) -> None:
        # One reading may take three: what is planned is compared with what would be if nothing were held back.
        self._rounds: deque[dict[Hashable, tuple[tuple[object, ...], R]]] = deque([{}], maxlen=4)

    def begin(self) -> None:
        """Begin a round."""
        self._rounds.appendleft({})

    def get(self, key: Hashable, given: tuple[object, ...], make: Callable[[], R]) -> R:
        """Return what `make` made of the same `given` under the same key, in this round or one of the last, or what it
        makes now. Texts that were not read again are the same objects, so that they are quickly compared."""
        for known in self._rounds:
            entry = known.get(key)
            if entry is not None and entry[0] == given:
                break
        else:
            entry = (given, make())
        self._rounds[0][key] = entry
        return entry[1]
