"""A second process for converting Markdown: half the stories of a large publication, while the first does the rest.

`python -m hverdag.parse.worker` reads texts as a JSON list, and writes their clean HTML as another: null for a text
that must be looked at more closely. Converting is most of what reading costs, and Python does one thing at a time.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence

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
        try:
            command = [sys.executable, "-m", __name__]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
            assert self._process.stdin is not None  # noqa: S101 it is a pipe
            self._process.stdin.write(json.dumps(texts).encode())
            self._process.stdin.close()
        except OSError:
            self._process = None

    def results(self) -> list[str | None]:
        """Return the clean HTML of each text; where there is no such process, or it failed, nothing for any."""
        nothing: list[str | None] = [None] * self._count
        if self._process is None:
            return nothing
        with self._process as process:
            said = process.stdout.read() if process.stdout else b""
        try:
            found = json.loads(said)
        except ValueError:
            return nothing
        return found if isinstance(found, list) and len(found) == self._count else nothing


def main() -> None:
    """Convert what stands on standard input."""
    converter = Converter()
    texts = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(json.dumps([converter.plain_html(text) for text in texts]).encode())


if __name__ == "__main__":
    main()
