"""The small plugins, as if they were installed, and publications that use them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from hverdag.locale import catalogue
from hverdag.model.problem import Problem
from hverdag.pipeline.rule_registry import rules
from tests.conftest import ROOT, Publication
from tests.required import missing

from .plugins import CALLED, FAILING, OTHERS

ENGLISH = catalogue("en")
OWN = "  - hverdag: {frame: own}\n"
"""The last line of the golden publication's plugins."""


class Installed:
    """A plugin as MkDocs finds it."""

    def __init__(self, kind: type) -> None:
        self._kind = kind

    def load(self) -> type:
        return self._kind


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    option = dict(MkDocsConfig._schema)["plugins"]
    for name, kind in {**FAILING, **OTHERS}.items():
        monkeypatch.setitem(option.installed_plugins, name, Installed(kind))
    CALLED.clear()
    yield
    for name in (*FAILING, *OTHERS):
        option.plugin_cache.pop(name, None)


def line_of(problem: Problem) -> str:
    return ENGLISH.line(problem, rules()[problem.rule])


@pytest.fixture
def using(good: Publication) -> Callable[..., Publication]:
    """Return a way to add plugins to the golden publication."""

    def add(*names: str) -> Publication:
        good.change("mkdocs.yml", OWN, OWN + "".join(f"  - {name}\n" for name in names))
        return good

    return add


@pytest.fixture(scope="session")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plugin rss."""
    folder = tmp_path_factory.mktemp("rss")
    lock = ROOT / "requirements/rss.txt"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
    done = subprocess.run(
        [*pip, "--require-hashes", "--target", str(folder), "-r", str(lock)], check=False, capture_output=True
    )
    if done.returncode:
        missing("The plugin rss cannot be installed.")
    return folder


@pytest.fixture
def run(beside: Path) -> Callable[..., str]:
    """Return a way to run a command where the plugin rss is, which returns what the command wrote."""

    def run(publication: Publication, *words: str) -> str:
        paths = os.pathsep.join((str(beside), str(ROOT / "plugins")))
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", *words],
            cwd=publication.root,
            env={**os.environ, "PYTHONPATH": paths},
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
