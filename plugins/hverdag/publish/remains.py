"""What builds have left beside a site: deleted where it may hold what was taken out since."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from .release import MARKER, BusyError, ForeignFolderError, UnwritableError, locked, releases_folder

_PLACES = (".", ".hverdag")
"""Where a publication has sites: its own folder, and the one for what is no text."""

REFUSED = (BusyError, ForeignFolderError, UnwritableError, OSError)
"""What stands in the way of a change to a site."""


def sweep(site: Path) -> None:
    """Delete what killed builds have left, where no other build is at work; nothing that cannot be deleted stops it."""
    home = releases_folder(site)
    with suppress(*REFUSED):
        if home.exists():
            with locked(site, stat.S_IMODE(home.stat().st_mode)):
                pass


def sweep_all(root: Path) -> None:
    """Delete what killed builds have left beside every site in a publication's folder."""
    for site in list(_sites(root)):
        sweep(site)


def _sites(root: Path) -> Iterator[Path]:
    """Yield the sites that Hverdag has made there, whether they are still there or not."""
    with suppress(OSError):
        for place in _PLACES:
            homes = (marker.parent for marker in sorted((root / place).glob(f".*/{MARKER}")))
            yield from (home.with_name(home.name[1:]) for home in homes if home.name.strip("."))


def drop_last(site: Path) -> None:
    """Delete the release that is kept beside a site; it stays where it cannot be deleted."""
    with suppress(*REFUSED), locked(site):
        forget_last(site)


def forget_last(site: Path) -> None:
    """Write that no release is kept beside a site, so that it is deleted when the lock is given up. Raises OSError."""
    (site / MARKER).write_text("", encoding="utf-8")
