"""The wheel alone: a handbook is begun with nothing of the repository at hand, and tests run from another folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hverdag.starter import FOLDER
from tests.conftest import ROOT
from tests.publish.test_packed_fonts import hatchling

pytestmark = pytest.mark.slow

RUN = "from hverdag.cli import main; main()"
ROOMS = ("model", "nods", "parse", "language", "docx")
"""The rooms whose tests run from the wheel here; `scripts/test --wheel` runs those of every room."""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with what is in the wheel."""
    home = tmp_path_factory.mktemp("wheel")
    shutil.unpack_archive(hatchling(ROOT, "build_wheel", home), home / "packages", "zip")
    return home / "packages"


def run(packages: Path, folder: Path, *words: str, also: tuple[Path, ...] = ()) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(map(str, (packages, *also)))
    given = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = {**given, "PYTHONPATH": path, "HVERDAG_CACHE": str(packages.parent / "cache")}
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)


def test_everything_that_a_new_publication_begins_with_is_in_it(packages: Path) -> None:
    there = {path.relative_to(packages / "hverdag/starter") for path in (packages / "hverdag/starter").rglob("*.*")}
    assert {path.relative_to(FOLDER) for path in FOLDER.rglob("*.*") if "__pycache__" not in path.parts} <= there
    assert (packages / "hverdag_fonts/requirements.txt").read_bytes() == (ROOT / "requirements/build.txt").read_bytes()


def test_a_handbook_is_begun_in_an_empty_folder(packages: Path, tmp_path: Path) -> None:
    given = ("--language", "en", "--organisation", "Harbour Light", "--values", "Trust, Courage")
    begun = run(packages, tmp_path, "-c", RUN, "new", "publication", ".", *given)
    assert begun.returncode == 0, begun.stdout + begun.stderr
    assert (tmp_path / "site-preview/index.html").is_file()
    assert "1. Write the promise of Trust" in begun.stdout
    where = run(packages, tmp_path, "-c", "import hverdag; print(hverdag.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(packages)


def test_its_tests_pass_in_another_folder(packages: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    specification = "tests/parse/commonmark/node_modules"
    if (ROOT / specification).is_dir():
        shutil.copytree(ROOT / specification, tmp_path / specification)
    names = [f"tests/{room}" for room in ROOMS]
    asked = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not browser and not slow", *names)
    done = run(packages, tmp_path, *asked, also=(tmp_path,))
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert "deselected" in done.stdout, "those that need the clone were found"
