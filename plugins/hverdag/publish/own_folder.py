"""Whether private/ is a folder of our own: what is written through a link, or into a folder of somebody else's, can be
read by others, or published."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from ..model.problem import Level, Problem, Rule, Source
from .release import releases_folder
from .work import is_own

LINK = Rule(
    "private-link",
    Level.ERROR,
    '"{given}" is a link, so what concerns one workplace or one person would be written somewhere else.',
    "Delete the link, and run the command again. What it leads to is not deleted.",
    """A link in the place of `private/`, of a folder in it, or of a file there. It may lead to the site, or to a disk
that others can read, and anybody who proposes a text could have put it there. Nothing is written.

Do you want the files on another disk? Then keep the whole publication there.
""",
)
FILE = Rule(
    "private-file",
    Level.ERROR,
    '"{given}" must be a folder, and it is a file.',
    "Move it somewhere else, and run the command again.",
    """A file in the place of `private/`, or of a folder in it. Nothing is written, and the file is left alone.
""",
)
OTHERS = Rule(
    "private-others",
    Level.ERROR,
    'The folder "{given}" belongs to another user, who could read what is written there.',
    "Have whoever runs the computer make you its owner or move it away, and run the command again.",
    """A folder of somebody else's in the place of `private/`, or of a folder in it. Only the account that writes there
may read it. Nothing is written.
""",
)
RULES = (LINK, FILE, OTHERS)

_JUNCTION = 0xA0000003
"""What Windows calls a folder that leads to another one."""

_LOCKS_OF_EDITORS = (".#",)
"""How the names of links begin that a text editor leaves beside a file that it has open. Nothing is written there."""


class ForeignPrivateError(Exception):
    """Something else lies where our own closed folder should. `problem` says what and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.source.path)
        self.problem = problem


def require_own(root: Path, folder: str, name: str = "") -> None:
    """Raise ForeignPrivateError if a folder in `root`, or the one called `name` in it, is there and is no folder of our
    own, or if there is a link anywhere in it that we have not made."""
    home = root / folder
    wanted = (home, *(home.joinpath(*Path(name).parts[:end]) for end in range(1, len(Path(name).parts) + 1)))
    for path in wanted:
        if os.path.lexists(path):
            _require(root, path, _fault_of_folder(path))
    for path in _below(home):
        _require(root, path, _fault_below(path))


def _require(root: Path, path: Path, rule: Rule | None) -> None:
    if rule:
        given = path.relative_to(root).as_posix()
        raise ForeignPrivateError(rule.at(Source(given), given=given))


def _fault_of_folder(path: Path) -> Rule | None:
    status = path.lstat()
    if _is_link(status):
        return LINK
    if not stat.S_ISDIR(status.st_mode):
        return FILE
    return None if is_own(status) else OTHERS


def _below(home: Path) -> Iterator[Path]:
    """Yield every folder, file and link in a folder, with the names in order. No link is followed."""
    for where, folders, names in os.walk(home):
        folders.sort()
        yield from (Path(where, name) for name in sorted((*folders, *names)))


def _is_link(status: os.stat_result) -> bool:
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def _is_of_release(link: Path) -> bool:
    """Return True for a link that a swap makes: to a release in the folder beside it, or one that a killed build had
    not put in its place yet."""
    target = Path(os.path.normpath(link.parent / link.readlink()))
    is_waiting = link.name == "next" and link.parent.name.startswith(".")
    return is_waiting or (target.parent == Path(os.path.normpath(releases_folder(link))) and "release-" in target.name)


def _fault_below(path: Path) -> Rule | None:
    try:
        status = path.lstat()
        if _is_link(status):
            return None if path.name.startswith(_LOCKS_OF_EDITORS) or _is_of_release(path) else LINK
    except FileNotFoundError:
        return None  # another build has just swept it away
    return OTHERS if stat.S_ISDIR(status.st_mode) and not is_own(status) else None
