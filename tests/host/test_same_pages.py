"""`hverdag build`, `mkdocs build` and `mkdocs serve` give the same pages, and refuse the same."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from hverdag.publish.release import MARKER
from tests.conftest import Publication, copied

from .setting_cases import CASES
from .test_plain_build import SITE, files, mkdocs
from .test_settings import with_case

pytestmark = pytest.mark.slow

OF_A_PREVIEW = re.compile(
    r"<p class=\"hv-preview\".*?</p>\n|\n<link rel=\"canonical\" href=\"http://127\.0\.0\.1:\d+/[^\"]*\">\n"
    r"|<script>\nvar livereload = .*?</script>",
    re.DOTALL,
)
"""What `mkdocs serve` adds: our banner, where it serves, and what loads a page again."""
OFF = "plugins: one that is switched off"
"""MkDocs builds the site without us then."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication without drafts, that `hverdag build` has built."""
    good = copied("good", tmp_path_factory.mktemp("same"))
    for name in ("kladden.md", "kladde.png"):
        (good.root / "stories" / name).unlink()
    subprocess.run([sys.executable, "-m", "hverdag", "build"], cwd=good.root, check=True, capture_output=True)
    return good


def published(folder: Path) -> dict[str, bytes]:
    return {path: content for path, content in files(folder).items() if path != MARKER}


def test_mkdocs_builds_the_same_files(sound: Publication) -> None:
    mkdocs(sound, "build", "-q", code=0)
    ours, theirs = published(sound.site), published(sound.root / SITE)
    assert set(theirs) == set(ours)
    assert [path for path, content in ours.items() if theirs[path] != content] == []


@contextmanager
def serving(publication: Publication) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=publication.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def fetched(address: str) -> str:
    """What is at an address, as soon as anybody answers there."""
    for _ in range(600):
        try:
            with urlopen(address, timeout=30) as answer:  # noqa: S310 our own
                return str(answer.read().decode("utf-8"))
        except (ConnectionError, URLError) as error:
            if isinstance(error, HTTPError):
                raise
            time.sleep(0.1)
    raise AssertionError(address)


def test_mkdocs_serves_the_same_pages(sound: Publication) -> None:
    with serving(sound) as home:
        for path, content in published(sound.site).items():
            if path.endswith(".html"):
                page = OF_A_PREVIEW.sub("", fetched(f"{home}{path.removesuffix('index.html')}"))
                assert page == content.decode("utf-8"), path


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.refused and name != OFF])
def test_a_strict_build_of_mkdocs_refuses_what_ours_does(good: Publication, name: str) -> None:
    """Each setting that a check refuses, in words and with nothing published."""
    with_case(good, CASES[name])
    assert mkdocs(good, "build", "--strict", code=1).strip()
    assert not (good.root / SITE).exists()


TOLD_BY_CHECK = {
    "a dead link": ("docs/hjaelp.md", "# Hjælp\n\nSe [her](findes-ikke.md).\n"),
    "a personal number": ("docs/hjaelp.md", "# Hjælp\n\nSe 150368-5010.\n"),
    "a script": ("docs/hjaelp.md", "# Hjælp\n\n<script>alert(1)</script>\n"),
    "a macro that is not there": ("docs/index.md", "---\nrender_macros: true\n---\n\n# Forside\n\n{{ vaerdier() }}\n"),
    "a picture that is none": ("docs/billede.png", "ingen"),
}


@pytest.mark.parametrize("wrong", TOLD_BY_CHECK)
def test_and_what_a_check_finds_in_pages(good: Publication, wrong: str) -> None:
    good.write(*TOLD_BY_CHECK[wrong])
    check = [sys.executable, "-m", "hverdag", "check"]
    assert subprocess.run(check, cwd=good.root, check=False, capture_output=True).returncode == 1
    mkdocs(good, "build", "-q", "--strict", code=1)
    assert not (good.root / SITE).exists()
