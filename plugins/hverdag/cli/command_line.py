"""Our own commands as they can be copied into a terminal."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

_DOCUMENTED = "hverdag"


def command_line(*words: str) -> str:
    """Return a command of ours that is called as this one was, with whatever holds a space in quotation marks."""
    every = (_program(), *words)
    return subprocess.list2cmdline(every) if os.name == "nt" else shlex.join(every)


def path_from_here(path: Path) -> str:
    """Return a path as it is written in the folder that the command was called in."""
    whole, here = path.absolute(), Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)


def _program() -> str:
    called = Path(sys.argv[0])
    if called.stem != "hverdag":
        return _DOCUMENTED
    found = shutil.which("hverdag")
    if found and Path(found).absolute() == called.absolute():
        return "hverdag"
    return path_from_here(called)
