"""The publications that states are reached in, each built once: the sample, and small ones that hold what it lacks."""

import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from hverdag.host.mkdocs import render_site
from hverdag.model.former import PATH as FORMER
from hverdag.pipeline import build
from hverdag.pipeline.render import RenderedSite
from tests.chromium import served
from tests.conftest import GOLDEN, TODAY, Publication, copied
from tests.golden_course import give_course
from tests.sound import mp3

SAMPLE, COURSE, PREVIEW, REPORT, USB = "sample", "course", "preview", "report", "usb"


@dataclass(frozen=True)
class Served:
    """A publication as readers meet it: where its pages are, and, where it was built here, its folder and its plan."""

    address: str
    folder: Path | None = None
    site: RenderedSite | None = None


def _course(folder: Path) -> Publication:
    """Return a story with picture, table, recording and a whole passport, goals, what came of it all, a story whose
    consent has ended, and former addresses, of which one leads nowhere."""
    made = copied("good", folder)
    (made.root / "stories/lyd.mp3").write_bytes(mp3(150))
    made.change("stories/doeren.md", "state:", "audio: lyd.mp3\nstate:")
    give_course(made)
    made.change("stories/vinduet.md", "until: 2028-03-01", "until: 2026-03-01")
    made.write(FORMER, "F01: [fortaellinger/porten/]\nV09: [vaerdier/haab/]\n")
    made.write("values/handbook.yml", (made.root / "values/handbook.yml").read_text("utf-8") + "retired: [V09]\n")
    return made


def _built_course(folder: Path) -> tuple[Path, RenderedSite]:
    """Return the site of the small publication with a course, and what it was planned as."""
    made = _course(folder)
    report = made.build()
    assert report.built, report.problems
    return made.site, report.built.site


@contextmanager
def previewed(folder: Path) -> Iterator[Served]:
    """Serve a live preview of a publication with a faulty story."""
    made = copied("good", folder)
    made.change("stories/vinduet.md", "title: Vinduet", "title: Vinduet: åbent")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "hverdag", "serve", "-C", str(made.root), "--address", address]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            _wait_for(f"http://{address}/")
            yield Served(f"http://{address}/")
        finally:
            running.kill()


def _wait_for(address: str) -> None:
    """Wait until a server answers; a preview builds in its own time."""
    for _ in range(300):
        try:
            with urlopen(address, timeout=5):  # noqa: S310 our own server
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"{address} never answered")


def unpacked(folder: Path) -> Served:
    """Return an offline edition as it is opened from a USB stick."""
    made = copied("good", folder)
    report = build.offline(made.root, TODAY, folder / "usb.zip", render_site)
    assert report.built, report.problems
    with zipfile.ZipFile(folder / "usb.zip") as packed:
        packed.extractall(folder / "usb")
    return Served(f"{(folder / 'usb').as_uri()}/", folder / "usb")


@contextmanager
def opened(name: str, folder: Path) -> Iterator[Served]:
    """Serve one of the small publications while tests look at it."""
    if name == PREVIEW:
        with previewed(folder) as preview:
            yield preview
    elif name == USB:
        yield unpacked(folder)
    elif name == REPORT:
        with served(GOLDEN) as address:  # what `hverdag check --format html` writes of the golden faults
            yield Served(address)
    else:
        site, planned = _built_course(folder)
        with served(site) as address:
            yield Served(address, site, planned)
