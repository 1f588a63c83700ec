"""What is saved is noticed at once where the system tells of it, and a little later where it does not."""

import os
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from hverdag.host.preview import watching
from hverdag.host.preview.watching import Watcher


class Told(FileSystemEventHandler):
    """Notes what it is told of."""

    def __init__(self) -> None:
        self.paths = Queue[str]()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.paths.put(str(event.src_path))


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    """What is told of the folder `stories`."""
    (tmp_path / "stories").mkdir()
    noted, watcher = Told(), Watcher(os.stat)
    watcher.schedule(noted, str(tmp_path / "stories"), recursive=True)
    watcher.start()
    yield noted
    watcher.stop()
    watcher.join(60)
    assert not watcher.is_alive()


@pytest.fixture
def _looks_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LOOK_EVERY", 86_400)


@pytest.mark.usefixtures("_looks_once_a_day")
def test_what_is_saved_is_noticed_without_waiting_for_the_next_look(tmp_path: Path, request: Any) -> None:
    noted = request.getfixturevalue("told")
    story = tmp_path / "stories/vinduet.md"
    story.write_text("Hej", encoding="utf-8")
    assert noted.paths.get(timeout=60) == str(story)
    other = tmp_path / "stories/.vinduet.md"  # as editors save: beside, and then in its place
    other.write_text("Hej igen", encoding="utf-8")
    other.replace(story)
    while noted.paths.get(timeout=60) != str(story):
        pass


@pytest.fixture
def _untold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that can watch nothing more."""

    def schedule(*_: Any, **__: Any) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching.Observer, "schedule", schedule)


@pytest.mark.usefixtures("_untold")
def test_what_the_system_says_nothing_of_is_noticed_too(tmp_path: Path, request: Any) -> None:
    noted = request.getfixturevalue("told")
    story = tmp_path / "stories/vinduet.md"
    story.write_text("Hej", encoding="utf-8")
    assert noted.paths.get(timeout=60) == str(story)
