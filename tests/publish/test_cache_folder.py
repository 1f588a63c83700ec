"""The cache belongs to one user, and is not used where it does not."""

import ast
import os
from pathlib import Path

import pytest

from hverdag.model.message import message
from hverdag.model.problem import Level
from hverdag.publish.cache.folder import cache_folder, cache_problems
from tests.conftest import PACKAGE, Publication

UNPICKLES = {"pickle", "marshal", "shelve", "joblib", "dill", "cloudpickle", "dbm"}


@pytest.fixture
def wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def told(reason: str) -> list[tuple[Level, object]]:
    assert [problem.parameters["reason"] for problem in cache_problems()] == [message(reason)]
    return [(problem.level, problem.parameters["given"]) for problem in cache_problems()]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_it_is_made_for_one_user(wanted: Path, umask: int) -> None:
    before = os.umask(umask)
    assert cache_folder() == wanted
    os.umask(before)
    assert wanted.stat().st_mode & 0o777 == 0o700
    assert cache_problems() == []


@pytest.mark.parametrize("names", [(), ("paper", "looked-over", "0123.lock")])
def test_one_that_others_could_read_is_closed(wanted: Path, names: tuple[str, ...]) -> None:
    wanted.mkdir()
    wanted.chmod(0o755)
    for name in names:
        (wanted / name).mkdir()
    assert cache_folder() == wanted
    assert wanted.stat().st_mode & 0o777 == 0o700
    assert cache_problems() == []


def test_an_empty_one_that_others_could_write_in_is_closed(wanted: Path) -> None:
    wanted.mkdir()
    wanted.chmod(0o777)
    assert cache_folder() == wanted
    assert wanted.stat().st_mode & 0o777 == 0o700


def unused(wanted: Path) -> Path:
    """The temporary folder that takes its place: the same as long as the run lasts, and nobody else's."""
    folder = cache_folder()
    assert folder != wanted
    assert cache_folder() == folder
    assert folder.stat().st_mode & 0o777 == 0o700
    return folder


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o722, 0o720])
def test_what_lies_where_others_can_write_is_not_believed(wanted: Path, mode: int) -> None:
    (wanted / "paper").mkdir(parents=True)
    wanted.chmod(mode)
    unused(wanted)
    assert told("others can write there.") == [(Level.WARNING, str(wanted))]
    assert wanted.stat().st_mode & 0o777 == mode


def test_a_folder_with_other_things_in_it_is_not_closed(wanted: Path) -> None:
    (wanted / "Billeder").mkdir(parents=True)
    wanted.chmod(0o755)
    unused(wanted)
    assert told("others can read it, and it holds other things too.")
    assert wanted.stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_one_that_belongs_to_another_is_not_used(wanted: Path) -> None:
    wanted.mkdir(mode=0o700)
    os.chown(wanted, 12345, 12345)
    unused(wanted)
    assert told("it belongs to another user.")


def test_a_file_is_no_folder(wanted: Path) -> None:
    wanted.write_text("en fil", "utf-8")
    unused(wanted)
    assert told("it is no folder.")
    assert wanted.read_text("utf-8") == "en fil"


def test_nor_is_one_below_a_file(wanted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted.write_text("en fil", "utf-8")
    monkeypatch.setenv("HVERDAG_CACHE", str(wanted / "under"))
    unused(wanted / "under")
    assert told("it is no folder.")


def test_one_that_cannot_be_made_is_told(wanted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path.mkdir

    def refuse(path: Path, *given: int, **named: bool) -> None:
        if path == wanted:
            raise PermissionError(13, "nej", str(path))
        whole(path, *given, **named)

    monkeypatch.setattr(Path, "mkdir", refuse)
    unused(wanted)
    assert told("it cannot be made or read.")


def test_the_check_says_so_and_goes_on(wanted: Path, good: Publication) -> None:
    wanted.write_text("en fil", "utf-8")
    assert [problem.rule for problem in good.problems() if problem.source.path == "cache"] == ["cache-unused"]


def test_nothing_that_was_kept_is_unpickled() -> None:
    """Whoever can write in such a file can have anything run."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and [alias.name for alias in node.names] != ["Pickler"]:
                names.append(node.module or "")
            assert not UNPICKLES & {name.partition(".")[0] for name in names}, path
            called = node.func if isinstance(node, ast.Call) else None
            assert not (isinstance(called, ast.Name) and called.id in ("eval", "exec")), path
            assert not (isinstance(called, ast.Attribute) and called.attr == "bytecode_from_string"), path
