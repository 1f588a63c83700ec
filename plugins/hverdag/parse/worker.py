"""A second process for converting Markdown: half the stories of a large publication, while the first does the rest.

`python -m hverdag.parse.worker` reads texts as a JSON list, and writes their clean HTML as another: null for a text
that must be looked at more closely. Converting is most of what reading costs, and Python does one thing at a time.
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
"""So many texts take longer to convert than a process takes to start."""


class Worker:
    """Texts on their way through another process; `results` waits for them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = len(texts)
        self._process: subprocess.Popen[bytes] | None = None
        if len(texts) < WORTH_IT or (os.cpu_count() or 1) < 2:
            return
        command, pipe = [sys.executable, "-m", __name__], subprocess.PIPE
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
        except OSError:
            return
        # Written from the side: a pipe holds little until the other end has started to read.
        threading.Thread(target=_write, args=(self._process, texts), daemon=True).start()

    def results(self) -> list[str | None]:
        """Return the clean HTML of each text; where there is no such process, or it failed, nothing for any."""
        nothing: list[str | None] = [None] * self._count
        if self._process is None:
            return nothing
        said = self._process.stdout.read() if self._process.stdout else b""
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            found = json.loads(said)
        except ValueError:
            return nothing
        return found if isinstance(found, list) and len(found) == self._count else nothing


def _write(process: "subprocess.Popen[bytes]", texts: Sequence[str]) -> None:
    with suppress(OSError):  # it may have ended already; then `results` finds nothing
        if process.stdin is not None:
            process.stdin.write(json.dumps(texts).encode())
            process.stdin.close()


def main() -> None:
    """Convert what stands on standard input."""
    converter = Converter()
    texts = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(json.dumps([converter.plain_html(text) for text in texts]).encode())


if __name__ == "__main__":
    main()
