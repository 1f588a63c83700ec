"""What is deleted: at once, or by a process of its own, which nobody waits for."""

import time
from pathlib import Path

import pytest

from hverdag.publish import deletion
from hverdag.publish.deletion import delete
from hverdag.publish.release import staging, swap


def filled(folder: Path, files: int) -> Path:
    """Return a folder with so many files, in folders of ten."""
    for number in range(files):
        place = folder / str(number // 10)
        place.mkdir(parents=True, exist_ok=True)
        (place / str(number)).touch()
    return folder


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a folder of twenty files taken for a large one."""
    monkeypatch.setattr(deletion, "MOST_AT_ONCE", 10)


def test_a_small_folder_is_gone_at_once(tmp_path: Path) -> None:
    """A small folder is gone at once."""
    folder = filled(tmp_path / "old", 20)
    delete(folder, at_once=False)
    assert not folder.exists()


@pytest.mark.usefixtures("small")
def test_a_large_folder_is_gone_a_little_later_or_at_once(tmp_path: Path) -> None:
    """A large folder is deleted by another process, unless it must be gone at once."""
    at_once, later = filled(tmp_path / "one", 20), filled(tmp_path / "other", 20)
    delete(at_once, at_once=True)
    assert not at_once.exists()
    delete(later, at_once=False)
    assert _goes(later)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("keep_last", [True, False])
def test_what_was_taken_out_is_never_left_to_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep_last: bool
) -> None:
    """Of a site that has lost a story, no older release is there after the swap."""
    told: list[bool] = []
    monkeypatch.setattr("hverdag.publish.release.delete", lambda _, at_once: told.append(at_once))
    for kept in (True, True, keep_last):
        with staging(tmp_path / "site") as folder:
            filled(folder / "pages", 20)
            swap(folder, tmp_path / "site", keep_last=kept)
    assert told
    assert all(at_once is not keep_last for at_once in told)


def _goes(folder: Path) -> bool:
    for _ in range(600):
        if not folder.exists():
            return True
        time.sleep(0.05)
    return False
