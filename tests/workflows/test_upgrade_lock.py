"""The lock of a publication keeps the line of the program, however the program was installed."""

from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from hverdag import __version__
from hverdag.cli import cli
from hverdag.workflows.publications import requirements
from hverdag.workflows.publications.begin import begin_publication
from hverdag.workflows.publications.requirements import NAME
from tests.conftest import TODAY
from tests.workflows.test_new_publication import beginning

DIGEST = sha256(b"the wheel").hexdigest()
LINE = f"hverdag=={__version__} \\\n    --hash=sha256:{DIGEST}\n"
UNKNOWN = "# [[Skriv linjen om hverdag fra jeres wheelhouse her]]\n"


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication that was begun with the program from its wheel, and is now used with one that a lock has found."""
    monkeypatch.setattr(requirements, "_own_digest", lambda: DIGEST)
    begin_publication(tmp_path / "h", beginning(), TODAY)
    monkeypatch.setattr(requirements, "_own_digest", lambda: "")
    return tmp_path / "h"


def lock(folder: Path) -> str:
    return (folder / NAME).read_text("utf-8")


def upgraded(folder: Path) -> str:
    done = CliRunner().invoke(cli, ["upgrade", "-C", str(folder), "--yes"])
    assert done.exit_code == 0, done.output
    return done.output


def wheel(folder: Path, version: str = __version__, content: bytes = b"the wheel") -> None:
    (folder / "wheels").mkdir(exist_ok=True)
    (folder / f"wheels/hverdag-{version}-py3-none-any.whl").write_bytes(content)


def test_a_program_that_a_lock_has_found_leaves_the_lock_as_it_is(begun: Path) -> None:
    before = lock(begun)
    assert before.startswith(LINE)
    assert NAME not in upgraded(begun)
    assert lock(begun) == before


def test_what_is_locked_already_counts_for_more_than_a_wheel_that_lies_there(begun: Path) -> None:
    wheel(begun, content=b"another")
    assert NAME not in upgraded(begun)


def test_the_wheel_that_lies_there_says_the_hash_of_a_newer_version(
    begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version, content in ((__version__, b"the wheel"), ("9.9.9", b"the next")):
        wheel(begun, version, content)
    monkeypatch.setattr(requirements, "__version__", "9.9.9")
    assert f": {NAME}" in upgraded(begun)
    assert lock(begun).startswith(f"hverdag==9.9.9 \\\n    --hash=sha256:{sha256(b'the next').hexdigest()}\n")


def test_a_line_from_the_wheelhouse_is_what_we_would_have_written(tmp_path: Path) -> None:
    begin_publication(tmp_path / "h", beginning(), TODAY)
    path = tmp_path / "h" / NAME
    if UNKNOWN not in lock(tmp_path / "h"):
        pytest.skip("the program that runs the tests was installed from a wheel")
    path.write_text(lock(tmp_path / "h").replace(UNKNOWN, LINE), "utf-8")
    assert NAME not in upgraded(tmp_path / "h")


def test_where_nobody_says_the_hash_it_is_to_be_written(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requirements, "__version__", "9.9.9")
    upgraded(begun)
    assert lock(begun).startswith(UNKNOWN)
