"""What a disk refuses is told as what it is, and where."""

import errno
import os
import tempfile
from pathlib import Path

import pytest

from hverdag.publish import disk
from hverdag.publish.disk import disk_problem, is_fault_of_disk, raise_fault_of_disk


@pytest.mark.parametrize(
    ("number", "rule", "of_disk"),
    [
        (errno.ENOSPC, "disk-full", True),
        (errno.EDQUOT, "disk-full", True),
        (errno.EFBIG, "disk-full", True),
        (errno.EACCES, "disk-denied", False),
        (errno.EPERM, "disk-denied", False),
        (errno.EROFS, "disk-denied", False),
        (errno.ENOENT, "disk-gone", False),
        (errno.ENOTDIR, "disk-gone", False),
        (errno.ESTALE, "disk-gone", False),
        (errno.ENAMETOOLONG, "disk-name", True),
        (errno.EMFILE, "disk-open-files", True),
        (errno.ENFILE, "disk-open-files", True),
        (errno.EIO, "disk-broken", True),
        (errno.ENXIO, "disk-broken", True),
    ],
)
def test_each_refusal_has_its_words(number: int, rule: str, of_disk: bool) -> None:
    error = OSError(number, os.strerror(number), "/srv/side.html")
    problem = disk_problem(error, ())
    assert problem is not None
    assert (problem.rule, problem.is_error, problem.source.path) == (rule, True, "side.html")
    assert problem.parameters == {"given": "/srv/side.html"}
    assert is_fault_of_disk(error) is of_disk


def test_of_a_copy_the_target_is_named() -> None:
    for target in ("/til", Path("/til")):
        problem = disk_problem(OSError(errno.ENOSPC, "", "/fra", None, target), ())
        assert problem is not None
        assert problem.parameters == {"given": "/til"}


def test_where_no_file_is_named_it_is_the_fullest_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = {str(tmp_path): 10, "/": 5, "/midlertidig": 7}
    monkeypatch.setattr(disk, "_room", lambda place: room[str(place)])
    monkeypatch.setattr(tempfile, "tempdir", "/midlertidig")
    for places, fullest in (((tmp_path, Path("/")), "/"), ((tmp_path,), "/midlertidig")):
        problem = disk_problem(OSError(errno.ENOSPC, ""), places)
        assert problem is not None
        assert problem.parameters == {"given": fullest}


def test_the_room_of_a_folder_that_is_not_there_is_that_above_it(tmp_path: Path) -> None:
    assert disk._room(tmp_path / "ny/mappe") > 0
    assert disk._room(Path("findes/ikke")) >= 0


@pytest.mark.parametrize(
    "error",
    [
        OSError("no number"),
        OSError(errno.EADDRINUSE, "taken"),
        PermissionError(errno.EACCES, "port 80"),
        FileNotFoundError(errno.ENOENT, ""),
        OSError(errno.EEXIST, "", "/fil"),
    ],
)
def test_what_is_not_of_a_disk_is_left_alone(error: OSError) -> None:
    assert disk_problem(error, (Path("/"),)) is None
    assert not is_fault_of_disk(error)


def test_the_fault_behind_another_is_found() -> None:
    full = OSError(errno.ENOSPC, "fuld")
    try:
        try:
            raise full
        except OSError:
            raise RuntimeError("a plugin's own words")  # noqa: B904 as plugins do
    except RuntimeError as error:
        with pytest.raises(OSError, match="fuld") as caught:
            raise_fault_of_disk(error)
    assert caught.value is full
    raise_fault_of_disk(PermissionError(errno.EACCES, "", "docs/side.md"))
    raise_fault_of_disk(ValueError("another"))
