"""How soon an editor sees what was saved, in a real Chromium, and how soon a preview shows its first page."""

import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from .chromium import QUIET
from .conftest import ROOT

LONGEST = {"the sample": 0.5, "300 stories and all their guides": 0.5, "1,000 stories": 1.0}
"""Seconds from a story is saved until it is seen."""

LONGEST_START = 2.0
"""Seconds from the start of a preview of the sample to its first page."""

ROUNDS = 7

_SHOWS = "words => document.body !== null && document.body.innerText.includes(words)"
"""Asked at each frame: a locator looks only twice a second."""

Judge = Callable[[str, float, float], bool]
Synthetic = Callable[[Path, int], None]


def previews(home: Path, synthetic: Synthetic, judge: Judge) -> list[bool]:
    """Measure previews of several sizes; nothing where there is no Chromium."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not browser:
        print("  no Chromium here: the preview is not measured")
        return []
    _sample(home / "preview-sample")
    synthetic(home / "preview-300", 300)
    shutil.copytree(ROOT / "docs/metoder", home / "preview-300/docs/metoder")
    synthetic(home / "preview-1000", 1000)
    verdicts = []
    for name, folder in zip(LONGEST, ("preview-sample", "preview-300", "preview-1000"), strict=True):
        start, seen = waits(home / folder, browser)
        print(f"  a preview of {name}: the first page after {start:.2f} s; saved and seen in {seen:.2f} s")
        verdicts.append(judge(f"seconds from saved to seen, {name}", seen, LONGEST[name]))
        if folder == "preview-sample":
            verdicts.append(judge("seconds to the first page of a preview, the sample", start, LONGEST_START))
    return verdicts


def waits(root: Path, browser: str) -> tuple[float, float]:
    """Return the seconds to the first page of a preview, the median of three starts, and the median seconds from a
    story is saved until an open page shows it."""
    starts = []
    for _ in range(2):
        with _serving(root) as (_, start):
            starts.append(start)
    with _serving(root) as (address, start), sync_playwright() as started:
        starts.append(start)
        launched = started.chromium.launch(executable_path=browser, args=QUIET)
        page = launched.new_page()
        seen = [_seen(page, address, root, number) for number in range(ROUNDS)]
        launched.close()
    return statistics.median(starts), statistics.median(seen)


def _sample(root: Path) -> None:
    root.mkdir()
    for name in ("values", "docs", "stories"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)


def _seen(page: Page, address: str, root: Path, number: int) -> float:
    """Save a story, and return the seconds until its page shows the change."""
    story = sorted((root / "stories").glob("*.md"))[0]
    if not number:
        page.goto(f"{address}fortaellinger/{story.stem}/")
    time.sleep(1)  # as an editor does between two thoughts
    words = f"Ord nummer {number}."
    began = time.perf_counter()
    story.write_text(f"{story.read_text('utf-8').rstrip()}\n\n{words}\n", encoding="utf-8")
    page.wait_for_function(_SHOWS, arg=words, polling="raf")
    return time.perf_counter() - began


@contextmanager
def _serving(root: Path) -> Iterator[tuple[str, float]]:
    """Serve a preview, and yield its address and the seconds to its first page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        given = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "hverdag", "serve", "-C", str(root), "--address", given]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            while True:
                with suppress(OSError), urlopen(f"http://{given}/", timeout=60) as answer:
                    answer.read()
                    break
                time.sleep(0.02)
            yield f"http://{given}/", time.perf_counter() - began
        finally:
            running.kill()
