"""Memory shared among threads: so much at a time, and what is larger than that alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class WeightedSemaphore:
    """Lets threads in while what they take, in all, is at most `most`; one that takes more is let in alone."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0
        self._changed = threading.Condition()

    @contextmanager
    def of(self, size: int) -> Iterator[None]:
        """Wait until there is room, and take it."""
        with self._changed:
            self._changed.wait_for(lambda: not self._taken or self._taken + size <= self._most)
            self._taken += size
        try:
            yield
        finally:
            with self._changed:
                self._taken -= size
                self._changed.notify_all()
