"""Half the work in a second process, while the first does the rest: threads would not help.

What the second process runs is a module of ours. It reads a JSON list of items from standard input, and writes a JSON
list with what it found for each, as `answer` does.
"""

import gc
import json
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

WORTH_IT = 200
"""Items: so many texts take longer to convert, and so many pages to search, than a process takes to start."""


class OtherProcess:
    """The work on some items, if there are at least `fewest`, by the program `module`, which starts at once; `results`
    waits for it. It ends with this object."""

    def __init__(self, module: str, items: Sequence[Any], fewest: int | None = None) -> None:
        self._count = len(items)
        self._process: subprocess.Popen[bytes] | None = None
        if len(items) < (WORTH_IT if fewest is None else fewest) or (os.cpu_count() or 1) < 2:
            return
        command, pipe = [sys.executable, "-m", module], subprocess.PIPE
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
        except OSError:
            return
        weakref.finalize(self, _end, self._process)
        # Written in a thread: a pipe's buffer is small, and writing blocks until the process reads.
        threading.Thread(target=_write, args=(self._process, items), daemon=True).start()

    @property
    def is_idle(self) -> bool:
        """Whether there is no process, since the items are few or none could be started."""
        return self._process is None

    def results(self) -> list[Any]:
        """Return the result for each item; None for every item if there is no process, or it failed."""
        nothing: list[Any] = [None] * self._count
        if self._process is None:
            return nothing
        output = self._process.stdout.read() if self._process.stdout else b""
        self._process.wait()
        _end(self._process)
        try:
            results = json.loads(output)
        except ValueError:
            return nothing
        return results if isinstance(results, list) and len(results) == self._count else nothing


def answer(find: Callable[[list[Any]], Iterable[Any]]) -> None:
    """Read the items from standard input, and write the result that `find` returns for each."""
    gc.disable()  # as in a build
    sys.stdout.buffer.write(json.dumps(list(find(json.load(sys.stdin.buffer)))).encode())


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def _write(process: "subprocess.Popen[bytes]", items: Sequence[Any]) -> None:
    with suppress(OSError, ValueError):  # it may have ended already; then `results` returns None for every item
        if process.stdin is not None:
            process.stdin.write(json.dumps(items).encode())
            process.stdin.close()
