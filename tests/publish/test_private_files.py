"""Files that concern one workplace or person: beside the site, whole, and readable by nobody else."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from hverdag.model.artifact import PrivateFile
from hverdag.publish import release
from hverdag.publish.private_files import private_folder, write_private


def held(root: Path) -> dict[str, str]:
    home = root / "private/built"
    files = (path for path in home.rglob("*") if path.is_file() and path.name != release.MARKER)
    return {path.relative_to(home).as_posix(): path.read_text("utf-8") for path in files}


def test_the_folder_holds_the_files_of_the_last_build_and_no_others(tmp_path: Path) -> None:
    write_private(tmp_path, [PrivateFile("a/one.txt", "en", ()), PrivateFile("two.txt", b"to", ())])
    assert held(tmp_path) == {"a/one.txt": "en", "two.txt": "to"}
    write_private(tmp_path, [PrivateFile("two.txt", "ny", ())])
    assert held(tmp_path) == {"two.txt": "ny"}
    assert [path.name for path in (tmp_path / "private/.built").glob("release-*")] == [
        (tmp_path / "private/built").resolve().name
    ]
    write_private(tmp_path, [])
    assert held(tmp_path) == {}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_nobody_else_may_read_them(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_private(tmp_path, [PrivateFile("a/one.txt", "en", ())])
    finally:
        os.umask(before)
    home = (tmp_path / "private/built").resolve()
    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (home.parent, home, *home.rglob("*"))}
    assert rights == {".built": 0o700, home.name: 0o700, "a": 0o700, "one.txt": 0o600, release.MARKER: 0o600}


def test_a_publication_without_any_gets_no_folder(tmp_path: Path) -> None:
    write_private(tmp_path, [])
    assert not list(tmp_path.iterdir())


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "private/built").mkdir(parents=True)
    (tmp_path / "private/built/mine.txt").write_text("min", "utf-8")
    with pytest.raises(release.ForeignFolderError):
        write_private(tmp_path, [PrivateFile("one.txt", "en", ())])
    assert held(tmp_path) == {"mine.txt": "min"}


def test_no_file_leaves_the_folder(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        write_private(tmp_path, [PrivateFile("../one.txt", "en", ())])
    assert not (tmp_path / "one.txt").exists()
    assert held(tmp_path) == {}


def test_what_people_have_handed_in_is_kept_and_git_passes_over_it(tmp_path: Path) -> None:
    (private_folder(tmp_path, "receipts") / "2026-11.yml").write_text("receipts: []\n", "utf-8")
    write_private(tmp_path, [PrivateFile("one.txt", "en", ())])
    write_private(tmp_path, [])
    assert (tmp_path / "private/receipts/2026-11.yml").read_text("utf-8") == "receipts: []\n"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "private", tmp_path / "private/receipts")} == {
        0o700
    }
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    found = subprocess.run(
        ["git", "-C", str(tmp_path), "status", "--short"], check=True, capture_output=True, text=True
    )
    assert found.stdout == ""
