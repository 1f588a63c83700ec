"""How it is noticed that something was saved: by looking now and then, and at once where the system tells of it.

The system alone is not believed: it says nothing of a share on the network that others write to, of a folder that is
not there yet, or where too much is watched. So what has changed is always found by looking.
"""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingEmitter

LOOK_EVERY = 0.3
"""Seconds between two looks at whether a file was saved, where nothing is told."""

_SAVES: list[type[FileSystemEvent]] = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent]


class Watcher(BaseObserver):
    """Watches paths, also those that are not there yet. `facts` returns what `os.stat` does."""

    def __init__(self, facts: Callable[[str], os.stat_result]) -> None:
        super().__init__(partial(_Looks, facts=facts), timeout=LOOK_EVERY)  # type: ignore[arg-type]
        self._system = Observer()

    def start(self) -> None:
        """Begin to look, and have the system tell of what is saved, where it can."""
        super().start()
        self._system.start()
        for emitter in self.emitters:
            watch = emitter.watch
            with suppress(OSError, RuntimeError):  # it is not there, or too much is watched
                self._system.schedule(_Hurry(emitter), watch.path, recursive=watch.is_recursive, event_filter=_SAVES)

    def on_thread_stop(self) -> None:
        """Stop looking."""
        self._system.stop()
        super().on_thread_stop()


class _Looks(PollingEmitter):
    """Looks at one path."""

    def __init__(
        self, events: Any, watch: ObservedWatch, *, facts: Callable[[str], os.stat_result], **rest: Any
    ) -> None:
        super().__init__(events, watch, stat=facts, listdir=os.scandir, **rest)
        self.is_told = threading.Event()

    def queue_events(self, timeout: float) -> None:
        """Look when the time is up, or sooner."""
        self.is_told.wait(timeout)
        self.is_told.clear()
        super().queue_events(0)

    def on_thread_stop(self) -> None:
        """Wait no longer."""
        self.is_told.set()


class _Hurry(FileSystemEventHandler):
    """Has somebody look at once."""

    def __init__(self, looks: Any) -> None:
        self._looks = looks

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Look."""
        self._looks.is_told.set()
