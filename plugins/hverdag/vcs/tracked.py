"""What lies in git, of any kind."""

from collections.abc import Sequence
from pathlib import Path

from .git import Repository


class _Listing(Repository):
    """A repository that is asked what a commit holds."""

    def names(self, commit: str, places: Sequence[str]) -> tuple[str, ...]:
        """Return the paths of all that lies at some places of a commit."""
        listed = self._ask("ls-tree", "-r", "-z", "--name-only", commit, "--", *places).decode("utf-8", "replace")
        return tuple(filter(None, listed.split("\0")))


def tracked(root: Path, places: Sequence[str]) -> tuple[str, ...]:
    """Return the paths of everything at some places of a publication that the newest commit holds: files of any size,
    links, and other repositories. Raises GitError without git or a commit."""
    listing = _Listing(root)
    return listing.names(listing.commit("HEAD"), places)
