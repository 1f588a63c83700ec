"""Half the work in a second process, while the first does the rest: threads would not help.

What the second process runs is a module of ours. It reads JSON lists of items from standard input, one a line, and
writes for each a JSON list with what it found, as `answer` does.
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
from queue import SimpleQueue
from typing import Any

WORTH_IT = 200
"""Items: so many texts take longer to convert, and so many pages to search, than a process takes to start."""


class OtherProcess:
    """The work on some items, if there are at least `fewest`, by the program `module`, which starts at once; `results`
    waits for it. It ends with this object."""

    def __init__(self, module: str, items: Sequence[Any], fewest: int | None = None) -> None:
        self._count = 0
        self._waiting: SimpleQueue[Sequence[Any] | None] = SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        if len(items) >= (WORTH_IT if fewest is None else fewest) and (os.cpu_count() or 1) > 1:
            self._begin(module)
        self.ask(items)

    def _begin(self, module: str) -> None:
        command, pipe = [sys.executable, "-m", module], subprocess.PIPE
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
        except OSError:
            return
        weakref.finalize(self, _end, self._process)
        # Written in a thread: a pipe's buffer is small, and writing blocks until the process reads.
        threading.Thread(target=_write, args=(self._process, self._waiting), daemon=True).start()

    @property
    def is_idle(self) -> bool:
        """Whether there is no process, since the items are few or none could be started."""
        return self._process is None

    def ask(self, items: Sequence[Any]) -> None:
        """Have the process work on more items, after those that it has."""
        self._count += len(items)
        self._waiting.put(items)

    def results(self) -> list[Any]:
        """Return the result for each item; None for every item if there is no process, or it failed."""
        nothing: list[Any] = [None] * self._count
        if self._process is None:
            return nothing
        self._waiting.put(None)
        output = self._process.stdout.read() if self._process.stdout else b""
        _end(self._process)
        try:
            results = [result for line in output.splitlines() for result in json.loads(line)]
        except (ValueError, TypeError):
            return nothing
        return results if len(results) == self._count else nothing


def answer(find: Callable[[list[Any]], Iterable[Any]]) -> None:
    """Read items from standard input, and write the result that `find` returns for each, until no more are asked."""
    gc.disable()  # as in a build
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(list(find(json.loads(line)))).encode() + b"\n")


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def _write(process: "subprocess.Popen[bytes]", waiting: "SimpleQueue[Sequence[Any] | None]") -> None:
    with suppress(OSError, ValueError):  # it may have ended already; then `results` returns None for every item
        if process.stdin is not None:
            while (items := waiting.get()) is not None:
                process.stdin.write(json.dumps(items).encode() + b"\n")
                process.stdin.flush()
            process.stdin.close()
