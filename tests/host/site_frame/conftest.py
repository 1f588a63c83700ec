"""A site of ten pages that exists already, as it was before and with values and stories in it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chromium import Visit, Window, served, visiting
from tests.conftest import GOLDEN, Publication

EXISTING = Path(__file__).parent / "existing"
PLUGIN = "  - hverdag:\n      frame: site\n"
PLACED = "  - Værdier: values/\n  - Fortællinger: stories/\n"
PAGES = (
    "",
    "personale/",
    "personale/ferie/",
    "personale/sygdom/",
    "personale/loen/",
    "it/",
    "it/adgang/",
    "it/telefon/",
    "huset/lokaler/",
    "huset/kantinen/",
)
"""The addresses of the pages that the site has by itself."""


def joined(folder: Path, *, plugin: str = PLUGIN, placed: str = PLACED) -> Publication:
    """Copy the site into a folder, with two folders of texts and the lines that name them."""
    made = Publication(folder / "joined")
    shutil.copytree(EXISTING, made.root)
    for name in ("values", "stories"):
        shutil.copytree(GOLDEN / "good" / name, made.root / name)
    shutil.copytree(GOLDEN / "good/docs/metoder", made.root / "docs/metoder")
    made.change("values/handbook.yml", "accessibility: hjaelp.md", "accessibility: https://www.was.digst.dk/lilleby")
    made.change("mkdocs.yml", "plugins:\n  - search\n", f"plugins:\n  - search\n{plugin}")
    made.write("mkdocs.yml", (made.root / "mkdocs.yml").read_text("utf-8") + placed)
    return made


@pytest.fixture
def site(tmp_path: Path) -> Publication:
    return joined(tmp_path)


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as MkDocs makes it without us."""
    folder = tmp_path_factory.mktemp("before") / "site"
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q", "--site-dir", str(folder)]
    subprocess.run(command, cwd=EXISTING, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def after(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The same with values and stories, as it is published."""
    made = joined(tmp_path_factory.mktemp("after"))
    report = made.build()
    assert report.built, report.problems
    return made


@pytest.fixture
def visit_before(window: Window, before: Path) -> Iterator[Visit]:
    with served(before) as address, visiting(window, address) as made:
        yield made


@pytest.fixture
def visit_after(window: Window, after: Publication) -> Iterator[Visit]:
    with served(after.site) as address, visiting(window, address) as made:
        yield made
