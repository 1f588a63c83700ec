"""Folders to work in: one a run, and none is left of a run that is over."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from hverdag.publish import work
from hverdag.publish.work import Workplace, is_private, replacing, run_folder, sweep_work

LIVES = """
import sys, pathlib
from hverdag.publish.work import Workplace, replacing
folder = Workplace(pathlib.Path(sys.argv[1])).run()
(folder / "ord.txt").write_text("hemmeligt")
print(folder, flush=True)
sys.stdin.read()
"""
WRITES = """
import sys, pathlib
from hverdag.publish.work import replacing
with replacing(pathlib.Path(sys.argv[1]), 0o644) as beside:
    beside.write_text("halvt")
    print(beside, flush=True)
    sys.stdin.read()
"""


def started(program: str, folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def first_line(running: "subprocess.Popen[str]") -> Path:
    assert running.stdout
    return Path(running.stdout.readline().strip())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def own_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that nobody else uses, here and in programs that are started."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_run_has_one_folder_and_nobody_else_may_look_into_it(tmp_path: Path) -> None:
    place = Workplace(tmp_path / "ny/sted")
    folder = place.run()
    assert place.run() == folder
    assert Workplace(tmp_path / "ny/sted").run() != folder
    assert [path.stat().st_mode & 0o777 for path in (folder, folder.parent)] == [0o700, 0o700]
    assert folder.with_suffix(".lock").stat().st_mode & 0o777 == 0o600


def test_all_threads_have_the_same(tmp_path: Path) -> None:
    place, found = Workplace(tmp_path), set[Path]()
    threads = [threading.Thread(target=lambda: found.add(place.run())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 1


def test_a_folder_that_somebody_deleted_is_made_again(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    place.run().rmdir()
    assert place.run().is_dir()


def test_it_is_gone_when_the_run_ends(tmp_path: Path) -> None:
    running = started(LIVES, tmp_path)
    folder = first_line(running)
    assert (folder / "ord.txt").is_file()
    running.communicate("")
    assert names(tmp_path) == []


def test_a_run_that_lives_is_left_alone_and_a_killed_one_is_swept_by_the_next(tmp_path: Path) -> None:
    running = started(LIVES, tmp_path)
    folder = first_line(running)
    place = Workplace(tmp_path)
    place.sweep()
    own = place.run()
    assert (folder / "ord.txt").is_file()
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert (folder / "ord.txt").is_file()
    place.sweep()
    assert names(tmp_path) == [own.name, f"{own.name}.lock"]


@pytest.mark.parametrize("left", ["run-0123456789abcdef", "run-0123456789abcdef.lock"])
def test_half_of_what_a_run_has_made_is_swept_too(tmp_path: Path, left: str) -> None:
    (tmp_path / left).touch() if left.endswith(".lock") else (tmp_path / left).mkdir()
    Workplace(tmp_path).sweep()
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["run-0123", "run-0123456789abcdef.txt", "andet", "run-0123456789ABCDEF"])
def test_nothing_else_is_swept(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    Workplace(tmp_path).sweep()
    assert names(tmp_path) == [name]


def test_temporary_files_lie_in_a_folder_of_the_user(own_tmp: Path) -> None:
    assert run_folder().parent == own_tmp / f"hverdag-{os.getuid()}"
    assert is_private(run_folder().parent)


def test_where_no_temporary_file_can_be_written_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/findes/ikke"])
    monkeypatch.setenv("TMPDIR", "/findes/ikke")
    with pytest.raises(OSError, match="No space") as caught:
        run_folder()
    assert caught.value.filename == "/findes/ikke"
    sweep_work()


@pytest.mark.parametrize("trick", ["open", "link", "file"])
def test_a_folder_that_somebody_else_has_made_first_is_not_used(own_tmp: Path, trick: str) -> None:
    shared, other = own_tmp / f"hverdag-{os.getuid()}", own_tmp / "andet"
    other.mkdir(mode=0o700)
    if trick == "open":
        shared.mkdir()
        shared.chmod(0o777)
    elif trick == "link":
        shared.symlink_to(other)
    else:
        shared.touch()
    assert run_folder().parent.parent == own_tmp
    assert run_folder().parent.name.startswith("hverdag-")
    assert run_folder().parent != shared
    assert names(other) == []


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_nor_is_one_that_belongs_to_another(own_tmp: Path) -> None:
    shared = own_tmp / f"hverdag-{os.getuid()}"
    shared.mkdir(mode=0o700)
    os.chown(shared, 12345, 12345)
    assert run_folder().parent != shared


class TestReplacing:
    """A file takes another's place in one step."""

    def test_it_has_the_rights_that_are_asked_for(self, tmp_path: Path) -> None:
        before = os.umask(0o077)
        with replacing(tmp_path / "fil.txt", 0o644) as beside:
            assert beside.stat().st_mode & 0o777 == 0o600
            beside.write_text("nyt", "utf-8")
        os.umask(before)
        assert (tmp_path / "fil.txt").read_text("utf-8") == "nyt"
        assert (tmp_path / "fil.txt").stat().st_mode & 0o777 == 0o644
        assert names(tmp_path) == ["fil.txt"]

    def test_a_fault_leaves_the_old_one_and_names_it(self, tmp_path: Path) -> None:
        (tmp_path / "fil.txt").write_text("gammelt", "utf-8")
        with pytest.raises(OSError, match="fuld") as caught, replacing(tmp_path / "fil.txt", 0o644) as beside:
            beside.write_text("halvt", "utf-8")
            raise OSError(28, "fuld")
        assert caught.value.filename == str(tmp_path / "fil.txt")
        assert (tmp_path / "fil.txt").read_text("utf-8") == "gammelt"
        assert names(tmp_path) == ["fil.txt"]

    def test_a_long_name_is_no_hindrance(self, tmp_path: Path) -> None:
        with replacing(tmp_path / ("a" * 255), 0o644) as beside:
            beside.write_text("nyt", "utf-8")
        assert names(tmp_path) == ["a" * 255]

    def test_what_a_killed_run_was_writing_is_swept_and_what_a_living_one_writes_is_not(self, own_tmp: Path) -> None:
        (own_tmp / "ud").mkdir()
        running = started(WRITES, own_tmp / "ud/fil.txt")
        beside = first_line(running)
        sweep_work(own_tmp / "ud")
        assert beside.read_text("utf-8") == "halvt"
        running.send_signal(signal.SIGKILL)
        running.communicate()
        assert beside.is_file()
        (own_tmp / "ud/.hverdag-brev").touch()
        sweep_work(own_tmp / "ud")
        assert names(own_tmp / "ud") == [".hverdag-brev"]


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a file away")
def test_what_another_user_is_writing_is_left(own_tmp: Path) -> None:
    left = own_tmp / ".hverdag-run-0123456789abcdef"
    left.touch()
    os.chown(left, 12345, 12345)
    sweep_work(own_tmp)
    assert left.exists()
    os.chown(left, os.getuid(), os.getgid())
    sweep_work(own_tmp)
    assert not left.exists()


def test_a_lock_that_was_swept_away_before_it_was_held_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another run has opened it between its making and its locking, and deleted it as a dead one's."""
    made = list[Path]()
    whole = work.FileLock.acquire

    def robbed(lock: work.FileLock, *given: object, **named: object) -> object:
        held = whole(lock, *given, **named)  # type: ignore[arg-type]
        made.append(Path(lock.lock_file))
        if len(made) == 1:
            made[0].unlink()
        return held

    monkeypatch.setattr(work.FileLock, "acquire", robbed)
    folder = Workplace(tmp_path).run()
    assert [folder.with_suffix(".lock")] == made[1:]
    assert names(tmp_path) == [folder.name, f"{folder.name}.lock"]
