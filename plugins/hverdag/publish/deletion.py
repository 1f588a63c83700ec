"""Deletes whole folders; a large one in a process of its own, so that nobody waits for it."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

MOST_AT_ONCE = 1_000
"""A folder with more files is large: on a busy disk, deleting so many takes longer than building did."""

_DELETE = "import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)"
_APART: Mapping[str, Any] = {"creationflags": 0x8 | 0x200} if os.name == "nt" else {"start_new_session": True}
"""What keeps the other process at work when ours ends: DETACHED_PROCESS and CREATE_NEW_PROCESS_GROUP on Windows."""


def delete(folder: Path, *, at_once: bool) -> None:
    """Delete a folder as far as possible. Unless `at_once`, a large one may be there for a while after this returns."""
    if not at_once and next(islice(_files(folder), MOST_AT_ONCE, None), None):
        quiet = subprocess.DEVNULL
        command = [sys.executable, "-I", "-S", "-c", _DELETE, str(folder)]
        with suppress(OSError):
            process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, **_APART)  # noqa: S603
            # Python warns of a process that nobody waits for; this thread ends with ours, the process does not.
            threading.Thread(target=process.wait, daemon=True).start()
            return
    shutil.rmtree(folder, ignore_errors=True)


def _files(folder: Path) -> Iterator[str]:
    for _, _, names in os.walk(folder):
        yield from names
