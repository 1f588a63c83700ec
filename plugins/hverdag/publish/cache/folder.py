"""The folder of the cache. It belongs to one user: what anybody else can write there is not believed."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from secrets import token_hex

import platformdirs

from ...model.message import Message, message
from ...model.problem import Level, Problem, Rule, Source
from ..work import OPEN_TO_OTHERS, run_folder, workplace

UNUSED = Rule(
    "cache-unused",
    Level.WARNING,
    'The cache in "{given}" is not used: {reason}',
    "Name another folder in HVERDAG_CACHE: one of your own, that nobody else can read.",
    """A folder of the cache that is not the user's own, or that others can read or write.

What is in the cache is put into the handbook as it is. Therefore Hverdag makes the folder itself, for one user
alone (`chmod 700`), and believes no other. The handbook is built all the same, but everything is made anew each time.
""",
)

WORK = "work"
"""The folder that files are written in before they are moved into place."""

_OURS = frozenset(
    {"documents", "fonts", "looked-over", "memo", "paper", "paper-fonts", "pictures", "stories", "words", WORK}
)
_LOCK = ".lock"
_OPEN_TO_WRITING = 0o022


def wanted_folder() -> Path:
    """Return where the cache should be: the environment variable HVERDAG_CACHE, or a folder in the user's own cache."""
    return Path(os.environ.get("HVERDAG_CACHE") or platformdirs.user_cache_dir("hverdag"))


def cache_folder() -> Path:
    """Return the folder of the cache: a temporary one, deleted at exit, if the wanted one must not be used. Raises
    OSError if neither can be made."""
    wanted = wanted_folder()
    return _temporary(wanted) if _reason_against(wanted) else wanted


def sweep_cache() -> None:
    """Delete what killed runs were writing in the cache."""
    workplace(cache_folder() / WORK).sweep()


def cache_problems() -> list[Problem]:
    """Return the problem of a cache that is not used."""
    wanted = wanted_folder()
    reason = _reason_against(wanted)
    return [UNUSED.at(Source(wanted.name), given=str(wanted), reason=reason)] if reason else []


@cache
def _temporary(wanted: Path) -> Path:  # noqa: ARG001 one for each cache that is not used
    folder = run_folder() / f"cache-{token_hex(8)}"
    folder.mkdir(mode=0o700)
    return folder


def _reason_against(folder: Path) -> Message | None:
    """Return why a folder must not be the cache, or None. It is made if it is not there; one that others could only
    read is closed."""
    if any((parent / "mkdocs.yml").is_file() for parent in folder.absolute().parents):
        return message("it is in a handbook, and whoever adds to that could add to it.")
    try:
        if not folder.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status, names = folder.stat(), os.listdir(folder)  # noqa: PTH208
    except (FileExistsError, NotADirectoryError):
        return message("it is no folder.")
    except OSError:
        return message("it cannot be made or read.")
    reason = _openness(status, names)
    if not reason and hasattr(os, "getuid") and status.st_mode & OPEN_TO_OTHERS:
        folder.chmod(0o700)
    return reason


def _openness(status: os.stat_result, names: Sequence[str]) -> Message | None:
    """Return why a folder with such names in it cannot be made this user's own, or None."""
    if not hasattr(os, "getuid"):
        return None
    if status.st_uid != os.getuid():
        return message("it belongs to another user.")
    if status.st_mode & _OPEN_TO_WRITING and names:
        return message("others can write there.")
    if status.st_mode & OPEN_TO_OTHERS and not all(name in _OURS or name.endswith(_LOCK) for name in names):
        return message("others can read it, and it holds other things too.")
    return None
