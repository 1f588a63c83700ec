"""Kills builds, withdrawals and offline editions at random moments, while a reader looks through the site.

Run as `scripts/kills`, with `--count` and `--seed` where wanted. After each kill the same command is run again, as the
next build would be; then no page may have been missed, nothing may tell of a story that is withdrawn, and nothing may
be left of the run that was killed.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hverdag.publish.release import MARKER

from .conftest import TODAY, copied
from .consent import LAASEN, STORY, leaks, unpacked

COMMANDS = """
import sys
from hverdag.cli import cli
for words in sys.argv[1].split(","):
    try:
        cli([*words.split(), "--today", sys.argv[2]], prog_name="hverdag")
    except SystemExit as over:
        if over.code:
            raise
"""
"""Runs commands one after the other in one process, which can be killed between them too."""

MODES = {
    "build": "build",
    "withdraw": "withdraw laasen --yes,build",
    "offline": "offline --output ud/haandbog.zip",
}
PAGES = ("index.html", "404.html", "edition.json", "fortaellinger/index.html", "vaerdier/tillid/index.html")
"""Pages that are there whatever is withdrawn."""

EARLIEST = 0.3
"""Of the time that a command takes: before that it loads the program."""


@dataclass
class Outcome:
    """What went wrong in a trial, and how many runs were killed before they had ended."""

    kills: int = 0
    missed: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills: {len(self.missed)} missed pages, {len(self.words)} withdrawn words, "
            f"{len(self.left)} remnants"
        )


class Trial:
    """A small publication with a site, in a folder of its own, with a cache and temporary files of its own."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.root = copied("good", folder).root
        self.outcome = Outcome()
        self._random = random.Random(seed)  # noqa: S311 the moments need not be secret
        self._folders = {"TMPDIR": folder / "tmp", "HVERDAG_CACHE": folder / "cache"}
        self._took: dict[str, float] = {}
        (folder / "tmp").mkdir()
        (self.root / "ud").mkdir()

    def run(self, count: int) -> Outcome:
        """Kill so many runs, each in turn of the modes, and return what went wrong."""
        self._publish()
        for mode in MODES:
            self._took[mode] = self._whole(mode)
        with self._reader():
            while self.outcome.kills < count:
                self._one(list(MODES)[self.outcome.kills % len(MODES)])
        return self.outcome

    def _publish(self) -> None:
        (self.root / LAASEN).write_text(STORY.replace("image: billede.png\nimage_alt: En guldsnor\n", ""), "utf-8")
        self._whole("build")

    def _one(self, mode: str) -> None:
        if mode == "withdraw":
            self._publish()
        running = self._started(mode)
        time.sleep(self._random.uniform(EARLIEST, 1) * self._took[mode])
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        if running.returncode == -signal.SIGKILL:
            self.outcome.kills += 1
        self._whole(mode)
        self._look(mode)

    def _whole(self, mode: str) -> float:
        """Run a command to its end, and return the seconds it took."""
        began = time.monotonic()
        running = self._started(mode)
        output, _ = running.communicate()
        assert running.returncode == 0, output
        return time.monotonic() - began

    def _started(self, mode: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", COMMANDS, MODES[mode], str(TODAY)],
            cwd=self.root,
            env={**os.environ, **{name: str(folder) for name, folder in self._folders.items()}},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def _look(self, mode: str) -> None:
        """Note what is left of the run that was killed, and of a story that was withdrawn."""
        self.outcome.left += (f"{mode}: {path}" for path in self._remnants())
        if mode == "withdraw":
            for folder in (self.root / ".site", *self._folders.values()):
                self.outcome.words += (f"{folder.name}/{path}: {held}" for path, held in leaks(folder).items())
        made = self.root / "ud/haandbog.zip"
        if mode == "offline" and "withdrawn" in (self.root / LAASEN).read_text("utf-8"):
            self.outcome.words += leaks(unpacked(made))
            shutil.rmtree(made.with_suffix(""))

    def _remnants(self) -> Iterator[Path]:
        home, site = self.root / ".site", self.root / "site"
        kept = {MARKER, "lock", site.readlink().name, (site / MARKER).read_text("utf-8")}
        yield from (path for path in home.iterdir() if path.name not in kept)
        yield from self.root.rglob(".hverdag-run-*")
        yield from (path for path in (self.root / "ud").iterdir() if not path.name.startswith("haandbog."))
        stories = {"doer.png", "doeren.md", "kladde.png", "kladden.md", "vinduet.md", "laasen.md"}
        yield from (path for path in (self.root / "stories").iterdir() if path.name not in stories)
        for folder in self._folders.values():
            yield from (path for path in folder.rglob("*") if path.name.startswith(("run-", "tmp", "mkdocs")))

    @contextmanager
    def _reader(self) -> Iterator[None]:
        """Have somebody open the site's pages again and again, as a web server does."""
        over = threading.Event()

        def read() -> None:
            while not over.wait(0.002):
                for name in PAGES:
                    try:
                        text = (self.root / "site" / name).read_text("utf-8").rstrip()
                        if not text.endswith(("</html>", "}")):
                            self.outcome.missed.append(f"{name}: half")
                    except OSError as error:
                        self.outcome.missed.append(f"{name}: {error}")

        reader = threading.Thread(target=read)
        reader.start()
        try:
            yield
        finally:
            over.set()
            reader.join()


def main() -> int:
    """Run a trial, and print what came of it. Returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--count", type=int, default=60, help="how many runs are killed (default: 60)")
    options.add_argument("--seed", type=int, default=1, help="decides the moments (default: 1)")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        outcome = Trial(Path(folder), given.seed).run(given.count)
    for fault in (*outcome.missed, *outcome.words, *outcome.left):
        print(fault)
    print(outcome)
    return 1 if outcome.missed or outcome.words or outcome.left else 0


if __name__ == "__main__":
    sys.exit(main())
