"""Runs the tests that need no clone from a wheel alone: what is installed lies in one folder, the tests in another, and
nothing else of the clone is at hand. No logic, only steps."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from setup import ROOT, ready

BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
SPECIFICATION = "tests/parse/commonmark/node_modules"


def run_from_wheel(options: list[str]) -> int:
    """Build the wheel, run pytest with it in a folder of its own, and return the exit code."""
    python = ready("test")
    with tempfile.TemporaryDirectory() as name:
        packages, tests = Path(name, "packages"), Path(name, "tests-alone")
        built = subprocess.run(
            [python, "-c", BUILD, name], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
        ).stdout.split()[-1]
        shutil.unpack_archive(Path(name, built), packages, "zip")
        left_out = shutil.ignore_patterns("node_modules", "__pycache__")
        shutil.copytree(ROOT / "tests", tests / "tests", ignore=left_out)
        shutil.copyfile(ROOT / "pyproject.toml", tests / "pyproject.toml")
        if (ROOT / SPECIFICATION).is_dir():
            shutil.copytree(ROOT / SPECIFICATION, tests / SPECIFICATION)
        path = os.pathsep.join((str(packages), str(tests)))
        environment = {**os.environ, "PYTHONPATH": path, "HVERDAG_CACHE": str(Path(name, "cache"))}
        command = [python, "-m", "pytest", "-p", "no:cacheprovider", *options]
        print("From the wheel:", built, file=sys.stderr, flush=True)
        return subprocess.call(command, cwd=tests, env=environment)
