"""A second process that converts half the texts of a large publication, while the first process converts the rest.

`python -m hverdag.parse.worker` reads a JSON list of texts, each with the line it begins on, and writes a JSON list of
their clean HTML, with null for a text that `Converter.convert` must report on. Conversion takes most of the time of
reading, and threads would not help: with 1,000 stories, reading takes 1.3 times as long without it.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from .markdown import Converter

WORTH_IT = 200
"""Texts: so many take longer to convert than a process takes to start."""

Text = tuple[str, int]
"""A text, and the line of its file that it begins on."""


class Worker:
    """The conversion of texts in another process, which starts at once; `results` waits for it."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._count = len(texts)
        self._process: subprocess.Popen[bytes] | None = None
        if len(texts) < WORTH_IT or (os.cpu_count() or 1) < 2:
            return
        command, pipe = [sys.executable, "-m", __name__], subprocess.PIPE
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
        except OSError:
            return
        # Written in a thread: a pipe's buffer is small, and writing blocks until the process reads.
        threading.Thread(target=_write, args=(self._process, texts), daemon=True).start()

    def results(self) -> list[str | None]:
        """Return the clean HTML of each text; None for every text if there is no process, or it failed."""
        nothing: list[str | None] = [None] * self._count
        if self._process is None:
            return nothing
        output = self._process.stdout.read() if self._process.stdout else b""
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            results = json.loads(output)
        except ValueError:
            return nothing
        return results if isinstance(results, list) and len(results) == self._count else nothing


def _write(process: "subprocess.Popen[bytes]", texts: Sequence[Text]) -> None:
    with suppress(OSError):  # it may have ended already; then `results` returns None for every text
        if process.stdin is not None:
            process.stdin.write(json.dumps(texts).encode())
            process.stdin.close()


def main() -> None:
    """Convert the texts on standard input."""
    converter = Converter()
    texts = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(json.dumps([converter.plain_html(text, line) for text, line in texts]).encode())


if __name__ == "__main__":
    main()
