"""What a build costs, against plain MkDocs with the same pages, cold and warm: ours and theirs in turn."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .conftest import ROOT

COLD, TEN_CHANGED, VALUE_CHANGED = 1.6, 0.9, 1.2
"""The longest time of a build of 1,000 stories, over plain MkDocs': with nothing known, and with what the last build
knew of all but ten stories, or of all but one value."""
MOST_MEMORY = 250.0
"""MB, for 1,000 stories with nothing known."""
GROWTH = 6.0
"""The longest time for 5,000 stories over that for 1,000, both with nothing known."""
CHECKED = {100: 0.5, 1000: 1.0}
"""The longest seconds of a check after one story of so many was changed."""

TODAY = "2026-11-21"

Judge = Callable[[str, float, float], bool]
Make = Callable[..., None]


@dataclass(frozen=True)
class Run:
    """One build: seconds on the wall, and the most memory of its process, in MB."""

    seconds: float
    memory: float


def builds(home: Path, synthetic: Make, plain: Make, judge: Judge, rounds: int, *, quick: bool) -> list[bool]:
    """Measure builds of several sizes; the largest and the one with all guides only where there is time."""
    sizes = [100, 1000] if quick else [100, 1000, 5000]
    for number in sizes:
        synthetic(home / f"ours-{number}", number)
    plain(home / "plain-1000", home / "ours-1000")
    runs: dict[str, list[Run]] = {}
    for number in range(rounds):
        runs.setdefault("theirs", []).append(theirs(home / "plain-1000"))
        for name, found in _rounds(home / "ours-1000", number):
            runs.setdefault(name, []).append(found)
    middle = {name: median(found) for name, found in runs.items()}
    for name, run in middle.items():
        print(f"  1,000 stories, {name}: {run.seconds:.2f} s, {run.memory:.0f} MB")
    plainly = middle["theirs"].seconds
    verdicts = [
        judge("time, ours over plain, cold", middle["cold"].seconds / plainly, COLD),
        judge("time, ours over plain, ten stories changed", middle["ten changed"].seconds / plainly, TEN_CHANGED),
        judge("time, ours over plain, a value changed", middle["value changed"].seconds / plainly, VALUE_CHANGED),
        judge("MB, 1,000 stories, cold", middle["cold"].memory, MOST_MEMORY),
    ]
    with emptied():
        ours(home / "ours-100")
    verdicts += [_checked(home / f"ours-{number}", number, judge, rounds) for number in CHECKED]
    if not quick:
        with emptied():
            large = ours(home / "ours-5000").seconds
        verdicts.append(judge("time, cold, N=5000 over N=1000", large / middle["cold"].seconds, GROWTH))
        verdicts.append(_with_guides(home, synthetic, plain, judge))
    return verdicts


def _rounds(root: Path, number: int) -> Iterator[tuple[str, Run]]:
    """Yield a build with nothing known, and those after some changes."""
    with emptied():
        yield "cold", ours(root)
        yield "nothing changed", ours(root)
        for story in sorted((root / "stories").glob("*.md"))[number::97][:10]:
            _add(story, f"Og det var {number} gange.")
        yield "ten changed", ours(root)
        _add(sorted((root / "values").glob("*.md"))[0], f"Den gælder {number} gange.")
        yield "value changed", ours(root)


def _checked(root: Path, number: int, judge: Judge, rounds: int) -> bool:
    """Measure a check after one story was changed."""
    seconds = []
    with emptied():
        _check(root)
        for time_of_day in range(rounds):
            _add(sorted((root / "stories").glob("*.md"))[0], f"Klokken var {time_of_day}.")
            seconds.append(_check(root))
    return judge(f"seconds to check one changed story of {number}", statistics.median(seconds), CHECKED[number])


def _with_guides(home: Path, synthetic: Make, plain: Make, judge: Judge) -> bool:
    """Measure a publication of 1,000 stories with a guide each, paper included, against plain MkDocs' HTML with the
    stories in its nav."""
    root = home / "ours-guides"
    synthetic(root, 1000)
    (root / "docs/metoder").mkdir()
    shutil.copy(ROOT / "docs/metoder/kort-samtale.md", root / "docs/metoder")
    plain(home / "plain-nav", root)
    settings = home / "plain-nav/mkdocs.yml"
    listed = "".join(f"      - fortaellinger/{path.name}\n" for path in sorted((root / "stories").glob("*.md")))
    text = settings.read_text("utf-8").replace("  - Om: index.md\n", f"  - Om: index.md\n  - Alle:\n{listed}")
    settings.write_text(text.replace("not_in_nav: |\n  /fortaellinger/\n", ""), encoding="utf-8")
    with emptied():
        whole = ours(root)
    stock = theirs(home / "plain-nav")
    print(
        f"  1,000 stories with a guide each: {whole.seconds:.1f} s; MkDocs with them in its nav: {stock.seconds:.1f} s"
    )
    return judge("time, ours with paper over plain with nav", whole.seconds / stock.seconds, 1.0)


def _add(path: Path, words: str) -> None:
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{words}\n", encoding="utf-8")


def _check(root: Path) -> float:
    command = [sys.executable, "-m", "hverdag", "check", "--today", TODAY]
    began = time.perf_counter()
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return time.perf_counter() - began


@contextmanager
def emptied() -> Iterator[None]:
    """Have builds use a cache of their own, which is empty."""
    before = os.environ.get("HVERDAG_CACHE")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HVERDAG_CACHE"] = folder
        try:
            yield
        finally:
            os.environ.pop("HVERDAG_CACHE")
            if before:
                os.environ["HVERDAG_CACHE"] = before


def ours(folder: Path) -> Run:
    """Build with Hverdag, checks included."""
    return timed(["hverdag", "build", "--today", TODAY], folder)


def theirs(folder: Path) -> Run:
    """Build with plain MkDocs."""
    return timed(["mkdocs", "build", "-q"], folder)


def timed(command: Sequence[str], folder: Path) -> Run:
    """Run a program to its end, and return what it cost. Raises where it fails."""
    began = time.perf_counter()
    _, memory = printed_by(command, folder)
    return Run(time.perf_counter() - began, memory)


def printed_by(command: Sequence[str], folder: Path) -> tuple[bytes, float]:
    """Run a program to its end, and return what it printed, and the most memory it had, in MB. Raises where it
    fails."""
    with tempfile.NamedTemporaryFile() as told:
        whole = [sys.executable, "-W", "ignore", "-m", "tests.bench_run", told.name, *command]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
        done = subprocess.run(whole, cwd=folder, capture_output=True, check=False, env=environment)
        if done.returncode:
            raise RuntimeError((done.stdout + done.stderr).decode())
        return done.stdout, float(Path(told.name).read_text("ascii"))


def median(runs: Sequence[Run]) -> Run:
    """The middle run, figure by figure."""
    return Run(statistics.median(run.seconds for run in runs), statistics.median(run.memory for run in runs))
