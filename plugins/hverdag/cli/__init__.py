"""The commands. This room runs the pipeline and the workflows and prints their results; it makes no decisions.

A command is imported when it is called, so `hverdag --version` imports no other room.
"""

import atexit
import gc
import importlib
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from .. import __version__
from .discreet import Discreet

CRASH = 3
"""Exit code for a bug in Hverdag; 1 means that the publication has errors, 2 a usage error."""

STOPPED = 130
"""Exit code of what a user stops with Ctrl+C, as shells have it."""

COMMANDS = {
    "agreements": "agreements:agreements",
    "answers": "answers:answers",
    "build": "build:build",
    "check": "check:check",
    "journal": "journal:journal",
    "counts": "counts:counts",
    "new": "new:new",
    "nod": "nods:nod",
    "offline": "offline:offline",
    "plans": "plans:plans",
    "publications": "publications:publications",
    "receipts": "receipts:receipts",
    "remaining": "remaining:remaining",
    "rename": "rename:rename",
    "reply": "nods:reply",
    "review": "review:review",
    "serve": "serve:serve",
    "upgrade": "upgrade:upgrade",
    "withdraw": "withdraw:withdraw",
}
"""Where each command is: a module of this room, and a name in it."""


class Commands(Discreet):
    """The group of all commands, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click asks
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None if there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(f"{__name__}.{module}"), name)
        return self._in_words(ctx, command)


@click.group(cls=Commands)
@click.version_option(__version__)
def cli() -> None:
    """Hverdag: everyday stories and shared values, built into a handbook people use."""


class Stopped(BaseException):
    """A user has stopped a command. It is no exception that anything but the end of the program is meant to catch."""


def main() -> None:
    """Run a command. An unexpected exception is written to a file for engineers, and the user sees no stack trace. With
    Ctrl+C what is under way is deleted."""
    signal.signal(signal.SIGINT, _stop)
    # A command allocates much and frees little: garbage collection costs 8 % of its time and frees 10 MB of a build's.
    gc.disable()
    atexit.register(gc.freeze)  # or Python looks through all that was loaded before it ends, which takes 0.1 s
    try:
        cli(prog_name="hverdag")
    except Stopped:
        from .spoken import words_of_call  # noqa: PLC0415 as in _write_crash

        click.echo(words_of_call(sys.argv[1:]).say("Stopped. What was under way is deleted."), err=True)
        sys.exit(STOPPED)
    except Exception as error:
        if os.environ.get("HVERDAG_DEBUG"):  # for engineers: the traceback is shown unmasked
            raise
        if isinstance(error, OSError):
            _tell_disk_fault(error)
        _write_crash(error)


def _stop(*_: object) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough, and tidying up must not be stopped
    raise Stopped


def _tell_disk_fault(error: OSError) -> None:
    """Say what a disk or the system refuses, and exit; any other fault returns."""
    from ..publish.disk import disk_problem  # noqa: PLC0415 as in _write_crash
    from .options import refusal, stop  # noqa: PLC0415
    from .spoken import words_of_call  # noqa: PLC0415

    words = words_of_call(sys.argv[1:])
    if _is_of_output(error):
        stop(words.say("There is no room where the output of this command goes."))
    problem = disk_problem(error, [Path.cwd()])
    if problem:
        stop(refusal(problem, words))


def _is_of_output(error: OSError) -> bool:
    """Return True if a fault came from printing; then nothing more is tried there, nor when the program ends."""
    import traceback  # noqa: PLC0415 as in _write_crash

    is_printing = any(frame.f_code is click.echo.__code__ for frame, _ in traceback.walk_tb(error.__traceback__))
    if is_printing:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return is_printing


def _write_crash(error: Exception) -> None:
    # Imported here: a successful command needs none of it, and --version must start fast.
    import traceback  # noqa: PLC0415

    from ..privacy import masked  # noqa: PLC0415
    from .options import tell  # noqa: PLC0415
    from .spoken import words_of_call  # noqa: PLC0415

    log = Path.cwd() / ".hverdag" / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    trace = masked("".join(traceback.format_exception(error)))
    words = words_of_call(sys.argv[1:])
    try:
        log.parent.mkdir(exist_ok=True)
        log.write_text(trace, encoding="utf-8")
        tell(words.say("Something went wrong in Hverdag itself. Give {log} to an engineer.", log=log), err=True)
    except OSError:
        tell(words.say("Something went wrong in Hverdag itself: {error}", error=error), err=True)
    sys.exit(CRASH)
